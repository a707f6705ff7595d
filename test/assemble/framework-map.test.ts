import { describe, expect, it } from 'vitest';
import { frameworkMap } from '../../src/assemble/framework-map.ts';
import { dataOf, openPack, packLibrary } from '../../src/source/pack.ts';
import { arrange, BARE, clause, parameter, provision, smallLibrary } from '../support/small-library.ts';


/** The values of `beta` that a framework settles where its arrangement gives none and the usual variant has these clauses. */
function settledBy(clauses: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const { data, findings } = smallLibrary({
    ...BARE,
    ...parameter('beta.term', { type: 'integer', default: 3 }),
    ...parameter('beta.termLong', { type: 'integer', default: 30 }),
    ...parameter('beta.cap', { type: 'money', default: 'USD 100' }),
    ...parameter('beta.rows', { type: 'table', columns: [{ key: 'item', type: 'text', label: { en: 'What', ru: 'Что' } }, { key: 'value', type: 'money', label: { en: 'Value', ru: 'Стоимость' } }] }),
    ...provision('beta.one', clauses, {
      instruments: ['umbrella'], parameters: ['beta.term', 'beta.termLong', 'beta.cap', 'beta.rows'],
      variants: {
        plain: { rank: 'preferred', rationale: 'why', clauses, ...more },
        other: { rank: 'acceptable', rationale: 'otherwise', clauses: [clause('all', 'has {{beta.term}}, {{beta.termLong}} and {{beta.cap}}.')] },
      },
    }),
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  // As a run has it: from the pack.
  const library = openPack(packLibrary(data));
  if (!library) throw new Error('no pack');
  expect(dataOf(library).provisions.length).toBe(1);
  const { draft } = arrange(library, { id: 'above', instrument: 'umbrella' });
  const map = frameworkMap({ draft, library, openings: {}, edition: '1', hash: 'h', file: 'above.yaml' });
  return Object.keys(map.articles.find(({ article }) => article === 'beta')?.values ?? {});
}

describe('the defaults that a framework settles', () => {
  it('are those on which the chosen text rests, by their whole names', () => {
    expect(settledBy([clause('a', 'lasts {{beta.termLong}} years.')])).toEqual(['beta.termLong']);
    expect(settledBy([clause('a', 'lasts {{beta.term}} years.')])).toEqual(['beta.term']);
    expect(settledBy([clause('a', 'says nothing of “beta.term”.')])).toEqual([]);
  });

  it('count where only a condition reads them, and no name that begins alike', () => {
    expect(settledBy([clause('a', 'stands.'), clause('b', 'stands too.', { when: 'beta.termLong > 10' })])).toEqual(['beta.termLong']);
    expect(settledBy([clause('a', 'stands.')], { when: 'beta.termLong > 10' })).toEqual(['beta.termLong']);
  });

  it('count in the words for a list of a single item, and behind its points', () => {
    const points = { clauses: [clause('point', 'point', { each: 'parties' })] };
    expect(settledBy([clause('a', 'lists:', { ...points, single: { en: 'One for {{beta.term}}.', ru: 'Один на {{beta.term}}.' } })])).toEqual(['beta.term']);
    expect(settledBy([clause('a', 'lists:', { ...points, tail: { en: 'for {{beta.term}}.', ru: 'на {{beta.term}}.' } })])).toEqual(['beta.term']);
  });

  it('count as the sum that the totals of a table may not exceed', () => {
    const table = { in: 'beta.rows', columns: [{ key: 'item', heading: { en: 'What', ru: 'Что' } }, { key: 'value', heading: { en: 'Value', ru: 'Стоимость' } }], totals: [{ key: 'all', label: { en: 'Total', ru: 'Итого' }, sum: ['value'], within: 'beta.cap' }] };
    expect(settledBy([clause('a', 'rows:', { table })])).toEqual(['beta.cap']);
  });
});
