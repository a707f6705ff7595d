export type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

export interface DurationPart { readonly unit: DurationUnit; readonly count: bigint }

const DATE_UNITS: readonly (readonly [DurationUnit, string])[] = [['year', 'Y'], ['month', 'M'], ['week', 'W'], ['day', 'D']];
const TIME_UNITS: readonly (readonly [DurationUnit, string])[] = [['hour', 'H'], ['minute', 'M'], ['second', 'S']];
const ORDER: readonly DurationUnit[] = [...DATE_UNITS, ...TIME_UNITS].map(([unit]) => unit);

const ISO = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The parts of an ISO 8601 duration, largest first, without nil parts unless the whole is nil. Whole numbers only. */
export function readDuration(iso: string): readonly DurationPart[] | undefined {
  const match = ISO.exec(iso);
  if (match === null) return undefined;
  const parts: DurationPart[] = [];
  ORDER.forEach((unit, i) => {
    const digits = match[i + 1];
    if (digits !== undefined) parts.push({ unit, count: BigInt(digits) });
  });
  const some = parts.filter((part) => part.count > 0n);
  return some.length > 0 ? some : parts.slice(0, 1);
}

/** Undefined unless the parts run from large to small, each unit once. */
export function writeDuration(parts: readonly DurationPart[]): string | undefined {
  if (parts.length === 0) return undefined;
  const ranks = parts.map((part) => ORDER.indexOf(part.unit));
  if (ranks.some((rank, i) => i > 0 && rank <= (ranks[i - 1] ?? -1))) return undefined;
  const print = (units: readonly (readonly [DurationUnit, string])[]): string =>
    units.map(([unit, sign]) => parts.filter((part) => part.unit === unit).map((part) => `${part.count}${sign}`).join('')).join('');
  const time = print(TIME_UNITS);
  return `P${print(DATE_UNITS)}${time === '' ? '' : `T${time}`}`;
}
