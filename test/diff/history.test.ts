import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Change } from '../../src/model/index.ts';
import { ComparisonSchema } from '../../src/model/schemas/changes.ts';
import { bare, pairNames, present, readPair } from './read-pair.ts';

const Truth = z.object({
  moved: z.array(z.object({ from_para: z.number(), to_para: z.number(), text: z.string() })),
  renumbered: z.array(z.object({ label_before: z.string(), label_after: z.string(), text: z.string() })),
});

const label = (number: string): string => number.replace(/\.$/, '');

/** Paragraphs as anyone would count them: parted by blank lines, list items and headings on their own. */
function paragraphs(source: string): string[] {
  const out: string[] = [];
  let open = '';
  const flush = (): void => {
    if (open !== '') out.push(open);
    open = '';
  };
  for (const line of source.split('\n')) {
    if (line.trim() === '') flush();
    else if (/^\s*(?:[-*+]\s|#{1,6}|\|)/.test(line)) {
      flush();
      open = line.replace(/^\s*(?:[-*+]\s|#+)/, '');
      if (/^\s*[#|]/.test(line)) flush();
    } else if (/^\s*(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|\(?[a-zA-Z]\)|[A-Z]\.)\s/.test(line)) {
      flush();
      open = line;
    } else open += ` ${line}`;
  }
  flush();
  return out.map((text) => plain(text.replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|\(?[a-zA-Z]{1,4}\)|[A-Z]\.)(?=\s)/, ''))).filter((text) => text !== '');
}

function identical(before: string, after: string): string[] {
  const count = (source: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const text of paragraphs(source)) counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts;
  };
  const [left, right] = [count(before), count(after)];
  return [...left].filter(([text, n]) => right.get(text) === n && text.length >= 12).map(([text]) => text);
}

/** Without Markdown's marks, but with every letter and point. */
const plain = (text: string): string => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_\\]+/g, '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim();

/** The lines of both sides of a change. */
const lines = (change: Change): string[] => [change.before?.text, change.after?.text].flatMap((text) => text?.split('\n') ?? []).map(plain);

describe.skipIf(!present)('real texts and their later versions (skipped where the fixtures are absent)', () => {
  test.each(pairNames('history/'))('%s', (name) => {
    const { before, after, truth, comparison } = readPair(name);
    const { moved, renumbered } = Truth.parse(truth);
    expect(ComparisonSchema.safeParse(comparison).success).toBe(true);
    const of = (...kinds: Change['kind'][]): Change[] => comparison.changes.filter((change) => kinds.includes(change.kind));

    // Every paragraph moved verbatim lies inside a move, one move per contiguous run.
    const holders = moved.map(({ text }) => of('moved').filter((change) => bare(change.before?.text ?? '').includes(bare(text)) && bare(change.after?.text ?? '').includes(bare(text))));
    expect(holders.filter((found) => found.length === 0)).toEqual([]);
    const runs = moved.filter(({ from_para, to_para }, i) => moved[i - 1]?.from_para !== from_para - 1 || moved[i - 1]?.to_para !== to_para - 1).length;
    expect(new Set(holders.map((found) => found[0])).size).toBeLessThanOrEqual(runs);

    // Every relabelled paragraph is renumbered, and nothing else besides moved.
    for (const { label_before, label_after, text } of renumbered) {
      const words = bare(text).slice(0, 60);
      const found = of('renumbered').filter((change) =>
        label(change.before?.number ?? '') === label(label_before) && label(change.after?.number ?? '') === label(label_after) && bare(change.before?.text ?? '').startsWith(words));
      // Only the full stop after the number may differ, and then the labels above are equal on purpose.
      expect({ text, found: found.length }).toEqual({ text, found: 1 });
    }

    // No paragraph that stands on both sides is inside what was added, removed or reworded.
    const same = identical(before, after);
    const wrong = of('added', 'removed', 'reworded').flatMap((change) => {
      const texts = lines(change);
      return same.filter((text) => texts.some((line) => line === text)).map((text) => `${change.kind}: ${text.slice(0, 80)}`);
    });
    expect(wrong).toEqual([]);
  });
});
