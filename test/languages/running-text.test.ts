import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalise } from '../../src/languages/capitalise.ts';
import { LANGUAGES } from '../../src/languages/index.ts';
import { CASES, type Value } from '../../src/model/index.ts';

const { en, ru } = LANGUAGES;
if (en === undefined || ru === undefined) throw new Error('a language is missing');

type Pair = readonly [text: string, words: number | undefined, figures: number];

describe('numbers given in words and in figures', () => {
  it.each<readonly [string, readonly Pair[]]>([
    ['within ninety (90) calendar days', [['ninety (90)', 90, 90]]],
    ['within ninety (60) calendar days', [['ninety (60)', 90, 60]]],
    ['Twenty-one (21) days and one hundred and twenty (120) more', [['Twenty-one (21)', 21, 21], ['one hundred and twenty (120)', 120, 120]]],
    ['thirty-eight million (38,000,000) United States dollars', [['thirty-eight million (38,000,000)', 38_000_000, 38_000_000]]],
    ['thirty-three point four (33.4) per cent', [['thirty-three point four (33.4)', 33.4, 33.4]]],
    ['fifty per cent (50 %) of the cost', [['fifty per cent (50 %)', 50, 50]]],
    ['forty percent (50%)', [['forty percent (50%)', 40, 50]]],
    ['two million United States dollars (USD 3,000,000)', [['two million United States dollars (USD 3,000,000)', 2_000_000, 3_000_000]]],
    ['90 (ninety) days', [['90 (ninety)', 90, 90]]],
    ['between ten and twenty (20) days', [['twenty (20)', 20, 20]]],
    ['a hundred (100) rounds', [['hundred (100)', 100, 100]]],
    ['ninety twelve (90) days', [['ninety twelve (90)', undefined, 90]]],
    ['ninety\u00a0(90)\u00a0days', [['ninety\u00a0(90)', 90, 90]]],
    ['Article 8(2), paragraph (3), (a) and USD (50)', []],
    ['the other Party (hereinafter “the Centre”) and Annex 1 (one of the annexes)', []],
  ])('English: %s', (text, pairs) => {
    const found = en.wordFigurePairs(text);
    expect(found.map((pair) => [pair.text, pair.words, pair.figures])).toEqual(pairs);
    for (const pair of found) expect(text.slice(pair.index, pair.index + pair.length)).toBe(pair.text);
  });

  it.each<readonly [string, readonly Pair[]]>([
    ['в течение 90 (девяноста) календарных дней', [['90 (девяноста)', 90, 90]]],
    ['в течение 60 (девяноста) календарных дней', [['60 (девяноста)', 90, 60]]],
    ['не позднее 21 (двадцати одного) дня', [['21 (двадцати одного)', 21, 21]]],
    ['38\u00a0000\u00a0000 (тридцатью восемью миллионами) долларов США', [['38\u00a0000\u00a0000 (тридцатью восемью миллионами)', 38_000_000, 38_000_000]]],
    ['38 000 000 (тридцать миллионов) долларов', [['38 000 000 (тридцать миллионов)', 30_000_000, 38_000_000]]],
    ['33,4 (тридцать три целых и четыре десятых) процента', [['33,4 (тридцать три целых и четыре десятых)', 33.4, 33.4]]],
    ['0,25 (ноль целых двадцать пять сотых) процента', [['0,25 (ноль целых двадцать пять сотых)', 0.25, 0.25]]],
    ['девяносто (90) дней', [['девяносто (90)', 90, 90]]],
    ['пятидесяти процентов (50 %)', [['пятидесяти процентов (50 %)', 50, 50]]],
    ['в статье 5, 3 (трёх) экземплярах', [['3 (трёх)', 3, 3]]],
    ['3 (трех) экземплярах', [['3 (трех)', 3, 3]]],
    ['1000 (тысяча) и 1000 (одна тысяча)', [['1000 (тысяча)', 1000, 1000], ['1000 (одна тысяча)', 1000, 1000]]],
    ['от десяти и двадцати (20) дней', [['двадцати (20)', 20, 20]]],
    ['92 (девяносто двенадцать) дня', [['92 (девяносто двенадцать)', undefined, 92]]],
    ['пункт 2 (при наличии), статья 3 (одна из Сторон) и подпункт (2)', []],
  ])('Russian: %s', (text, pairs) => {
    const found = ru.wordFigurePairs(text);
    expect(found.map((pair) => [pair.text, pair.words, pair.figures])).toEqual(pairs);
    for (const pair of found) expect(text.slice(pair.index, pair.index + pair.length)).toBe(pair.text);
  });
});

