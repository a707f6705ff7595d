import { parsePeriod, relatePeriods } from '../expressions/period.ts';
import type { Relation } from '../model/index.ts';

/** Whether a relation holds between two ISO 8601 durations in every calendar; undefined where it depends on one: a month and thirty days. */
export function relateDurations(by: Relation, a: string, b: string): boolean | undefined {
  const [left, right] = [parsePeriod(a), parsePeriod(b)];
  return left && right && relatePeriods(by, left, right);
}
