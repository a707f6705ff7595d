import { writeDate } from '../calendar.ts';
import type { FoundDate } from '../language.ts';

/** Months as they stand in a date. */
export const MONTHS = [
  'января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря',
];

const DATE = new RegExp(`(?<![\\p{L}\\d])[«"“]?(\\d{1,2})[»"”]?\\s+(${MONTHS.join('|')})\\s+(\\d{4})(?!\\d)(?:\\s*(?:года|году|г\\.))?`, 'giu');

/** «4 июня 2000 года», «4 июня 2000 г.». */
export function russianDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const month = MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1;
    const iso = writeDate({ year: Number(match[3]), month, day: Number(match[1]) });
    return iso === undefined ? [] : [{ index: match.index, length: match[0].length, text: match[0], iso }];
  });
}
