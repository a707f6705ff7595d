import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Operand, ParameterType, Predicate, Relation } from '../model/index.ts';
import { parseMoney } from './money.ts';
import { parsePeriod } from './period.ts';
import type { Names } from './scope.ts';
import { isSummable } from './total.ts';

/** What an expression is found to be: its fault with the place in its source, or nothing. */
export function checkExpression(environment: Environment, source: string, names: Names): ExpressionFault | undefined {
  const result = environment.check(source);
  if (!result.valid) return { message: firstLine(result.error?.message ?? 'the expression does not parse'), offset: rangeStart(result.error) };
  if (result.type !== 'bool' && result.type !== 'dyn') return { message: `the expression is of type ${result.type ?? 'unknown'}; expected true or false`, offset: 0 };
  const { ast } = environment.parse(source);
  return sumFault(ast, names) ?? (ast.op === 'rcall' && ast.args[0] === 'sum' ? { message: 'the expression is a sum; expected true or false', offset: 0 } : undefined);
}

interface ExpressionFault { readonly message: string; readonly offset: number }

/** What CEL cannot type: whether a sum is money or a number depends on the column that its argument names. */
function sumFault(ast: ASTNode, names: Names): ExpressionFault | undefined {
  const fault = (message: string): ExpressionFault => ({ message, offset: ast.range.start });
  if (ast.op === 'rcall' && ast.args[0] === 'sum') {
    const [, on, [column]] = ast.args;
    const table = tableOf(on, names);
    const columns = table === undefined ? undefined : names.columns.get(table);
    if (table === undefined || !columns) return fault('“sum” adds up a column of a parameter of type table, or of what “filter” leaves of one');
    if (column?.op !== 'value' || typeof column.args !== 'string') return fault('“sum” takes the name of a column in quotation marks');
    const named = column.args;
    const found = columns.find(({ key }) => key === named);
    const summable = columns.filter(({ type }) => isSummable(type)).map(({ key }) => key);
    if (!found) return fault(`the table “${table}” has no column “${named}”; those that add up are ${summable.join(', ') || 'none'}`);
    if (!isSummable(found.type)) return fault(`the column “${named}” of “${table}” is ${found.type}; only money and integer add up`);
  }
  switch (ast.op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const sides = ast.args.map((side) => sideOf(side, names));
      const kinds = sides.flatMap((side) => (side ? [side.kind] : []));
      if (ast.args.some((side) => side.op === 'rcall' && side.args[0] === 'sum') && new Set(kinds).size > 1) return fault(kinds.join(' does not compare with '));
      break;
    }
    default:
  }
  for (const part of partsOf(ast)) {
    const found = sumFault(part, names);
    if (found) return found;
  }
  return undefined;
}

/** The parameter of type table that an expression is made of: itself, or what a filter leaves of it. */
function tableOf(ast: ASTNode, names: Names): string | undefined {
  const path = pathOf(ast);
  if (path !== undefined) return names.types.get(path) === 'table' ? path : undefined;
  return ast.op === 'rcall' && ast.args[0] === 'filter' ? tableOf(ast.args[1], names) : undefined;
}

function rangeStart(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('range' in error)) return 0;
  const range = error.range;
  return typeof range === 'object' && range !== null && 'start' in range && typeof range.start === 'number' ? range.start : 0;
}

/** Parses a condition once and for all. Comparisons of like with like become data; the rest stays CEL. */
export function compilePredicate(environment: Environment, source: string, names: Names): Predicate {
  const fault = checkExpression(environment, source, names);
  if (fault) return { op: 'fault', message: fault.message };
  return predicateOf(environment.parse(source).ast, names);
}

function predicateOf(ast: ASTNode, names: Names): Predicate {
  switch (ast.op) {
    case '&&':
    case '||': return { op: ast.op, left: predicateOf(ast.args[0], names), right: predicateOf(ast.args[1], names) };
    case '!_': return { op: '!', inner: predicateOf(ast.args, names) };
    case '?:': return { op: '?:', test: predicateOf(ast.args[0], names), yes: predicateOf(ast.args[1], names), no: predicateOf(ast.args[2], names) };
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': return comparison(ast.op, ast.args[0], ast.args[1], names) ?? cel(ast, names);
    default: {
      const path = pathOf(ast);
      if (path !== undefined && (names.types.get(path) === 'boolean' || (names.facts && path === 'framework'))) return { op: 'is', path };
      return cel(ast, names);
    }
  }
}

function cel(ast: ASTNode, names: Names): Predicate {
  return { op: 'cel', source: ast.input.slice(ast.range.start, ast.range.end), reads: [...new Set(pathsIn(ast))].filter((path) => names.types.has(path)) };
}

type Kind = 'text' | 'boolean' | 'integer' | 'period' | 'date' | 'money';
interface Side {
  readonly kind: Kind;
  readonly operand: Operand;
}

