import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/index.ts';
import type { Node } from '../../src/model/index.ts';
import { arrange, BARE, blocks, clause, parameter, provision, smallLibrary, wordsAt } from '../support/small-library.ts';

const COLUMNS = [{ key: 'place', type: 'text', label: { en: 'Place', ru: 'Место' }, required: true }, { key: 'cost', type: 'money', label: { en: 'Cost', ru: 'Цена' } }];
const HEADINGS = [{ key: 'place', heading: { en: 'Place', ru: 'Место' } }, { key: 'cost', heading: { en: 'Cost', ru: 'Цена' } }];
const { library, findings } = smallLibrary({
  ...BARE, ...parameter('a.list', { type: 'list' }), ...parameter('a.more', { type: 'list' }), ...parameter('a.sites', { type: 'table', columns: COLUMNS }),
  ...provision('alpha.a', [
    clause('things', 'things:', { clauses: [{ key: 'thing', each: 'a.list', en: '{{item "text"}}{{item "end"}}', ru: '{{item "text"}}{{item "end"}}' }] }),
    clause('mixed', 'mixed:', { clauses: [{ key: 'thing', each: 'a.list', en: '{{item "text"}}{{item "end"}}', ru: '{{item "text"}}{{item "end"}}' }, clause('rest', 'the rest.')], tail: { en: 'all of it.', ru: 'всё это.' } }),
    clause('tailed', 'tailed:', { clauses: [{ key: 'thing', each: 'a.more', en: '{{item "text"}}{{item "end"}}', ru: '{{item "text"}}{{item "end"}}' }], tail: { en: 'whichever is later.', ru: 'что наступит позднее.' } }),
    { key: 'site', each: 'a.sites', en: '{{item "place"}} costs {{item "cost"}}.', ru: '{{item "place"}}: {{item "cost"}}.', clauses: [clause('inner', 'at {{item "place"}}.')] },
    clause('table', 'table:', { table: { in: 'a.sites', columns: HEADINGS } }),
    { key: 'party', each: 'parties', en: '{{item "name"}} agrees.', ru: '{{item "name" case="dat"}} сказано.' },
  ], { parameters: ['a.list', 'a.more', 'a.sites'] }),
});
const entry = (key: string) => ({ key, en: `en ${key}`, ru: `ру ${key}` });
const list = (...keys: readonly string[]) => arrange(library, { values: { a: { list: keys.map(entry), more: keys.map(entry), sites: [] } } }).draft;
const under = (node: Node | undefined, language = 'en') => node?.children.map((child) => [child.id.slice('alpha.a/'.length), textOf(child.content?.[language])]);

it('is a library without a fault', () => expect(findings).toEqual([]));

describe('a clause repeated over a list', () => {
  it('of many items is one block each, closed as a sentence is', () => {
    const all = blocks(list('x', 'y', 'z'));
    expect(under(all.get('alpha.a/things'))).toEqual([['things.thing[x]', 'en x;'], ['things.thing[y]', 'en y; and'], ['things.thing[z]', 'en z.']]);
    expect(under(all.get('alpha.a/things'), 'ru')?.map(([, words]) => words)).toEqual(['ру x;', 'ру y; и', 'ру z.']);
  });

  it('of one item needs no “and”', () => {
    expect(under(blocks(list('x')).get('alpha.a/things'))).toEqual([['things.thing[x]', 'en x.']]);
  });

  it('of none takes its paragraph with it, unless something else stands there', () => {
    const all = blocks(list());
    expect(all.has('alpha.a/things')).toBe(false);
    expect(all.has('alpha.a/tailed')).toBe(false);
    expect(under(all.get('alpha.a/mixed'))).toEqual([['mixed.rest', 'En the rest.']]);
  });

  it('minds what stands beside and after it', () => {
    const all = blocks(list('x', 'y'));
    expect(under(all.get('alpha.a/mixed'))?.map(([, words]) => words)).toEqual(['en x;', 'en y; and', 'En the rest.']);
    expect(under(all.get('alpha.a/tailed'))?.map(([, words]) => words)).toEqual(['en x; and', 'en y;']);
  });

  it('keeps an item’s id when the order changes', () => {
    const ids = (draft: ReturnType<typeof list>) => [...blocks(draft).keys()].toSorted();
    expect(ids(list('x', 'y', 'z'))).toEqual(ids(list('z', 'y', 'x')));
  });

  it('never leaves its marks in the text', () => {
    for (const draft of [list(), list('x'), list('x', 'y')]) expect(JSON.stringify(draft)).not.toMatch(/\uE000|\\ue000/u);
  });
});

describe('a clause repeated over a table', () => {
  const sites = [{ key: 'east', place: { en: 'the east', ru: 'восток' }, cost: 'USD 5' }, { key: 'west', place: { en: 'the west', ru: 'запад' } }];
  const { draft } = arrange(library, { values: { a: { list: [], more: [], sites } } });

  it('reads its columns, and shows a cell that is missing', () => {
    expect(wordsAt(draft, 'alpha.a/site[east]')).toBe('The east costs USD 5.');
    expect(wordsAt(draft, 'alpha.a/site[west]')).toBe('The west costs ____.');
    expect(blocks(draft).get('alpha.a/site[west]')?.content?.['en']).toContainEqual({ type: 'blank', kind: 'open', parameter: 'a.sites[west].cost', text: '____' });
  });

  it('lets the points below read the same row', () => {
    expect(wordsAt(draft, 'alpha.a/site[west].inner', 'ru')).toBe('Ру at запад.');
  });

  it('is set out as a table with its headings', () => {
    const rows = blocks(draft).get('alpha.a/table')?.children[0]?.children.map((row) => row.children.map((cell) => textOf(cell.content?.['ru'])));
    expect(rows?.map((row) => row[0])).toEqual(['Место', 'восток', 'запад']);
    expect(rows?.map((row) => row[1])).toEqual(['Цена', expect.stringMatching(/^5\s/u), '–']);
  });

  it('is one row of blanks where the table has none', () => {
    const empty = blocks(list()).get('alpha.a/table')?.children[0]?.children.map((row) => row.children.map((cell) => textOf(cell.content?.['en'])));
    expect(empty).toEqual([['Place', 'Cost'], ['____', '____']]);
  });
});

it('repeats over the parties in the arrangement’s order, whoever’s original it is', () => {
  for (const original of [undefined, 'ru']) {
    const { draft } = arrange(library, { values: { a: { list: [], more: [], sites: [] } } }, original === undefined ? {} : { original });
    expect([...blocks(draft).keys()].filter((id) => id.startsWith('alpha.a/party'))).toEqual(['alpha.a/party[us]', 'alpha.a/party[ru]']);
    expect(wordsAt(draft, 'alpha.a/party[us]')).toBe('The Government of Utopia agrees.');
    expect(wordsAt(draft, 'alpha.a/party[ru]', 'ru')).toBe('Руритании сказано.');
  }
});
