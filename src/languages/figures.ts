import type { FoundNumber } from './language.ts';

/** Spaces that may part groups of three digits. */
const GAP = '[ \\u00a0\\u2009\\u202f]';

/** 2.1.1: a number of a heading or a version, no decimal. */
const DOTTED = '\\d+(?:\\.\\d+){2,}';

/** English figures: groups parted by commas (or spaces), decimal point. */
export const POINT_FIGURES = new RegExp(
  `${DOTTED}|\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?:${GAP}\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?`, 'gu',
);

/**
 * Russian figures: groups parted by spaces, decimal comma. Several commas part groups of three (a foreign habit) or an
 * enumeration without spaces; a point is kept for numbers such as «статья 8.1».
 */
export const COMMA_FIGURES = new RegExp(
  `${DOTTED}|\\d{1,3}(?:,\\d{3}){2,}(?!\\d)|\\d{1,3}(?:${GAP}\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?=,\\d+,\\d)|(?<=\\d,)\\d+(?=,\\d)|\\d+(?:[.,]\\d+)?`, 'gu',
);

/** Every number in figures, with one canonical spelling per number. */
export function findNumbers(text: string, figures: RegExp, decimal: '.' | ','): readonly FoundNumber[] {
  return [...text.matchAll(figures)].map((match) => ({
    index: match.index,
    length: match[0].length,
    text: match[0],
    value: canonical(match[0], decimal),
  }));
}

function canonical(printed: string, decimal: '.' | ','): string {
  if (/\..*\./u.test(printed)) return printed;
  const plain = printed.replace(/\s/gu, '');
  const grouped = decimal === '.' ? plain.replaceAll(',', '') : /,.*,/u.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
  const [whole = '', fraction = ''] = grouped.split('.');
  const tail = fraction.replace(/0+$/u, '');
  return (whole.replace(/^0+(?=\d)/u, '') || '0') + (tail === '' ? '' : `.${tail}`);
}

/** Reads figures that fill the whole text; undefined for anything else. */
export function readFigures(text: string, figures: RegExp, decimal: '.' | ','): { whole: bigint; fraction: string } | undefined {
  const [only, ...more] = findNumbers(text, figures, decimal);
  if (only === undefined || more.length > 0 || only.length !== text.length || !/^\d+(?:\.\d+)?$/u.test(only.value)) return undefined;
  const [whole = '', fraction = ''] = only.value.split('.');
  return { whole: BigInt(whole), fraction };
}

/** Parts the digits of a whole number by threes. */
export function group(n: number | bigint, separator: string, from = 4): string {
  const digits = String(n);
  const length = digits.replace('-', '').length;
  return length < from ? digits : digits.replace(/\B(?=(?:\d{3})+$)/gu, separator);
}
