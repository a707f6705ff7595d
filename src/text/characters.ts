// The classes of Unicode cost milliseconds to compile, each time they stand in an expression. What most texts consist of
// is known without them.
const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;

/** True or false where the code point is of the commonest; undefined: ask Unicode. */
function common(code: number): boolean | undefined {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if ((code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451) return true;
  // No-break space, guillemets, general punctuation with its dashes, quotation marks and spaces, №.
  if (code === 0xa0 || code === 0xab || code === 0xbb || (code >= 0x2000 && code <= 0x206f) || code === 0x2116) return false;
  return undefined;
}

/** A letter or a number of any script, by code point. */
export function isLetterOrNumber(code: number): boolean {
  return common(code) ?? LETTER_OR_NUMBER.test(String.fromCodePoint(code));
}

/** A letter, a number or a mark that combines with one. */
export function isWordCharacter(code: number): boolean {
  const known = common(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  return LETTER_OR_NUMBER.test(character) || MARK.test(character);
}

/** Where the run of word characters that begins at `start` ends; `start` itself where none begins there. */
export function wordRunEnd(text: string, start: number): number {
  let end = start;
  for (let code = text.codePointAt(end); code !== undefined && isWordCharacter(code); code = text.codePointAt(end)) end += code > 0xffff ? 2 : 1;
  return end;
}
