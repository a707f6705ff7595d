import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, LANGUAGES, type ValueContext } from '../../src/languages/index.ts';
import { CASES, type Case, type Value, type ValueForm } from '../../src/model/index.ts';

const ru = LANGUAGES['ru'];
if (ru === undefined) throw new Error('Russian is missing');

const CONTEXT: ValueContext = {
  partyNames: { us: { en: { nom: 'United States' }, ru: { nom: 'Соединённые Штаты', gen: 'Соединённых Штатов' } } },
  choiceLabels: { each: { en: { nom: 'each' }, ru: { nom: 'каждая', ins: 'каждой' } } },
};
const WORKING: ValueContext = { ...CONTEXT, unit: 'working' };

/** Printed with ordinary spaces: where the no-break ones stand is tested apart. */
const say = (value: Value, form: ValueForm, context = CONTEXT): string | undefined =>
  ru.value(value, form, context)?.replaceAll('\u00a0', ' ');
const words = (value: Value, grammaticalCase: Case, context = CONTEXT): string | undefined =>
  say(value, { style: 'words', case: grammaticalCase }, context);

describe('durations in words', () => {
  it.each<readonly [string, Case, string]>([
    ['P90D', 'nom', '90 (девяносто) календарных дней'],
    ['P90D', 'gen', '90 (девяноста) календарных дней'],
    ['P90D', 'dat', '90 (девяноста) календарным дням'],
    ['P90D', 'acc', '90 (девяносто) календарных дней'],
    ['P90D', 'ins', '90 (девяноста) календарными днями'],
    ['P90D', 'pre', '90 (девяноста) календарных днях'],
    ['P1D', 'nom', '1 (один) календарный день'],
    ['P1D', 'gen', '1 (одного) календарного дня'],
    ['P1D', 'ins', '1 (одним) календарным днём'],
    ['P2D', 'nom', '2 (два) календарных дня'],
    ['P2D', 'gen', '2 (двух) календарных дней'],
    ['P2D', 'dat', '2 (двум) календарным дням'],
    ['P4D', 'acc', '4 (четыре) календарных дня'],
    ['P11D', 'nom', '11 (одиннадцать) календарных дней'],
    ['P12D', 'ins', '12 (двенадцатью) календарными днями'],
    ['P21D', 'nom', '21 (двадцать один) календарный день'],
    ['P21D', 'gen', '21 (двадцати одного) календарного дня'],
    ['P21D', 'pre', '21 (двадцати одном) календарном дне'],
    ['P22D', 'acc', '22 (двадцать два) календарных дня'],
    ['P111D', 'gen', '111 (ста одиннадцати) календарных дней'],
    ['P1000D', 'dat', '1000 (одной тысяче) календарных дней'],
    ['P0D', 'gen', '0 (ноля) календарных дней'],
    ['P1Y', 'nom', '1 (один) год'],
    ['P1Y', 'gen', '1 (одного) года'],
    ['P2Y', 'nom', '2 (два) года'],
    ['P2Y', 'gen', '2 (двух) лет'],
    ['P5Y', 'nom', '5 (пять) лет'],
    ['P5Y', 'gen', '5 (пяти) лет'],
    ['P5Y', 'dat', '5 (пяти) годам'],
    ['P5Y', 'ins', '5 (пятью) годами'],
    ['P10Y', 'nom', '10 (десять) лет'],
    ['P21Y', 'acc', '21 (двадцать один) год'],
    ['P3M', 'gen', '3 (трёх) месяцев'],
    ['P6M', 'acc', '6 (шесть) месяцев'],
    ['P1M', 'gen', '1 (одного) месяца'],
    ['P2W', 'acc', '2 (две) недели'],
    ['P2W', 'gen', '2 (двух) недель'],
    ['P1W', 'acc', '1 (одну) неделю'],
    ['P1W', 'ins', '1 (одной) неделей'],
    ['P5W', 'nom', '5 (пять) недель'],
    ['PT24H', 'gen', '24 (двадцати четырёх) часов'],
    ['PT24H', 'acc', '24 (двадцать четыре) часа'],
    ['PT72H', 'acc', '72 (семьдесят два) часа'],
    ['PT30M', 'gen', '30 (тридцати) минут'],
    ['PT1M', 'acc', '1 (одну) минуту'],
    ['PT60S', 'nom', '60 (шестьдесят) секунд'],
    ['PT60S', 'gen', '60 (шестидесяти) секунд'],
    ['PT60S', 'acc', '60 (шестьдесят) секунд'],
    ['PT1S', 'acc', '1 (одну) секунду'],
    ['PT21S', 'acc', '21 (двадцать одну) секунду'],
    ['PT2S', 'nom', '2 (две) секунды'],
    ['P1Y6M', 'nom', '1 (один) год и 6 (шесть) месяцев'],
    ['P1Y6M', 'gen', '1 (одного) года и 6 (шести) месяцев'],
    ['P2Y3M10D', 'acc', '2 (два) года, 3 (три) месяца и 10 (десять) календарных дней'],
    ['P1DT12H', 'gen', '1 (одного) календарного дня и 12 (двенадцати) часов'],
  ])('%s %s', (iso, grammaticalCase, expected) => {
    expect(words({ type: 'duration', iso }, grammaticalCase)).toBe(expected);
  });

  it.each<readonly [string, Case, string]>([
    ['P10D', 'gen', '10 (десяти) рабочих дней'],
    ['P1D', 'gen', '1 (одного) рабочего дня'],
    ['P2D', 'acc', '2 (два) рабочих дня'],
    ['P5D', 'ins', '5 (пятью) рабочими днями'],
  ])('in working days: %s %s', (iso, grammaticalCase, expected) => {
    expect(words({ type: 'duration', iso }, grammaticalCase, WORKING)).toBe(expected);
  });

  it('in figures take the noun in the case', () => {
    expect(say({ type: 'duration', iso: 'P21D' }, { case: 'gen' })).toBe('21 календарного дня');
    expect(say({ type: 'duration', iso: 'PT60S' }, {})).toBe('60 секунд');
  });

  it('are nothing if they are none', () => {
    for (const iso of ['P', 'PT', '90 days', 'P1.5D', 'P1DT']) expect(say({ type: 'duration', iso }, {})).toBeUndefined();
  });
});

