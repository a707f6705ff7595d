import type { Facts } from '../../expressions/scope.ts';
import { madeFor, servesParties } from '../../model/index.ts';
import type { FrameworkMap, Language, Layout, Provision, ProvisionBrief, Register, Variant } from '../../model/index.ts';
import type { Space } from './space.ts';

/** Everything about an arrangement but its choices and values. */
export interface Setting {
  readonly instrument: string;
  readonly register: Register;
  /** The languages in which it is made; absent: those of the library. */
  readonly languages?: readonly Language[];
  /** The parties, where there are more than two. */
  readonly parties?: readonly string[];
  /** The framework above it, and whether what that settles is cited or set out. */
  readonly framework?: { readonly map: FrameworkMap; readonly mode: 'cited' | 'full' };
}

export function factsOf({ instrument, register, framework, languages, parties }: Setting, space: Space): Facts {
  return { instrument, register, parties: parties ?? space.parties, texts: languages ?? space.languages, framework: framework !== undefined };
}

export function layoutOf({ instrument, register, framework }: Setting, space: Space): Layout | undefined {
  const layouts = Object.hasOwn(space.library.layouts, instrument) ? space.library.layouts[instrument] : undefined;
  return layouts?.[framework ? 'framework' : 'alone'][register];
}

/** The instrument may hold the provision. */
export function belongs(provision: Pick<ProvisionBrief, 'instruments' | 'article'>, setting: Setting, space: Space): boolean {
  const layout = layoutOf(setting, space);
  return layout !== undefined && madeFor(provision, setting.instrument, layout);
}

/** The framework settles the matter, and the arrangement cites it: no variant of it stands there. */
export function isCited(provision: Provision, { framework }: Setting): boolean {
  return framework?.mode === 'cited' && provision.scope === 'reserved' && framework.map.articles.some(({ ids }) => ids.includes(provision.id));
}

/** The registers in which a variant may be chosen. */
export function registersOf(provision: Provision, variant: Variant): readonly Register[] {
  return variant.registers ?? provision.registers ?? ['treaty', 'memorandum'];
}

/** A variant has words for the register of a setting and for as many parties. */
export function isWorded(provision: Provision, variant: Variant, { register, parties }: Setting): boolean {
  return registersOf(provision, variant).includes(register) && servesParties(provision, variant, parties?.length ?? 0);
}

const PLACES = new WeakMap<Setting, ReadonlySet<string>>();

/** The articles that an instrument has room for. */
export function placesOf(setting: Setting, space: Space): ReadonlySet<string> {
  const known = PLACES.get(setting);
  if (known) return known;
  const made = readPlaces(setting, space);
  PLACES.set(setting, made);
  return made;
}

function readPlaces(setting: Setting, space: Space): ReadonlySet<string> {
  const places = new Set<string>();
  for (const step of layoutOf(setting, space)?.steps ?? []) {
    if (step.kind === 'article' || step.kind === 'annex') places.add(step.id);
    else if (step.kind === 'preamble') places.add('preamble');
    else if (step.kind === 'closing') places.add('testimonium');
  }
  return places;
}

/** The setting in words: “implementing-arrangement, memorandum register, set out in full”. */
export function settingInWords({ instrument, register, framework, languages, parties }: Setting): string {
  const under = framework === undefined ? [] : [framework.mode === 'cited' ? 'the framework cited' : 'the framework’s matters set out in full'];
  return [instrument, `${register} register`, ...under, ...(languages ? [`in ${languages.join(' and ')} only`] : []), ...(parties ? [`between ${parties.length} parties`] : [])].join(', ');
}
