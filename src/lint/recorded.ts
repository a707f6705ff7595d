import type { Node } from '../model/index.ts';
import { clauseOf } from './view.ts';

/** Says of a block whether the arrangement records that it is its own: a departure, an addition, a clause left out. */
export function recordedIn(recorded: readonly string[] | undefined): (node: Node) => boolean {
  const clauses = new Set((recorded ?? []).map(clauseOf));
  return ({ id, provenance }) => {
    if (provenance?.departure !== undefined) return true;
    if (clauses.size === 0) return false;
    let clause = clauseOf(id);
    // A record of a clause covers the points under it, one of a provision all its clauses.
    for (let end = clause.length; end > 0; end = Math.max(clause.lastIndexOf('.'), clause.lastIndexOf('/'))) {
      clause = clause.slice(0, end);
      if (clauses.has(clause)) return true;
    }
    return false;
  };
}
