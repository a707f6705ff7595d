import type { Numbering } from '../model/index.ts';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

/** IX. */
function roman(n: number): string {
  let rest = n;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

/** a … z, aa, ab …: Latin in every language, so that "(c)" is cited as c) and not as в). */
function letters(n: number): string {
  let rest = n;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

type Series = (n: number) => string;
const arabic: Series = String;
const lowerRoman: Series = (n) => roman(n).toLowerCase();
const upperLetters: Series = (n) => letters(n).toUpperCase();

const POINTS: Readonly<Record<Numbering['point'], readonly Series[]>> = {
  arabic: [arabic, letters, lowerRoman, upperLetters],
  latin: [letters, lowerRoman, arabic, upperLetters],
};

/** Number of an article as printed: 9 or IX; 9 bis where an amendment inserted it. */
export function articleNumber(ordinal: number, numbering: Numbering, suffix?: string): string {
  const number = numbering.article === 'roman' ? roman(ordinal) : arabic(ordinal);
  return suffix === undefined ? number : `${number} ${suffix}`;
}

/** Number of a point without brackets. One series for all languages; `depth` counts nested points from 0. */
export function pointNumber(ordinal: number, depth: number, numbering: Numbering): string {
  const series = POINTS[numbering.point];
  return (series[depth % series.length] ?? arabic)(ordinal);
}
