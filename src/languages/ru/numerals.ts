import type { Case, Gender } from '../../model/index.ts';
import { paradigm, type Paradigm } from './paradigm.ts';

const ONE: Readonly<Record<Gender, Paradigm>> = {
  masculine: paradigm('один одного одному один одним одном'),
  feminine: paradigm('одна одной одной одну одной одной'),
  neuter: paradigm('одно одного одному одно одним одном'),
};
const TWO = paradigm('два двух двум два двумя двух');
const TWO_FEMININE = paradigm('две двух двум две двумя двух');

/** Numerals that decline like «кость»: пять, пяти, пятью. */
const thirdDeclension = (stem: string, oblique = stem): Paradigm =>
  paradigm(`${stem}ь ${oblique}и ${oblique}и ${stem}ь ${stem}ью ${oblique}и`);
/** Fifty to eighty: both halves decline. */
const tens = (stem: string, oblique = stem): Paradigm =>
  paradigm(`${stem}ьдесят ${oblique}идесяти ${oblique}идесяти ${stem}ьдесят ${stem}ьюдесятью ${oblique}идесяти`);
/** Five to nine hundred: both halves decline. */
const hundreds = (stem: string, oblique = stem): Paradigm =>
  paradigm(`${stem}ьсот ${oblique}исот ${oblique}истам ${stem}ьсот ${stem}ьюстами ${oblique}истах`);

const ZERO = paradigm('ноль ноля нолю ноль нолём ноле');
const SMALL: readonly (Paradigm | undefined)[] = [
  undefined, undefined, undefined,
  paradigm('три трёх трём три тремя трёх'),
  paradigm('четыре четырёх четырём четыре четырьмя четырёх'),
  ...['пят', 'шест', 'сем'].map((stem) => thirdDeclension(stem)),
  thirdDeclension('восем', 'восьм'),
  ...['девят', 'десят', 'одиннадцат', 'двенадцат', 'тринадцат', 'четырнадцат', 'пятнадцат', 'шестнадцат', 'семнадцат',
    'восемнадцат', 'девятнадцат'].map((stem) => thirdDeclension(stem)),
];
const TENS: readonly (Paradigm | undefined)[] = [
  undefined, undefined,
  thirdDeclension('двадцат'), thirdDeclension('тридцат'),
  paradigm('сорок сорока сорока сорок сорока сорока'),
  tens('пят'), tens('шест'), tens('сем'), tens('восем', 'восьм'),
  paradigm('девяносто девяноста девяноста девяносто девяноста девяноста'),
];
const HUNDREDS: readonly (Paradigm | undefined)[] = [
  undefined,
  paradigm('сто ста ста сто ста ста'),
  paradigm('двести двухсот двумстам двести двумястами двухстах'),
  paradigm('триста трёхсот трёмстам триста тремястами трёхстах'),
  paradigm('четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах'),
  ...['пят', 'шест', 'сем'].map((stem) => hundreds(stem)),
  hundreds('восем', 'восьм'), hundreds('девят'),
];

interface Scale { readonly gender: Gender; readonly one: Paradigm; readonly many: Paradigm }
const masculineScale = (stem: string): Scale => ({
  gender: 'masculine',
  one: paradigm(`${stem} ${stem}а ${stem}у ${stem} ${stem}ом ${stem}е`),
  many: paradigm(`${stem}ы ${stem}ов ${stem}ам ${stem}ы ${stem}ами ${stem}ах`),
});
const SCALES: readonly (Scale | undefined)[] = [
  undefined,
  {
    gender: 'feminine',
    one: paradigm('тысяча тысячи тысяче тысячу тысячей тысяче'),
    many: paradigm('тысячи тысяч тысячам тысячи тысячами тысячах'),
  },
  ...['миллион', 'миллиард', 'триллион', 'квадриллион'].map(masculineScale),
];

const LIMIT = 1_000_000_000_000_000_000n;

