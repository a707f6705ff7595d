import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Value } from '../model/index.ts';
import { CelDate, CelMoney, CelPeriod, IncomparableError } from './environment.ts';
import { parsePeriod } from './period.ts';

/** `unanswered`: the names of the parameters on which the answer depends and which have no value. */
export type Answer =
  | { readonly kind: 'answer'; readonly value: boolean }
  | { readonly kind: 'unanswered'; readonly names: readonly string[] }
  | { readonly kind: 'fault'; readonly message: string };

export interface Scope {
  /** Top-level names: groups as objects of native values, and `instrument`, `register`, `parties`, `framework`. */
  readonly context: Readonly<Record<string, unknown>>;
  /** True if a declared parameter has a value. */
  has(name: string): boolean;
}

/** What an expression is found to be: its fault with the place in its source, or nothing. */
export function checkExpression(environment: Environment, source: string): { message: string; offset: number } | undefined {
  const result = environment.check(source);
  if (!result.valid) return { message: firstLine(result.error?.message ?? 'the expression does not parse'), offset: rangeStart(result.error) };
  if (result.type !== 'bool' && result.type !== 'dyn') return { message: `the expression is of type ${result.type ?? 'unknown'}; expected true or false`, offset: 0 };
  return undefined;
}

function rangeStart(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('range' in error)) return 0;
  const range = error.range;
  return typeof range === 'object' && range !== null && 'start' in range && typeof range.start === 'number' ? range.start : 0;
}

/**
 * Evaluates in three values: a part that reads an open parameter is unanswered, and the whole is so only where its
 * value depends on that part.
 */
export function evaluate(environment: Environment, source: string, scope: Scope): Answer {
  try {
    return node(environment.parse(source).ast);
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? firstLine(error.message) : 'the expression cannot be evaluated' };
  }

  function node(ast: ASTNode): Answer {
    switch (ast.op) {
      case '&&': return connect(node(ast.args[0]), () => node(ast.args[1]), false);
      case '||': return connect(node(ast.args[0]), () => node(ast.args[1]), true);
      case '!_': {
        const inner = node(ast.args);
        return inner.kind === 'answer' ? { kind: 'answer', value: !inner.value } : inner;
      }
      case '?:': {
        const test = node(ast.args[0]);
        return test.kind === 'answer' ? node(test.value ? ast.args[1] : ast.args[2]) : test;
      }
      default: return atom(ast);
    }
  }

  function connect(left: Answer, rest: () => Answer, decisive: boolean): Answer {
    if (left.kind === 'fault' || (left.kind === 'answer' && left.value === decisive)) return left;
    const right = rest();
    if (right.kind === 'fault' || (right.kind === 'answer' && right.value === decisive)) return right;
    if (left.kind === 'unanswered' && right.kind === 'unanswered') return { kind: 'unanswered', names: [...new Set([...left.names, ...right.names])] };
    return left.kind === 'unanswered' ? left : right;
  }

  function atom(ast: ASTNode): Answer {
    const open = [...new Set(paths(ast))].filter((name) => !scope.has(name));
    if (open.length > 0) return { kind: 'unanswered', names: open };
    try {
      return { kind: 'answer', value: environment.evaluate(ast.input.slice(ast.range.start, ast.range.end), { ...scope.context }) === true };
    } catch (error) {
      // The library wraps what a function throws; the reason is its cause.
      const cause = error instanceof Error && error.cause instanceof IncomparableError ? error.cause : error;
      return { kind: 'fault', message: cause instanceof Error ? firstLine(cause.message) : 'the expression cannot be evaluated' };
    }
  }
}

function paths(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(paths);
  if (!isNode(value)) return [];
  if (value.op === '.' && Array.isArray(value.args)) {
    const [object, name]: readonly unknown[] = value.args;
    if (isNode(object) && object.op === 'id' && typeof object.args === 'string' && typeof name === 'string') return [`${object.args}.${name}`];
  }
  return paths(value.args);
}

function isNode(value: unknown): value is { op: string; args: unknown } {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value && typeof value.op === 'string';
}

/** A bound value as CEL sees it. Texts are read in the leading language. */
export function celValue(value: Value, language: string): unknown {
  switch (value.type) {
    case 'text': return value.text[language] ?? Object.values(value.text)[0] ?? '';
    case 'integer': return BigInt(value.integer);
    case 'boolean': return value.boolean;
    case 'money': return new CelMoney(value.currency, Number(value.minor) / 100);
    case 'duration': return new CelPeriod(parsePeriod(value.iso) ?? { months: 0, days: 0, seconds: 0 });
    case 'date': return new CelDate(value.date);
    case 'share': return value.shares.map((share) => ({ party: share.party, percent: Number(share.percent) }));
    case 'choice': return value.choice;
    case 'party': return value.party;
    case 'list': return value.items.map((item) => ({ key: item.key }));
    case 'table': return value.rows.map((row) => ({ key: row.key }));
    default: return value satisfies never;
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