describe('amounts in words', () => {
  it.each<readonly [string, string, Case, string]>([
    ['USD', '3800000000', 'nom', '38 000 000 (тридцать восемь миллионов) долларов США'],
    ['USD', '3800000000', 'gen', '38 000 000 (тридцати восьми миллионов) долларов США'],
    ['USD', '3800000000', 'dat', '38 000 000 (тридцати восьми миллионам) долларов США'],
    ['USD', '3800000000', 'ins', '38 000 000 (тридцатью восемью миллионами) долларов США'],
    ['USD', '3800000000', 'pre', '38 000 000 (тридцати восьми миллионах) долларов США'],
    ['USD', '3800000500', 'dat', '38 000 005 (тридцати восьми миллионам пяти) долларам США'],
    ['USD', '100', 'nom', '1 (один) доллар США'],
    ['USD', '300', 'nom', '3 (три) доллара США'],
    ['USD', '50', 'nom', '0 (ноль) долларов США 50 (пятьдесят) центов'],
    ['USD', '150', 'gen', '1 (одного) доллара США 50 (пятидесяти) центов'],
    ['USD', '201', 'nom', '2 (два) доллара США 1 (один) цент'],
    ['RUB', '100000', 'nom', '1000 (одна тысяча) российских рублей'],
    ['RUB', '2100', 'acc', '21 (двадцать один) российский рубль'],
    ['RUB', '2100', 'ins', '21 (двадцатью одним) российским рублём'],
    ['RUB', '202', 'nom', '2 (два) российских рубля 2 (две) копейки'],
    ['RUB', '501', 'acc', '5 (пять) российских рублей 1 (одну) копейку'],
    ['UAH', '100', 'acc', '1 (одну) гривну'],
    ['UAH', '200', 'nom', '2 (две) гривны'],
    ['UAH', '500', 'nom', '5 (пять) гривен'],
    ['JPY', '21', 'nom', '21 (двадцать одна) иена'],
    ['JPY', '38000000', 'gen', '38 000 000 (тридцати восьми миллионов) иен'],
    ['EUR', '100', 'nom', '1 (один) евро'],
    ['EUR', '2200', 'nom', '22 (двадцать два) евро'],
    ['GBP', '500', 'gen', '5 (пяти) фунтов стерлингов'],
    ['GBP', '200', 'nom', '2 (два) фунта стерлингов'],
    ['CZK', '200', 'nom', '2 (две) чешские кроны'],
    ['CZK', '100', 'acc', '1 (одну) чешскую крону'],
    ['CAD', '300', 'acc', '3 (три) канадских доллара'],
    ['PLN', '200', 'nom', '2 (два) злотых'],
    ['PLN', '500', 'dat', '5 (пяти) злотым'],
    ['CNY', '500', 'nom', '5 (пять) юаней'],
    ['INR', '500', 'nom', '5 (пять) индийских рупий'],
    ['ILS', '500', 'nom', '5 (пять) новых израильских шекелей'],
    ['RON', '300', 'nom', '3 (три) румынских лея'],
    ['KWD', '1500', 'nom', '1 (один) кувейтский динар 500 (пятьсот) филсов'],
    ['XAF', '7', 'nom', '7 (семь) XAF'],
  ])('%s %s %s', (currency, minor, grammaticalCase, expected) => {
    expect(words({ type: 'money', currency, minor }, grammaticalCase)).toBe(expected);
  });

  it.each<readonly [string, string, string]>([
    ['USD', '3800000000', '38 000 000 долларов США'],
    ['USD', '3800000050', '38 000 000,50 доллара США'],
    ['USD', '200000', '2000 долларов США'],
    ['USD', '2100', '21 доллар США'],
    ['JPY', '10000', '10 000 иен'],
    ['XXX', '3800000000', '38 000 000 XXX'],
  ])('in figures: %s %s', (currency, minor, expected) => {
    expect(say({ type: 'money', currency, minor }, {})).toBe(expected);
  });

  it('keep figures and noun on one line', () => {
    expect(ru.value({ type: 'money', currency: 'USD', minor: '3800000000' }, {}, CONTEXT)).toBe('38\u00a0000\u00a0000\u00a0долларов США');
    expect(ru.integer(38_000_000)).toBe('38\u00a0000\u00a0000');
    expect(ru.integer(2000)).toBe('2000');
  });

  it('are nothing if they are no digits', () => {
    expect(say({ type: 'money', currency: 'USD', minor: '-5' }, {})).toBeUndefined();
  });
});

