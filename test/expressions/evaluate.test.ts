import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression, compilePredicate } from '../../src/expressions/compile.ts';
import { celEngine } from '../../src/expressions/engine.ts';
import { conditionEnvironment, constraintEnvironment } from '../../src/expressions/environment.ts';
import { evaluate, needsEngine } from '../../src/expressions/evaluate.ts';
import type { Answer } from '../../src/expressions/evaluate.ts';
import { conditionNames, constraintNames } from '../../src/expressions/scope.ts';
import type { Scope } from '../../src/expressions/scope.ts';
import type { Period } from '../../src/expressions/period.ts';
import { parsePeriod, relatePeriods } from '../../src/expressions/period.ts';
import type { Parameter, Value } from '../../src/model/index.ts';

const ask = { en: '?' };
const PARAMETERS: Readonly<Record<string, Parameter>> = Object.fromEntries(
  (['boolean', 'integer', 'text', 'choice', 'party', 'duration', 'date', 'list', 'money'] as const).flatMap((type) => [[`a.${type}`, { name: `a.${type}`, type, ask }], [`b.${type}`, { name: `b.${type}`, type, ask }]]),
);
const environment = conditionEnvironment(PARAMETERS);
const names = conditionNames(PARAMETERS);
const engine = celEngine(PARAMETERS);
const facts = { instrument: 'x', register: 'treaty', parties: ['us', 'ru'], texts: ['en'], framework: true } as const;
const VALUES: Readonly<Record<string, Value>> = { 'a.boolean': { type: 'boolean', boolean: true }, 'a.integer': { type: 'integer', integer: 3 }, 'a.text': { type: 'text', text: { en: 'ab', ru: 'аб' } } };
const scope: Scope = { value: (name) => VALUES[name], facts, language: 'en' };
const ask3 = (source: string): Answer => evaluate(compilePredicate(environment, source, names), scope, engine);

describe('conditions', () => {
  it.each([
    ['a.boolean', true], ['!a.boolean', false], ['a.boolean || b.boolean', true], ['!a.boolean && b.boolean', false], ['b.boolean || a.boolean', true],
    ['a.integer > 2 && parties.size() == 2', true], ['"us" in parties', true], ['texts.size() == 1', true], ['"ru" in texts', false], ['a.boolean ? a.integer == 3 : b.boolean', true], ['a.text.startsWith("a")', true], ['framework', true],
    ['register != "treaty"', false], ['a.integer + 1 == 4', true], ['parties.exists(p, p == "ru")', true],
  ])('%s is %s', (source, value) => {
    expect(ask3(source)).toEqual({ kind: 'answer', value });
  });

  it.each(['b.boolean', 'a.boolean && b.boolean', 'b.boolean || !a.boolean', '!b.boolean'])('%s is unanswered and names the parameter', (source) => {
    expect(ask3(source)).toEqual({ kind: 'unanswered', names: ['b.boolean'] });
  });

  it.each([['a.yse', 2], ['a.integer > "x"', 0], ['nothing.at', 0], ['a.integer', 0], ['a.boolean &&', 8]])('%s is a fault with its place', (source, least) => {
    const fault = checkExpression(environment, source, names);
    expect(fault?.message).toBeTruthy();
    expect(fault?.offset).toBeGreaterThanOrEqual(least === 8 ? 0 : least);
    expect(ask3(source).kind).toBe('fault');
  });

  it('needs CEL for what is no comparison, and for nothing else', () => {
    const needs = (source: string): boolean => needsEngine(compilePredicate(environment, source, names));
    expect(['a.boolean && (a.integer < 3 || !(register == "treaty"))', 'a.list.size() > 0', 'texts.size() > 1', 'a.duration >= period("P1D")', 'framework ? a.boolean : b.boolean'].filter(needs)).toEqual([]);
    expect(['a.text.size() > 0', 'a.money.amount > 1.0', '"us" in parties', 'a.list.exists(x, x.key == "k")', '!(a.integer + 1 > 2)'].filter((source) => !needs(source))).toEqual([]);
  });

  it('answers comparisons as CEL does', () => {
    const word = fc.constantFrom('', 'a', 'b', 'ab', 'я', 'treaty');
    const iso = fc.constantFrom('P1D', 'P30D', 'P1M', 'P6M', 'P180D', 'P1Y', 'P12M', 'PT1H', 'PT36H', 'P2W');
    const date = fc.constantFrom('2026-01-01', '2025-12-31', '2026-01-02');
    const item = (text: string): { key: string; text: { en: string } } => ({ key: text, text: { en: text } });
    const value: Readonly<Record<string, fc.Arbitrary<Value>>> = {
      boolean: fc.boolean().map((boolean) => ({ type: 'boolean', boolean })),
      integer: fc.integer({ min: -3, max: 3 }).map((integer) => ({ type: 'integer', integer })),
      text: word.map((text) => ({ type: 'text', text: { en: text } })),
      choice: word.map((choice) => ({ type: 'choice', choice })),
      party: word.map((party) => ({ type: 'party', party })),
      duration: iso.map((each) => ({ type: 'duration', iso: each })),
      date: date.map((each) => ({ type: 'date', date: each })),
      list: fc.array(word, { maxLength: 3 }).map((words) => ({ type: 'list', items: words.map(item) })),
    };
    const literal: Readonly<Record<string, fc.Arbitrary<string>>> = {
      boolean: fc.constantFrom('true', 'false'), integer: fc.integer({ min: 0, max: 3 }).map(String), text: word.map((each) => JSON.stringify(each)), choice: word.map((each) => JSON.stringify(each)),
      party: word.map((each) => JSON.stringify(each)), duration: iso.map((each) => `period("${each}")`), date: date.map((each) => `date("${each}")`), list: fc.constantFrom('0', '1', '2'),
    };
    const type = fc.constantFrom(...Object.keys(value));
    const sample = type.chain((each) => fc.record({ type: fc.constant(each), by: fc.constantFrom('==', '!=', '<', '<=', '>', '>='), a: value[each] ?? fc.constant(undefined), right: literal[each] ?? fc.constant(''), swap: fc.boolean() }));
    let compared = 0;
    fc.assert(fc.property(sample, ({ type: each, by, a, right, swap }) => {
      const left = each === 'list' ? 'a.list.size()' : `a.${each}`;
      const source = swap ? `${right} ${by} ${left}` : `${left} ${by} ${right}`;
      const predicate = compilePredicate(environment, source, names);
      if (predicate.op !== 'compare') return;
      compared++;
      const here: Scope = { value: (name) => (name === `a.${each}` ? a : undefined), facts, language: 'en' };
      expect(evaluate(predicate, here, undefined), source).toEqual(engine(source, here));
    }), { numRuns: 2000 });
    expect(compared).toBeGreaterThan(1000);
  });
});

