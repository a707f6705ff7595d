import type { FigurePair, FoundNumber } from './language.ts';

/** What a language brings to the search for amounts given twice, in words and in figures. */
export interface PairRules {
  /** True for a numeral in any form, lower case. */
  isNumeral(word: string): boolean;
  /** True for what may stand between two numerals: "and". */
  isJoiner(word: string): boolean;
  /** Value of a run of numerals. */
  readWords(text: string): number | undefined;
  numbers(text: string): readonly FoundNumber[];
  /** Names of the per cent that may stand between words and bracket. */
  readonly percent: RegExp;
}

const BRACKET = /\(([^()]{1,300})\)/gu;
const LAST_WORD = /(\p{L}+)[\s\u2010\u2011-]*$/u;
const MARK = /^(?:[A-Z]{3}\s?|[$€£¥₽]\s?)|(?:\s?[A-Z]{3}|\s?[$€£¥₽])$/u;
/** How far before a bracket words are looked for; the longest numeral of the tested range is shorter. */
const REACH = 400;
/** Words that may name a currency between the numeral and a bracket with a currency mark. */
const NAME_WORDS = 4;

/** Finds "ninety (90)" and «90 (девяноста)», in either order, in running text. */
export function findPairs(text: string, rules: PairRules): readonly FigurePair[] {
  const pairs: FigurePair[] = [];
  for (const match of text.matchAll(BRACKET)) {
    const inside = (match[1] ?? '').trim();
    const open = match.index;
    const end = open + match[0].length;
    const start = Math.max(0, open - REACH);
    const before = text.slice(start, open);
    const found = wordsBefore(before, inside, rules) ?? figuresBefore(before, inside, rules);
    if (found === undefined) continue;
    const index = start + found.index;
    pairs.push({ index, length: end - index, text: text.slice(index, end), words: found.words, figures: found.figures });
  }
  return pairs;
}

interface Found { readonly index: number; readonly words: number | undefined; readonly figures: number }

function wordsBefore(before: string, inside: string, rules: PairRules): Found | undefined {
  const plain = inside.replace(/\s?%$/u, '');
  const marked = MARK.test(plain);
  const figures = lastNumber(plain.replace(MARK, ''), rules);
  if (figures?.index !== 0) return undefined;
  let rest = before.trimEnd().replace(rules.percent, '').trimEnd();
  if (marked) rest = skipName(rest, rules);
  const starts = runsBefore(rest, rules);
  const [longest] = starts;
  if (longest === undefined) return undefined;
  // "between ten and twenty (20)": where the whole run is no number, a later part of it may be
  const index = starts.find((start) => rules.readWords(rest.slice(start)) !== undefined) ?? longest;
  return { index, words: rules.readWords(rest.slice(index)), figures: figures.value };
}

function skipName(before: string, rules: PairRules): string {
  let rest = before;
  for (let i = 0; i < NAME_WORDS; i++) {
    const word = LAST_WORD.exec(rest);
    if (word === null || rules.isNumeral((word[1] ?? '').toLowerCase())) break;
    rest = rest.slice(0, word.index).trimEnd();
  }
  return rest;
}

/** Where the run of numerals that ends the text may begin: at its first numeral, or after a joiner in it; longest run first. */
function runsBefore(before: string, rules: PairRules): readonly number[] {
  const starts: number[] = [];
  let rest = before;
  let start: number | undefined;
  for (;;) {
    const match = LAST_WORD.exec(rest);
    const word = (match?.[1] ?? '').toLowerCase();
    if (match !== null && rules.isNumeral(word)) {
      start = match.index;
    } else {
      if (start !== undefined) starts.unshift(start);
      if (match === null || start === undefined || !rules.isJoiner(word)) return starts;
      start = undefined;
      const previous = LAST_WORD.exec(rest.slice(0, match.index));
      if (previous === null || !rules.isNumeral((previous[1] ?? '').toLowerCase())) return starts;
    }
    rest = rest.slice(0, match.index);
  }
}

function figuresBefore(before: string, inside: string, rules: PairRules): Found | undefined {
  const words = inside.toLowerCase().split(/[\s\u2010\u2011-]+/u);
  if (!words.some((word) => rules.isNumeral(word))) return undefined;
  if (!words.every((word) => rules.isNumeral(word) || rules.isJoiner(word))) return undefined;
  const figures = lastNumber(before, rules);
  if (figures === undefined) return undefined;
  return { index: figures.index, words: rules.readWords(inside), figures: figures.value };
}

/** The number that ends the text. */
function lastNumber(text: string, rules: PairRules): { readonly index: number; readonly value: number } | undefined {
  const last = rules.numbers(text).at(-1);
  if (last === undefined || last.index + last.length !== text.trimEnd().length) return undefined;
  return { index: last.index, value: Number(last.value) };
}
