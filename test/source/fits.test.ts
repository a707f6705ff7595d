import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fits } from '../../src/source/fits.ts';
import { ArrangementSchema } from '../../src/source/schemas/arrangement.ts';
import { ARRANGEMENT_SHAPE } from '../../src/source/shapes/arrangement.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples');
const files: readonly unknown[] = fs.readdirSync(EXAMPLES).flatMap((name) => {
  const file = path.join(EXAMPLES, name, 'arrangement.yaml');
  return fs.existsSync(file) ? [parse(fs.readFileSync(file, 'utf8'))] : [];
});
/** What the examples do not use. */
const FULL: Readonly<Record<string, unknown>> = {
  parties: ['us', { id: 'ru', concluder: 'agency', binding: false, signatories: [{ office: { en: 'x' }, name: { en: 'y' } }] }],
  incorporate: { finance: 'full', '*': 'cited' },
  omit: [{ provision: 'a.b', reason: 'none' }],
  add: [{ id: 'a.b', article: 'a', title: { en: 'x' }, clauses: [{ key: 'k', when: 'x', each: 'a.b', en: 'text', ru: { treaty: 'x' }, tail: { en: 'x' }, table: { in: 'a.b', columns: [{ key: 'c', heading: { en: 'x' } }] }, clauses: [{ key: 'inner', en: 'x' }] }] }],
  departures: [{ at: 'a.b/c', base: 'x', text: { en: 'x' }, by: 'us', on: '2026-01-01', why: 'x', approvals: ['x'] }],
  waivers: [{ rule: 'r', at: 'x', by: 'x', on: '2026-01-01', reason: 'x', until: '2026-02-01' }],
  openings: { finance: 'fill' },
};
const START = [...files, ...files.map((file) => ({ ...(typeof file === 'object' ? file : {}), ...FULL }))];

const JUNK = fc.constantFrom<unknown>(null, '', ' ', 'x', 'X y', 0, 1.5, true, [], {}, ['x'], { x: 'y' }, { en: '' }, 'full', 'a.b', '2026-13-01', { treaty: 'x', other: 'y' }, [{ key: 'K!' }]);

/** Copies a value with one thing in it changed: replaced, taken out, or a key added. */
function mutated(value: unknown, choose: (count: number) => number, junk: unknown): unknown {
  if (typeof value !== 'object' || value === null || choose(6) === 0) return junk;
  if (Array.isArray(value)) {
    const at = choose(value.length + 1);
    if (at === value.length) return choose(2) === 0 ? [...value, junk] : value.slice(0, -1);
    return value.map((item: unknown, index) => (index === at ? mutated(item, choose, junk) : item));
  }
  const entries: [string, unknown][] = Object.entries(value);
  const at = choose(entries.length + 2);
  if (at === entries.length) return { ...value, [['extra', 'en', 'Key', 'key', 'a.b'][choose(5)] ?? 'extra']: junk };
  if (at > entries.length) return Object.fromEntries(entries.slice(1));
  return Object.fromEntries(entries.map(([key, inner], index) => [key, index === at ? mutated(inner, choose, junk) : inner]));
}

describe('the shape of an arrangement', () => {
  it('is that of the examples', () => {
    expect(START.length).toBeGreaterThan(4);
    for (const file of START) expect(fits(file, ARRANGEMENT_SHAPE)).toBe(true);
  });

  it('has what the schema has and nothing else', () => {
    const verdicts = { yes: 0, no: 0 };
    fc.assert(fc.property(fc.nat(START.length - 1), fc.infiniteStream(fc.nat(1000)), JUNK, (start, stream, junk) => {
      const next = stream[Symbol.iterator]();
      const value = mutated(START[start], (count) => Number(next.next().value) % count, junk);
      const expected = ArrangementSchema.safeParse(value).success;
      verdicts[expected ? 'yes' : 'no']++;
      expect(fits(value, ARRANGEMENT_SHAPE), JSON.stringify(value)).toBe(expected);
      if (expected) expect(ArrangementSchema.safeParse(value).data).toEqual(value);
    }), { numRuns: 5000 });
    expect(Math.min(verdicts.yes, verdicts.no)).toBeGreaterThan(300);
  });
});
