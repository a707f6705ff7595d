import type { DraftMeta, Language } from '../model/index.ts';

interface Words { readonly draft: string; readonly internal: string }

const ENGLISH: Words = { draft: 'DRAFT', internal: 'INTERNAL' };

/** A language that is not named here shows the English words. «Для служебного пользования» is a security marking, so not that. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: ENGLISH,
  ru: { draft: 'ПРОЕКТ', internal: 'ДЛЯ ВНУТРЕННЕГО ПОЛЬЗОВАНИЯ' },
};

/** Whether the text is finished: signature copies and conformed copies are no drafts. */
function isFinal(meta: DraftMeta): boolean {
  return meta.stage === 'signature' || meta.stage === 'conformed';
}

/** Two columns are the working layout; what is signed stands one language after the other. */
export function isConsecutive(meta: DraftMeta): boolean {
  return meta.languages.length > 1 && isFinal(meta);
}

/** "DRAFT – INTERNAL" in each language of the draft, each once; empty where there is nothing to say. */
export function statusLines(meta: DraftMeta): readonly string[] {
  const lines = meta.languages.map((language) => {
    const words = WORDS[language] ?? ENGLISH;
    return [...(isFinal(meta) ? [] : [words.draft]), ...(meta.audience === 'internal' ? [words.internal] : [])].join(' – ');
  });
  return [...new Set(lines)].filter((line) => line !== '');
}
