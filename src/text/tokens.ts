import { isLetterOrNumber, isWordCharacter, wordRunEnd } from './characters.ts';
import { foldTypography } from './typography.ts';

/**
 * A word, a number, an amount or a mark, with the white space before it.
 * `key` is what a comparison looks at: normally the text without its typography; for a reference it may be its target.
 */
export interface Token {
  readonly lead: string;
  readonly text: string;
  readonly key: string;
}

/** Splits text into tokens. The leads and texts, and the white space at the end, make up the text again. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly trail: string } {
  const tokens: Token[] = [];
  let end = 0;
  for (;;) {
    const start = spaceEnd(text, end);
    if (start === text.length) break;
    const next = tokenEnd(text, start);
    const word = text.slice(start, next);
    tokens.push({ lead: text.slice(end, start), text: word, key: hasShapes(word) ? foldTypography(word) : word });
    end = next;
  }
  return { tokens, trail: text.slice(end) };
}

/** True for a word or a number, false for a mark. */
export function isWord(token: string): boolean {
  const code = token.codePointAt(0);
  return code !== undefined && isWordCharacter(code);
}

/** The words of a text in lower case, without marks: for similarity, not for display. */
export function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  for (let at = 0; at < lower.length; ) {
    const end = wordEnd(lower, at);
    if (end > at) words.push(lower.slice(at, end));
    at = end > at ? end : at + width(lower, at);
  }
  return words;
}

const SPACE = /\s/;
const UNDERSCORE = 0x5f;

function spaceEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code !== 0x20 && (Number.isNaN(code) || (code > 0x20 && code < 0xa0) || !SPACE.test(text.charAt(end)))) return end;
    end++;
  }
}

// Numbers with grouping are one token, so that "38,000,000" against "3,800,000" is one edit. A word keeps the
// apostrophes and hyphens inside it. Underscores are blanks. Everything else is a mark of its own.
function tokenEnd(text: string, start: number): number {
  const digits = digitsEnd(text, start);
  if (digits > start) {
    const grouped = (digits - start <= 3 ? numberEnd(text, digits, GROUPING, 3, true) : undefined) ?? numberEnd(text, digits, DECIMAL, undefined, false);
    if (grouped !== undefined) return grouped;
  }
  const word = wordEnd(text, start);
  if (word > start) return word;
  let end = start;
  while (text.charCodeAt(end) === UNDERSCORE) end++;
  return end > start ? end : start + width(text, start);
}

const GROUPING = ' \u00A0\u2009\u202F,.\'’';
const DECIMAL = ',.';

/**
 * Where a number ends that goes on after its first digits with separated ones, each group of `size`; with `fraction`,
 * decimals may follow. The longest that no word character follows; undefined: there is none.
 */
function numberEnd(text: string, first: number, separators: string, size: number | undefined, fraction: boolean): number | undefined {
  const ends: number[] = [];
  for (let at = first; ; ) {
    if (at >= text.length || !separators.includes(text.charAt(at))) break;
    const run = digitsEnd(text, at + 1);
    const end = size === undefined ? run : at + 1 + size;
    if (end === at + 1 || end > run) break;
    ends.push(end);
    at = end;
  }
  for (const end of ends.toReversed()) {
    const decimals = fraction && end < text.length && DECIMAL.includes(text.charAt(end)) ? digitsEnd(text, end + 1) : end;
    if (decimals > end + 1 && wordRunEnd(text, decimals) === decimals) return decimals;
    if (wordRunEnd(text, end) === end) return end;
  }
  return undefined;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
  return end;
}

const JOINERS = "'’ʼ-‐‑";

function wordEnd(text: string, start: number): number {
  let end = wordRunEnd(text, start);
  while (end > start && end < text.length && JOINERS.includes(text.charAt(end))) {
    const next = wordRunEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const ONE_SHAPE = '.,;:()[]';

/** Whether a token holds a mark that has several shapes. */
function hasShapes(word: string): boolean {
  for (let at = 0; at < word.length; at += width(word, at)) {
    if (!isLetterOrNumber(word.codePointAt(at) ?? 0) && !ONE_SHAPE.includes(word.charAt(at))) return true;
  }
  return false;
}