/**
 * What a numeral asks of the noun it counts. `one`: singular in the case. `few`: genitive singular for nominative and
 * accusative, else plural in the case. `many`: genitive plural for those, else plural in the case. `genitive`: genitive
 * plural in every case, since тысяча, миллион and ноль govern as nouns.
 */
export type Government = 'one' | 'few' | 'many' | 'genitive';

export function government(n: bigint): Government {
  const hundred = n % 100n;
  const one = n % 10n;
  if (n % 1000n === 0n) return 'genitive';
  if (hundred >= 11n && hundred <= 14n) return 'many';
  if (one === 1n) return 'one';
  return one >= 2n && one <= 4n ? 'few' : 'many';
}

function belowThousand(n: number, grammaticalCase: Case, gender: Gender): string {
  const words: (string | undefined)[] = [HUNDREDS[Math.floor(n / 100)]?.[grammaticalCase]];
  const rest = n % 100;
  if (rest >= 20) words.push(TENS[Math.floor(rest / 10)]?.[grammaticalCase]);
  const small = rest >= 20 ? rest % 10 : rest;
  const two = gender === 'feminine' ? TWO_FEMININE : TWO;
  words.push((small === 1 ? ONE[gender] : small === 2 ? two : SMALL[small])?.[grammaticalCase]);
  return words.filter((word) => word !== undefined).join(' ');
}

/** «двадцати одного»: every part declines. Undefined from 10^18 on, and for what is not a whole number. */
export function russianWords(n: number | bigint, grammaticalCase: Case = 'nom', gender: Gender = 'masculine'): string | undefined {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) return undefined;
  let rest = BigInt(n);
  if (rest < 0n) {
    const words = russianWords(-rest, grammaticalCase, gender);
    return words === undefined ? undefined : `минус ${words}`;
  }
  if (rest >= LIMIT) return undefined;
  if (rest === 0n) return ZERO[grammaticalCase];
  const groups: string[] = [];
  for (let power = 0; rest > 0n; power++, rest /= 1000n) {
    const group = Number(rest % 1000n);
    if (group === 0) continue;
    const scale = SCALES[power];
    const words = belowThousand(group, grammaticalCase, scale?.gender ?? gender);
    groups.unshift(scale === undefined ? words : `${words} ${scaleForm(scale, BigInt(group), grammaticalCase)}`);
  }
  return groups.join(' ');
}

function scaleForm(scale: Scale, count: bigint, grammaticalCase: Case): string {
  const direct = grammaticalCase === 'nom' || grammaticalCase === 'acc';
  switch (government(count)) {
    case 'one':
      return scale.one[grammaticalCase];
    case 'few':
      return direct ? scale.one.gen : scale.many[grammaticalCase];
    case 'many':
    case 'genitive':
      return direct ? scale.many.gen : scale.many[grammaticalCase];
  }
}

/** Every form of every numeral below a thousand with its value, and of the words for powers of a thousand. */
export function numeralForms(): { readonly values: ReadonlyMap<string, number>; readonly scales: ReadonlyMap<string, bigint> } {
  const values = new Map<string, number>();
  const scales = new Map<string, bigint>();
  const add = (forms: Paradigm | undefined, value: number): void => {
    for (const form of Object.values(forms ?? {})) values.set(form.replaceAll('ё', 'е'), value);
  };
  for (const forms of [ZERO, paradigm('нуль нуля нулю нуль нулём нуле')]) add(forms, 0);
  for (const forms of Object.values(ONE)) add(forms, 1);
  for (const forms of [TWO, TWO_FEMININE]) add(forms, 2);
  SMALL.forEach(add);
  TENS.forEach((forms, i) => add(forms, i * 10));
  HUNDREDS.forEach((forms, i) => add(forms, i * 100));
  SCALES.forEach((scale, power) => {
    for (const forms of [scale?.one, scale?.many]) {
      for (const form of Object.values(forms ?? {})) scales.set(form, 1000n ** BigInt(power));
    }
  });
  scales.set('тысячью', 1000n);
  return { values, scales };
}
