import { Environment } from '@marcbachmann/cel-js';
import type { Parameter } from '../model/index.ts';
import { comparePeriods, parsePeriod } from './period.ts';
import type { Period } from './period.ts';

/** A duration in an expression. */
export class CelPeriod {
  readonly period: Period;
  constructor(period: Period) {
    this.period = period;
  }
}

/** A calendar date in an expression; ISO dates order as strings. */
export class CelDate {
  readonly iso: string;
  constructor(iso: string) {
    this.iso = iso;
  }
}

/** An amount in an expression, in major units. */
export class CelMoney {
  readonly currency: string;
  readonly amount: number;
  constructor(currency: string, amount: number) {
    this.currency = currency;
    this.amount = amount;
  }
}

/** Thrown while evaluating: what is compared does not compare. The message is for the user. */
export class IncomparableError extends Error {
  override readonly name = 'IncomparableError';
}

/** The CEL type of a parameter's value. */
function celType(parameter: Pick<Parameter, 'type'>): string {
  switch (parameter.type) {
    case 'integer': return 'int';
    case 'boolean': return 'bool';
    case 'text':
    case 'choice':
    case 'party': return 'string';
    case 'money': return 'Money';
    case 'duration': return 'Period';
    case 'date': return 'Date';
    case 'share': return 'list<Share>';
    case 'list':
    case 'table': return 'list<dyn>';
    default: return parameter.type satisfies never;
  }
}

function order(a: CelPeriod, b: CelPeriod): number {
  const result = comparePeriods(a.period, b.period);
  if (result === undefined) throw new IncomparableError('which of the two durations is longer depends on the calendar');
  return result;
}

function base(): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 2000, maxDepth: 100 } });
  environment.registerType('Period', { ctor: CelPeriod, fields: {} });
  environment.registerType('Date', { ctor: CelDate, fields: {} });
  environment.registerType('Money', { ctor: CelMoney, fields: { currency: 'string', amount: 'double' } });
  environment.registerType('Share', { schema: { party: 'string', percent: 'double' } });
  environment.registerFunction('period(string): Period', (iso: string) => {
    const period = parsePeriod(iso);
    if (!period) throw new IncomparableError(`“${iso}” is no ISO 8601 duration`);
    return new CelPeriod(period);
  });
  environment.registerFunction('date(string): Date', (iso: string) => new CelDate(iso));
  const compare: Readonly<Record<string, (order: number) => boolean>> = {
    '<': (n) => n < 0, '<=': (n) => n <= 0, '>': (n) => n > 0, '>=': (n) => n >= 0,
  };
  for (const [operator, holds] of Object.entries(compare)) {
    environment.registerOperator(`Period ${operator} Period`, (a: CelPeriod, b: CelPeriod) => holds(order(a, b)));
    environment.registerOperator(`Date ${operator} Date`, (a: CelDate, b: CelDate) => holds(a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0));
  }
  return environment;
}

/** What the assembly itself knows in conditions, and the literals of CEL. */
const TAKEN = new Set(['instrument', 'register', 'parties', 'texts', 'framework', 'true', 'false', 'null', 'in']);
const probed = new Map<string, boolean>();
let probe: Environment | undefined;

/** True if a group of parameters may go by the name: no word of CEL, and nothing that the assembly knows itself. */
export function isGroupName(name: string): boolean {
  const known = probed.get(name);
  if (known !== undefined) return known;
  let free = !TAKEN.has(name);
  try {
    probe ??= base();
    if (free) probe.registerVariable(name, 'int');
  } catch {
    free = false;
  }
  probed.set(name, free);
  return free;
}

/** The names that conditions may use: parameters by group, and what the assembly itself knows. */
export function conditionEnvironment(parameters: Readonly<Record<string, Parameter>>): Environment {
  const known = byParameters.get(parameters);
  if (known) return known;
  const environment = base();
  byParameters.set(parameters, environment);
  const groups = new Map<string, Record<string, string>>();
  for (const parameter of Object.values(parameters)) {
    const [group = '', name = ''] = parameter.name.split('.');
    const fields = groups.get(group) ?? {};
    fields[name] = celType(parameter);
    groups.set(group, fields);
  }
  for (const [group, schema] of groups) environment.registerVariable(group, { schema });
  environment.registerVariable('instrument', 'string');
  environment.registerVariable('register', 'string');
  environment.registerVariable('parties', 'list<string>');
  environment.registerVariable('texts', 'list<string>');
  environment.registerVariable('framework', 'bool');
  return environment;
}

/** The one name a constraint may use: `value`, typed as the parameter. */
export function constraintEnvironment(parameter: Pick<Parameter, 'type'>): Environment {
  const type = celType(parameter);
  const known = byType.get(type);
  if (known) return known;
  const environment = base().registerVariable('value', type);
  byType.set(type, environment);
  return environment;
}

/** Making an environment costs milliseconds; they hold declarations only, so each is made once. */
const byParameters = new WeakMap<Readonly<Record<string, Parameter>>, Environment>();
const byType = new Map<string, Environment>();
