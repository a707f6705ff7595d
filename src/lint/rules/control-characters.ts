import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { HIDDEN } from '../signs.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

/** Marks that turn the order of what is read. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFD\uE000-\uF8FF\uD800-\uDFFF\u{E0000}-\u{E0FFF}\u{F0000}-\u{10FFFF}]/u;

export const rule: Rule = {
  id: 'control-characters',
  severity: 'warning',
  title: 'Characters that cannot be seen',
  why: 'A hidden character makes two texts differ that look the same; one that turns the direction of reading makes a text look other than it is.',
  words: true,
  good: () => ({ title: 'Only what can be read, and no-break spaces', draft: paragraphs([{ en: 'The cost shall not exceed USD\u00A0500,000.' }]) }),
  bad: () => ({ title: 'A mark that turns the reading direction', draft: paragraphs([{ en: 'The cost shall not exceed \u202EUSD 500,000.' }]) }),
  *check({ draft }) {
    for (const passage of viewOf(draft).passages) {
      const found = (passage.signs & HIDDEN) === 0 ? null : UNSEEN.exec(passage.text);
      if (found === null) continue;
      const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const bidi = BIDI.test(passage.text);
      yield {
        message: `the hidden character ${code} stands in “${excerpt(passage.text.replace(new RegExp(UNSEEN, 'gu'), ' '), found.index, 1)}”`,
        hint: bidi ? 'take it out: such characters change the order in which the text is shown' : 'take it out',
        ...(bidi ? { severity: 'error' as const } : {}), ...placeOf(passage),
      };
    }
  },
};
