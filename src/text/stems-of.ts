import { WORD_RULES, type WordRules } from '../languages/words/index.ts';

/** Prefixes that some write with a hyphen and some without: co-operation, re-export. */
const JOINED = /\b(co|re|pre|sub)[-‑](?=\p{L})/gu;

/** The words of a text as stems, in order, without the little ones. `limited` in every language that has rules. */
export function stemsOf(text: string): readonly string[] {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replaceAll(/['’]s\b/gu, '').replace(JOINED, '$1').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    const rules = rulesOf(word);
    if (rules?.little.has(word)) return [];
    return [rules ? rules.stem(word) : word];
  });
}

/** The rules of the language to which a word or stem belongs by its letters. */
export function rulesOf(word: string): WordRules | undefined {
  return WORD_RULES.find(({ script }) => script.test(word));
}
