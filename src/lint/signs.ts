/** Signs that a passage holds. One look at each character spares every rule its own search of every passage. */
export const DIGIT = 1;
export const SLASH = 2;
export const PAREN = 4;
export const SQUARE = 8;
const BRACE = 16;
export const QUOTE = 32;
export const LATIN = 64;
export const CYRILLIC = 128;
/** What has no shape of its own, and the halves of what lies outside the basic plane. */
export const HIDDEN = 256;
export const UNDERSCORE = 512;
export const DOLLAR = 1024;
export const CAPITAL = 2048;

const ASCII: Readonly<Record<string, number>> = {
  '/': SLASH, '(': PAREN, '[': SQUARE, '{': BRACE, '}': BRACE, '<': BRACE, '%': BRACE, '"': QUOTE, '_': UNDERSCORE, '$': DOLLAR,
};
const TABLE = Uint16Array.from({ length: 0x100 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[0-9]/.test(sign)) return DIGIT;
  if (/[A-Z]/.test(sign)) return LATIN | CAPITAL;
  if (/[a-z\u00C0-\u00FF]/.test(sign)) return LATIN;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad) return HIDDEN;
  return Object.hasOwn(ASCII, sign) ? (ASCII[sign] ?? 0) : 0;
});

/** The signs of a text as bits. */
export function signsOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x100) bits |= TABLE[code] ?? 0;
    else if (code >= 0x400 && code < 0x530) bits |= CYRILLIC;
    else if (code < 0x250) bits |= LATIN;
    else if (code === 0x201c || code === 0x201d) bits |= QUOTE;
    else if (code === 0x61c || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || (code >= 0xd800 && code !== 0xfffc)) bits |= HIDDEN;
  }
  return bits;
}
