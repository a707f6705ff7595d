import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, BARE, blocks, inlinesAt, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';
import type { Small } from '../support/small-library.ts';

const columns = [
  { key: 'party', type: 'party', label: { en: 'Who', ru: 'Кто' } }, { key: 'item', type: 'text', label: { en: 'What', ru: 'Что' } },
  { key: 'value', type: 'money', label: { en: 'Value', ru: 'Стоимость' } }, { key: 'staff', type: 'integer', label: { en: 'Staff', ru: 'Люди' } },
];
const heading = (key: string): unknown => ({ key, heading: { en: key, ru: `${key} ру` } });
const ALL = { key: 'all', label: { en: 'Total', ru: 'Итого' }, sum: ['value', 'staff'] };
const EACH = { key: 'each', label: { en: 'Together', ru: 'Всего' }, sum: ['value'], by: 'party' };

/** A library whose one provision has a table of money with the totals given. */
function library(table: Readonly<Record<string, unknown>>, words: Readonly<Record<string, unknown>> = {}): Small {
  return smallLibrary({
    ...BARE, ...parameter('cost.rows', { type: 'table', columns }), ...parameter('cost.most', { type: 'money' }),
    ...provision('data.tables', [{ key: 'rows', en: 'Rows:', ru: 'Строки:', ...words, table: { in: 'cost.rows', columns: ['party', 'item', 'value', 'staff'].map(heading), ...table } }], { parameters: ['cost.rows', 'cost.most'] }),
  });
}

interface Line { readonly party?: string; readonly value?: string; readonly staff?: number }
const rows = (...lines: readonly Line[]): unknown => lines.map((line, index) => ({ key: `r${index}`, item: { en: `Item ${index}`, ru: `Вещь ${index}` }, ...line }));
const LINES = [{ party: 'ru', value: 'USD 100.10', staff: 1 }, { party: 'us', value: 'USD 0.20', staff: 2 }, { party: 'us', value: 'USD 1000', staff: 3 }];
const cost = (...lines: readonly Line[]): Readonly<Record<string, unknown>> => ({ values: { cost: { rows: rows(...lines) } } });
const total = (row: string, column: string): string => `data.tables/rows.table.total.${row}.${column}`;

