export interface CalendarDate { readonly year: number; readonly month: number; readonly day: number }

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists({ year, month, day }: CalendarDate): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : LENGTHS[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** Reads `2026-11-23`; undefined for a day that the calendar does not have. */
export function readDate(iso: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return exists(date) ? date : undefined;
}

/** ISO 8601; undefined for a day that the calendar does not have. */
export function writeDate(date: CalendarDate): string | undefined {
  if (!exists(date)) return undefined;
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}
