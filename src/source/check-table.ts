import { isSummable } from '../expressions/total.ts';
import type { Clause, Column, LinkedFinding, Span, TableShape, TotalShape } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import type { LeafWorld } from './check-leaf.ts';

type TableFault = Pick<LinkedFinding, 'rule' | 'message' | 'hint' | 'follows'>;

/** Checks the table of a clause: the parameter that it is made from, its columns, what is added up. */
export function checkTable(clause: Clause, world: LeafWorld, findings: LinkedFinding[]): void {
  if (!clause.table) return;
  const span: Span | undefined = clause.leafSpans?.['table'] ?? clause.span;
  for (const fault of faultsOf(clause.table, world)) findings.push({ severity: 'error', ...fault, ...(span ? { span } : {}) });
}

function faultsOf(table: TableShape, world: LeafWorld): readonly TableFault[] {
  const parameter = world.parameters[table.in];
  if (parameter?.type !== 'table') return [{ rule: 'unknown-parameter', message: `a table is made from a parameter of type table; “${table.in}” is none`, follows: [`parameter:${table.in}`] }];
  const columns = parameter.columns ?? [];
  const known = columns.map((column) => column.key);
  return [
    ...table.columns.filter(({ key }) => !known.includes(key)).map(({ key }) => unknownColumn(`the table “${table.in}” has no column “${key}”; it has ${known.join(', ')}`, key, known)),
    ...(table.rows === 'totals' && !table.totals ? [{ rule: 'missing-key', message: 'a table of totals alone names its totals' }] : []),
    ...(table.totals ?? []).flatMap((total, index) => totalFaults(total, table, columns, world, table.totals?.slice(0, index).some(({ key }) => key === total.key) === true)),
  ];
}

function totalFaults(total: TotalShape, table: TableShape, columns: readonly Column[], world: LeafWorld, twice: boolean): readonly TableFault[] {
  const faults: TableFault[] = [];
  const shown = table.columns.map(({ key }) => key);
  const typeOf = (key: string): Column['type'] | undefined => columns.find((column) => column.key === key)?.type;
  const summable = shown.filter((key) => isSummable(typeOf(key)));
  if (twice) faults.push({ rule: 'duplicate-key', message: `two totals of “${table.in}” have the key “${total.key}”` });
  for (const key of total.sum)
    if (!summable.includes(key)) faults.push(unknownColumn(`the total “${total.key}” adds up “${key}”; what the table shows and adds up is ${summable.join(', ') || 'nothing'}`, key, summable));
  if (total.by !== undefined && !shown.includes(total.by)) faults.push(unknownColumn(`the total “${total.key}” groups by “${total.by}”, which the table does not show; it shows ${shown.join(', ')}`, total.by, shown));
  if (total.by !== undefined && total.sum.includes(total.by)) faults.push({ rule: 'wrong-type', message: `the total “${total.key}” cannot add up the column that it groups by` });
  if (!total.label && total.by === undefined) faults.push({ rule: 'missing-key', message: `the total “${total.key}” of all rows has no label` });
  if (shown.every((key) => total.sum.includes(key))) faults.push({ rule: 'wrong-type', message: `the total “${total.key}” leaves no column for its label` });
  if (total.within === undefined) return faults;
  const limit = world.parameters[total.within];
  if (limit?.type !== 'money') faults.push({ rule: 'unknown-parameter', message: `a total keeps within a parameter of type money; “${total.within}” is none`, follows: [`parameter:${total.within}`] });
  else if (world.parameterList && !world.parameterList.includes(total.within)) faults.push({ rule: 'undeclared-parameter', message: `“${total.within}” is used but not listed under “parameters”` });
  return faults;
}

function unknownColumn(message: string, name: string, known: readonly string[]): TableFault {
  const near = nearest(name, known);
  return { rule: 'unknown-key', message, ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }) };
}
