import type { Clause, Provision } from '../model/index.ts';

/** Ids `provision/clause.path` without items, of every variant, and those of the provisions. */
export function clauseIds(provisions: readonly Provision[]): ReadonlySet<string> {
  return new Set(provisions.flatMap((provision) => [provision.id, ...provision.variants.flatMap((variant) => idsOfClauses(variant.clauses, `${provision.id}/`))]));
}

/** Ids of clauses and of the clauses under them; `prefix` is what stands before their keys. */
export function idsOfClauses(clauses: readonly Clause[], prefix: string): readonly string[] {
  return clauses.flatMap((clause) => [`${prefix}${clause.key}`, ...idsOfClauses(clause.clauses, `${prefix}${clause.key}.`)]);
}
