import { article, draftOf, paragraph } from '../example.ts';
import { frameworkArticle } from '../framework-values.ts';
import { hasMatter, missingArticles } from '../missing-articles.ts';
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
    const { framework } = context;
    for (const demanded of framework?.articles ?? []) {
      if (framework === undefined || demanded.rule !== 'must' || hasMatter(context, demanded.article)) continue;
      yield {
        message: `the article “${demanded.article}” is missing; ${frameworkArticle(demanded, framework)} (${Object.values(demanded.title)[0] ?? demanded.article}) leaves the matter to each arrangement`,
        hint: `choose a provision of the article “${demanded.article}”, or add text of your own`,
        subjects: [`article:${demanded.article}`],
      };
    }
  },
};