describe('shares', () => {
  const share = (percent: string): Value => ({ type: 'share', shares: [{ party: 'us', percent }] });
  it.each<readonly [string, 'figures' | 'words', Case, string]>([
    ['50', 'figures', 'nom', '50 процентов'],
    ['50', 'figures', 'ins', '50 процентами'],
    ['33.4', 'figures', 'nom', '33,4 процента'],
    ['33.4', 'figures', 'dat', '33,4 процента'],
    ['1', 'figures', 'nom', '1 процент'],
    ['50', 'words', 'nom', '50 (пятьдесят) процентов'],
    ['50', 'words', 'gen', '50 (пятидесяти) процентов'],
    ['100', 'words', 'dat', '100 (ста) процентам'],
    ['33.4', 'words', 'nom', '33,4 (тридцать три целых четыре десятых) процента'],
    ['33.4', 'words', 'gen', '33,4 (тридцати трёх целых четырёх десятых) процента'],
    ['33.4', 'words', 'ins', '33,4 (тридцатью тремя целыми четырьмя десятыми) процента'],
    ['21.01', 'words', 'acc', '21,01 (двадцать одну целую одну сотую) процента'],
    ['0.5', 'words', 'nom', '0,5 (ноль целых пять десятых) процента'],
  ])('%s %s %s', (percent, style, grammaticalCase, expected) => {
    expect(say(share(percent), { style, case: grammaticalCase, part: 'us' })).toBe(expected);
  });

  it('have no inline form without a party', () => {
    expect(say(share('50'), {})).toBeUndefined();
    expect(say(share('50'), { part: 'uk' })).toBeUndefined();
  });
});

