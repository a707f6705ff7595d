import type { Relation } from '../model/index.ts';

/** Whether a relation holds between two things of which the first is less than (negative), equal to (0) or more than the second. */
export function holds(by: Relation, order: number): boolean {
  switch (by) {
    case '==': return order === 0;
    case '!=': return order !== 0;
    case '<': return order < 0;
    case '<=': return order <= 0;
    case '>': return order > 0;
    case '>=': return order >= 0;
    default: return by satisfies never;
  }
}
