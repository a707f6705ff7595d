import { compilePredicate } from '../expressions/compile.ts';
import { conditionEnvironment, constraintEnvironment } from '../expressions/environment.ts';
import { conditionNames, constraintNames } from '../expressions/scope.ts';
import type { Clause, Condition, Parameter, Predicate, Provision } from '../model/index.ts';

/** A provision, or a text that an arrangement adds. */
type Conditional = Pick<Provision, 'when'> & { readonly variants: readonly (Pick<Provision['variants'][number], 'when' | 'clauses'>)[] };

/** Parses every condition of a library, by its source, and every constraint, by its parameter. */
export function compileConditions(provisions: readonly Conditional[], parameters: Readonly<Record<string, Parameter>>): { readonly predicates: Readonly<Record<string, Predicate>>; readonly constraints: Readonly<Record<string, Predicate>> } {
  const environment = conditionEnvironment(parameters);
  const names = conditionNames(parameters);
  const predicates: Record<string, Predicate> = {};
  for (const { source } of provisions.flatMap(conditionsOf)) predicates[source] ??= compilePredicate(environment, source, names);
  const constraints: Record<string, Predicate> = {};
  for (const parameter of Object.values(parameters)) if (parameter.constraint) constraints[parameter.name] = compilePredicate(constraintEnvironment(parameter), parameter.constraint.source, constraintNames(parameter));
  return { predicates, constraints };
}

function conditionsOf(provision: Conditional): readonly Condition[] {
  const clause = (node: Clause): readonly Condition[] => [...(node.when ? [node.when] : []), ...node.clauses.flatMap(clause)];
  return [...(provision.when ? [provision.when] : []), ...provision.variants.flatMap((variant) => [...(variant.when ? [variant.when] : []), ...variant.clauses.flatMap(clause)])];
}
