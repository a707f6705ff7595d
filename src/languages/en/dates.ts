import { writeDate } from '../calendar.ts';
import type { FoundDate } from '../language.ts';

export const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

const MONTH = `(${MONTHS.join('|')})`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const DATE = new RegExp(
  `(?<![\\p{L}\\d])(?:${DAY}(?:\\s+day)?(?:\\s+of)?\\s+${MONTH},?\\s+(\\d{4})|${MONTH}\\s+${DAY},?\\s+(\\d{4}))(?!\\d)`, 'giu',
);

/** "4 June 2000", "4th day of June 2000", "June 4, 2000". */
export function englishDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const name = (match[2] ?? match[4] ?? '').toLowerCase();
    const month = MONTHS.findIndex((known) => known.toLowerCase() === name) + 1;
    const iso = writeDate({ year: Number(match[3] ?? match[6]), month, day: Number(match[1] ?? match[5]) });
    return iso === undefined ? [] : [{ index: match.index, length: match[0].length, text: match[0], iso }];
  });
}
