import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt, sentenceBefore } from '../words.ts';

const BEARER = /\b(?:Part(?:y|ies)|Governments?|Ministr(?:y|ies)|Departments?|Committee|Centre|Center|Contractors?|Agenc(?:y|ies)|Officers?|Heads?|Participants?)(?:\sconcerned)?\swill\s(?!have\s)/g;
/** Words that make the clause depend on another: there “will” tells what is to come. */
const DEPENDENT = /\b(?:that|which|who|whom|whose|if|whether|where|when|until|unless|because|since|as)\b[^,]*$/i;

export const rule: Rule = {
  id: 'will-as-duty',
  code: 'T02',
  severity: 'warning',
  title: '“will” where a treaty means a duty',
  why: 'In a treaty “shall” lays a duty and “will” foretells. The other side may say that it only foretold.',
  words: true,
  good: () => ({ title: 'A duty, and a forecast in a dependent clause', draft: paragraphs([{ en: 'Each Party shall keep records of the costs that the Committee will review.' }]) }),
  bad: () => ({ title: 'A duty that may be a forecast', draft: paragraphs([{ en: 'Each Party will keep records of its costs.' }]) }),
  *check({ draft }) {
    if (draft.meta.register !== 'treaty') return;
    const view = viewOf(draft);
    const passages = view.passages.filter(({ language, place }) => language === 'en' && (place === 'articles' || place === 'annexes'));
    // A text from elsewhere that never says “shall” is a memorandum.
    if (view.foreign && !passages.some(({ text }) => /\bshall\b/u.test(text))) return;
    for (const passage of passages) {
      if (!passage.text.includes(' will ')) continue;
      for (const match of passage.text.matchAll(BEARER)) {
        if (DEPENDENT.test(sentenceBefore(passage.text, match.index))) continue;
        yield { message: `“will” may be read as a forecast: “${excerpt(passage.text, match.index, match[0].length)}”`, hint: 'write “shall” for a duty', ...placeOf(passage) };
      }
    }
  },
};