describe('a row of totals', () => {
  it('adds up its columns and says so in every language', () => {
    const { draft, findings } = arrange(library({ totals: [ALL] }).library, cost(...LINES));
    expect(findings).toEqual([]);
    expect(['party', 'item', 'value', 'staff'].map((column) => wordsAt(draft, total('all', column)))).toEqual(['Total', undefined, 'USD 1,100.30', '6']);
    expect(['party', 'item', 'value', 'staff'].map((column) => wordsAt(draft, total('all', column), 'ru'))).toEqual(['Итого', undefined, '1100,30\u00a0доллара США', '6']);
    expect(inlinesAt(draft, total('all', 'value'))).toEqual([{ type: 'value', parameter: 'cost.rows[*].value', value: { type: 'money', currency: 'USD', minor: '110030' }, text: 'USD 1,100.30' }]);
  });

  it('is told from the other rows, and stands after them', () => {
    const { draft } = arrange(library({ totals: [EACH, ALL] }).library, cost(...LINES));
    expect(blocks(draft).get('data.tables/rows.table')?.children.map(({ id, total: marked }) => [id.slice(22), marked])).toEqual([
      ['.head', undefined], ['[r0]', undefined], ['[r1]', undefined], ['[r2]', undefined], ['.total.each[us]', true], ['.total.each[ru]', true], ['.total.all', true],
    ]);
  });

  it('stands once for each party, in the order of the arrangement', () => {
    const { draft } = arrange(library({ totals: [EACH] }).library, cost(...LINES));
    expect(['party', 'item', 'value'].map((column) => wordsAt(draft, total('each[us]', column)))).toEqual(['Government of Utopia', 'Together', 'USD 1,000.20']);
    expect(wordsAt(draft, total('each[ru]', 'value'))).toBe('USD 100.10');
  });

  it('groups by what is no party as the rows have it', () => {
    const { draft } = arrange(library({ totals: [{ ...EACH, by: 'staff' }] }).library, cost({ party: 'us', value: 'USD 1', staff: 2027 }, { party: 'us', value: 'USD 2', staff: 2026 }, { party: 'ru', value: 'USD 4', staff: 2027 }));
    expect([2027, 2026].map((year) => wordsAt(draft, total(`each[${year}]`, 'value')))).toEqual(['USD 5', 'USD 2']);
  });

  it('puts its label before the name of the group where no column is left for it', () => {
    const { draft } = arrange(library({ columns: ['party', 'value'].map(heading), totals: [EACH] }).library, cost(...LINES));
    expect(wordsAt(draft, total('each[us]', 'party'))).toBe('Together: Government of Utopia');
  });

  it('needs no label where the name of the group says enough', () => {
    const { label: _, ...bare } = EACH;
    const made = library({ rows: 'totals', columns: ['party', 'value'].map(heading), totals: [bare] });
    expect(made.findings).toEqual([]);
    expect(wordsAt(arrange(made.library, cost(...LINES)).draft, total('each[us]', 'party'))).toBe('Government of Utopia');
    expect(library({ totals: [{ ...bare, by: undefined }] }).findings.map(({ message }) => message)).toEqual(['the total “each” of all rows has no label']);
  });

  it('gives each currency its sum', () => {
    const { draft, findings } = arrange(library({ totals: [ALL] }).library, cost({ value: 'USD 1', staff: 1 }, { value: 'JPY 5', staff: 1 }, { value: 'USD 2', staff: 1 }));
    expect(rulesIn(findings)).toEqual([]);
    expect(wordsAt(draft, total('all', 'value'))).toBe('USD 3 and JPY 5');
    expect(wordsAt(draft, total('all', 'value'), 'ru')).toBe('3\u00a0доллара США и 5\u00a0иен');
  });

  it('is a finding and a blank where it asks for one currency and finds two', () => {
    const { draft, findings } = arrange(library({ totals: [{ ...ALL, currency: 'one' }] }).library, cost({ value: 'USD 1', staff: 1 }, { value: 'JPY 5', staff: 1 }));
    expect(rulesIn(findings)).toEqual(['error total-currencies']);
    expect(findings[0]?.message).toBe('“cost.rows[*].value” is to be one sum, but the rows are in several currencies: USD 1 and JPY 5');
    expect(findings[0]?.span?.file).toBe('arrangement.yaml');
    expect(wordsAt(draft, total('all', 'value'))).toBe('____');
  });

  it('is a blank while a cell is open', () => {
    const { draft, findings } = arrange(library({ totals: [EACH, ALL] }).library, cost(...LINES, { party: 'us', staff: 1 }));
    expect(rulesIn(findings)).toEqual([]);
    expect(inlinesAt(draft, total('all', 'value'))).toEqual([{ type: 'blank', kind: 'open', parameter: 'cost.rows[*].value', text: '____' }]);
    expect([total('each[us]', 'value'), total('each[ru]', 'value'), total('all', 'staff')].map((id) => wordsAt(draft, id))).toEqual(['____', 'USD 100.10', '7']);
  });

  it('is a blank in every group while nobody can say to which a row belongs', () => {
    const { draft } = arrange(library({ totals: [EACH] }).library, cost(...LINES, { value: 'USD 1', staff: 1 }));
    expect([total('each[us]', 'value'), total('each[ru]', 'value')].map((id) => wordsAt(draft, id))).toEqual(['____', '____']);
  });

  it('shows its gap where the table has no rows yet', () => {
    const { draft } = arrange(library({ totals: [EACH, ALL] }).library);
    expect([total('each[_]', 'party'), total('each[_]', 'value'), total('all', 'value')].map((id) => wordsAt(draft, id))).toEqual(['____', '____', '____']);
  });

  it('may stand alone', () => {
    const { draft } = arrange(library({ rows: 'totals', totals: [EACH, ALL] }).library, cost(...LINES));
    expect(blocks(draft).get('data.tables/rows.table')?.children.map(({ id }) => id.slice(22))).toEqual(['.head', '.total.each[us]', '.total.each[ru]', '.total.all']);
  });

  it.each([['USD 1100.30', []], ['USD 1100.29', ['error total-exceeded']], ['EUR 9000', ['warning total-exceeded']]])('is held against a ceiling of %s', (most, rules) => {
    const { findings } = arrange(library({ totals: [{ ...ALL, within: 'cost.most' }] }).library, { values: { cost: { rows: rows(...LINES), most } } });
    expect(rulesIn(findings)).toEqual(rules);
  });

  it('says what the rows come to and what they may', () => {
    const { findings } = arrange(library({ totals: [{ ...ALL, within: 'cost.most' }] }).library, { values: { cost: { rows: rows(...LINES), most: 'USD 1000' } } });
    expect(findings[0]?.message).toBe('the rows of “cost.rows” add up to USD 1,100.30, more than “cost.most”, USD 1,000');
  });

  it('adds up exactly, whatever the order', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 17n });
    const made = library({ totals: [{ ...ALL, sum: ['value'] }] }).library;
    fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), (amounts) => {
      const lines = amounts.map((minor) => ({ value: `USD ${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`, staff: 1 }));
      const sum = String(amounts.reduce((a, b) => a + b, 0n));
      for (const order of [lines, lines.toReversed()])
        expect(inlinesAt(arrange(made, cost(...order)).draft, total('all', 'value'))?.[0]).toMatchObject({ type: 'value', value: { minor: sum } });
    }), { numRuns: 50 });
  });

  it.each([
    [{ ...ALL, sum: ['vale'] }, 'unknown-key', 'adds up “vale”'], [{ ...ALL, sum: ['item'] }, 'unknown-key', 'adds up “item”; what the table shows and adds up is value, staff'],
    [{ ...ALL, by: 'prty' }, 'unknown-key', 'groups by “prty”'], [{ ...ALL, by: 'staff' }, 'wrong-type', 'cannot add up the column that it groups by'],
    [{ ...ALL, within: 'cost.rows' }, 'unknown-parameter', '“cost.rows” is none'],
  ])('that makes no sense is a fault of the library: %j', (fault, rule, message) => {
    const { findings } = library({ totals: [fault] });
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.message).toContain(message);
    expect(findings[0]?.span?.file).toBe('layer0/data/tables.yaml');
  });

  it('needs a column for its label, a key of its own, and a table that shows something', () => {
    expect(library({ columns: [heading('value')], totals: [{ ...ALL, sum: ['value'] }] }).findings.map(({ message }) => message)).toEqual(['the total “all” leaves no column for its label']);
    expect(library({ totals: [ALL, ALL] }).findings.map(({ rule }) => rule)).toEqual(['duplicate-key']);
    expect(library({ rows: 'totals' }).findings.map(({ rule }) => rule)).toEqual(['missing-key']);
  });
});

