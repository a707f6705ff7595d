import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression, compilePredicate } from '../../src/expressions/compile.ts';
import { celEngine } from '../../src/expressions/engine.ts';
import { conditionEnvironment, constraintEnvironment } from '../../src/expressions/environment.ts';
import { evaluate, needsEngine } from '../../src/expressions/evaluate.ts';
import type { Answer } from '../../src/expressions/evaluate.ts';
import { conditionNames, constraintNames } from '../../src/expressions/scope.ts';
import type { Scope } from '../../src/expressions/scope.ts';
import { comparePeriods, parsePeriod } from '../../src/expressions/period.ts';
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
    const fault = checkExpression(environment, source);
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

describe('durations', () => {
  it.each([['P90D', 'P30D', 1], ['P12M', 'P1Y', 0], ['P2W', 'P14D', 0], ['PT60S', 'PT1M', 0], ['P1M', 'P32D', -1], ['P10Y', 'P9Y', 1], ['P6M', 'P180D', undefined]])('%s against %s is %s', (a, b, order) => {
    const [left, right] = [parsePeriod(a), parsePeriod(b)];
    expect(left && right && comparePeriods(left, right)).toBe(order);
  });

  it('says so where months and days do not compare', () => {
    const answer = evaluate(compilePredicate(constraintEnvironment({ type: 'duration' }), 'value >= period("P180D")', constraintNames('duration')), { value: () => ({ type: 'duration', iso: 'P6M' }), language: 'en' }, undefined);
    expect(answer).toEqual({ kind: 'fault', message: 'which of the two durations is longer depends on the calendar' });
  });

  it('orders antisymmetrically', () => {
    const period = fc.record({ months: fc.nat(40), days: fc.nat(400), seconds: fc.nat(90_000) });
    fc.assert(fc.property(period, period, (a, b) => {
      const [one, other] = [comparePeriods(a, b), comparePeriods(b, a)];
      expect(one === undefined ? other : one + (other ?? 9)).toBe(one === undefined ? undefined : 0);
    }));
  });
});
