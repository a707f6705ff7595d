import type { Node } from '../../model/index.ts';
import { article, draftOf, paragraph } from '../example.ts';
import type { Rule } from '../rule.ts';
import { viewOf } from '../view.ts';

export const rule: Rule = {
  id: 'empty-block',
  severity: 'error',
  title: 'A block with a number and no words',
  why: 'An empty paragraph is counted and cited like any other: every later number is then wrong by one once it is noticed.',
  good: () => ({ title: 'Every paragraph says something', draft: draftOf({ languages: ['en'], articles: [article('data', 1, [paragraph('data.rules/rule', 1, { en: 'Each Party shall keep records.' })])] }) }),
  bad: () => ({ title: 'The second paragraph is empty', draft: draftOf({ languages: ['en'], articles: [article('data', 1, [paragraph('data.rules/rule', 1, { en: 'Each Party shall keep records.' }), paragraph('data.rules/more', 2, { en: ' ' })])] }) }),
  follows: ['clause-missing', 'article-missing'],
  *check({ draft }) {
    const view = viewOf(draft);
    if (view.foreign) return;
    for (const { node } of view.entries) {
      if (!canBeEmpty(node) && node.children.length === 0 && (view.passagesOf.get(node) ?? []).every((passage) => passage.part === 'heading' || passage.text.trim() === '')) {
        yield { message: `the ${node.type} has no words in any language`, hint: 'write the words, or leave the block out', node };
      }
    }
  },
};

/** A table's cells may be empty, a signature is signed, and an annex may be kept elsewhere. */
function canBeEmpty(node: Node): boolean {
  return ['table', 'row', 'cell', 'signature'].includes(node.type) || node.annex?.heldSeparately === true;
}
