import type { ParameterType, TableRow, Value } from '../model/index.ts';

/** What adds up without a rounding: money in minor units, and whole numbers. */
export type Sum = Extract<Value, { readonly type: 'money' | 'integer' }>;

/** What the cells of a column add up to. */
export interface Total {
  /** One for each currency, in the order in which the rows name them; whole numbers make one. Empty where there is nothing to add. */
  readonly sums: readonly Sum[];
  /** Keys of the rows that hold nothing in the column: while there are any, the sums are not the whole. */
  readonly open: readonly string[];
}

/** True for a type of column that can be added up. */
export function isSummable(type: ParameterType | undefined): boolean {
  return type === 'money' || type === 'integer';
}

/** Adds up a column, exactly. A sum of whole numbers that a value cannot hold is left out. */
export function totalOf(rows: readonly TableRow[], column: string): Total {
  const sums = new Map<string, bigint>();
  const open: string[] = [];
  for (const row of rows) {
    const cell = Object.hasOwn(row.cells, column) ? row.cells[column] : undefined;
    if (cell?.type === 'money') add(sums, cell.currency, BigInt(cell.minor));
    else if (cell?.type === 'integer') add(sums, '', BigInt(cell.integer));
    else open.push(row.key);
  }
  return { sums: [...sums].flatMap(([currency, sum]) => valueOf(currency, sum)), open };
}

function add(sums: Map<string, bigint>, currency: string, amount: bigint): void {
  sums.set(currency, (sums.get(currency) ?? 0n) + amount);
}

function valueOf(currency: string, sum: bigint): readonly Sum[] {
  if (currency !== '') return [{ type: 'money', currency, minor: String(sum) }];
  const integer = Number(sum);
  return Number.isSafeInteger(integer) ? [{ type: 'integer', integer }] : [];
}
