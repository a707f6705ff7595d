import type { Clause, Provision } from '../model/index.ts';

/** The ids by which provisions and their clauses are named: the provision’s own, and `provision/clause.path` without items, of every variant. */
export function clauseIds(provisions: readonly Provision[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (clause: Clause, path: string): void => {
    ids.add(`${path}${clause.key}`);
    for (const child of clause.clauses) add(child, `${path}${clause.key}.`);
  };
  for (const provision of provisions) {
    ids.add(provision.id);
    for (const variant of provision.variants) for (const clause of variant.clauses) add(clause, `${provision.id}/`);
  }
  return ids;
}