describe('dates in running text', () => {
  it.each<readonly [string, readonly string[]]>([
    ['done on 4 June 2000 and June 5, 2001', ['2000-06-04', '2001-06-05']],
    ['the 1st day of March 1999, 2nd May, 2003', ['1999-03-01', '2003-05-02']],
    ['31 June 2000, 04/06/2000, June 2000, 29 February 1900', []],
    ['29 February 2000', ['2000-02-29']],
  ])('English: %s', (text, dates) => {
    const found = en.dates(text);
    expect(found.map((date) => date.iso)).toEqual(dates);
    for (const date of found) expect(text.slice(date.index, date.index + date.length)).toBe(date.text);
  });

  it.each<readonly [string, readonly string[]]>([
    ['от 4 июня 2000 года и 5 июня 2001 г.', ['2000-06-04', '2001-06-05']],
    ['«1» марта 1999\u00a0года, 2 мая 2003', ['1999-03-01', '2003-05-02']],
    ['31 июня 2000 года, 04.06.2000, июнь 2000 года', []],
  ])('Russian: %s', (text, dates) => {
    const found = ru.dates(text);
    expect(found.map((date) => date.iso)).toEqual(dates);
    for (const date of found) expect(text.slice(date.index, date.index + date.length)).toBe(date.text);
  });
});

describe('figures in running text', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['USD 38,000,000 on 4 June 2000', '38\u00a0000\u00a0000 долларов США 4 июня 2000 года', ['38000000', '4', '2000']],
    ['33.4 per cent', '33,4 процента', ['33.4']],
    ['USD 1,234.50', '1234,50 доллара США', ['1234.5']],
    ['points 1, 2 and 3', 'подпункты 1,2,3', ['1', '2', '3']],
    ['chapter 2.1.1; 8.1', 'глава 2.1.1; 8.1', ['2.1.1', '8.1']],
    ['38 000 000 units', '38,000,000 единиц', ['38000000']],
    ['007 and 1.0.', '007 и 1,0.', ['7', '1']],
    ['nothing', 'ничего', []],
  ])('%s = %s', (english, russian, values) => {
    expect(en.numbers(english).map((found) => found.value)).toEqual(values);
    expect(ru.numbers(russian).map((found) => found.value)).toEqual(values);
    for (const found of ru.numbers(russian)) expect(russian.slice(found.index, found.index + found.length)).toBe(found.text);
  });

  it('are the same in both languages for the same value', () => {
    const count = fc.integer({ min: 0, max: 10 ** 6 });
    const value = fc.oneof<fc.Arbitrary<Value>[]>(
      fc.record({ type: fc.constant('money' as const), currency: fc.constantFrom('USD', 'RUB', 'JPY', 'KWD', 'KRW', 'XXX'), minor: fc.nat().map(String) }),
      fc.tuple(count, count).map(([y, m]) => ({ type: 'duration', iso: `P${y}Y${m}M` })),
      count.map((integer) => ({ type: 'integer', integer })),
      fc.tuple(fc.nat(100), fc.nat(99)).map(([whole, part]) => ({ type: 'share', shares: [{ party: 'us', percent: part === 0 ? `${whole}` : `${whole}.${part}` }] })),
    );
    const context = { partyNames: {}, choiceLabels: {} };
    fc.assert(
      fc.property(value, fc.constantFrom('figures' as const, 'words' as const), fc.constantFrom(...CASES), (v, style, c) => {
        const form = { style, case: c, part: 'us' };
        const [english, russian] = [en, ru].map((rules) => rules.numbers(rules.value(v, form, context) ?? '').map((found) => found.value));
        expect(english).not.toEqual([]);
        expect(russian).toEqual(english);
      }),
      { numRuns: 500 },
    );
  });

  it('in words agree with the figures beside them', () => {
    const percent = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 9999 })).map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(percent, fc.constantFrom(...CASES), (decimal, c) => {
        const share: Value = { type: 'share', shares: [{ party: 'us', percent: decimal }] };
        for (const rules of [en, ru]) {
          const printed = rules.value(share, { style: 'words', case: c, part: 'us' }, { partyNames: {}, choiceLabels: {} }) ?? '';
          expect(rules.wordFigurePairs(printed), printed).toMatchObject([{ words: Number(decimal), figures: Number(decimal) }]);
        }
      }),
    );
  });

  it('never throws and never points outside the text', () => {
    const noise = fc.array(fc.constantFrom('ninety', 'двух', '(', ')', '90', ' ', ',', '.', 'and', 'и', 'целых', 'десятых', 'June', 'мая', '2000', '%', 'USD', 'thousand')).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), (text) => {
        for (const rules of [en, ru]) {
          for (const found of [...rules.wordFigurePairs(text), ...rules.dates(text), ...rules.numbers(text)]) {
            expect(text.slice(found.index, found.index + found.length)).toBe(found.text);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a capital at the beginning', () => {
  it.each([['the Party', 'The Party'], ['«стороны»', '«Стороны»'], ['(ёлка)', '(Ёлка)'], ['Party', 'Party'], ['5 days', '5 days'], ['', ''], [' “écart', ' “Écart'], ['ß', 'SS'], ['ǆ', 'Ǆ'], ['ǅ', 'ǅ'], ['ⅰ', 'ⅰ'], ['—', '—'], ['𐐨', '𐐀']])('%j becomes %j', (before, after) => {
    expect(capitalise(before)).toBe(after);
  });
});
