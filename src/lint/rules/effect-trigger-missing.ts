import { article, draftOf, paragraph } from '../example.ts';
import { hasMatter, missingArticles, says } from '../missing-articles.ts';
import type { Rule } from '../rule.ts';
import { viewOf } from '../view.ts';

const SAID = /\b(?:enters?|entry|entered|entering) into force|\b(?:come|comes|take|takes|have|has) (?:in)?(?:to )?effect|\beffective (?:on|upon|from)|вступ[а-яё]+ в силу|начина[а-яё]+ применяться|применяется с/i;
const some = (en: string) => draftOf({ languages: ['en'], articles: [article('data', 1, [paragraph('data.rules/rule', 1, { en })])] });

export const rule: Rule = {
  id: 'effect-trigger-missing',
  code: 'S13',
  severity: 'error',
  title: 'Nothing says when the text takes effect',
  why: 'Every period in a text runs from a day; without the event that starts it there is none.',
  good: () => ({ title: 'Signature is the trigger', draft: some('This Arrangement shall enter into force on the date of the last signature.') }),
  bad: () => ({ title: 'No trigger', draft: some('Each Party shall keep records.') }),
  *check(context) {
    const { draft } = context;
    // A text from elsewhere may be an extract.
    if (viewOf(draft).foreign || draft.articles.length === 0 || missingArticles(context).includes('duration')) return;
    if (hasMatter(context, 'duration', 'entry-into-force') || says(context, SAID)) return;
    yield { message: 'nothing says when this instrument enters into force or takes effect', hint: 'choose the provision “duration.entry-into-force”', subjects: ['article:duration'] };
  },
};
