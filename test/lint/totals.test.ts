import { describe, expect, it } from 'vitest';
import { compareDrafts } from '../../src/diff/index.ts';
import { readJson } from '../../src/formats/json/read.ts';
import { writeJson } from '../../src/formats/json/write.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { writeText } from '../../src/formats/text/write.ts';
import { lint } from '../../src/lint/run.ts';
import type { LintFinding } from '../../src/lint/run.ts';
import type { Draft } from '../../src/model/index.ts';
import { disclose } from '../../src/operations/disclose.ts';
import { arrange, BARE, blocks, parameter, provision, smallLibrary } from '../support/small-library.ts';

const column = (key: string, type: string): unknown => ({ key, type, label: { en: key, ru: key } });
const { library } = smallLibrary({
  ...BARE, ...parameter('cost.rows', { type: 'table', columns: [column('party', 'party'), column('value', 'money')] }),
  ...provision('data.tables', [{
    key: 'rows', en: 'Costs are as follows:', ru: 'Расходы таковы:',
    table: {
      in: 'cost.rows', columns: [{ key: 'party', heading: { en: 'Party', ru: 'Кто' } }, { key: 'value', heading: { en: 'Value', ru: 'Стоимость' } }],
      totals: [{ key: 'each', label: { en: 'Total', ru: 'Итого' }, sum: ['value'], by: 'party' }, { key: 'all', label: { en: 'Grand total', ru: 'Всего' }, sum: ['value'] }],
    },
  }], { parameters: ['cost.rows'] }),
});

const draftOf = (...amounts: readonly (string | undefined)[]): Draft =>
  arrange(library, { values: { cost: { rows: amounts.map((value, index) => ({ key: `r${index}`, party: index % 2 === 0 ? 'us' : 'ru', ...(value === undefined ? {} : { value }) })) } } }).draft;
const found = (draft: Draft, rule: string): readonly LintFinding[] => lint({ draft, today: '2026-03-02' }).filter((finding) => finding.rule === rule);
const read = (text: string): Draft => {
  const { value } = readMarkdown(text, { file: 'draft.md' });
  if (!value) throw new Error('not read');
  return value.draft;
};

describe('totals in a draft', () => {
  const draft = draftOf('USD 1', 'USD 2', 'USD 4');

  it('add up, and stand the way through every format', async () => {
    expect(found(draft, 'total-wrong')).toEqual([]);
    expect(read(writeMarkdown(draft))).toEqual(draft);
    expect((await readJson(writeJson(draft), { file: 'draft.json' })).value?.draft).toEqual(draft);
    expect(writeText(draft)).toMatch(/Grand total +USD 7 .*Всего +7.долларов США/u);
  });

  it('are known to the other side without our names for them', () => {
    const { draft: shown } = disclose(draft, 'ru');
    expect([...blocks(shown).values()].filter((node) => node.total).length).toBe(3);
    expect(found(shown, 'total-wrong')).toEqual([]);
  });

  it('are found wrong where a person has changed a row', () => {
    const changed = read(writeMarkdown(draft).replaceAll('USD 4', 'USD 5').replaceAll('4&#160;доллара', '5&#160;долларов').replaceAll('4\u00a0доллара', '5\u00a0долларов'));
    expect(found(changed, 'total-wrong').map(({ message, node }) => [node?.id, message])).toEqual([
      ['data.tables/rows.table.total.each[us]', 'the rows add up to USD 6, but the total says USD 5'], ['data.tables/rows.table.total.all', 'the rows add up to USD 8, but the total says USD 7'],
    ]);
  });

  it('are found wrong where a person has changed the total, in either language', () => {
    const changed = read(writeMarkdown(draft).replaceAll(/7(?=.долларов|&#160;долларов)/gu, '9'));
    expect(found(changed, 'total-wrong').map(({ node }) => node)).toMatchObject([{ id: 'data.tables/rows.table.total.all', language: 'ru' }]);
  });

  it('are no finding of their own while they wait for one open cell', () => {
    const findings = found(draftOf('USD 1', 'USD 2', undefined), 'blank-open');
    expect(findings.map(({ message }) => message)).toEqual(['the row “cost.rows[r2]” has nothing under “value”; a blank stands there']);
    expect(findings[0]?.related?.map(({ message, node }) => [message, node?.id])).toEqual([['a total that waits for it', 'data.tables/rows.table.total.each[us].value'], ['a total that waits for it', 'data.tables/rows.table.total.all.value']]);
  });

  it('change in a comparison with the value that they are made of', () => {
    const { changes } = compareDrafts(draft, draftOf('USD 1', 'USD 2', 'USD 5'));
    expect(changes.map(({ kind }) => kind)).toEqual(['revalued']);
  });
});