describe('a cell that a row leaves out', () => {
  const cell = (column: string): string => `data.tables/rows.table[r0].${column}`;

  it('says that nothing belongs there, where its column may be left out', () => {
    const { draft } = arrange(library({}).library, cost({ party: 'us' }));
    expect(['value', 'staff'].map((column) => [wordsAt(draft, cell(column)), wordsAt(draft, cell(column), 'ru')])).toEqual([['–', '–'], ['–', '–']]);
  });

  it('is a blank where its column is added up', () => {
    const { draft } = arrange(library({ totals: [EACH] }).library, cost({ party: 'us' }));
    expect(['value', 'staff'].map((column) => wordsAt(draft, cell(column)))).toEqual(['____', '–']);
  });

  it('is a blank where its column must be given', () => {
    const required = columns.map((column) => (column.key === 'value' ? { ...column, required: true } : column));
    const { draft } = arrange(smallLibrary({
      ...BARE, ...parameter('cost.rows', { type: 'table', columns: required }),
      ...provision('data.tables', [{ key: 'rows', en: 'Rows:', ru: 'Строки:', table: { in: 'cost.rows', columns: [heading('value')] } }], { parameters: ['cost.rows'] }),
    }).library, { values: { cost: { rows: [{ key: 'r0', party: 'us', value: null }] } } });
    expect(wordsAt(draft, cell('value'))).toBe('____');
  });
});

describe('a total in a sentence', () => {
  const say = (slot: string): Small => library({}, { en: `In all ${slot}.`, ru: `Всего ${slot}.` });

  it('stands in figures or in words, in the case asked for', () => {
    const { draft } = arrange(say('{{total "cost.rows" column="value" style="words" case="gen"}}').library, cost({ value: 'USD 1', staff: 1 }, { value: 'USD 2', staff: 1 }));
    expect(wordsAt(draft, 'data.tables/rows')).toBe('In all three (3) United States dollars.');
    expect(wordsAt(draft, 'data.tables/rows', 'ru')).toBe('Всего 3 (трёх) долларов США.');
    expect(wordsAt(arrange(say('{{total "cost.rows" column="staff"}}').library, cost(...LINES)).draft, 'data.tables/rows')).toBe('In all 6.');
  });

  it('names each currency', () => {
    const { draft } = arrange(say('{{total "cost.rows" column="value" case="gen"}}').library, cost({ value: 'USD 1', staff: 1 }, { value: 'EUR 2', staff: 1 }));
    expect(wordsAt(draft, 'data.tables/rows')).toBe('In all USD 1 and EUR 2.');
  });

  it('is a blank while a cell is open or the table is', () => {
    const { library: made } = say('{{total "cost.rows" column="value"}}');
    for (const values of [cost({ staff: 1 }), {}]) expect(wordsAt(arrange(made, values).draft, 'data.tables/rows')).toBe('In all ____.');
  });

  it('is that of each party where the clause repeats over them', () => {
    const made = library({}, {
      clauses: [{ key: 'of', each: 'parties', en: '{{item "name"}}: {{total "cost.rows" column="value" by="party"}}{{item "end"}}', ru: '{{item "name"}}: {{total "cost.rows" column="value" by="party"}}{{item "end"}}' }],
    });
    const { draft } = arrange(made.library, cost(...LINES));
    expect(['us', 'ru'].map((party) => wordsAt(draft, `data.tables/rows.of[${party}]`))).toEqual(['the Government of Utopia: USD 1,000.20; and', 'the Government of Ruritania: USD 100.10.']);
  });

  it.each([
    ['{{total "cost.rows"}}', 'names a column of “cost.rows” that adds up (value, staff)'], ['{{total "cost.rows" column="item"}}', 'found “item”'], ['{{total "cost.most" column="value"}}', '“cost.most” is money'],
    ['{{total "cost.rows" column="value" style="worsd"}}', 'there is no style “worsd”'], ['{{total "cost.rows" column="value" by="party"}}', 'repeats over the parties'], ['{{total "cost.rows" column="value" by="item"}}', 'that holds a party (party)'],
    ['{{total "cost.rws" column="value"}}', 'there is no parameter “cost.rws”'],
  ])('%s is a fault', (slot, message) => {
    expect(say(slot).findings.map((finding) => finding.message).join()).toContain(message);
  });
});
