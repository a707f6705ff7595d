/** A number or letter printed before a block: "Article 5", "1.1", "(a)", "§ 4". */
export interface PrintedLabel {
  /** As printed, with its own marks: "1.", "(a)"; "Article 5" without the full stop that parts it from a title. */
  readonly label: string;
  /** Blocks of one style are siblings: `1.`, `(a)`, `i)`, `1.1`, `article`. */
  readonly style: string;
  readonly rest: string;
  /** `division` for "Article 5" and its kind. */
  readonly kind: 'division' | 'item';
}

const DIVISIONS =
  'article|section|chapter|part|title|annex|appendix|schedule|exhibit|attachment|clause|artikel|статья|раздел|глава|часть|приложение|пункт';
const NUMERAL = String.raw`(?:№\s*)?(?:\d+(?:[.\-]\d+)*[a-zа-я]?|[IVXLCDM]+|[A-ZА-Я](?![\p{L}]))(?:\s+(?:bis|ter|quater))?`;
const DIVISION = new RegExp(String.raw`^((?:${DIVISIONS})\s+${NUMERAL})(?:\s*([.:–—\-])(?=\s|$)|(?=\s|$))\s*`, 'iu');
const PARAGRAPH_SIGN = /^(§+\s*\d+[a-z]?\.?)\s+/u;
const DECIMAL = /^(\d{1,3}(?:\.\d{1,3})+\.?)(?=\s|$)\s*/u;
const NUMBER = /^(\(\d{1,3}\)|\d{1,3}[.)])(?:(?=\s|$)|(?=[\p{Lu}“«"]))\s*/u;
const LETTERS = /^(\(([a-z]{1,5}|[A-Z]{1,5}|[а-яё]|[А-ЯЁ])\)|([a-z]{1,5}|[A-Z]{1,5}|[а-яё]|[А-ЯЁ])[.)])(?:(?=\s|$)|(?=[\p{Lu}“«"]))\s*/u;
const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/i;
const PLAIN_HEADING = /^(\d{1,3}(?:\.\d{1,3})*)\s+(?=\p{Lu})/u;

/**
 * Parts a printed label from the words after it. `previous` is the letter that the list so far has reached, which
 * settles whether "i)" is a letter or a Roman number. `heading`: the block is a heading, where "Article 5 Scope" and
 * "5 Scope" are labels too.
 */
export function splitLabel(text: string, options: { readonly heading?: boolean; readonly previous?: string } = {}): PrintedLabel | undefined {
  const division = DIVISION.exec(text);
  if (division !== null) {
    const rest = text.slice(division[0].length);
    // "Article 5 applies to …" in running text is no label.
    if (options.heading === true || division[2] !== undefined || rest === '') {
      const label = (division[1] ?? '').replace(/\s+/g, ' ');
      return { label, style: (label.split(' ')[0] ?? '').toLowerCase(), rest, kind: 'division' };
    }
    return undefined;
  }
  const sign = PARAGRAPH_SIGN.exec(text);
  if (sign !== null) return { label: sign[1] ?? '', style: '§', rest: text.slice(sign[0].length), kind: 'division' };
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) {
    const label = decimal[1] ?? '';
    const depth = label.replace(/\.$/, '').split('.').length;
    return { label, style: Array.from({ length: depth }, () => '1').join('.'), rest: text.slice(decimal[0].length), kind: 'item' };
  }
  const number = NUMBER.exec(text);
  if (number !== null) {
    const label = number[1] ?? '';
    return { label, style: label.replace(/\d+/, '1'), rest: text.slice(number[0].length), kind: 'item' };
  }
  const letters = LETTERS.exec(text);
  if (letters !== null) {
    const label = letters[1] ?? '';
    const letter = letters[2] ?? letters[3] ?? '';
    const style = letterStyle(letter, options.previous);
    if (style !== undefined) return { label, style: label.replace(letter, style), rest: text.slice(letters[0].length), kind: 'item' };
  }
  const plain = options.heading === true ? PLAIN_HEADING.exec(text) : null;
  if (plain !== null) {
    const label = plain[1] ?? '';
    return { label, style: label.replace(/\d+/g, '1'), rest: text.slice(plain[0].length), kind: 'item' };
  }
  return undefined;
}

function letterStyle(letter: string, previous: string | undefined): string | undefined {
  const lower = letter.toLowerCase();
  const upper = letter !== lower;
  const alone = letter.length === 1;
  const follows = alone && previous !== undefined && previous.length === 1 && lower.codePointAt(0) === (previous.toLowerCase().codePointAt(0) ?? 0) + 1;
  if (ROMAN.test(letter) && !follows) return upper ? 'I' : 'i';
  if (alone) return /[a-z]/i.test(letter) ? (upper ? 'A' : 'a') : upper ? 'А' : 'а';
  // (aa), (bb) after (z), or a third level.
  return letter.length === 2 && lower[0] === lower[1] ? (upper ? 'AA' : 'aa') : undefined;
}
