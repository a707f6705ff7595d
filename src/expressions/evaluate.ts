import type { Operand, Predicate, Relation, Value } from '../model/index.ts';
import { holds } from './holds.ts';
import { CALENDAR, parsePeriod, relatePeriods } from './period.ts';
import type { Scope } from './scope.ts';
import { totalOf } from './total.ts';

/** `unanswered`: the names of the parameters on which the answer depends and which have no value. */
export type Answer =
  | { readonly kind: 'answer'; readonly value: boolean }
  | { readonly kind: 'unanswered'; readonly names: readonly string[] }
  | { readonly kind: 'fault'; readonly message: string };

/** Evaluates what is no plain comparison, over a scope in which everything that it reads has a value. */
export type Engine = (source: string, scope: Scope) => Answer;

/**
 * Evaluates in three values: a part that reads an open parameter is unanswered, and the whole is so only where its
 * value depends on that part. `engine`: for predicates that hold CEL.
 */
export function evaluate(predicate: Predicate, scope: Scope, engine: Engine | undefined): Answer {
  switch (predicate.op) {
    case '&&':
    case '||': {
      const decisive = predicate.op === '||';
      const left = evaluate(predicate.left, scope, engine);
      if (left.kind === 'fault' || (left.kind === 'answer' && left.value === decisive)) return left;
      const right = evaluate(predicate.right, scope, engine);
      if (right.kind === 'fault' || (right.kind === 'answer' && right.value === decisive)) return right;
      if (left.kind === 'unanswered' && right.kind === 'unanswered') return unanswered([...left.names, ...right.names]);
      return left.kind === 'unanswered' ? left : right;
    }
    case '!': {
      const inner = evaluate(predicate.inner, scope, engine);
      return inner.kind === 'answer' ? answer(!inner.value) : inner;
    }
    case '?:': {
      const test = evaluate(predicate.test, scope, engine);
      return test.kind === 'answer' ? evaluate(test.value ? predicate.yes : predicate.no, scope, engine) : test;
    }
    case 'is': {
      if (predicate.path === 'framework' && scope.facts) return answer(scope.facts.framework);
      const value = scope.value(predicate.path);
      return value === undefined ? unanswered([predicate.path]) : answer(value.type === 'boolean' && value.boolean);
    }
    case 'compare': {
      const open = [predicate.left, predicate.right].flatMap((side) => openIn(side, scope));
      return open.length > 0 ? unanswered(open) : compare(predicate.by, predicate.left, predicate.right, scope);
    }
    case 'cel': {
      const open = predicate.reads.filter((name) => scope.value(name) === undefined);
      if (open.length > 0) return unanswered(open);
      if (!engine) return { kind: 'fault', message: 'the expression cannot be evaluated' };
      const found = engine(predicate.source, scope);
      // A sum over an open cell: which one, the engine does not say.
      return found.kind === 'unanswered' && found.names.length === 0 ? unanswered(predicate.reads) : found;
    }
    case 'fault':
      return { kind: 'fault', message: predicate.message };
    default:
      return predicate satisfies never;
  }
}

/** True if evaluating the predicate may need an engine. */
export function needsEngine(predicate: Predicate): boolean {
  switch (predicate.op) {
    case '&&':
    case '||': return needsEngine(predicate.left) || needsEngine(predicate.right);
    case '!': return needsEngine(predicate.inner);
    case '?:': return needsEngine(predicate.test) || needsEngine(predicate.yes) || needsEngine(predicate.no);
    case 'cel': return true;
    case 'is':
    case 'compare':
    case 'fault': return false;
    default: return predicate satisfies never;
  }
}

function answer(value: boolean): Answer {
  return { kind: 'answer', value };
}

function unanswered(names: readonly string[]): Answer {
  return { kind: 'unanswered', names: [...new Set(names)] };
}

const FACTS = new Set(['instrument', 'register', 'parties', 'texts']);

function openIn(side: Operand, scope: Scope): readonly string[] {
  if ('sum' in side) {
    const value = scope.value(side.sum);
    if (value?.type !== 'table' || value.rows.length === 0) return [side.sum];
    return totalOf(value.rows, side.column).open.map((row) => `${side.sum}[${row}].${side.column}`);
  }
  const name = 'path' in side ? side.path : 'size' in side ? side.size : undefined;
  if (name === undefined || (scope.facts && FACTS.has(name))) return [];
  return scope.value(name) === undefined ? [name] : [];
}

