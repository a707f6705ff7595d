import { nearest } from '../../text/nearest.ts';
import { frameworkOf, paragraphs, refer } from '../example.ts';
import { citedDivisions } from '../cited-divisions.ts';
import type { Rule } from '../rule.ts';
import { placeOf, provisionOf, viewOf, type View } from '../view.ts';

export const rule: Rule = {
  id: 'dangling-reference',
  code: 'S01',
  severity: 'error',
  title: 'A reference to something that is not there',
  why: 'A reference that points nowhere takes with it whatever depends on it: a licence, a limit, a procedure.',
  words: true,
  follows: ['clause-missing', 'article-missing'],
  good: () => ({
    title: 'Both references have their targets',
    draft: paragraphs([{ en: 'Each Party shall keep records.' }, { en: ['Records under ', refer('data.rules/rule-1', 'paragraph 1'), ' and claims under ', refer('article:liability', 'Article 15 of the Agreement', 'framework'), ' shall be kept.'] }]),
    context: { framework: frameworkOf() },
  }),
  bad: () => ({ title: 'The paragraph is not in the draft', draft: paragraphs([{ en: 'Each Party shall keep records.' }, { en: ['Records under ', refer('data.rules/rule-7', 'paragraph 7'), ' shall be kept.'] }]) }),
  *check({ draft, framework }) {
    const view = viewOf(draft);
    const inFramework = framework === undefined ? undefined : new Set(framework.articles.flatMap((article) => [article.id, ...article.ids, ...Object.keys(article.blocks)]));
    const inDraft = targets(view);
    for (const passage of view.passages) {
      for (const { inline } of passage.pieces) {
        if (inline.type !== 'reference') continue;
        const known = inline.instrument === 'self' ? inDraft : inFramework;
        if (known === undefined || known.has(inline.id)) continue;
        const near = nearest(inline.id, [...known], 1)[0];
        yield {
          message: `“${inline.text || inline.id}” refers to “${inline.id}”, which is not in ${inline.instrument === 'self' ? 'this draft' : 'the framework'}`,
          ...(near === undefined ? {} : { hint: `the nearest is “${near}”` }),
          subjects: [inline.id], ...placeOf(passage),
        };
      }
    }
    yield* citedDivisions(view);
  },
};

/** What a reference may name: a block, a repeated block without its item, or a provision, which leads to its article. */
function targets(view: View): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node } of view.entries) {
    found.add(node.id);
    if (node.id.includes('[')) found.add(node.id.replace(/\[[^\]]*\]/g, ''));
    const provision = provisionOf(node);
    if (provision !== undefined) found.add(provision);
  }
  return found;
}
