/** A language by its BCP 47 primary tag: `en`, `ru`. Which ones exist is the index of `src/languages`. */
export type Language = string;

/** The same thing once per language. A missing key means that the language has no text yet. */
export type Localized<T> = Readonly<Record<Language, T>>;

/** The wording of an instrument. It does not settle whether the instrument binds. */
export type Register = 'treaty' | 'memorandum';

export const REGISTERS: readonly Register[] = ['treaty', 'memorandum'];

/** Grammatical case, as far as any supported language needs one. Languages without cases ignore it. */
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'pre';

export const CASES: readonly Case[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre'];

/** Grammatical gender of a noun, where the language has one. */
export type Gender = 'masculine' | 'feminine' | 'neuter';

/** A noun phrase in the cases its language has. English writes only `nom`. */
export interface Forms {
  readonly nom: string;
  readonly gen?: string;
  readonly dat?: string;
  readonly acc?: string;
  readonly ins?: string;
  readonly pre?: string;
  readonly gender?: Gender;
  readonly plural?: boolean;
}
