import { isLetterOrNumber } from './characters.ts';

/** A full stop, question or exclamation mark after at least two letters, at the end but for one closing quote, and a space. */
export function endsSentence(text: string): boolean {
  const end = /[.!?][”»)]?\s$/.exec(text.slice(-3));
  if (!end) return false;
  const before = text.slice(0, text.length - end[0].length);
  return isLetter(before.at(-1)) && isLetter(before.at(-2));
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && isLetterOrNumber(character.codePointAt(0) ?? 0) && !/\d/.test(character);
}
