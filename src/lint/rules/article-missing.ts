import { article, draftOf, paragraph } from '../example.ts';
import { missingArticles } from '../missing-articles.ts';
import type { Rule } from '../rule.ts';

const kept = () => article('objectives', 1, [paragraph('objectives.project/aim', 1, { en: 'The Parties shall build the centre.' })]);

export const rule: Rule = {
  id: 'article-missing',
  code: 'S04',
  severity: 'error',
  title: 'An article that this kind of instrument must have is not there',
  why: 'An arrangement without its scope, its money or its end leaves to chance what its instrument exists to settle.',
  good: () => ({ title: 'The mandatory article is there', draft: draftOf({ languages: ['en'], articles: [kept()] }), context: { mandatory: ['objectives'] } }),
  bad: () => ({ title: 'The article on termination has been left out', draft: draftOf({ languages: ['en'], articles: [kept()] }), context: { mandatory: ['objectives', 'termination'] } }),
  *check(context) {
    for (const name of missingArticles(context)) {
      yield {
        message: `the article “${name}” is missing; ${context.draft.meta.instrument || 'the instrument'} must have it`,
        hint: `choose a provision of the article “${name}”, or take its provisions out of omit`,
        subjects: [`article:${name}`],
      };
    }
  },
};
