import type { Provision, Variant } from '../../model/index.ts';
import { ScenarioBuilder, type Scenario, type Target } from './scenario.ts';
import { belongs, mayStand, type Setting } from './setting.ts';
import type { Space } from './space.ts';

/** One choice that an arrangement can make: a variant, the setting, the order of the languages. */
type Choice = string;

export interface PairCover {
  readonly scenarios: readonly { readonly scenario: Scenario; readonly reversed: boolean }[];
  /** Pairs of choices seen together. */
  readonly covered: number;
  /** Pairs that requirements, conflicts, registers and conditions rule out in every setting given. */
  readonly excluded: number;
}

/**
 * Scenarios in which every two choices stand together that can: variants of two provisions, a variant and a setting, a
 * variant and an order of languages. Settings are of one instrument. Greedy and the same each time; no product is formed.
 */
export function pairwise(settings: readonly Setting[], space: Space): PairCover {
  const [first] = settings;
  if (!first) return { scenarios: [], covered: 0, excluded: 0 };
  const variants = space.library.provisionIds.flatMap((id): readonly { readonly provision: Provision; readonly variant: Variant; readonly choice: Choice }[] => {
    const provision = space.library.provision(id);
    return provision && settings.some((setting) => belongs(provision, setting, space)) ? provision.variants.map((variant) => ({ provision, variant, choice: `${id}:${variant.id}` })) : [];
  });
  const open = new Set<string>();
  variants.forEach(({ provision, choice }, index) => {
    for (const other of variants.slice(index + 1)) if (other.provision !== provision) open.add(`${choice} ${other.choice}`);
  });
  settings.forEach((_, index) => {
    for (const { choice } of variants) open.add(`${choice} setting ${index}`);
  });
  for (const reversed of ORDERS) for (const { choice } of variants) open.add(`${choice} reversed ${String(reversed)}`);
  const all = open.size;
  const byChoice = new Map(variants.map((each) => [each.choice, each]));
  const scenarios: { readonly scenario: Scenario; readonly reversed: boolean }[] = [];
  let excluded = 0;
  let turn = 0;

  for (let pair = next(open); pair !== undefined; pair = next(open)) {
    const [one = '', other = '', detail] = pair.split(' ');
    const seeds = [one, other].flatMap((choice) => byChoice.get(choice) ?? []);
    const fixed = other === 'setting' ? settings.slice(Number(detail), Number(detail) + 1) : rotated(settings, turn);
    const begun = beginning(fixed, seeds, space);
    if (!begun) {
      open.delete(pair);
      excluded += 1;
      continue;
    }
    turn += 1;
    const { builder, setting } = begun;
    const reversed = other === 'reversed' ? detail === 'true' : turn % 2 === 0;
    const chosen = seeds.map(({ choice }) => choice);
    const taken = new Set(seeds.map(({ provision }) => provision.id));
    const at = settings.indexOf(setting);
    const gainOf = (choice: Choice): number => chosen.filter((already) => open.has(keyOf(already, choice, byChoice, variants))).length + Number(open.has(`${choice} setting ${at}`)) + Number(open.has(`${choice} reversed ${String(reversed)}`));
    // Each further provision in the variant that brings most pairs still open.
    for (const { provision } of variants) {
      if (taken.has(provision.id)) continue;
      taken.add(provision.id);
      const ranked = provision.variants.map((variant) => ({ variant, choice: `${provision.id}:${variant.id}` })).map((each) => ({ ...each, gain: gainOf(each.choice) })).toSorted((a, b) => b.gain - a.gain);
      const added = ranked.find(({ variant }) => mayStand(provision, variant, setting) && builder.add(target(provision, variant)) === undefined);
      if (added) chosen.push(added.choice);
    }
    chosen.forEach((choice, index) => {
      open.delete(`${choice} setting ${at}`);
      open.delete(`${choice} reversed ${String(reversed)}`);
      for (const further of chosen.slice(index + 1)) open.delete(keyOf(choice, further, byChoice, variants));
    });
    scenarios.push({ scenario: builder.build(turn % 3 === 0), reversed });
  }
  return { scenarios, covered: all - excluded, excluded };
}

const ORDERS = [false, true] as const;

type Known = ReadonlyMap<Choice, { readonly provision: Provision; readonly variant: Variant; readonly choice: Choice }>;

const POSITIONS = new WeakMap<Known, ReadonlyMap<Choice, number>>();

/** Pairs are named in the order of the library. */
function keyOf(one: Choice, other: Choice, known: Known, variants: readonly { readonly choice: Choice }[]): string {
  const positions = POSITIONS.get(known) ?? new Map(variants.map(({ choice }, index) => [choice, index]));
  POSITIONS.set(known, positions);
  return (positions.get(one) ?? 0) < (positions.get(other) ?? 0) ? `${one} ${other}` : `${other} ${one}`;
}

function next(open: ReadonlySet<string>): string | undefined {
  for (const pair of open) return pair;
  return undefined;
}

function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** The first setting in which the seeds stand together. */
function beginning(settings: readonly Setting[], seeds: readonly { readonly provision: Provision; readonly variant: Variant }[], space: Space): { readonly builder: ScenarioBuilder; readonly setting: Setting } | undefined {
  for (const setting of settings) {
    const builder = new ScenarioBuilder(setting, space);
    if (seeds.every(({ provision, variant }) => builder.add(target(provision, variant)) === undefined)) return { builder, setting };
  }
  return undefined;
}

function target(provision: Provision, variant: Variant): Target {
  return { provision, variant, conditions: [], key: `${provision.id}:${variant.id}` };
}
