import { frameworkMap } from '../../assemble/framework-map.ts';
import { readsOf } from '../../expressions/reads-of.ts';
import type { Clause, Condition, FrameworkMap, Leaf, Register } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import { leavesOf } from '../../text/leaves-of.ts';
import { assembleScenario } from './assemble-scenario.ts';
import { richest } from './cover.ts';
import { satisfy } from './satisfy.ts';
import { belongs, factsOf, isWorded, layoutOf, placesOf, type Setting } from './setting.ts';
import type { Space } from './space.ts';

/** Every setting in which texts of a library can stand: each instrument in each register, alone, or under what it needs above it. */
export function settingsOf(space: Space): readonly Setting[] {
  const settings: Setting[] = [];
  for (const register of ['treaty', 'memorandum'] as const) {
    const bare = Object.keys(space.library.layouts).filter((instrument) => isNamed(instrument, register, space)).map((instrument): Setting => ({ instrument, register }));
    const umbrella = bare.find((setting) => isUmbrella(setting, space));
    const usual = umbrella && parentOf(umbrella, space);
    for (const setting of bare) {
      if (isUmbrella(setting, space)) {
        settings.push(...madeIn(setting, space));
        continue;
      }
      const needs = needsOf(setting, space);
      const map = usual && answers(usual, needs) === needs.targets.size ? usual : closest(needs, bare.filter((other) => other !== setting), usual, space);
      settings.push(...under(setting, map, needs, space), ...betweenMore(setting, needs, space));
    }
  }
  return settings;
}

/** In all its languages; and in one alone, where the library has texts for that. */
function madeIn(setting: Setting, { library, languages }: Space): readonly Setting[] {
  const asked = Object.values(library.predicates).some((predicate) => readsOf(predicate).includes('texts'));
  return asked ? [setting, { ...setting, languages: languages.slice(0, 1) }] : [setting];
}

/** Between three parties, where all that an instrument must hold has words for as many. */
function betweenMore(setting: Setting, needs: Needs, space: Space): readonly Setting[] {
  const parties = [...new Set([...space.parties, ...Object.keys(space.library.parties)])].slice(0, 3);
  const more: Setting = { ...setting, parties };
  const own = provisionsOf(space.library).filter((provision) => provision.scope !== 'optional' && belongs(provision, setting, space));
  return !needs.parent && parties.length > 2 && own.length > 0 && own.every((provision) => provision.variants.some((variant) => isWorded(provision, variant, more))) ? [more] : [];
}

/** A vocabulary that has no name for an instrument in a register says that there is none. */
function isNamed(instrument: string, register: Register, { library }: Space): boolean {
  return Object.values(library.vocabulary).every(({ instruments }) => instruments[instrument]?.[register] !== undefined);
}

function isUmbrella({ instrument, register }: Setting, { library }: Space): boolean {
  return library.layouts[instrument]?.alone[register].kind === 'framework';
}

function under(setting: Setting, map: FrameworkMap | undefined, needs: Needs, space: Space): readonly Setting[] {
  if (!map) return madeIn(setting, space);
  const cited: Setting = { ...setting, framework: { map, mode: 'cited' } };
  const settles = provisionsOf(space.library).some((provision) => provision.scope === 'reserved' && belongs(provision, setting, space) && map.articles.some(({ ids }) => ids.includes(provision.id)));
  // The setting with most to see comes first; the others need only show what it cannot.
  return [...(settles ? [{ ...setting, framework: { map, mode: 'full' } } satisfies Setting] : []), cited, ...(needs.parent ? [] : [setting])].flatMap((each, index) => (index === 0 ? madeIn(each, space) : [each]));
}

/**
 * What is above an arrangement: the richest text that the usual variants allow. It fixes no variant and no value, so that
 * an arrangement may set out any.
 */
