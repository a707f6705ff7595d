import { describe, expect, it } from 'vitest';
import { departedBases } from '../../src/assemble/departed-bases.ts';
import { compareDrafts } from '../../src/diff/index.ts';
import { lint } from '../../src/lint/run.ts';
import { hashClause } from '../../src/text/hash-leaves.ts';
import { arrange, BARE, blocks, clause, inlinesAt, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';
import type { Folder } from '../support/small-library.ts';

const POINT = { key: 'item', each: 'a.list', en: '{{item "text"}}{{item "end"}}', ru: '{{item "text"}}{{item "end"}}' };
const SINGLE = { en: 'Both sell {{item "text"}} alone.', ru: 'Обе продают только {{item "text"}}.' };
const layer = (more: Readonly<Record<string, unknown>> = {}): Folder => ({
  ...BARE, ...parameter('a.list', { type: 'list' }), ...parameter('a.open', { type: 'boolean' }),
  ...provision('alpha.sell', [
    clause('first', 'first.'), { key: 'goods', en: 'Both sell the following goods:', ru: 'Обе продают следующие товары:', clauses: [POINT], single: SINGLE, ...more },
    { key: 'cite', en: 'See {{ref "alpha.sell/goods.item"}}.', ru: 'См. {{ref "alpha.sell/goods.item" case="acc"}}.' },
  ], { parameters: ['a.list', 'a.open'] }),
});
const { library, findings } = smallLibrary(layer());
const list = (...items: readonly string[]): Readonly<Record<string, unknown>> => ({ values: { a: { list: items.map((key) => ({ key, en: key, ru: `${key}-ру` })) } } });
const depart = (at: string, base?: string): Readonly<Record<string, unknown>> => ({
  departures: [{ at, by: 'us', on: '2026-11-01', why: 'asked for', ...(base === undefined ? {} : { base }), text: { en: 'Only {{item "text"}}.', ru: 'Лишь {{item "text"}}.' } }],
});

describe('a list of a single item', () => {
  it('is one sentence where the clause has words for it', () => {
    expect(findings).toEqual([]);
    const { draft, findings: found } = arrange(library, list('tea'));
    expect(found).toEqual([]);
    expect([wordsAt(draft, 'alpha.sell/goods'), wordsAt(draft, 'alpha.sell/goods', 'ru')]).toEqual(['Both sell tea alone.', 'Обе продают только tea-ру.']);
    expect(blocks(draft).get('alpha.sell/goods')?.children).toEqual([]);
    expect(inlinesAt(draft, 'alpha.sell/goods')?.[1]).toMatchObject({ type: 'value', parameter: 'a.list[tea]' });
  });

  it('stays a list with more items, or none yet', () => {
    expect(wordsAt(arrange(library, list('tea', 'silk')).draft, 'alpha.sell/goods')).toBe('Both sell the following goods:');
    expect(wordsAt(arrange(library).draft, 'alpha.sell/goods.item[_]')).toBe('____.');
  });

  it('is what a reference to its point leads to', () => {
    const { draft } = arrange(library, list('tea'));
    expect(inlinesAt(draft, 'alpha.sell/cite')).toContainEqual({ type: 'reference', instrument: 'self', id: 'alpha.sell/goods', text: 'paragraph 2' });
    expect(wordsAt(arrange(library, list('tea', 'silk')).draft, 'alpha.sell/cite')).toBe('See paragraph 2(1).');
  });

  it('becomes a list under the same id when a second item comes', () => {
    const { changes } = compareDrafts(arrange(library, list('tea')).draft, arrange(library, list('tea', 'silk')).draft);
    expect(changes.map(({ kind, node }) => [kind, node])).toEqual([['reworded', 'alpha.sell/goods'], ['added', 'alpha.sell/goods.item[tea]'], ['reworded', 'alpha.sell/cite']]);
    expect(JSON.stringify(changes[1])).toContain('silk');
  });

  it('is departed from as the sentence that it is', () => {
    const { draft, findings: found, decisions, bound } = arrange(library, { ...list('tea'), ...depart('alpha.sell/goods') });
    expect(found).toEqual([]);
    expect(wordsAt(draft, 'alpha.sell/goods')).toBe('Only tea.');
    const written = library.provision('alpha.sell')?.variants[0]?.clauses[1];
    const [base] = departedBases([{ at: 'alpha.sell/goods', by: 'us', on: '2026-11-01', why: 'x', approvals: [] }], decisions, bound);
    expect(base?.hash).toBe(written?.single && hashClause({ text: written.single }));
    expect(base?.text['en']).toBe('Both sell {{item "text"}} alone.');
    expect(arrange(library, { ...list('tea'), ...depart('alpha.sell/goods', base?.hash) }).findings).toEqual([]);
    // Words for a sentence are not those for a list: the departure is to be looked at again.
    expect(rulesIn(arrange(library, { ...list('tea', 'silk'), ...depart('alpha.sell/goods', base?.hash) }).findings)).toEqual(['warning departure-stale']);
  });

  it('stays a list where its point is departed from, on record', () => {
    const made = arrange(library, { ...list('tea'), ...depart('alpha.sell/goods.item') });
    expect(made.findings).toEqual([]);
    expect([wordsAt(made.draft, 'alpha.sell/goods'), wordsAt(made.draft, 'alpha.sell/goods.item[tea]')]).toEqual(['Both sell the following goods:', 'Only tea.']);
    const standard = arrange(library, { ...list('tea'), ...depart('alpha.sell/goods.item') }, { departures: false }).draft;
    expect(lint({ draft: made.draft, standard, recorded: ['alpha.sell/goods.item'], today: '2026-03-02' }).filter(({ rule }) => /departure|clause/u.test(rule))).toEqual([]);
  });

  it('takes its sentence from an overlay, by language', () => {
    const above = smallLibrary(layer(), { ...provision('alpha.sell', [], {}), 'alpha/sell.yaml': { extends: 'alpha.sell', variants: { plain: { clauses: [{ key: 'goods', single: { en: 'Tea is {{item "text"}}.' } }] } } } });
    const { draft } = arrange(above.library, list('tea'));
    expect([wordsAt(draft, 'alpha.sell/goods'), wordsAt(draft, 'alpha.sell/goods', 'ru')]).toEqual(['Tea is tea.', 'Обе продают только tea-ру.']);
  });

  it.each([
    ['two points', { clauses: [POINT, clause('other', 'other;')] }], ['a point that does not repeat', { clauses: [clause('one', 'one.')] }], ['a tail', { tail: { en: 'and no more.', ru: 'и всё.' } }],
    ['a point with a condition', { clauses: [{ ...POINT, when: 'a.open' }] }],
  ])('has no sentence where its clause has %s', (_, more) => {
    expect(rulesIn(smallLibrary(layer(more)).findings)).toContain('error wrong-type');
  });

  it('is checked as any text', () => {
    expect(smallLibrary(layer({ single: { en: 'Both {{item "txet"}}.' } })).findings.map(({ rule }) => rule).toSorted()).toEqual(['leaf-syntax', 'missing-translation']);
  });
});
