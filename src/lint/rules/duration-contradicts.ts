import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { placeOf, viewOf, type Passage } from '../view.ts';

interface Words { readonly hint: RegExp; readonly endless: RegExp; readonly fixed: RegExp; readonly qualified: RegExp }

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    hint: /indefinite|unlimited|without limit/,
    endless: /\b(?:in force|in effect|effective|concluded)\b[^.;]{0,60}\b(?:indefinitely|for an (?:indefinite|unlimited) (?:period|term|duration)|without limit of time)\b/i,
    fixed: /\b(?:remain|continue|be|stay|shall be concluded)\b[^.;]{0,30}\b(?:in force|in effect|effective|to have effect|concluded)\b[^.;]{0,40}\bfor (?:a (?:period|term) of )?[A-Za-z-]{0,20}\s?\(?\d{1,3}\)?\s(?:calendar\s)?(?:year|month|day)s?\b/i,
    qualified: /\b(?:thereafter|initial|unless|extend[a-z]*|renew[a-z]*|after (?:that|which)|Articles?|protect[a-z]*|surviv[a-z]*|continue to apply)\b/i,
  },
  ru: {
    hint: /бессрочно|неопредел/,
    endless: /(?<![а-яё])(?:действует|заключ[а-яё]+|применя[а-яё]+)[^.;]{0,60}(?:бессрочно|на неопредел[её]нный срок)/i,
    fixed: /(?<![а-яё])(?:действует|заключ[а-яё]+|будет применяться)[^.;]{0,40}(?:в течение|сроком на|на срок)\s\d{1,3}(?:\s\([^()]{1,60}\))?\s(?:год|лет|месяц|дн)/i,
    qualified: /(?<![а-яё])(?:затем|первоначальн[а-яё]+|если|продл[а-яё]+|после чего|стать[а-яё]+)/i,
  },
};

export const rule: Rule = {
  id: 'duration-contradicts',
  code: 'N09',
  severity: 'error',
  title: 'A text that is indefinite in one place and limited in another',
  why: 'Neither side knows on which day it is free.',
  words: true,
  good: () => ({ title: 'A fixed term', draft: paragraphs([{ en: 'This Arrangement shall remain in force for ten (10) years.' }]) }),
  bad: () => ({ title: 'Ten years, and for ever', draft: paragraphs([{ en: 'This Arrangement shall remain in force for ten (10) years.' }, { en: 'This Arrangement shall remain in force indefinitely.' }]) }),
  *check({ draft }) {
    const view = viewOf(draft);
    for (const language of draft.meta.languages) {
      const words = WORDS[language];
      if (words === undefined) continue;
      const passages = view.passages.filter((passage) => passage.language === language && passage.place === 'articles' && passage.part !== 'heading');
      const endless = passages.find(({ text }) => words.hint.test(text) && words.endless.test(text) && !words.qualified.test(text));
      const fixed = endless === undefined ? undefined : passages.find(({ text }) => words.fixed.test(text) && !words.qualified.test(text));
      if (endless === undefined || fixed === undefined) continue;
      yield {
        message: 'the text applies without limit of time here and for a fixed term in another place',
        hint: 'keep one of them, or say which follows the other', ...placeOf(endless), ...related(fixed),
      };
    }
  },
};

function related({ entry }: Passage) {
  return entry === undefined ? {} : { related: [{ message: 'the fixed term stands here', node: entry.node }] };
}
