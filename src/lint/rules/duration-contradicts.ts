import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { placeOf, viewOf, type Passage } from '../view.ts';

interface Words { readonly endless: RegExp; readonly fixed: RegExp; readonly then: RegExp }

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    endless: /\b(?:in force|in effect|effective|concluded)\b[^.;]{0,60}\b(?:indefinitely|for an (?:indefinite|unlimited) (?:period|term|duration)|without limit of time)\b/iu,
    fixed: /\b(?:remain|continue|be|stay|shall be concluded)\b[^.;]{0,30}\b(?:in force|in effect|effective|to have effect|concluded)\b[^.;]{0,40}\bfor (?:a (?:period|term) of )?[\p{L}-]{0,20}\s?\(?\d{1,3}\)?\s(?:calendar\s)?(?:year|month|day)s?\b/iu,
    then: /\b(?:thereafter|initial|unless|extend\p{L}*|renew\p{L}*|after (?:that|which)|Articles?|protect\p{L}*|surviv\p{L}*|continue to apply)\b/iu,
  },
  ru: {
    endless: /(?<!\p{L})(?:действует|заключ\p{L}+|применя\p{L}+)[^.;]{0,60}(?:бессрочно|на неопредел[её]нный срок)/iu,
    fixed: /(?<!\p{L})(?:действует|заключ\p{L}+|будет применяться)[^.;]{0,40}(?:в течение|сроком на|на срок)\s\d{1,3}(?:\s\([^()]{1,60}\))?\s(?:год|лет|месяц|дн)/iu,
    then: /(?<!\p{L})(?:затем|первоначальн\p{L}+|если|продл\p{L}+|после чего|стать\p{L}+)/iu,
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
      const candidates = view.passages.filter((passage) => passage.language === language && passage.place === 'articles' && passage.part !== 'heading' && !words.then.test(passage.text));
      const endless = candidates.find(({ text }) => words.endless.test(text));
      const fixed = endless === undefined ? undefined : candidates.find(({ text }) => words.fixed.test(text));
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