describe('sums of a column', () => {
  const columns = [{ key: 'cost', type: 'money', label: ask }, { key: 'units', type: 'integer', label: ask }, { key: 'who', type: 'party', label: ask }] as const;
  const parameters: Readonly<Record<string, Parameter>> = { 'a.rows': { name: 'a.rows', type: 'table', columns, ask }, 'a.ceiling': { name: 'a.ceiling', type: 'money', ask } };
  const cel = conditionEnvironment(parameters);
  const known = conditionNames(parameters);
  const run = celEngine(parameters);
  const money = (currency: string, minor: bigint | number): Value => ({ type: 'money', currency, minor: String(minor) });
  type Cells = Readonly<Record<string, Value>>;
  const over = (rows: readonly Cells[], ceiling: Value = money('USD', 100)): Scope => ({
    value: (name) => (name === 'a.rows' ? { type: 'table', rows: rows.map((cells, index) => ({ key: `r${index}`, cells })) } : ceiling), facts, language: 'en',
  });
  const told = (source: string, rows: readonly Cells[], ceiling?: Value): Answer => evaluate(compilePredicate(cel, source, known), over(rows, ceiling), run);
  const row = (cost: Value, units: number, who: string): Cells => ({ cost, units: { type: 'integer', integer: units }, who: { type: 'party', party: who } });
  const ROWS = [row(money('USD', 30), 1, 'us'), row(money('USD', 70), 2, 'ru')];

  it.each([
    ['a.rows.sum("cost") == a.ceiling', true], ['a.rows.sum("cost") > a.ceiling', false], ['a.ceiling != a.rows.sum("cost")', false], ['a.rows.sum("units") == 3', true],
    ['a.rows.sum("cost") <= money("USD 1")', true], ['a.rows.sum("cost") < money("USD 0.99")', false], ['a.rows.filter(r, r.who == "us").sum("cost") == money("USD 0.30")', true],
    ['a.rows.sum("units") + 1 == 4', true], ['a.rows.sum("cost").amount == 1.0', true], ['a.rows.size() == 2', true],
  ])('%s is %s', (source, value) => {
    expect(told(source, ROWS)).toEqual({ kind: 'answer', value });
  });

  it('is exact where a binary fraction is not', () => {
    expect(told('a.rows.sum("cost") == money("USD 0.30")', [10, 20].map((minor) => row(money('USD', minor), 1, 'us')))).toEqual({ kind: 'answer', value: true });
    const great = [row(money('USD', 900_719_925_474_099_300n), 1, 'us'), row(money('USD', 1), 1, 'us')];
    expect(told('a.rows.sum("cost") > a.ceiling', great, money('USD', 900_719_925_474_099_300n))).toEqual({ kind: 'answer', value: true });
  });

  it('adds whole units where the currency has no smaller ones', () => {
    expect(told('a.rows.sum("cost").amount == 5.0', [row(money('JPY', 5), 1, 'us')])).toEqual({ kind: 'answer', value: true });
  });

  it.each([['a.rows.sum("cost") > a.ceiling', 'a.rows[r1].cost'], ['!(a.rows.sum("cost").amount > 1.0)', 'a.rows']])('%s is unanswered while a cell is open', (source, name) => {
    expect(told(source, [...ROWS.slice(0, 1), {}])).toEqual({ kind: 'unanswered', names: [name] });
  });

  it('is unanswered over a table without rows', () => {
    expect(told('a.rows.sum("cost") > a.ceiling', [])).toEqual({ kind: 'unanswered', names: ['a.rows'] });
  });

  it.each(['a.rows.sum("cost") > a.ceiling', 'a.rows.sum("cost").amount > 1.0'])('%s does not add up several currencies', (source) => {
    expect(told(source, [row(money('USD', 1), 1, 'us'), row(money('EUR', 1), 1, 'us')])).toEqual({ kind: 'fault', message: 'the amounts are in several currencies, which do not add up' });
  });

  it('does not order amounts in different currencies, and finds them unequal', () => {
    expect(told('a.rows.sum("cost") > a.ceiling', ROWS, money('EUR', 1))).toEqual({ kind: 'fault', message: 'an amount in USD does not compare with one in EUR' });
    expect(told('a.rows.sum("cost") == a.ceiling', ROWS, money('EUR', 100))).toEqual({ kind: 'answer', value: false });
  });

  it.each([
    ['a.rows.sum("coast") > a.ceiling', 'has no column “coast”; those that add up are cost, units'], ['a.rows.sum("who") > a.ceiling', 'is party; only money and integer add up'],
    ['a.ceiling == a.rows.sum("units")', 'money does not compare with integer'], ['a.rows.sum("cost")', 'the expression is a sum'], ['parties.sum("cost") == 1', 'adds up a column of a parameter of type table'],
    ['a.rows.map(r, r.cost).sum("cost") == a.ceiling', 'adds up a column of a parameter of type table'], ['a.rows.sum(instrument) == a.ceiling', 'in quotation marks'],
  ])('%s is a fault', (source, message) => {
    expect(checkExpression(cel, source, known)?.message).toContain(message);
  });

  it('needs CEL only for what is no comparison', () => {
    const needs = (source: string): boolean => needsEngine(compilePredicate(cel, source, known));
    expect(['a.rows.sum("cost") > a.ceiling', 'a.rows.sum("units") <= 3', 'a.ceiling >= money("USD 1")', 'a.rows.size() == 2'].filter(needs)).toEqual([]);
    expect(needs('a.rows.filter(r, r.who == "us").sum("cost") > a.ceiling')).toBe(true);
  });

  it('answers as CEL does', () => {
    const amount = fc.record({ currency: fc.constantFrom('USD', 'USD', 'USD', 'JPY'), minor: fc.bigInt({ min: 0n, max: 10n ** 20n }) }).map(({ currency, minor }) => money(currency, minor));
    const cells = fc.record({ cost: amount, units: fc.integer({ min: -9, max: 9 }).map((integer): Value => ({ type: 'integer', integer })) }, { requiredKeys: ['units'] });
    const sample = fc.record({ rows: fc.array(cells, { maxLength: 5 }), ceiling: amount, by: fc.constantFrom('==', '!=', '<', '<=', '>', '>='), column: fc.constantFrom('cost', 'units') });
    fc.assert(fc.property(sample, ({ rows, ceiling, by, column }) => {
      const source = `a.rows.sum("${column}") ${by} ${column === 'cost' ? 'a.ceiling' : '3'}`;
      const [light, heavy] = [told(source, rows, ceiling), run(source, over(rows, ceiling))];
      // Which cells are open, and which fault comes first, is the light one's to say.
      expect(light.kind === 'answer' && light, source).toEqual(heavy.kind === 'answer' && heavy);
    }), { numRuns: 1000 });
  });
});