/** Which relations compare what, without a question of how: texts and truth for equality, the rest by order too. */
const RELATIONS: Readonly<Record<Kind, readonly Relation[]>> = {
  text: ['==', '!='],
  boolean: ['==', '!='],
  integer: ['==', '!=', '<', '<=', '>', '>='],
  period: ['<', '<=', '>', '>='],
  date: ['<', '<=', '>', '>='],
  money: ['==', '!=', '<', '<=', '>', '>='],
};

function comparison(by: Relation, first: ASTNode, second: ASTNode, names: Names): Predicate | undefined {
  const [left, right] = [sideOf(first, names), sideOf(second, names)];
  if (!left || !right || left.kind !== right.kind || !RELATIONS[left.kind].includes(by)) return undefined;
  return { op: 'compare', by, left: left.operand, right: right.operand };
}

const KINDS: Readonly<Partial<Record<ParameterType, Kind>>> = { integer: 'integer', boolean: 'boolean', duration: 'period', date: 'date', money: 'money', text: 'text', choice: 'text', party: 'text' };
const SIZED: ReadonlySet<ParameterType | undefined> = new Set(['list', 'table', 'share'] as const);

function sideOf(ast: ASTNode, names: Names): Side | undefined {
  const path = pathOf(ast);
  if (path !== undefined) {
    if (names.facts && (path === 'instrument' || path === 'register')) return { kind: 'text', operand: { path } };
    const type = names.types.get(path);
    const kind = type && KINDS[type];
    return kind && { kind, operand: { path } };
  }
  switch (ast.op) {
    case 'value': return literal(ast.args);
    case 'rcall': {
      const [method, on, args] = ast.args;
      if (method === 'sum') return summed(on, args, names);
      return method === 'size' && args.length === 0 ? sized(on, names) : undefined;
    }
    case 'call': {
      const [name, [first, ...more]] = ast.args;
      if (!first || more.length > 0) return undefined;
      if (name === 'size') return sized(first, names);
      if (first.op !== 'value' || typeof first.args !== 'string') return undefined;
      if (name === 'period' && parsePeriod(first.args)) return { kind: 'period', operand: { period: first.args } };
      const money = name === 'money' ? parseMoney(first.args) : undefined;
      if (money) return { kind: 'money', operand: { currency: money.currency, minor: money.minor } };
      return name === 'date' ? { kind: 'date', operand: { date: first.args } } : undefined;
    }
    default: return undefined;
  }
}

function literal(value: unknown): Side | undefined {
  switch (typeof value) {
    case 'string': return { kind: 'text', operand: { text: value } };
    case 'bigint': return { kind: 'integer', operand: { integer: String(value) } };
    case 'boolean': return { kind: 'boolean', operand: { boolean: value } };
    default: return undefined;
  }
}

function sized(ast: ASTNode, names: Names): Side | undefined {
  const path = pathOf(ast);
  if (path === undefined || !(SIZED.has(names.types.get(path)) || (names.facts && (path === 'parties' || path === 'texts')))) return undefined;
  return { kind: 'integer', operand: { size: path } };
}

function summed(on: ASTNode, args: readonly ASTNode[], names: Names): Side | undefined {
  const path = pathOf(on);
  const column = args[0]?.op === 'value' ? args[0].args : undefined;
  const type = path === undefined ? undefined : names.columns.get(path)?.find(({ key }) => key === column)?.type;
  if (path === undefined || typeof column !== 'string' || (type !== 'money' && type !== 'integer')) return undefined;
  return { kind: type, operand: { sum: path, column } };
}

/** `finance.ceiling`, `value`, `register`. */
function pathOf(ast: ASTNode): string | undefined {
  if (ast.op === 'id') return ast.args;
  if (ast.op !== '.') return undefined;
  const [object, name] = ast.args;
  return object.op === 'id' ? `${object.args}.${name}` : undefined;
}

/** The expressions that an expression is made of. */
function partsOf(ast: ASTNode): readonly ASTNode[] {
  const collect = (value: unknown): readonly ASTNode[] => (Array.isArray(value) ? value.flatMap(collect) : isAst(value) ? [value] : []);
  return collect(ast.args);
}

function isAst(value: unknown): value is ASTNode {
  return isNode(value) && 'range' in value;
}

/** Every dotted name of an expression; the variable of an `exists` has such names too. */
function pathsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  if (!isNode(value)) return [];
  if (value.op === '.' && Array.isArray(value.args)) {
    const [object, name]: readonly unknown[] = value.args;
    if (isNode(object) && object.op === 'id' && typeof object.args === 'string' && typeof name === 'string') return [`${object.args}.${name}`];
  }
  return pathsIn(value.args);
}

function isNode(value: unknown): value is { op: string; args: unknown } {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value && typeof value.op === 'string';
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
