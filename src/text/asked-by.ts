import type { Clause, Variant } from '../model/index.ts';
import { parametersOfClauses } from './parameters-in.ts';
import { termsOfClauses } from './terms-in.ts';

/** What is kept of a variant's clauses to be known without reading them. */
export function askedBy(clauses: readonly Clause[]): Pick<Variant, 'terms' | 'parameters' | 'conditions'> {
  const conditions = (clause: Clause): readonly string[] => [...(clause.when ? [clause.when.source] : []), ...clause.clauses.flatMap(conditions)];
  return { terms: termsOfClauses(clauses), parameters: parametersOfClauses(clauses), conditions: [...new Set(clauses.flatMap(conditions))] };
}
