import { totalOf } from '../../expressions/total.ts';
import type { Sum } from '../../expressions/total.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { type Inline, type Language, type Localized, type Node, readTotalPath, type TableRow, textOf, type Value } from '../../model/index.ts';
import { article, draftOf, localize, paragraph, valueOf } from '../example.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { viewOf } from '../view.ts';

export const rule: Rule = {
  id: 'total-wrong',
  code: 'N10',
  severity: 'error',
  title: 'A total that its rows do not add up to',
  why: 'Two sums in one annex leave it to a dispute which of them was agreed.',
  good: () => ({ title: 'The rows and their sum', draft: costs('300') }),
  bad: () => ({ title: 'A row was changed, the total was not', draft: costs('400') }),
  *check({ draft }) {
    for (const { node } of viewOf(draft).entries) {
      if (node.type !== 'table') continue;
      const [head, ...rows] = node.children;
      const lines = rows.filter((row) => row.total !== true);
      for (const total of [head, ...rows]) if (total?.total === true && lines.length > 0) yield* wrongSums(total, lines, draft.meta.languages);
    }
  },
};

function* wrongSums(total: Node, lines: readonly Node[], languages: readonly Language[]): Iterable<RuleFinding> {
  for (const [index, cell] of total.children.entries()) {
    for (const language of languages) {
      const said = (cell.content?.[language] ?? []).flatMap((inline) => (inline.type === 'value' ? [inline] : []));
      const [first] = said;
      if (first === undefined || (first.value.type !== 'money' && first.value.type !== 'integer')) continue;
      const own = groupOf(first.parameter, total, lines, language);
      const { sums, open } = totalOf(own.map((line) => rowOf(line, index, language)), 'sum');
      if (own.length === 0 || open.length > 0 || sameSums(sums, said.map(({ value }) => value))) continue;
      yield {
        message: `the rows add up to ${sums.map(written).join(' and ')}, but the total says ${textOf(cell.content?.[language])}`,
        hint: 'add the rows up again, or assemble the table anew', node: total, language, parameter: first.parameter,
      };
      break;
    }
  }
}

/** The rows that a total is of: all, or those that hold the same in the column by which it is grouped. */
function groupOf(path: string, total: Node, lines: readonly Node[], language: Language): readonly Node[] {
  const read = readTotalPath(path);
  // In a file for the other side the path says nothing.
  if (!read) return [];
  const by = read.group?.column;
  if (by === undefined) return lines;
  const index = total.children.findIndex(({ id }) => id.endsWith(`.${by}`));
  const name = (row: Node): string => textOf((row.children[index]?.content?.[language] ?? []).filter((inline) => inline.type === 'value'));
  return index < 0 ? [] : lines.filter((line) => name(line) === name(total));
}

/** A row as the sum sees it; words where an amount should be are an open cell. */
function rowOf(line: Node, index: number, language: Language): TableRow {
  const [inline, ...more] = line.children[index]?.content?.[language] ?? [];
  return { key: line.id, cells: inline?.type === 'value' && more.length === 0 ? { sum: inline.value } : {} };
}

function sameSums(sums: readonly Sum[], said: readonly Value[]): boolean {
  const printed = (values: readonly Value[]): string => values.map((value) => (value.type === 'money' ? `${value.currency} ${value.minor}` : value.type === 'integer' ? String(value.integer) : '')).toSorted().join();
  return printed(sums) === printed(said);
}

function written(sum: Sum): string {
  return LANGUAGES['en']?.value(sum, {}, { partyNames: {}, choiceLabels: {} }) ?? '';
}

/** An annex with two rows of money, 100 and 200 dollars, and a total. */
function costs(total: string) {
  const cell = (id: string, words: Localized<string | readonly Inline[]>): Node => ({ id, type: 'cell', content: localize(words), children: [] });
  const money = (path: string, major: string): Localized<readonly Inline[]> => ({ en: [valueOf(path, { type: 'money', currency: 'USD', minor: `${major}00` }, `USD ${major}`)] });
  const row = (id: string, label: string, path: string, major: string, more: Partial<Node> = {}): Node => ({ id, type: 'row', ...more, children: [cell(`${id}.item`, { en: label }), cell(`${id}.estimate`, money(path, major))] });
  const at = 'contributions.tables/costs.table';
  const table: Node = {
    id: at, type: 'table',
    children: [
      { id: `${at}.head`, type: 'row', children: [cell(`${at}.head.item`, { en: 'Item' }), cell(`${at}.head.estimate`, { en: 'Estimate' })] },
      row(`${at}[study]`, 'Study', 'finance.costItems[study].estimate', '100'), row(`${at}[trial]`, 'Trial', 'finance.costItems[trial].estimate', '200'),
      row(`${at}.total.all`, 'Total', 'finance.costItems[*].estimate', total, { total: true }),
    ],
  };
  return draftOf({ languages: ['en'], annexes: [{ ...article('contributions', 1, [paragraph('contributions.tables/costs', 1, { en: 'The cost is as follows:' }, [table])]), id: 'annex:contributions', type: 'annex' }] });
}
