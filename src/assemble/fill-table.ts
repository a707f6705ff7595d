import { LANGUAGES } from '../languages/index.ts';
import { BLANK_TEXT, printTotalPath } from '../model/index.ts';
import type { Inline, Localized, Node, TableRow, TableShape, TotalPath, TotalShape } from '../model/index.ts';
import type { FillContext, LeafScope } from './context.ts';
import type { ClauseSource } from './fill-clause.ts';
import { text, valueInline } from './fill-leaf.ts';
import { place } from './input.ts';
import { rowItem } from './items.ts';
import { scopeFor } from './scope-for.ts';
import { groupsOf, sumInlines, sumOf } from './totals.ts';
import type { Group } from './totals.ts';

/** Stands in a cell to which nothing belongs. */
const NOTHING = '–';

/** A real table: its head, a row for each row of the parameter, and what they add up to. */
export function fillTable(table: TableShape, id: string, source: ClauseSource, context: FillContext): Node {
  const provenance = { ...source.provenance, clause: id.slice(source.provision.length + 1) };
  if (context.input.outline === true) return { id, type: 'table', children: [], provenance };
  const cell = (row: string, column: string, words: (scope: LeafScope) => readonly Inline[]): Node => ({ id: `${row}.${column}`, type: 'cell', children: [], ...contentOf(words, source, context) });
  const head: Node = {
    id: `${id}.head`, type: 'row',
    children: table.columns.map((column) => cell(`${id}.head`, column.key, ({ language }) => [text(column.heading[language] ?? BLANK_TEXT)])),
  };
  const value = context.bound.get(table.in)?.value;
  const rows = value?.type === 'table' ? value.rows : [];
  const declared = context.input.library.parameters[table.in]?.columns ?? [];
  const summed = new Set((table.totals ?? []).flatMap((total) => total.sum));
  /** A column that need not be given, and is not: nothing belongs there. Where it is added up, it stays open. */
  const leftOut = (row: TableRow, column: string): boolean =>
    rows.length > 0 && !Object.hasOwn(row.cells, column) && !summed.has(column) && declared.some(({ key, required }) => key === column && required !== true);
  const lines = table.rows === 'totals' ? [] : rows.length > 0 ? rows : [{ key: '_', cells: {} }];
  return {
    id, type: 'table', provenance,
    children: [
      head,
      ...lines.map((row): Node => {
        const item = rowItem(table.in, row, context);
        const rowId = `${id}[${row.key}]`;
        return {
          id: rowId, type: 'row',
          children: table.columns.map((column) => cell(rowId, column.key, (scope) => (leftOut(row, column.key) ? [text(NOTHING)] : item.field(column.key, 'nom', scope)))),
        };
      }),
      ...(table.totals ?? []).flatMap((total) => totalRows(total, table, rows, id, cell, context)),
    ],
  };
}

type MakeCell = (row: string, column: string, words: (scope: LeafScope) => readonly Inline[]) => Node;

function contentOf(words: (scope: LeafScope) => readonly Inline[], source: ClauseSource, context: FillContext): { readonly content?: Localized<readonly Inline[]> } {
  const content = Object.fromEntries(context.languages.flatMap((language) => {
    const scope = scopeFor(language, source.provision, context, undefined, source.span, false);
    const inlines = scope ? words(scope) : [];
    return inlines.length > 0 ? [[language, inlines]] : [];
  }));
  return Object.keys(content).length > 0 ? { content } : {};
}

/** The rows of one total: one for the table, or one for each group. A table without rows has one of blanks. */
function totalRows(total: TotalShape, table: TableShape, rows: readonly TableRow[], id: string, cell: MakeCell, context: FillContext): readonly Node[] {
  const { by } = total;
  const found = groupsOf(rows, by, context);
  const groups: readonly Group[] = found.length > 0 ? found : [{ key: '_', rows: [], stray: [] }];
  // The label stands in the first column that has nothing else to say, before the group's name where there is none.
  const free = table.columns.find(({ key }) => key !== by && !total.sum.includes(key))?.key ?? by;
  return groups.map((group): Node => {
    const rowId = `${id}.total.${total.key}${group.key === undefined ? '' : `[${group.key}]`}`;
    const path = (column: string): TotalPath => ({ table: table.in, column, ...(by === undefined || group.key === undefined ? {} : { group: { column: by, key: group.key } }) });
    for (const column of total.sum) checkSum(total, path(column), group, context);
    return {
      id: rowId, type: 'row', total: true,
      children: table.columns.map(({ key }) => cell(rowId, key, (scope) => {
        const words = key === free && total.label ? (total.label[scope.language] ?? BLANK_TEXT) : '';
        const label = words === '' ? [] : [text(words)];
        if (key === by) return [...(words === '' ? [] : [text(`${words}: `)]), ...groupName(group, path(by), scope)];
        return total.sum.includes(key) ? sumInlines(path(key), settled(total, group, key), {}, scope) : label;
      })),
    };
  });
}

function groupName(group: Group, path: TotalPath, scope: LeafScope): readonly Inline[] {
  const parameter = printTotalPath(path);
  return group.value ? valueInline(parameter, group.value, {}, scope) : [{ type: 'blank', kind: 'open', parameter, text: BLANK_TEXT }];
}

/** A sum in one currency where the table asks for one: several make none. */
function settled(total: TotalShape, group: Group, column: string): ReturnType<typeof sumOf> {
  const sum = sumOf(group, column);
  return total.currency === 'one' && sum.sums.length > 1 ? { ...sum, sums: [] } : sum;
}

function checkSum(total: TotalShape, path: TotalPath, group: Group, context: FillContext): void {
  const { sums, open } = sumOf(group, path.column);
  if (open.length > 0) return;
  const bound = context.bound.get(path.table);
  const parameter = printTotalPath(path);
  const said = sums.map((sum) => LANGUAGES['en']?.value(sum, {}, { partyNames: {}, choiceLabels: {} }) ?? '').join(' and ');
  if (total.currency === 'one' && sums.length > 1)
    context.report({
      rule: 'total-currencies', severity: 'error', message: `“${parameter}” is to be one sum, but the rows are in several currencies: ${said}`,
      ...place(bound?.span), hint: 'give every row in one currency', explains: [`blank:${parameter}`],
    });
  const limit = total.within === undefined ? undefined : context.bound.get(total.within);
  if (total.within === undefined || limit?.value.type !== 'money') return;
  const { currency, minor } = limit.value;
  for (const sum of sums) {
    if (sum.type !== 'money' || (sum.currency === currency && BigInt(sum.minor) <= BigInt(minor))) continue;
    const most = LANGUAGES['en']?.value(limit.value, {}, { partyNames: {}, choiceLabels: {} }) ?? '';
    context.report({
      rule: 'total-exceeded', severity: sum.currency === currency ? 'error' : 'warning',
      message: sum.currency === currency ? `the rows of “${path.table}” add up to ${said}, more than “${total.within}”, ${most}` : `the rows of “${path.table}” add up to ${said}, which cannot be held against “${total.within}”, ${most}`,
      ...place(bound?.span), ...(limit.span ? { related: [{ message: 'declared here', span: limit.span }] } : {}), follows: [`parameter:${total.within}`],
    });
  }
}
