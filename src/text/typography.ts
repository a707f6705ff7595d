import { isLetterOrNumber } from './characters.ts';

const DOUBLE = /["“”„‟«»〝〞＂]|''|``/g;
const SINGLE = /['‘’‚‛‹›`´ʼ]/g;
const DASH = /[-‐‑‒–—―−]/g;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const LIGATURES: Readonly<Record<string, string>> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st' };

/**
 * A text without its typography: one kind of quotation mark, of dash and of space. Two texts that are equal after
 * this differ in typography only. A mark that stands on one side only stays a difference, as does a capital letter,
 * white space between two words or within a number, and ё against е: those can change the sense.
 */
export function foldTypography(text: string): string {
  // A single word: most of what is asked.
  if (isPlain(text)) return text;
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[ﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/…/g, '...')
    .replace(DOUBLE, '"')
    .replace(SINGLE, "'")
    .replace(DASH, '-')
    .replace(/\s+/g, ' ')
    // A space beside a mark is typography ("word –word"), between two words or within a number it is not.
    .replace(/ ?(["'\-/]) ?/g, '$1')
    .replace(/ (?=[;:!?)\]]|[.,](?!\d))/g, '')
    .replace(/([;:!?([]|[.,](?! ?\d)) /g, '$1')
    .trim();
}

function isPlain(text: string): boolean {
  for (const character of text) if (!isLetterOrNumber(character.codePointAt(0) ?? 0)) return false;
  return true;
}
