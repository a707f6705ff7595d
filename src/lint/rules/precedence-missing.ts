import { article, draftOf, frameworkOf, paragraph } from '../example.ts';
import { hasMatter, missingArticles, says } from '../missing-articles.ts';
import type { Rule } from '../rule.ts';

const SAID = /\bprevail|\btakes? precedence|\bshall govern in case of|имеет преимущественную силу|преимуществ|превалиру/i;

export const rule: Rule = {
  id: 'precedence-missing',
  code: 'S05',
  severity: 'error',
  title: 'An arrangement does not say that its framework prevails',
  why: 'Two texts of the same parties will conflict one day; without a rule the later one is read as changing the earlier.',
  good: () => ({ title: 'The framework prevails', draft: draftOf({ languages: ['en'], articles: [article('precedence', 1, [paragraph('precedence.framework/rule', 1, { en: 'In case of conflict the Agreement shall prevail.' })])] }), context: { framework: frameworkOf() } }),
  bad: () => ({ title: 'Nothing is said', draft: draftOf({ languages: ['en'], articles: [article('data', 1, [paragraph('data.rules/rule', 1, { en: 'Each Party shall keep records.' })])] }), context: { framework: frameworkOf() } }),
  *check(context) {
    if ((context.framework ?? context.draft.basis.framework) === undefined || context.draft.articles.length === 0) return;
    // A text that changes its framework or ends it is meant to prevail over it; one that binds nobody cannot conflict with it.
    if (hasMatter(context, 'changes', 'ending', 'status')) return;
    if (missingArticles(context).includes('precedence') || hasMatter(context, 'precedence') || says(context, SAID)) return;
    yield { message: 'no article says which text prevails where this instrument and its framework conflict', hint: 'choose a provision of the article “precedence”', subjects: ['article:precedence'] };
  },
};
