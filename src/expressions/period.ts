import type { Relation } from '../model/index.ts';
import { holds } from './holds.ts';

/** A span of time as ISO 8601 writes it, in its three families: months, days and seconds do not convert exactly. */
export interface Period {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}

const PATTERN = /^P(?!$)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** Reads `P90D`, `P1Y6M`, `PT60S`; undefined if it is no ISO 8601 duration of whole units. */
export function parsePeriod(iso: string): Period | undefined {
  const match = PATTERN.exec(iso);
  if (!match) return undefined;
  const unit = (index: number): number => Number(match[index] ?? 0);
  return {
    months: unit(1) * 12 + unit(2),
    days: unit(3) * 7 + unit(4),
    seconds: unit(5) * 3600 + unit(6) * 60 + unit(7),
  };
}

/** What is said where `relatePeriods` cannot tell. */
export const CALENDAR = 'which of the two durations is longer depends on the calendar';

const DAY = 86_400;

/** Months after which the calendar repeats itself to the day. */
const CYCLE = 4_800;

/** Days from 1 March of the year 0 to the first of a month, counted from there: a leap day is the last of its year. */
function daysBefore(months: number): number {
  const years = Math.floor(months / 12);
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + Math.floor((153 * (months % 12) + 2) / 5);
}

/** Fewest and most days that so many months in a row have: of one 28 to 31, of twelve 365 or 366. */
function daysOf(months: number): readonly [least: number, most: number] {
  const rest = months % CYCLE;
  let [least, most] = [Infinity, 0];
  for (let start = 0; start < CYCLE; start += 1) {
    const days = daysBefore(start + rest) - daysBefore(start);
    least = Math.min(least, days);
    most = Math.max(most, days);
  }
  const whole = Math.floor(months / CYCLE) * daysBefore(CYCLE);
  return [whole + least, whole + most];
}

/** Bounds of the same that lie wider and cost no walk through the calendar. */
function aboutDaysOf(months: number): readonly [least: number, most: number] {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years * 365 + rest * 28, years * 366 + rest * 31];
}

/**
 * How `a` stands to `b`, begun on the same day, at the least and at the most: -1 shorter, 0 equal, 1 longer. The two differ where
 * it depends on the calendar: a year is 365 days or longer, six months are shorter or longer than 182 days.
 */
function order(a: Period, b: Period): readonly [least: number, most: number] {
  const months = a.months - b.months;
  if (months < 0) {
    const [least, most] = order(b, a);
    return [0 - most, 0 - least];
  }
  const rest = (a.days - b.days) * DAY + a.seconds - b.seconds;
  const signs = ([least, most]: readonly [number, number]): readonly [least: number, most: number] => [Math.sign(least * DAY + rest), Math.sign(most * DAY + rest)];
  const about = signs(aboutDaysOf(months));
  return about[0] === about[1] ? about : signs(daysOf(months));
}

/** Whether a relation holds between two durations whenever they begin; undefined where that depends on the calendar. */
export function relatePeriods(by: Relation, a: Period, b: Period): boolean | undefined {
  const [least, most] = order(a, b);
  const told = holds(by, least);
  // Between shorter and longer there may be equal.
  return told === holds(by, most) && (least === most || (by !== '==' && by !== '!=')) ? told : undefined;
}
