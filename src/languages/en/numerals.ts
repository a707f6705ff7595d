const ONES = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];
const LIMIT = 1_000_000_000_000_000_000n;

function belowHundred(n: number): string {
  if (n < 20) return ONES[n] ?? '';
  const ones = n % 10;
  return (TENS[Math.floor(n / 10)] ?? '') + (ones === 0 ? '' : `-${ONES[ones] ?? ''}`);
}

function belowThousand(n: number): string {
  const rest = n % 100;
  if (n < 100) return belowHundred(rest);
  return `${ONES[Math.floor(n / 100)] ?? ''} hundred${rest === 0 ? '' : ` and ${belowHundred(rest)}`}`;
}

/** "one hundred and twenty-one". Undefined from 10^18 on, and for what is not a whole number. */
export function englishWords(n: number | bigint): string | undefined {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) return undefined;
  let rest = BigInt(n);
  if (rest < 0n) {
    const words = englishWords(-rest);
    return words === undefined ? undefined : `minus ${words}`;
  }
  if (rest >= LIMIT) return undefined;
  if (rest === 0n) return 'zero';
  const groups: string[] = [];
  for (let scale = 0; rest > 0n; scale++, rest /= 1000n) {
    const group = Number(rest % 1000n);
    if (group === 0) continue;
    const words = belowThousand(group) + (scale === 0 ? '' : ` ${SCALES[scale] ?? ''}`);
    groups.unshift(scale === 0 && group < 100 && rest >= 1000n ? `and ${words}` : words);
  }
  return groups.join(' ');
}

/** "thirty-three point four": the digits after the point one by one. */
export function englishDecimalWords(whole: bigint, fraction: string): string | undefined {
  const words = englishWords(whole);
  if (words === undefined || fraction === '') return words;
  return `${words} point ${fraction.split('').map((digit) => ONES[Number(digit)] ?? '').join(' ')}`;
}

const VALUES = new Map<string, number>([
  ...ONES.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, i * 10] as const).filter(([word]) => word !== ''),
]);
const SCALE_VALUES = new Map(SCALES.map((word, i) => [word, 1000n ** BigInt(i)] as const).filter(([word]) => word !== ''));

export function isEnglishNumeral(word: string): boolean {
  return VALUES.has(word) || SCALE_VALUES.has(word) || word === 'hundred';
}

/** Joins numerals: "hundred and twenty", and the decimal point. */
export function isEnglishJoiner(word: string): boolean {
  return word === 'and' || word === 'point';
}

/** Reads a whole number or a decimal back from words; the result in figures, `33.4`. Undefined if the words make none. */
export function readEnglishWords(text: string): string | undefined {
  const tokens = text.toLowerCase().trim().split(/[\s\u2010\u2011-]+/u);
  const point = tokens.indexOf('point');
  const whole = readWhole((point < 0 ? tokens : tokens.slice(0, point)).filter((token, i, all) => token !== 'and' || !mayPrecedeAnd(all[i - 1])));
  if (whole === undefined || point < 0) return whole?.toString();
  const digits = tokens.slice(point + 1).map((token) => VALUES.get(token));
  if (digits.length === 0 || digits.some((digit) => digit === undefined || digit > 9)) return undefined;
  const fraction = digits.join('').replace(/0+$/u, '');
  return fraction === '' ? whole.toString() : `${whole}.${fraction}`;
}

/** "one hundred and one", but not "ten and twenty". */
function mayPrecedeAnd(token: string | undefined): boolean {
  return token === 'hundred' || SCALE_VALUES.has(token ?? '');
}

function readWhole(tokens: readonly string[]): bigint | undefined {
  if (tokens.length === 0) return undefined;
  if (tokens.length === 1 && tokens[0] === 'zero') return 0n;
  let total = 0n;
  let group = 0;
  /** The next numeral must be below this: ninety, then two, never ninety twelve. */
  let below = 100;
  let seen = false;
  let last = LIMIT;
  // "a hundred", "a thousand": the article is no numeral
  if (tokens[0] === 'hundred' || SCALE_VALUES.has(tokens[0] ?? '')) return readWhole(['one', ...tokens]);
  for (const token of tokens) {
    const scale = SCALE_VALUES.get(token);
    const value = VALUES.get(token);
    if (scale !== undefined) {
      if (!seen || scale >= last) return undefined;
      total += BigInt(group) * scale;
      last = scale;
      group = 0;
      below = 100;
      seen = false;
    } else if (token === 'hundred') {
      if (group < 1 || group > 99) return undefined;
      group *= 100;
      below = 100;
    } else {
      if (value === undefined || value === 0 || value >= below) return undefined;
      group += value;
      below = value >= 20 ? 10 : 1;
      seen = true;
    }
  }
  return total + BigInt(group);
}
