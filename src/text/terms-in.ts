import type { Clause, Leaf } from '../model/index.ts';
import { leavesOfClause } from './leaves-of.ts';

/** Ids of the terms that a leaf uses. Behind `{{party "receiving"}}` stands “receiving-party”, where a library defines it. */
export function termsIn(leaf: Leaf): readonly string[] {
  return leaf.flatMap((part) => {
    if (typeof part === 'string') return [];
    const first = part.args?.[0] ?? '';
    if (part.name === 'term') return [first];
    return part.name === 'party' ? [`${first}-party`] : [];
  });
}

/** The same over clauses, each once, in the order of the text. */
export function termsOfClauses(clauses: readonly Clause[]): readonly string[] {
  return [...new Set(clauses.flatMap(leavesOfClause).flatMap(termsIn))];
}
