/** Days in one unit: the least and the most that a calendar gives it. */
const DAYS: Readonly<Record<string, readonly [number, number]>> = { Y: [365, 366], M: [28, 31], W: [7, 7], D: [1, 1] };
const ISO = /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T.*)?$/;

/**
 * -1 or 1 where one ISO 8601 duration is shorter or longer than the other in every calendar, 0 where they are equal;
 * undefined where it depends: a month and thirty days. Years and months compare by months.
 */
export function compareDurations(a: string, b: string): -1 | 0 | 1 | undefined {
  if (a === b) return 0;
  const [left, right] = [parse(a), parse(b)];
  if (left === undefined || right === undefined) return undefined;
  if (left.days === 0 && right.days === 0) return sign(left.months - right.months);
  if (left.months === 0 && right.months === 0) return sign(left.days - right.days);
  const [leastA, mostA] = bounds(left);
  const [leastB, mostB] = bounds(right);
  return leastA > mostB ? 1 : mostA < leastB ? -1 : undefined;
}

interface Parts { readonly months: number; readonly days: number }

function parse(iso: string): Parts | undefined {
  const match = ISO.exec(iso);
  if (match === null || iso.includes('T')) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1, 5).map((digits) => Number(digits ?? 0));
  return { months: years * 12 + months, days: weeks * 7 + days };
}

function bounds({ months, days }: Parts): readonly [number, number] {
  const [least = 0, most = 0] = DAYS['Y'] ?? [];
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const [short = 0, long = 0] = DAYS['M'] ?? [];
  return [years * least + rest * short + days, years * most + rest * long + days];
}

function sign(n: number): -1 | 0 | 1 {
  return n < 0 ? -1 : n > 0 ? 1 : 0;
}