function compare(by: Relation, left: Operand, right: Operand, scope: Scope): Answer {
  const [a, b] = [plain(left, scope), plain(right, scope)];
  if (a.kind === 'period' && b.kind === 'period') {
    const [one, other] = [parsePeriod(a.of), parsePeriod(b.of)];
    const told = one && other ? relatePeriods(by, one, other) : undefined;
    return told === undefined ? { kind: 'fault', message: CALENDAR } : answer(told);
  }
  for (const side of [a, b]) if (side.kind === 'fault') return { kind: 'fault', message: side.of };
  if (a.kind === 'money' && b.kind === 'money' && a.currency !== b.currency) {
    if (by === '==' || by === '!=') return answer(by === '!=');
    return { kind: 'fault', message: `an amount in ${a.currency ?? ''} does not compare with one in ${b.currency ?? ''}` };
  }
  if ((a.kind === 'integer' && b.kind === 'integer') || (a.kind === 'money' && b.kind === 'money')) {
    const [one, other] = [BigInt(a.of), BigInt(b.of)];
    return answer(holds(by, one < other ? -1 : one > other ? 1 : 0));
  }
  return answer(holds(by, a.of < b.of ? -1 : a.of > b.of ? 1 : 0));
}

interface Plain {
  readonly kind: 'text' | 'integer' | 'period' | 'date' | 'money' | 'fault';
  readonly of: string;
  readonly currency?: string;
}

/** An operand as something that compares. What types it may have was settled when the predicate was made. */
function plain(side: Operand, scope: Scope): Plain {
  if ('text' in side) return { kind: 'text', of: side.text };
  if ('integer' in side) return { kind: 'integer', of: side.integer };
  if ('boolean' in side) return { kind: 'text', of: String(side.boolean) };
  if ('period' in side) return { kind: 'period', of: side.period };
  if ('date' in side) return { kind: 'date', of: side.date };
  if ('minor' in side) return { kind: 'money', of: side.minor, currency: side.currency };
  if ('sum' in side) return sumOf(side, scope);
  if ('size' in side) return { kind: 'integer', of: String((scope.facts && (side.size === 'parties' || side.size === 'texts')) ? scope.facts[side.size].length : sizeOf(scope.value(side.size))) };
  if (scope.facts && side.path === 'instrument') return { kind: 'text', of: scope.facts.instrument };
  if (scope.facts && side.path === 'register') return { kind: 'text', of: scope.facts.register };
  const value = scope.value(side.path);
  switch (value?.type) {
    case 'integer': return { kind: 'integer', of: String(value.integer) };
    case 'duration': return { kind: 'period', of: value.iso };
    case 'date': return { kind: 'date', of: value.date };
    case 'money': return { kind: 'money', of: value.minor, currency: value.currency };
    case 'boolean': return { kind: 'text', of: String(value.boolean) };
    case 'text': return { kind: 'text', of: value.text[scope.language] ?? Object.values(value.text)[0] ?? '' };
    case 'choice': return { kind: 'text', of: value.choice };
    case 'party': return { kind: 'text', of: value.party };
    default: return { kind: 'text', of: '' };
  }
}

function sumOf(side: Extract<Operand, { readonly sum: string }>, scope: Scope): Plain {
  const value = scope.value(side.sum);
  const [first, ...more] = value?.type === 'table' ? totalOf(value.rows, side.column).sums : [];
  if (first === undefined) return { kind: 'fault', of: 'the sum is too great' };
  if (more.length > 0) return { kind: 'fault', of: 'the amounts are in several currencies, which do not add up' };
  return first.type === 'money' ? { kind: 'money', of: first.minor, currency: first.currency } : { kind: 'integer', of: String(first.integer) };
}

function sizeOf(value: Value | undefined): number {
  switch (value?.type) {
    case 'list': return value.items.length;
    case 'table': return value.rows.length;
    case 'share': return value.shares.length;
    default: return 0;
  }
}
