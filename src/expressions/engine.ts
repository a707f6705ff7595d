import type { Environment } from '@marcbachmann/cel-js';
import type { Parameter, Value } from '../model/index.ts';
import { CelDate, CelMoney, CelPeriod, conditionEnvironment, constraintEnvironment, IncomparableError, OpenError } from './environment.ts';
import type { Answer, Engine } from './evaluate.ts';
import { parsePeriod } from './period.ts';
import type { Scope } from './scope.ts';

/** CEL over the declared parameters and what the assembly knows; without facts in its scope, over `value` alone. */
export function celEngine(parameters: Readonly<Record<string, Parameter>>): Engine {
  return (source, scope) => {
    if (scope.facts) return run(conditionEnvironment(parameters), source, { ...scope.facts, ...groups(parameters, scope) });
    const value = scope.value('value');
    if (!value) return { kind: 'unanswered', names: ['value'] };
    return run(constraintEnvironment(value), source, { value: celValue(value, scope.language) });
  };
}

function run(environment: Environment, source: string, context: Record<string, unknown>): Answer {
  try {
    return { kind: 'answer', value: environment.evaluate(source, context) === true };
  } catch (error) {
    // The library wraps what a function throws; the reason is its cause.
    const inner = error instanceof Error ? error.cause : undefined;
    if (error instanceof OpenError || inner instanceof OpenError) return { kind: 'unanswered', names: [] };
    const cause = inner instanceof IncomparableError ? inner : error;
    return { kind: 'fault', message: cause instanceof Error ? (cause.message.split('\n')[0] ?? cause.message) : 'the expression cannot be evaluated' };
  }
}

function groups(parameters: Readonly<Record<string, Parameter>>, scope: Scope): Record<string, Record<string, unknown>> {
  const made: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(parameters)) {
    const [group = '', field = ''] = name.split('.');
    const fields = (made[group] ??= {});
    const value = scope.value(name);
    if (value) fields[field] = celValue(value, scope.language);
  }
  return made;
}

/** A bound value as CEL sees it. Texts are read in the leading language. */
function celValue(value: Value, language: string): unknown {
  switch (value.type) {
    case 'text': return value.text[language] ?? Object.values(value.text)[0] ?? '';
    case 'integer': return BigInt(value.integer);
    case 'boolean': return value.boolean;
    case 'money': return new CelMoney(value.currency, BigInt(value.minor));
    case 'duration': return new CelPeriod(parsePeriod(value.iso) ?? { months: 0, days: 0, seconds: 0 });
    case 'date': return new CelDate(value.date);
    case 'share': return value.shares.map((share) => ({ party: share.party, percent: Number(share.percent) }));
    case 'choice': return value.choice;
    case 'party': return value.party;
    case 'list': return value.items.map((item) => ({ key: item.key }));
    case 'table': return value.rows.map((row) => ({ ...Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, celValue(cell, language)])), key: row.key }));
    default: return value satisfies never;
  }
}