describe('durations', () => {
  const RELATIONS = ['<', '<=', '==', '!=', '>=', '>'] as const;

  it.each([
    ['P90D > P30D', true], ['P12M == P1Y', true], ['P2W == P14D', true], ['PT60S == PT1M', true], ['P1M < P32D', true], ['P10Y > P9Y', true], ['P6M < P180D', false], ['P6M <= P182D', undefined],
    ['P365D <= P1Y', true], ['P365D < P1Y', undefined], ['P365D > P1Y', false], ['P366D >= P1Y', true], ['P366D == P1Y', undefined], ['P364D != P1Y', true], ['P1M >= P28D', true], ['P1M <= P31D', true],
    ['P2M >= P59D', true], ['P2M >= P60D', undefined], ['P2M <= P62D', true], ['P4Y >= P1460D', true], ['P4Y <= P1461D', true], ['P400Y == P146097D', true], ['P1Y1M > P1Y27D', true], ['P1M1D > P1M', true],
  ])('%s is %s', (relation, told) => {
    const [a = '', by, b = ''] = relation.split(' ');
    const [left, right] = [parsePeriod(a), parsePeriod(b)];
    const known = RELATIONS.find((one) => one === by);
    expect(left && right && known && relatePeriods(known, left, right)).toBe(told);
  });

  /** From the first of every month of 400 years: the shortest and the longest that one is more than the other, in seconds. */
  const SPANS = Array.from({ length: 4_800 }, (_, month) => month);
  const length = (start: number, { months, days, seconds }: Period): number => (Date.UTC(2000, start + months, 1 + days, 0, 0, seconds) - Date.UTC(2000, start)) / 1000;
  const period = fc.record({ months: fc.oneof(fc.nat(30), fc.nat(700)), days: fc.nat(1_200), seconds: fc.constantFrom(0, 0, 3_600, 90_000) });
  /** A period of days about as long as one of months. */
  const close = fc.record({ months: fc.nat(60), off: fc.integer({ min: -5, max: 5 }) }).map(({ months, off }): readonly [Period, Period] => [{ months, days: 0, seconds: 0 }, { months: 0, days: Math.max(0, Math.round(months * 30.4369) + off), seconds: 0 }]);

  it('compare as the calendar has them, whenever they begin, and are undecided only where it differs', () => {
    fc.assert(fc.property(fc.oneof(close, fc.tuple(period, period)), fc.constantFrom('<', '<=', '>', '>='), ([a, b], by) => {
      const seen = new Set(SPANS.map((start) => evaluated(by, length(start, a) - length(start, b))));
      expect(relatePeriods(by, a, b)).toBe(seen.size === 1 ? [...seen][0] : undefined);
    }), { numRuns: 200 });
  });

  it('are equal only where they always are', () => {
    fc.assert(fc.property(fc.oneof(close, fc.tuple(period, period)), ([a, b]) => {
      const differences = SPANS.map((start) => length(start, a) - length(start, b));
      expect(relatePeriods('==', a, b) === true).toBe(differences.every((difference) => difference === 0));
      if (differences.includes(0)) expect(relatePeriods('!=', a, b)).not.toBe(true);
    }), { numRuns: 100 });
  });

  it('hold the other way round, and not at once with the opposite', () => {
    const turned = { '<': '>', '<=': '>=', '==': '==', '!=': '!=', '>=': '<=', '>': '<' } as const;
    const opposite = { '<': '>=', '<=': '>', '==': '!=', '!=': '==', '>=': '<', '>': '<=' } as const;
    fc.assert(fc.property(period, period, fc.constantFrom(...RELATIONS), (a, b, by) => {
      const told = relatePeriods(by, a, b);
      expect(relatePeriods(turned[by], b, a)).toBe(told);
      expect(relatePeriods(opposite[by], a, b)).toBe(told === undefined ? undefined : !told);
    }), { numRuns: 300 });
  });

  it('says so where months and days do not compare', () => {
    const answer = evaluate(compilePredicate(constraintEnvironment({ type: 'duration' }), 'value >= period("P182D")', constraintNames({ type: 'duration' })), { value: () => ({ type: 'duration', iso: 'P6M' }), language: 'en' }, undefined);
    expect(answer).toEqual({ kind: 'fault', message: 'which of the two durations is longer depends on the calendar' });
  });
});

function evaluated(by: '<' | '<=' | '>' | '>=', difference: number): boolean {
  switch (by) {
    case '<': return difference < 0;
    case '<=': return difference <= 0;
    case '>': return difference > 0;
    case '>=': return difference >= 0;
    default: return by satisfies never;
  }
}
