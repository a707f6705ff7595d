import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { SLASH } from '../signs.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

const OPEN_ENDED = /(?<![A-Za-zА-Яа-яЁё])(?:and\/or|etc\.|et cetera|и\/или|и\s?т\.\s?[дп]\.)/gi;

export const rule: Rule = {
  id: 'and-or',
  code: 'T09',
  severity: 'info',
  title: '“and/or”, “etc.”: a list without an end',
  why: 'Each reads as two texts at once. Say “A or B, or both”, or name what the list leaves open.',
  words: true,
  good: () => ({ title: 'Both cases are said', draft: paragraphs([{ en: 'Each Party shall store tools or parts, or both.', ru: 'Каждая из Сторон хранит инструменты или детали либо то и другое.' }]) }),
  bad: () => ({ title: 'One or both', draft: paragraphs([{ en: 'Each Party shall store tools and/or parts.', ru: 'Каждая из Сторон хранит инструменты, детали и т. д.' }]) }),
  *check({ draft }) {
    const view = viewOf(draft);
    // In a text that is not ours to mend it is habit rather than fault.
    if (view.foreign) return;
    for (const passage of view.passages) {
      if ((passage.signs & SLASH) === 0 && !/etc|и\s?т\./.test(passage.own)) continue;
      for (const match of passage.own.matchAll(OPEN_ENDED)) {
        yield {
          message: `“${match[0]}” leaves open what is meant: “${excerpt(passage.text, match.index, match[0].length)}”`,
          hint: passage.language === 'en' ? 'write “A or B, or both”, or name every item' : 'name every item', ...placeOf(passage),
        };
      }
    }
  },
};
