import type { Clause, Provision, Variant } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import { ScenarioBuilder, type Refusal, type Scenario, type Target } from './scenario.ts';
import { belongs, isWorded, type Setting } from './setting.ts';
import type { Space } from './space.ts';

/** What can be seen of a variant: itself, and each of its clauses that has a condition of its own. */
export function targetsOf(provision: Provision, variant: Variant): readonly Target[] {
  const targets: Target[] = [];
  const down = (clause: Clause, outer: readonly string[]): void => {
    const conditions = clause.when ? [...outer, clause.when.source] : outer;
    // Variants that share a clause by an anchor of YAML share its place.
    if (clause.when) targets.push({ provision, variant, conditions, key: clause.span ? `${clause.span.file} ${clause.span.start.offset}` : `${provision.id}:${variant.id} ${conditions.join(' && ')}` });
    for (const child of clause.clauses) down(child, conditions);
  };
  for (const clause of variant.clauses) down(clause, []);
  return [...targets, { provision, variant, conditions: [], key: `${provision.id}:${variant.id}` }];
}

export interface Cover {
  readonly scenarios: readonly Scenario[];
  /** What can stand in none, with the reason. */
  readonly refused: readonly { readonly target: Target; readonly reason: Refusal }[];
}

/** What other settings have shown already. */
export interface Shown {
  /** Variants and clauses, by their keys: each need be seen once in a register. */
  readonly targets: Set<string>;
  /** Provisions seen in the instrument. */
  readonly provisions: Set<string>;
}

/**
 * Few scenarios of one setting that together show every variant with each of its clauses that was not shown elsewhere, and
 * every provision that the instrument may hold; with as many variants as fit in `least` scenarios.
 */
export function cover(setting: Setting, space: Space, shown: Shown, least: number): Cover {
  const targets = targetsIn(setting, space);
  const refused: { readonly target: Target; readonly reason: Refusal }[] = [];
  const possible = targets.filter((target) => {
    const reason = new ScenarioBuilder(setting, space).add(target);
    if (reason !== undefined) refused.push({ target, reason });
    return reason === undefined;
  });
  const scenarios: Scenario[] = [];
  let wanted: readonly Target[] = possible.filter((target) => !shown.targets.has(target.key));
  let further: readonly Target[] = possible.filter((target) => shown.targets.has(target.key));
  const unseen = (): boolean => further.some(({ provision }) => !shown.provisions.has(provision.id));
  while (wanted.length > 0 || (further.length > 0 && (scenarios.length < least || unseen()))) {
    const builder = new ScenarioBuilder(setting, space);
    const left = (from: readonly Target[]): readonly Target[] =>
      from.filter((target) => {
        if (builder.add(target) !== undefined) return true;
        shown.targets.add(target.key);
        shown.provisions.add(target.provision.id);
        return false;
      });
    wanted = left(wanted);
    // More than these show the same texts among the same others again.
    const still = scenarios.length < least ? further : further.filter(({ provision }) => !shown.provisions.has(provision.id));
    const kept = new Set(left(still));
    further = further.filter((target) => kept.has(target) || !still.includes(target));
    // Every other one with lists of a single item.
    scenarios.push(builder.build(scenarios.length % 2 === 1));
  }
  return { scenarios, refused };
}

/** One scenario with as much in it as goes together, in the order of the library; undefined where nothing can stand in the setting. */
export function richest(setting: Setting, space: Space): Scenario | undefined {
  const builder = new ScenarioBuilder(setting, space);
  const taken = targetsIn(setting, space).filter((target) => builder.add(target) === undefined);
  return taken.length === 0 ? undefined : builder.build();
}

function targetsIn(setting: Setting, space: Space): readonly Target[] {
  return provisionsOf(space.library).flatMap((provision) =>
    belongs(provision, setting, space) ? provision.variants.flatMap((variant) => (isWorded(provision, variant, setting) ? targetsOf(provision, variant) : [])) : []);
}
