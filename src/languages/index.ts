import { en } from './en.ts';
import type { LanguageRules } from './language.ts';
import { ru } from './ru.ts';

export * from './language.ts';
export { CURRENCIES, exponent } from './currencies.ts';

/** Every language the tool writes, by its tag. Adding one is its file and its line here. */
export const LANGUAGES: Readonly<Record<string, LanguageRules>> = { en, ru };

/** Undefined for a language that the tool does not know. */
export function language(id: string): LanguageRules | undefined {
  return Object.hasOwn(LANGUAGES, id) ? LANGUAGES[id] : undefined;
}
