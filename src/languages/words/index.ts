import { ENGLISH_WORDS } from './en.ts';
import type { WordRules } from './rules.ts';
import { RUSSIAN_WORDS } from './ru.ts';

export type { WordRules } from './rules.ts';

/** A language without rules here is searched by whole words. */
export const WORD_RULES: readonly WordRules[] = [ENGLISH_WORDS, RUSSIAN_WORDS];