function parentOf(setting: Setting, space: Space): FrameworkMap | undefined {
  const scenario = richest(setting, space);
  const place = Object.fromEntries(space.languages.map((language) => [language, language === 'ru' ? 'Вене' : 'Vienna']));
  const signed = scenario && { ...scenario, values: new Map([...scenario.values, ['signing.place', { type: 'text', text: place }] as const, ['signing.date', { type: 'date', date: '2026-01-31' }] as const]) };
  const made = signed && assembleScenario(signed, space);
  if (!made?.draft) return undefined;
  const { library } = space;
  const map = frameworkMap({ draft: made.draft, library, openings: Object.fromEntries(library.articles.map(({ id }) => [id, 'open'])), edition: '1', hash: '', file: setting.instrument });
  const open = (article: FrameworkMap['articles'][number]): FrameworkMap['articles'][number] => {
    const { variants: _variants, ...rest } = article;
    return rest;
  };
  return { ...map, articles: map.articles.map(open) };
}

/** The text above that answers most of what an instrument looks for. */
function closest(needs: Needs, others: readonly Setting[], usual: FrameworkMap | undefined, space: Space): FrameworkMap | undefined {
  let best = usual;
  for (const other of others) {
    const map = answers(best, needs) === needs.targets.size ? undefined : parentOf(other, space);
    if (map && answers(map, needs) > answers(best, needs)) best = map;
  }
  return best;
}

interface Needs {
  /** Its texts speak of what is above, in whatever case. */
  readonly parent: boolean;
  /** Articles and provisions that it refers to or requires, and has no room for itself. */
  readonly targets: ReadonlySet<string>;
}

function answers(map: FrameworkMap | undefined, { targets }: Needs): number {
  const known = new Set(map?.articles.flatMap(({ id, ids }) => [id, ...ids]) ?? []);
  return [...targets].filter((target) => known.has(target)).length;
}

function needsOf(setting: Setting, space: Space): Needs {
  const own = provisionsOf(space.library).filter((provision) => belongs(provision, setting, space));
  const ids = new Set(own.map(({ id }) => id));
  const places = placesOf(setting, space);
  const targets = new Set<string>();
  let parent = false;
  const answered = new Map<string, boolean>();
  const can = (when: Condition | undefined): boolean => {
    if (!when) return true;
    const answer = answered.get(when.source) ?? satisfy([when.source], new Map(), factsOf(setting, space), space) !== undefined;
    answered.set(when.source, answer);
    return answer;
  };
  const read = (leaf: Leaf): void => {
    for (const part of leaf) {
      if (typeof part === 'string') continue;
      if (part.name === 'framework') parent = true;
      const target = part.name === 'ref' ? (part.args?.[0] ?? '').replace(/\/.*$/, '') : '';
      if (target === '' || (target.startsWith('article:') ? places.has(target.slice(8)) : ids.has(target))) continue;
      targets.add(target);
      parent = true;
    }
  };
  const clause = (node: Clause): void => {
    if (!can(node.when)) return;
    for (const leaf of [...leavesOf(node.text), ...leavesOf(node.single), ...leavesOf(node.tail)]) read(leaf);
    for (const child of node.clauses) clause(child);
  };
  // What stands where nothing is above, unasked.
  const usual = own.filter(({ scope, when }) => scope !== 'optional' && can(when));
  for (const provision of usual) for (const variant of provision.variants) if (can(variant.when) && variant.requires.every((id) => ids.has(id))) for (const node of variant.clauses) clause(node);
  for (const { requires } of usual) for (const id of requires) if (!ids.has(id)) targets.add(id);
  for (const { title, instruments } of Object.values(space.library.vocabulary)) read(instruments[setting.instrument]?.[setting.register]?.title ?? title);
  // An article that must stand, and that only a text under another has, says so too.
  const filled = new Set(usual.map(({ article }) => article));
  for (const step of layoutOf(setting, space)?.steps ?? []) if (step.kind === 'article' && step.mandatory && !filled.has(step.id)) parent = true;
  return { parent, targets };
}
