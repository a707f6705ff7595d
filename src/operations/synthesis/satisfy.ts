import { readsOf } from '../../expressions/reads-of.ts';
import type { Facts } from '../../expressions/scope.ts';
import type { Value } from '../../model/index.ts';
import { ask, type Assignment, type Space } from './space.ts';

/** More than any library asks of one text; beyond it the search ends without an answer. */
const MOST_TRIED = 20_000;

/**
 * Values that make every condition true, over those already settled; undefined where there are none. Only what the
 * conditions read is settled.
 */
export function satisfy(conditions: readonly string[], settled: Assignment, facts: Facts, space: Space): Assignment | undefined {
  const open = [...new Set(conditions.flatMap((source) => readsOf(space.library.predicates[source] ?? { op: 'fault', message: '' })))].filter(
    (name) => Object.hasOwn(space.library.parameters, name) && !settled.has(name),
  );
  const values = new Map<string, Value>(settled);
  let tried = 0;
  const search = (depth: number): boolean => {
    if (++tried > MOST_TRIED) return false;
    let whole = true;
    for (const source of conditions) {
      const answer = ask(space, source, values, facts);
      if (answer.kind === 'fault' || (answer.kind === 'answer' && !answer.value)) return false;
      whole &&= answer.kind === 'answer';
    }
    const name = open[depth];
    if (whole || name === undefined) return whole;
    for (const value of space.candidates(name)) {
      values.set(name, value);
      if (search(depth + 1)) return true;
    }
    values.delete(name);
    return false;
  };
  return search(0) ? values : undefined;
}
