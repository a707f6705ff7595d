import type { Draft, Node } from '../../model/index.ts';
import { article, draftOf, paragraph } from '../example.ts';
import { recordedIn } from '../recorded.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { viewOf } from '../view.ts';

const one = () => paragraph('data.rules/records', 1, { en: 'Each Party shall keep records.' });
const two = () => paragraph('~2', 2, { en: 'The Parties shall review them.' });
const draftWith = (...children: Node[]) => draftOf({ languages: ['en'], articles: [article('data', 1, children)] });

export const rule: Rule = {
  id: 'clause-added',
  severity: 'warning',
  title: 'A clause in the draft that the arrangement does not know of',
  why: 'Words written into a draft by hand are lost when it is drafted again, and nobody has approved them.',
  follows: ['reserved-touched', 'clause-missing'],
  good: () => ({ title: 'Nothing but the arrangement’s own', draft: draftWith(one()), context: { standard: draftWith(one()) } }),
  bad: () => ({ title: 'A paragraph has been written in', draft: draftWith(one(), two()), context: { standard: draftWith(one()) } }),
  *check({ draft, standard, recorded }) {
    if (standard === undefined) return;
    const isRecorded = recordedIn(recorded);
    const usual = viewOf(standard).byId;
    const told = new Set<string>();
    const present = viewOf(draft).byId;
    const gone = new Map(viewOf(standard).entries.flatMap(({ node }): [string, string][] => (present.has(node.id) ? [] : [[wordsOf(node, draft), node.id]])));
    for (const { node, ancestors } of viewOf(draft).entries) {
      // An article that stands only for what the arrangement adds is added by it too.
      if (usual.has(node.id) || isRecorded(node) || (node.type === 'article' && node.children.length > 0 && node.children.every(isRecorded))) continue;
      told.add(node.id);
      if (ancestors.some(({ id }) => told.has(id))) continue;
      // The words of a clause that has lost its id are that clause.
      const lost = gone.get(wordsOf(node, draft));
      yield { message: `the ${node.type} is not in the arrangement`, hint: 'add it to the arrangement under add, or take it out', node, ...(lost === undefined ? {} : { subjects: [node.id, lost] }) };
    }
  },
};

function wordsOf(node: Node, { meta }: Draft): string {
  return meta.languages.map((language) => textsOf(node, language).join('\n')).join('\n\n');
}
