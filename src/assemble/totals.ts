import { totalOf } from '../expressions/total.ts';
import type { Sum, Total } from '../expressions/total.ts';
import { sha256 } from '../model/hash.ts';
import { BLANK_TEXT, printTotalPath } from '../model/index.ts';
import type { Inline, TableRow, TotalPath, Value, ValueForm } from '../model/index.ts';
import type { FillContext, LeafScope } from './context.ts';
import { valueInline } from './fill-leaf.ts';
import { joinInlines } from './join-inlines.ts';

/** Rows that are added up together. */
export interface Group {
  /** Becomes part of ids; absent for the whole table. */
  readonly key?: string;
  /** What the rows share. */
  readonly value?: Value;
  readonly rows: readonly TableRow[];
  /** Keys of the rows of which nobody can say yet whether they belong here. */
  readonly stray: readonly string[];
}

/** The rows by what they hold in a column: parties as the arrangement has them, anything else as it comes. */
export function groupsOf(rows: readonly TableRow[], by: string | undefined, context: FillContext): readonly Group[] {
  if (by === undefined) return [{ rows, stray: [] }];
  const stray = rows.filter((row) => row.cells[by] === undefined).map((row) => row.key);
  const groups = new Map<string, { readonly value: Value; readonly rows: TableRow[] }>();
  for (const row of rows) {
    const value = row.cells[by];
    if (!value) continue;
    const key = groupKey(value);
    const group = groups.get(key) ?? { value, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const order = context.parties.map((party) => party.id);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...groups].map(([key, { value, rows: own }]) => ({ key, value, rows: own, stray })).toSorted((a, b) => place(a.key) - place(b.key));
}

/** What identifies a group: a party, a number or a date by itself, words by their hash. */
function groupKey(value: Value): string {
  switch (value.type) {
    case 'party': return value.party;
    case 'integer': return String(value.integer);
    case 'date': return value.date;
    default: return sha256(JSON.stringify(value)).slice(0, 8);
  }
}

/** A group's sum; what is open in it or may belong to it keeps it open. */
export function sumOf(group: Group, column: string): Total {
  const total = totalOf(group.rows, column);
  return { sums: total.sums, open: [...total.open, ...group.stray] };
}

/** Sums as they stand in the text, one beside the other where there are several currencies; a blank while a cell is open. */
export function sumInlines(path: TotalPath, total: Total, form: ValueForm, scope: LeafScope): readonly Inline[] {
  const parameter = printTotalPath(path);
  if (total.open.length > 0 || total.sums.length === 0) return [{ type: 'blank', kind: 'open', parameter, text: BLANK_TEXT }];
  return joinInlines(total.sums.map((sum: Sum) => valueInline(parameter, sum, form, scope)), scope);
}
