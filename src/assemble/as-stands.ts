import type { Clause } from '../model/index.ts';
import type { Bound } from './input.ts';

/** The clause as it stands with these values: where its points would be a single one and it has a sentence for that, that sentence. */
export function asStands(clause: Clause, bound: ReadonlyMap<string, Bound>): Clause {
  const [only, ...more] = clause.clauses;
  if (!clause.single || !only?.each || !isPlain(only) || more.length > 0) return clause;
  const { tail: _, ...rest } = clause;
  return countOf(bound.get(only.each.in)) === 1 ? { ...rest, text: clause.single, clauses: [] } : clause;
}

/** A point that is no more than its words: nothing is lost where a sentence says them. */
function isPlain(point: Clause): boolean {
  return !point.when && !point.table && point.clauses.length === 0;
}

function countOf(bound: Bound | undefined): number {
  switch (bound?.value.type) {
    case 'list': return bound.value.items.length;
    case 'table': return bound.value.rows.length;
    case 'share': return bound.value.shares.length;
    default: return 0;
  }
}
