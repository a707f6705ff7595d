import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionEnvironment, constraintEnvironment } from '../../src/expressions/environment.ts';
import { celValue, checkExpression, evaluate } from '../../src/expressions/evaluate.ts';
import { comparePeriods, parsePeriod } from '../../src/expressions/period.ts';
import type { Parameter } from '../../src/model/index.ts';

const ask = { en: '?' };
const PARAMETERS: Readonly<Record<string, Parameter>> = {
  'a.yes': { name: 'a.yes', type: 'boolean', ask },
  'a.open': { name: 'a.open', type: 'boolean', ask },
  'a.count': { name: 'a.count', type: 'integer', ask },
};
const environment = conditionEnvironment(PARAMETERS);
const scope = { context: { a: { yes: true, count: 3n }, parties: ['us', 'ru'], register: 'treaty', instrument: 'x', framework: true }, has: (name: string) => name !== 'a.open' };

describe('conditions', () => {
  it.each([
    ['a.yes', true], ['!a.yes', false], ['a.yes || a.open', true], ['!a.yes && a.open', false], ['a.open || a.yes', true],
    ['a.count > 2 && parties.size() == 2', true], ['"us" in parties', true], ['a.yes ? a.count == 3 : a.open', true],
  ])('%s is %s', (source, value) => {
    expect(evaluate(environment, source, scope)).toEqual({ kind: 'answer', value });
  });

  it.each(['a.open', 'a.yes && a.open', 'a.open || !a.yes', '!a.open'])('%s is unanswered and names the parameter', (source) => {
    expect(evaluate(environment, source, scope)).toEqual({ kind: 'unanswered', names: ['a.open'] });
  });

  it.each([['a.yse', 2], ['a.count > "x"', 0], ['nothing.at', 0], ['a.count', 0], ['a.yes &&', 8]])('%s is a fault with its place', (source, least) => {
    const fault = checkExpression(environment, source);
    expect(fault?.message).toBeTruthy();
    expect(fault?.offset).toBeGreaterThanOrEqual(least === 8 ? 0 : least);
  });
});

describe('durations', () => {
  it.each([['P90D', 'P30D', 1], ['P12M', 'P1Y', 0], ['P2W', 'P14D', 0], ['PT60S', 'PT1M', 0], ['P1M', 'P32D', -1], ['P10Y', 'P9Y', 1], ['P6M', 'P180D', undefined]])('%s against %s is %s', (a, b, order) => {
    const [left, right] = [parsePeriod(a), parsePeriod(b)];
    expect(left && right && comparePeriods(left, right)).toBe(order);
  });

  it('says so where months and days do not compare', () => {
    const answer = evaluate(constraintEnvironment({ type: 'duration' }), 'value >= period("P180D")', { context: { value: celValue({ type: 'duration', iso: 'P6M' }, 'en') }, has: () => true });
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
