import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { compareDrafts } from '../../src/diff/index.ts';
import type { Change } from '../../src/model/index.ts';
import { bare, FIXTURES, present, readForeign } from './read-pair.ts';

const Truth = z.object({ cases: z.array(z.object({
  type: z.string(), before: z.string(), after: z.string(),
  edits: z.array(z.object({ original_text: z.string(), changed_text: z.string() })),
})) });

const folder = new URL('planted-edits/', FIXTURES);
const cases = present ? Truth.parse(JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8'))).cases : [];

/** The words that a change says differ, on either side, typography apart. */
function differing(change: Change): string[] {
  if (change.words === undefined) return [change.before?.text, change.after?.text].flatMap((text) => (text === undefined ? [] : [bare(text)]));
  return Object.values(change.words).flat().filter((segment) => segment.kind !== 'same' && segment.typographic !== true).map((segment) => bare(segment.text));
}

describe.skipIf(!present)('real contracts with a known edit, the later version run together into one line (skipped where the fixtures are absent)', () => {
  test.each(cases)('$type: $before → $after', ({ before, after, edits }) => {
    const { changes } = compareDrafts(readForeign(new URL(before, folder)), readForeign(new URL(after, folder)));
    const found = changes.filter((change) => change.class !== 'typographic').flatMap(differing).filter((words) => words !== '');
    // Other cases of the same pair name its other edits.
    const known = cases.filter((other) => other.before === before && other.after === after).flatMap((other) => other.edits).flatMap((edit) => [bare(edit.original_text), bare(edit.changed_text)]);
    const isInside = (words: string, text: string): boolean => text.includes(words) || (text !== '' && words.includes(text));
    // Some cases share one later version that carries only one of their edits: an edit that is not there cannot be found.
    const later = bare(readFileSync(new URL(after, folder), 'utf8'));
    for (const edit of edits.filter(({ changed_text }) => later.includes(bare(changed_text)))) {
      const sides = [bare(edit.original_text), bare(edit.changed_text)];
      expect(found.filter((words) => sides.some((side) => isInside(words, side))).length).toBeGreaterThan(0);
    }
    expect(found.filter((words) => !known.some((text) => isInside(words, text)))).toEqual([]);
  });
});
