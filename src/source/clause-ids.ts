import type { Clause } from '../model/index.ts';

/** Ids `provision/clause.path` without items, of every variant, and the provisions' own. */
export function clauseIds(provisions: readonly { readonly id: string; readonly variants: readonly { readonly clauses: readonly Clause[] }[] }[]): ReadonlySet<string> {
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
