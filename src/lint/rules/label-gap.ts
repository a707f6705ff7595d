import type { Node } from '../../model/index.ts';
import { article, draftOf } from '../example.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { viewOf } from '../view.ts';

const labelled = (...labels: string[]) => draftOf({ languages: ['en'], articles: [article('data', 1, labels.map((label, i): Node => ({ id: `~${i}`, type: 'paragraph', label: { en: label }, content: { en: [{ type: 'text', text: 'Each Party shall keep records.' }] }, children: [] })))] });

export const rule: Rule = {
  id: 'label-gap',
  code: 'S03',
  severity: 'warning',
  title: 'Printed numbers that skip or repeat',
  why: 'A number that stands twice cites two texts; one that is missing makes a reader ask what was taken out.',
  follows: ['parity-structure'],
  good: () => ({ title: '1, 2, 3', draft: labelled('1.', '2.', '3.') }),
  bad: () => ({ title: '1, 2, 4', draft: labelled('1.', '2.', '4.') }),
  *check({ draft }) {
    const { entries } = viewOf(draft);
    yield* series(draft.articles);
    for (const { node } of entries) if (node.children.some(({ label }) => label !== undefined)) yield* series(node.children);
  },
};

interface Printed { readonly style: string; readonly number: number; readonly text: string }

/** Neighbours of one style count up by one; what has no number, or another style, begins anew. */
function* series(siblings: readonly Node[]): Iterable<RuleFinding> {
  let last: { readonly printed: Printed; readonly node: Node } | undefined;
  let shift = 0;
  for (const node of siblings) {
    const printed = printedOf(node);
    if (node.ordinal !== undefined) {
      // In a text that this tool numbered, a number is compared with the one that it gave; a shift is told where it begins.
      const before = shift;
      shift = printed === undefined ? 0 : printed.number - node.ordinal;
      if (printed !== undefined && shift !== 0 && shift !== before) yield { message: `“${printed.text}” stands where ${node.ordinal} belongs`, hint: 'number the blocks in order', node };
      continue;
    }
    if (printed === undefined) {
      if (node.label !== undefined) last = undefined;
      continue;
    }
    if (last !== undefined && last.printed.style === printed.style && printed.number !== 1 && printed.number !== last.printed.number + 1) {
      const again = printed.number === last.printed.number;
      yield {
        message: again ? `the number “${printed.text}” stands twice` : `“${printed.text}” follows “${last.printed.text}”`,
        hint: again ? 'give the second its own number' : 'number the blocks in order, or mark what was taken out as deleted',
        node, related: [{ message: `“${last.printed.text}” stands here`, node: last.node }],
      };
    }
    last = { printed, node };
  }
}

function printedOf(node: Node): Printed | undefined {
  const text = Object.values(node.label ?? {})[0]?.trim();
  // 8 bis and 8.1 are inserted between; they belong to no series.
  const match = text === undefined ? null : /^(\D{0,20}?)(\d{1,4})(\D{0,2})$/u.exec(text);
  if (match === null || text === undefined) return undefined;
  return { style: `${node.type} ${match[1] ?? ''}#${match[3] ?? ''}`.toLowerCase(), number: Number(match[2]), text };
}
