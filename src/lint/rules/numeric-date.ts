import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { DIGIT } from '../signs.ts';
import { placeOf, viewOf } from '../view.ts';

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/gu;
const DOTTED = /(?<![\d.])(?:0?[1-9]|1[0-2])[.-](?:0?[1-9]|1[0-2])[.-]\d{4}(?!\w|\.\d)/gu;

export const rule: Rule = {
  id: 'numeric-date',
  code: 'N10',
  severity: 'error',
  title: 'A date in figures alone',
  why: 'The United States writes the month first, Europe the day: 04/06/2000 is two dates.',
  words: true,
  good: () => ({ title: 'The month is a word', draft: paragraphs([{ en: 'The centre shall open on 4 June 2028.', ru: 'Центр открывается 4 июня 2028 года.' }]) }),
  bad: () => ({ title: 'April or June?', draft: paragraphs([{ en: 'The centre shall open on 04/06/2028.', ru: 'Центр открывается 4 июня 2028 года.' }]) }),
  *check({ draft }) {
    const view = viewOf(draft);
    for (const passage of view.passages) {
      if ((passage.signs & DIGIT) === 0 || !/\d[/.-]\d/.test(passage.own)) continue;
      // Russian and English readers take 04.06.2000 for different days only in an English text.
      for (const pattern of passage.language === 'en' ? [SLASHED, DOTTED] : [SLASHED]) {
        for (const match of passage.own.matchAll(pattern)) {
          const clear = Number(match[1] ?? 1) > 12 || Number(match[2] ?? 1) > 12;
          // A text from elsewhere is not held to this house's style, only to being clear.
          if (clear && view.foreign) continue;
          yield { message: clear ? `“${match[0]}” gives a date in figures alone` : `“${match[0]}” may be read with the day first or with the month first`, hint: 'write the month as a word: 4 June 2028', ...placeOf(passage) };
        }
      }
    }
  },
};
