import type { Clause, ClauseText, Leaf } from '../model/index.ts';
import { isLeaf } from './is-leaf.ts';

/** Every leaf of a text, whatever its language and register. */
export function leavesOf(text: ClauseText | undefined): readonly Leaf[] {
  return Object.values(text ?? {}).flatMap((words) => (words === undefined ? [] : isLeaf(words) ? [words] : [words.treaty ?? [], words.memorandum ?? []]));
}

/** Every leaf of a clause and of the clauses below it, in order. */
export function leavesOfClause(clause: Clause): readonly Leaf[] {
  return [...leavesOf(clause.text), ...clause.clauses.flatMap(leavesOfClause), ...leavesOf(clause.single), ...leavesOf(clause.tail)];
}
