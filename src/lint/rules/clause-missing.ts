import { article, draftOf, paragraph } from '../example.ts';
import { recordedIn } from '../recorded.ts';
import type { Rule } from '../rule.ts';
import { quoteSome } from '../words.ts';
import { viewOf } from '../view.ts';
import type { Node } from '../../model/index.ts';

const one = () => paragraph('data.rules/records', 1, { en: 'Each Party shall keep records.' });
const two = () => paragraph('data.rules/review', 2, { en: 'The Parties shall review them.' });
const draftWith = (...children: Node[]) => draftOf({ languages: ['en'], articles: [article('data', 1, children)] });

export const rule: Rule = {
  id: 'clause-missing',
  severity: 'error',
  title: 'A clause that the arrangement’s choices call for is not in the draft',
  why: 'A paragraph deleted by hand leaves no trace of who took it out and why.',
  follows: ['article-missing'],
  good: () => ({ title: 'The omission is recorded', draft: draftWith(one()), context: { standard: draftWith(one(), two()), recorded: ['data.rules/review'] } }),
  bad: () => ({ title: 'The second paragraph has gone', draft: draftWith(one()), context: { standard: draftWith(one(), two()) } }),
  *check({ draft, standard, recorded }) {
    if (standard === undefined) return;
    const isRecorded = recordedIn(recorded);
    const present = viewOf(draft).byId;
    const under = new Map<string, string[]>();
    const tops: Node[] = [];
    const near = new Map<Node, Node>();
    let last: Node | undefined;
    for (const { node, ancestors } of viewOf(standard).entries) {
      last = present.get(node.id)?.node ?? last;
      if (present.has(node.id) || isRecorded(node)) continue;
      if (last !== undefined) near.set(node, last);
      const top = ancestors.find(({ id }) => under.has(id));
      if (top === undefined) {
        // An article goes with its last provision.
        if (node.type === 'article' && node.children.length > 0 && node.children.every((child) => isRecorded(child))) continue;
        tops.push(node);
        under.set(node.id, [node.id]);
      } else under.get(top.id)?.push(node.id);
    }
    for (const node of tops) {
      const words = Object.values(node.heading ?? node.content ?? {})[0]?.map((inline) => ('text' in inline ? inline.text : '')).join('') ?? '';
      const ids = under.get(node.id) ?? [];
      const before = near.get(node);
      yield {
        message: `the ${node.type} “${node.id}” is not in the draft${words === '' ? '' : `: ${quoteSome([words.length > 70 ? `${words.slice(0, words.lastIndexOf(' ', 70))} …` : words])}`}`,
        hint: node.type === 'article' ? 'record the omission of its provisions under omit, or restore the article' : 'record it under departures or omit, or restore the words',
        subjects: ids,
        ...(before === undefined ? {} : { near: before }),
      };
    }
  },
};
