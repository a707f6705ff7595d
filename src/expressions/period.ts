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

const DAY = 86_400;

/** Shortest and longest length in seconds: a month has 28 to 31 days, twelve months 365 or 366. */
function bounds(period: Period): readonly [number, number] {
  const years = Math.floor(period.months / 12);
  const months = period.months % 12;
  const least = years * 365 + months * 28 + period.days;
  const most = years * 366 + months * 31 + period.days;
  return [least * DAY + period.seconds, most * DAY + period.seconds];
}

/**
 * Negative, zero or positive as `a` is shorter than, equal to or longer than `b`; undefined where that depends on
 * the calendar, as for six months and 180 days.
 */
export function comparePeriods(a: Period, b: Period): number | undefined {
  if (a.months === b.months) return Math.sign(a.days * DAY + a.seconds - b.days * DAY - b.seconds);
  if (a.days === b.days && a.seconds === b.seconds) return Math.sign(a.months - b.months);
  const [leastA, mostA] = bounds(a);
  const [leastB, mostB] = bounds(b);
  if (mostA < leastB) return -1;
  if (leastA > mostB) return 1;
  return undefined;
}
