import { Environment } from '@marcbachmann/cel-js';
import { exponent } from '../languages/currencies.ts';
import type { Parameter, Relation } from '../model/index.ts';
import { holds } from './holds.ts';
import { parseMoney } from './money.ts';
import { CALENDAR, parsePeriod, relatePeriods } from './period.ts';
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

/** An amount in an expression: exact in minor units, and in major units for a comparison with a plain number. */
export class CelMoney {
  readonly currency: string;
  readonly minor: bigint;
  readonly amount: number;
  constructor(currency: string, minor: bigint) {
    this.currency = currency;
    this.minor = minor;
    this.amount = Number(minor) / 10 ** (exponent(currency) ?? 2);
  }
}

/** Thrown while evaluating: what is compared does not compare. The message is for the user. */
export class IncomparableError extends Error {
  override readonly name = 'IncomparableError';
}

/** Thrown while evaluating: a column is added up that has an open cell. */
export class OpenError extends Error {
  override readonly name = 'OpenError';
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

function relates(by: Relation, a: CelPeriod, b: CelPeriod): boolean {
  const told = relatePeriods(by, a.period, b.period);
  if (told === undefined) throw new IncomparableError(CALENDAR);
  return told;
}

function orderOfMoney(a: CelMoney, b: CelMoney): number {
  if (a.currency !== b.currency) throw new IncomparableError(`an amount in ${a.currency} does not compare with one in ${b.currency}`);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/** Adds up a column of a table; `rows` are as the engine makes them. */
function sum(rows: readonly unknown[], column: string): CelMoney | bigint {
  let total: CelMoney | bigint | undefined;
  for (const row of rows) {
    const cell = isRow(row) && Object.hasOwn(row, column) ? row[column] : undefined;
    if (cell instanceof CelMoney && (total === undefined || total instanceof CelMoney)) {
      if (total && total.currency !== cell.currency) throw new IncomparableError('the amounts are in several currencies, which do not add up');
      total = new CelMoney(cell.currency, (total?.minor ?? 0n) + cell.minor);
    } else if (typeof cell === 'bigint' && !(total instanceof CelMoney)) total = (total ?? 0n) + cell;
    else throw new OpenError();
  }
  if (total === undefined) throw new OpenError();
  return total;
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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
  environment.registerFunction('money(string): Money', (text: string) => {
    const money = parseMoney(text);
    if (!money) throw new IncomparableError(`“${text}” is no amount such as "USD 38000000"`);
    return new CelMoney(money.currency, BigInt(money.minor));
  });
  // Of what type a sum is depends on the column; `compile.ts` checks it where the names are known.
  environment.registerFunction('list<dyn>.sum(string): dyn', sum);
  environment.registerFunction('date(string): Date', (iso: string) => new CelDate(iso));
  for (const by of ['<', '<=', '>', '>='] as const) {
    environment.registerOperator(`Period ${by} Period`, (a: CelPeriod, b: CelPeriod) => relates(by, a, b));
    environment.registerOperator(`Money ${by} Money`, (a: CelMoney, b: CelMoney) => holds(by, orderOfMoney(a, b)));
    environment.registerOperator(`Date ${by} Date`, (a: CelDate, b: CelDate) => holds(by, a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0));
  }
  environment.registerOperator('Money == Money', (a: CelMoney, b: CelMoney) => a.currency === b.currency && a.minor === b.minor);
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