describe('other values', () => {
  it('render in the case where the language has it', () => {
    expect(say({ type: 'party', party: 'us' }, { case: 'gen' }, CONTEXT)).toBe('Соединённых Штатов');
    expect(say({ type: 'party', party: 'us' }, { case: 'dat' }, CONTEXT)).toBe('Соединённые Штаты');
    expect(say({ type: 'party', party: 'fr' }, {}, CONTEXT)).toBeUndefined();
    expect(say({ type: 'choice', choice: 'each' }, { case: 'ins' }, CONTEXT)).toBe('каждой');
    expect(say({ type: 'date', date: '2000-06-04' }, { case: 'dat' })).toBe('4 июня 2000 года');
    expect(say({ type: 'date', date: '2001-02-29' }, {})).toBeUndefined();
    expect(say({ type: 'integer', integer: 2 }, { style: 'words', case: 'gen' })).toBe('2 (двух)');
    expect(say({ type: 'boolean', boolean: true }, {})).toBe('да');
    expect(say({ type: 'text', text: { ru: 'данные', en: 'data' } }, {})).toBe('данные');
    expect(say({ type: 'text', text: { en: 'data' } }, {})).toBeUndefined();
    expect(say({ type: 'table', rows: [] }, {})).toBeUndefined();
  });

  it('render lists whole or by item', () => {
    const list: Value = { type: 'list', items: ['один', 'два', 'три'].map((text) => ({ key: `k-${text}`, text: { ru: text } })) };
    expect(say(list, {})).toBe('один, два и три');
    expect(say(list, { part: 'k-два' })).toBe('два');
    expect(say({ type: 'list', items: [{ key: 'a', text: { en: 'one' } }] }, {})).toBeUndefined();
  });
});

describe('reading back', () => {
  const grammaticalCase = fc.constantFrom<Case>(...CASES);
  const style = fc.constantFrom<'figures' | 'words'>('figures', 'words');
  const returns = (value: Value, form: ValueForm): void => {
    const printed = ru.value(value, form, CONTEXT);
    expect(ru.parse(value.type, printed ?? ''), printed).toEqual(value);
  };

  it('gives every amount in every currency, case and style', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 14n }).map(String);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(CURRENCIES)), minor, style, grammaticalCase, (currency, amount, s, c) => {
        returns({ type: 'money', currency, minor: amount }, { style: s, case: c });
      }),
      { numRuns: 500 },
    );
  });

  it('gives every duration, integer and date', () => {
    const count = fc.integer({ min: 1, max: 400 });
    const iso = fc.oneof(
      fc.tuple(count, fc.constantFrom('Y', 'M', 'W', 'D')).map(([n, unit]) => `P${n}${unit}`),
      fc.tuple(count, count).map(([y, m]) => `P${y}Y${m}M`),
      fc.tuple(count, count, count).map(([m, d, h]) => `P${m}M${d}DT${h}H`),
      fc.tuple(count, fc.constantFrom('H', 'M', 'S')).map(([n, unit]) => `PT${n}${unit}`),
    );
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
    const value = fc.oneof<fc.Arbitrary<Value>[]>(
      iso.map((text) => ({ type: 'duration', iso: text })),
      fc.nat(10 ** 9).map((integer) => ({ type: 'integer', integer })),
      date.map((text) => ({ type: 'date', date: text })),
    );
    fc.assert(fc.property(value, style, grammaticalCase, (v, s, c) => returns(v, { style: s, case: c })), { numRuns: 500 });
  });

  it.each<readonly [Value['type'], string, Value | undefined]>([
    ['duration', '60 (девяноста) календарных дней', { type: 'duration', iso: 'P60D' }],
    ['duration', '60 дней', { type: 'duration', iso: 'P60D' }],
    ['duration', 'шестьдесят дней', undefined],
    ['duration', '6 месяцев и 1 год', undefined],
    ['money', 'USD 100', { type: 'money', currency: 'USD', minor: '10000' }],
    ['money', '100 долларов', undefined],
    ['money', '21 российским рублем', { type: 'money', currency: 'RUB', minor: '2100' }],
    ['money', '5 канадских долларов', { type: 'money', currency: 'CAD', minor: '500' }],
    ['duration', 'x'.repeat(501), undefined],
    ['money', '0,505 доллара США', undefined],
    ['date', '4 июня 2000 г.', { type: 'date', date: '2000-06-04' }],
    ['date', '31 июня 2000 года', undefined],
    ['date', 'с 4 июня 2000 года', undefined],
    ['integer', '2 000', { type: 'integer', integer: 2000 }],
    ['integer', 'много', undefined],
    ['boolean', 'нет', { type: 'boolean', boolean: false }],
    ['text', 'да', undefined],
  ])('%s %s', (type, text, expected) => {
    expect(ru.parse(type, text)).toEqual(expected);
  });
});
