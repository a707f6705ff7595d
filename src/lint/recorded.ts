import type { Node } from '../model/index.ts';
import { clauseOf } from './view.ts';

/** True if the arrangement records that this block is its own: a departure, an addition, a clause left out. */
export function isRecorded(node: Node, recorded: readonly string[] | undefined): boolean {
  if (node.provenance?.departure !== undefined) return true;
  const clause = clauseOf(node.id);
  return (recorded ?? []).some((at) => {
    const wanted = clauseOf(at);
    return clause === wanted || (clause.startsWith(wanted) && /[./]/.test(clause[wanted.length] ?? ''));
  });
}
