import fc from 'fast-check';
import { toCardinal } from 'n2words/ru-RU';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/languages/index.ts';
import { CASES, type Case, type Gender } from '../../src/model/index.ts';

const ru = LANGUAGES['ru'];
if (ru === undefined) throw new Error('Russian is missing');

/** Number, gender, then nominative, genitive, dative, accusative, instrumental, prepositional. */
const TABLE: readonly (readonly [number, Gender, string])[] = [
  [0, 'masculine', 'ноль | ноля | нолю | ноль | нолём | ноле'],
  [1, 'masculine', 'один | одного | одному | один | одним | одном'],
  [1, 'feminine', 'одна | одной | одной | одну | одной | одной'],
  [1, 'neuter', 'одно | одного | одному | одно | одним | одном'],
  [2, 'masculine', 'два | двух | двум | два | двумя | двух'],
  [2, 'feminine', 'две | двух | двум | две | двумя | двух'],
  [2, 'neuter', 'два | двух | двум | два | двумя | двух'],
  [3, 'masculine', 'три | трёх | трём | три | тремя | трёх'],
  [4, 'masculine', 'четыре | четырёх | четырём | четыре | четырьмя | четырёх'],
  [5, 'masculine', 'пять | пяти | пяти | пять | пятью | пяти'],
  [8, 'masculine', 'восемь | восьми | восьми | восемь | восемью | восьми'],
  [10, 'masculine', 'десять | десяти | десяти | десять | десятью | десяти'],
  [11, 'masculine', 'одиннадцать | одиннадцати | одиннадцати | одиннадцать | одиннадцатью | одиннадцати'],
  [18, 'masculine', 'восемнадцать | восемнадцати | восемнадцати | восемнадцать | восемнадцатью | восемнадцати'],
  [21, 'masculine', 'двадцать один | двадцати одного | двадцати одному | двадцать один | двадцатью одним | двадцати одном'],
  [21, 'feminine', 'двадцать одна | двадцати одной | двадцати одной | двадцать одну | двадцатью одной | двадцати одной'],
  [32, 'feminine', 'тридцать две | тридцати двух | тридцати двум | тридцать две | тридцатью двумя | тридцати двух'],
  [40, 'masculine', 'сорок | сорока | сорока | сорок | сорока | сорока'],
  [50, 'masculine', 'пятьдесят | пятидесяти | пятидесяти | пятьдесят | пятьюдесятью | пятидесяти'],
  [60, 'masculine', 'шестьдесят | шестидесяти | шестидесяти | шестьдесят | шестьюдесятью | шестидесяти'],
  [70, 'masculine', 'семьдесят | семидесяти | семидесяти | семьдесят | семьюдесятью | семидесяти'],
  [80, 'masculine', 'восемьдесят | восьмидесяти | восьмидесяти | восемьдесят | восемьюдесятью | восьмидесяти'],
  [90, 'masculine', 'девяносто | девяноста | девяноста | девяносто | девяноста | девяноста'],
  [100, 'masculine', 'сто | ста | ста | сто | ста | ста'],
  [180, 'masculine', 'сто восемьдесят | ста восьмидесяти | ста восьмидесяти | сто восемьдесят | ста восемьюдесятью | ста восьмидесяти'],
  [200, 'masculine', 'двести | двухсот | двумстам | двести | двумястами | двухстах'],
  [300, 'masculine', 'триста | трёхсот | трёмстам | триста | тремястами | трёхстах'],
  [400, 'masculine', 'четыреста | четырёхсот | четырёмстам | четыреста | четырьмястами | четырёхстах'],
  [500, 'masculine', 'пятьсот | пятисот | пятистам | пятьсот | пятьюстами | пятистах'],
  [800, 'masculine', 'восемьсот | восьмисот | восьмистам | восемьсот | восемьюстами | восьмистах'],
  [999, 'masculine', 'девятьсот девяносто девять | девятисот девяноста девяти | девятистам девяноста девяти | девятьсот девяносто девять | девятьюстами девяноста девятью | девятистах девяноста девяти'],
  [1000, 'masculine', 'одна тысяча | одной тысячи | одной тысяче | одну тысячу | одной тысячей | одной тысяче'],
  [2000, 'masculine', 'две тысячи | двух тысяч | двум тысячам | две тысячи | двумя тысячами | двух тысячах'],
  [5000, 'masculine', 'пять тысяч | пяти тысяч | пяти тысячам | пять тысяч | пятью тысячами | пяти тысячах'],
  [21_001, 'feminine', 'двадцать одна тысяча одна | двадцати одной тысячи одной | двадцати одной тысяче одной | двадцать одну тысячу одну | двадцатью одной тысячей одной | двадцати одной тысяче одной'],
  [1_000_000, 'masculine', 'один миллион | одного миллиона | одному миллиону | один миллион | одним миллионом | одном миллионе'],
  [38_000_000, 'masculine', 'тридцать восемь миллионов | тридцати восьми миллионов | тридцати восьми миллионам | тридцать восемь миллионов | тридцатью восемью миллионами | тридцати восьми миллионах'],
  [3_000_000_000, 'masculine', 'три миллиарда | трёх миллиардов | трём миллиардам | три миллиарда | тремя миллиардами | трёх миллиардах'],
  [1_000_000_000_000, 'masculine', 'один триллион | одного триллиона | одному триллиону | один триллион | одним триллионом | одном триллионе'],
];

describe('Russian cardinals', () => {
  it.each(TABLE)('%d %s', (n, gender, forms) => {
    expect(CASES.map((grammaticalCase) => ru.cardinal(n, grammaticalCase, gender)).join(' | ')).toBe(forms);
  });

  it('are masculine unless told otherwise', () => {
    expect(ru.cardinal(2, 'nom')).toBe('два');
  });

  it('give up in figures what has no words', () => {
    expect(ru.cardinal(1.5, 'nom')).toBe('1.5');
  });
});

describe('every number', () => {
  const grammaticalCase = fc.constantFrom<Case>(...CASES);
  const gender = fc.constantFrom<Gender>('masculine', 'feminine', 'neuter');

  it('is read back from its words in every case and gender', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(2000), fc.nat(10 ** 9), fc.integer({ min: 0, max: 10 ** 15 })), grammaticalCase, gender, (n, c, g) => {
        expect(ru.wordFigurePairs(`срок ${ru.integer(n)} (${ru.cardinal(n, c, g)}) дней`)).toMatchObject([{ words: n, figures: n }]);
      }),
    );
  });

  it('has the nominative of a second opinion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 }), fc.constantFrom('masculine' as const, 'feminine' as const), (n, g) => {
        expect(ru.cardinal(n, 'nom', g)).toBe(toCardinal(n, { gender: g }));
      }),
    );
  });

  it('says something else than its neighbour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), grammaticalCase, gender, (n, c, g) => {
        expect(ru.cardinal(n, c, g)).not.toBe(ru.cardinal(n + 1, c, g));
      }),
    );
  });
});
