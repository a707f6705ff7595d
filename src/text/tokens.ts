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

// Numbers with grouping are one token, so that "38,000,000" against "3,800,000" is one edit. A word keeps the
// apostrophes and hyphens inside it. Underscores are blanks. Everything else is a mark of its own.
const TOKEN =
  /(\s*)(\d{1,3}(?:[ \u00A0\u2009\u202F,.'’]\d{3})+(?:[.,]\d+)?(?![\p{L}\p{M}\p{N}])|\d+(?:[.,]\d+)+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+)*|_+|\S)/gu;

/** Marks that have several shapes. */
const SHAPES = /[^\p{L}\p{N}.,;:()[\]]/u;

const WORD = /^[\p{L}\p{M}\p{N}]/u;

/** Splits text into tokens. The leads and texts, and the white space at the end, make up the text again. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly trail: string } {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const word = match[2] ?? '';
    tokens.push({ lead: match[1] ?? '', text: word, key: SHAPES.test(word) ? foldTypography(word) : word });
    end = TOKEN.lastIndex;
  }
  return { tokens, trail: text.slice(end) };
}

/** True for a word or a number, false for a mark. */
export function isWord(token: string): boolean {
  return WORD.test(token);
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in lower case, without marks: for similarity, not for display. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORDS) ?? [];
}
