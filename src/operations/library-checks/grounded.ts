import { PARTY_WORDS, TERM_PARTY_WORDS } from '../../languages/language.ts';
import type { Clause, Leaf, Provision, Span, Variant } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import { leavesOf } from '../../text/leaves-of.ts';
import { termsIn } from '../../text/terms-in.ts';
import type { LibraryCheck, LibraryWorld } from '../library-world.ts';
import { satisfy } from '../synthesis/satisfy.ts';
import { belongs, factsOf, placesOf, isWorded, settingInWords, type Setting } from '../synthesis/setting.ts';

/** A clause with what it looks for elsewhere, and the conditions under which it stands. */
interface Seeking {
  readonly id: string;
  readonly clause: Clause;
  readonly conditions: readonly string[];
  readonly terms: readonly string[];
  readonly references: readonly string[];
}

export const check: LibraryCheck = {
  id: 'grounded',
  title: 'A reference or a term that leads nowhere in an instrument where its text may stand',
  *check(world) {
    const { library, scenes } = world;
    const homes = homesOf(world);
    const worded = new Set(library.definitions.flatMap(({ id, text }) => (text ? [id] : [])));
    const seeking = provisionsOf(library).flatMap((provision) => provision.variants.map((variant) => ({ provision, variant, clauses: seekingOf(provision, variant, worded) })));
    const told = new Set<string>();
    for (const { setting } of scenes) {
      const { own, known, articles, terms } = groundOf(setting, homes, world);
      for (const { provision, variant, clauses } of seeking) {
        if (clauses.length === 0 || !own.has(provision.id) || !isWorded(provision, variant, setting)) continue;
        // Whoever chooses what requires something that cannot stand there is told so.
        if ([...provision.requires, ...variant.requires].some((id) => !known.has(id))) continue;
        for (const { id, clause, conditions, terms: used, references } of clauses) {
          const lost = [
            ...references.filter((target) => (target.startsWith('article:') ? !articles.has(target.slice(8)) : !known.has(target.replace(/\/.*$/, '')))).map((target) => ({ what: `refers to “${target}”, which`, hint: 'require it, put the reference under a condition, or take the instrument out' })),
            ...used.filter((term) => !terms.has(term)).map((term) => ({ what: `uses the term “${term}”, which ${[...new Set((homes.get(term) ?? []).map(({ provision: home }) => `“${home.id}”`))].join(' or ') || 'no text'} defines and which`, hint: 'write a definition of the term, require what defines it, or take the instrument out' })),
          ];
          for (const { what, hint } of lost) {
            if (told.has(`${id} ${what}`) || satisfy(conditions, new Map(), factsOf(setting, world.space), world.space) === undefined) continue;
            told.add(`${id} ${what}`);
            yield { rule: 'groundless', severity: 'error', message: `“${id}” ${what} cannot stand in ${settingInWords(setting)}`, ...at(clause.leafSpans?.[world.languages[0] ?? ''] ?? clause.span), hint };
          }
        }
      }
    }
  },
};

interface Home {
  readonly provision: Provision;
  readonly variant: Variant;
}

/** The texts that define a term as they go, by term. */
function homesOf({ texts }: LibraryWorld): ReadonlyMap<string, readonly Home[]> {
  const homes = new Map<string, Home[]>();
  for (const { provision, variant, words } of texts) {
    if (!provision || !variant) continue;
    for (const leaf of leavesOf(words))
      for (const part of leaf) {
        if (typeof part === 'string' || part.name !== 'define') continue;
        const term = part.args?.[0] ?? '';
        const list = homes.get(term) ?? [];
        if (!list.some((home) => home.variant === variant)) homes.set(term, [...list, { provision, variant }]);
      }
  }
  return homes;
}

/** What can be found in a setting: provisions, articles with a place, and terms that some text there may define. */
function groundOf(setting: Setting, homes: ReadonlyMap<string, readonly Home[]>, { library, space }: LibraryWorld): { readonly own: ReadonlySet<string>; readonly known: ReadonlySet<string>; readonly articles: ReadonlySet<string>; readonly terms: ReadonlySet<string> } {
  const map = setting.framework?.map;
  const places = placesOf(setting, space);
  const own = provisionsOf(library).filter((provision) => belongs(provision, setting, space) && places.has(provision.article));
  const ids = new Set(own.map(({ id }) => id));
  const above = map?.articles ?? [];
  return {
    own: ids,
    known: new Set([...ids, ...above.flatMap((article) => article.ids)]),
    articles: new Set([...own.map(({ article }) => article), ...above.map(({ article }) => article)]),
    terms: new Set([...library.definitions.flatMap(({ id, text }) => (text ? [id] : [])), ...[...homes].flatMap(([term, list]) => (list.some(({ provision }) => ids.has(provision.id)) ? [term] : [])), ...(map?.terms ?? []).map(({ id }) => id)]),
  };
}

/** “Each Party” is made of a word that is no term. */
const PLAIN: ReadonlySet<string> = new Set(PARTY_WORDS.filter((word) => !TERM_PARTY_WORDS.some((term) => term === word)).map((word) => `${word}-party`));

function seekingOf(provision: Provision, variant: Variant, worded: ReadonlySet<string>): readonly Seeking[] {
  const found: Seeking[] = [];
  const down = (clause: Clause, prefix: string, outer: readonly string[]): void => {
    const id = `${prefix}${clause.key}`;
    const conditions = clause.when ? [...outer, clause.when.source] : outer;
    const leaves: readonly Leaf[] = [...leavesOf(clause.text), ...leavesOf(clause.single), ...leavesOf(clause.tail)];
    const references = [...new Set(leaves.flatMap((leaf) => leaf.flatMap((part) => (typeof part !== 'string' && part.name === 'ref' ? (part.args ?? []).slice(0, 1) : []))))];
    // “Each Party” is no term unless the library says so.
    const terms = [...new Set(leaves.flatMap(termsIn))].filter((term) => !worded.has(term) && !PLAIN.has(term));
    if (references.length + terms.length > 0) found.push({ id, clause, conditions, terms, references });
    for (const child of clause.clauses) down(child, `${id}.`, conditions);
  };
  const whens = [provision.when?.source, variant.when?.source].filter((source) => source !== undefined);
  for (const clause of variant.clauses) down(clause, `${provision.id}:${variant.id}/`, whens);
  return found;
}

function at(span: Span | undefined): { readonly span?: Span } {
  return span ? { span } : {};
}
