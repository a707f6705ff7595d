import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDrafts } from '../../src/diff/index.ts';
import type { Change, Draft, Node } from '../../src/model/index.ts';
import { block, draft } from './builder.ts';

// Paragraphs that share no word, so that none is taken for a rewording of another.
const words = (n: number): string => Array.from({ length: 6 }, (_, i) => `w${n}x${i}`).join(' ');

/** A text from elsewhere (ids that say nothing) or one of ours, its paragraphs in sections of varying size. */
function build(numbers: readonly number[], size: number, ours: boolean): Draft {
  let position = 0;
  const id = (n: number): string => (ours ? `p.${n}/text` : `~${(position += 1)}`);
  const sections: Node[] = [];
  for (let i = 0; i < numbers.length; i += size) {
    sections.push(block(ours ? `article:${i}` : `~s${i}`, 'article', '', { heading: 'Section', children: numbers.slice(i, i + size).map((n) => block(id(n), 'paragraph', words(n))) }));
  }
  return draft({ articles: sections });
}

const lines = (changes: readonly Change[], kind: Change['kind'], side: 'before' | 'after'): string[] =>
  changes.filter((change) => change.kind === kind).flatMap((change) => change[side]?.text.split('\n') ?? []).filter((line) => line !== 'Section').toSorted();

const numbers = fc.uniqueArray(fc.nat(60), { maxLength: 20 });

test('every block is added, removed, moved or where it was, and in one change only', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 1, max: 5 }), fc.boolean(), (before, after, size, ours) => {
      const { changes } = compareDrafts(build(before, size, ours), build(after, size, ours));
      expect(lines(changes, 'removed', 'before')).toEqual(before.filter((n) => !after.includes(n)).map(words).toSorted());
      expect(lines(changes, 'added', 'after')).toEqual(after.filter((n) => !before.includes(n)).map(words).toSorted());
      expect(lines(changes, 'reworded', 'after')).toEqual([]);
      const moved = lines(changes, 'moved', 'before');
      expect(moved).toEqual(lines(changes, 'moved', 'after'));
      expect(new Set(moved).size).toBe(moved.length);
    }),
    { numRuns: 400 },
  );
});

test('a draft compared with itself shows nothing, whatever stands twice in it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (before, size) => {
      expect(compareDrafts(build(before, size, false), build(before, size, false)).changes).toEqual([]);
    }),
  );
});
