import type { Case } from '../../model/index.ts';
import { government, numeralForms, russianWords } from './numerals.ts';
import { adjective, type Adjective } from './paradigm.ts';

const WHOLES = adjective('целый');
const FRACTIONS: readonly Adjective[] = ['десятый', 'сотый', 'тысячный', 'десятитысячный', 'стотысячный', 'миллионный'].map(adjective);

/** «тридцать три целых четыре десятых». Undefined where the fraction has more than six digits. */
export function russianDecimalWords(whole: bigint, fraction: string, grammaticalCase: Case): string | undefined {
  const denominator = FRACTIONS[fraction.length - 1];
  if (fraction === '') return russianWords(whole, grammaticalCase);
  if (denominator === undefined) return undefined;
  const parts = [[whole, WHOLES], [BigInt(fraction), denominator]] as const;
  return parts.map(([n, what]) => `${russianWords(n, grammaticalCase, 'feminine') ?? ''} ${partForm(n, what, grammaticalCase)}`).join(' ');
}

function partForm(n: bigint, what: Adjective, grammaticalCase: Case): string {
  const direct = grammaticalCase === 'nom' || grammaticalCase === 'acc';
  switch (government(n)) {
    case 'one':
      return what.one.feminine[grammaticalCase];
    case 'few':
    case 'many':
      return what.many[direct ? 'gen' : grammaticalCase];
    case 'genitive':
      return what.many.gen;
  }
}

interface Lexicon {
  readonly values: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, bigint>;
  readonly wholes: ReadonlySet<string>;
  /** Form of a denominator → digits of the fraction. */
  readonly fractions: ReadonlyMap<string, number>;
}

let lexicon: Lexicon | undefined;

/** Built when a text is first read: writing does not need it. */
function forms(): Lexicon {
  if (lexicon === undefined) {
    const fractions = FRACTIONS.flatMap((fraction, i) => adjectiveForms(fraction).map((form) => [form, i + 1] as const));
    lexicon = { ...numeralForms(), wholes: new Set(adjectiveForms(WHOLES)), fractions: new Map(fractions) };
  }
  return lexicon;
}

function adjectiveForms(what: Adjective): readonly string[] {
  return [...Object.values(what.one.feminine), ...Object.values(what.many)];
}

const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

export function isRussianNumeral(word: string): boolean {
  const { values, scales, wholes, fractions } = forms();
  const form = fold(word);
  return values.has(form) || scales.has(form) || wholes.has(form) || fractions.has(form);
}

/** «тридцать три целых и четыре десятых». */
export function isRussianJoiner(word: string): boolean {
  return word === 'и';
}

/** Reads a whole number or a decimal back from words in any case; the result in figures, `33.4`. Undefined if the words make none. */
export function readRussianWords(text: string): string | undefined {
  const { wholes, fractions } = forms();
  const tokens = fold(text).trim().split(/\s+/u);
  const cut = tokens.findIndex((token) => wholes.has(token));
  if (cut < 0) return readWhole(tokens)?.toString();
  const whole = readWhole(tokens.slice(0, cut));
  const rest = tokens.slice(tokens[cut + 1] === 'и' ? cut + 2 : cut + 1);
  if (rest.length === 0) return whole?.toString();
  const digits = fractions.get(rest.at(-1) ?? '');
  const fraction = readWhole(rest.slice(0, -1))?.toString();
  if (whole === undefined || digits === undefined || fraction === undefined || fraction.length > digits) return undefined;
  const tail = fraction.padStart(digits, '0').replace(/0+$/u, '');
  return tail === '' ? whole.toString() : `${whole}.${tail}`;
}

function readWhole(tokens: readonly string[]): bigint | undefined {
  const { values, scales } = forms();
  if (tokens.length === 0) return undefined;
  if (tokens.length === 1 && values.get(tokens[0] ?? '') === 0) return 0n;
  let total = 0n;
  let group = 0;
  /** The next numeral must be below this: сто, then двадцать, then один. */
  let below = 1000;
  let last: bigint | undefined;
  for (const token of tokens) {
    const scale = scales.get(token);
    const value = values.get(token);
    if (scale !== undefined) {
      if (last !== undefined && scale >= last) return undefined;
      total += BigInt(group === 0 ? 1 : group) * scale;
      last = scale;
      group = 0;
      below = 1000;
    } else {
      if (value === undefined || value === 0 || value >= below) return undefined;
      group += value;
      below = value >= 100 ? 100 : value >= 20 ? 10 : 1;
    }
  }
  return total + BigInt(group);
}
