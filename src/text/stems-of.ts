import { WORD_RULES, type WordRules } from '../languages/words/index.ts';

/**
 * A word, with a prefix that some write with a hyphen and some without: co-operation, re-export. Whatever is neither space
 * nor punctuation counts as a letter: on a whole library that takes a sixth of the time that `\p{L}` does.
 */
const WORD = /(?:(?:[Cc]o|[Rr]e|[Pp]re|[Ss]ub)[-‑])?[^\s\u0000-\u002f:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g;

/** A library has few words, and has them often. */
const STEMS = new Map<string, string>();

/** The words of a text as stems, in order, without the little ones. */
export function stemsOf(text: string): readonly string[] {
  const stems: string[] = [];
  for (const word of text.match(WORD) ?? []) {
    const stem = stemOf(word);
    if (stem !== '') stems.push(stem);
  }
  return stems;
}

/** Empty for a little word. */
function stemOf(written: string): string {
  const known = STEMS.get(written);
  if (known !== undefined) return known;
  const word = written.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/[-‑]/u, '');
  const rules = rulesOf(word);
  const stem = rules === undefined ? word : rules.little.has(word) ? '' : rules.stem(word);
  STEMS.set(written, stem);
  return stem;
}

/** The rules of the language to which a word or stem belongs by its letters. */
export function rulesOf(word: string): WordRules | undefined {
  return WORD_RULES.find(({ script }) => script.test(word));
}
