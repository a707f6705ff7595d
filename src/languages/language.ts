import type { Case, Forms, Gender, Language, Localized, Numbering, NodeType, PathStep, Register, Value, ValueForm } from '../model/index.ts';

/**
 * What an `{{party …}}` slot may say. The last five are the names of defined terms. `other` is the other of two and serves no text of
 * more; `every-other` and `another` are the same words for two, and for more say which of the others is meant, in the singular.
 */
export const PARTY_WORDS = [
  'a', 'the', 'each', 'other', 'every-other', 'another', 'either', 'neither', 'one', 'that', 'concerned',
  'originating', 'providing', 'receiving', 'host', 'sending',
] as const;
export type PartyWord = (typeof PARTY_WORDS)[number];

export interface ReferenceContext {
  readonly register: Register;
  readonly numbering: Numbering;
  readonly case?: Case;
  /** Leave out the article: the reference stands in it. "paragraph 2", «пункт 2 настоящей статьи». */
  readonly sameArticle?: boolean;
  /** Name of the instrument the reference points into, where it is another: "of the Agreement", «Соглашения». */
  readonly of?: Forms;
}

/** What rendering a value may need to know beyond the value. */
export interface ValueContext {
  readonly partyNames: Readonly<Record<string, Localized<Forms>>>;
  readonly choiceLabels: Readonly<Record<string, Localized<Forms>>>;
  /** What a day is; default `calendar`. */
  readonly unit?: 'calendar' | 'working';
}

/** A number given twice: "ninety (90)", «90 (девяноста)». `words` is undefined where the numerals make no number. */
export interface FigurePair {
  readonly index: number;
  readonly length: number;
  readonly text: string;
  readonly words: number | undefined;
  readonly figures: number;
}

/** A date in running text. */
export interface FoundDate { readonly index: number; readonly length: number; readonly text: string; readonly iso: string }

/** Figures in running text. `value` is the same string for the same number in every language: `38000000`, `33.4`. */
export interface FoundNumber { readonly index: number; readonly length: number; readonly text: string; readonly value: string }

/**
 * Everything the tool knows of a language's grammar and typography. Pure; no `Intl`.
 * Adding a language is one such file and its line in the index.
 */
export interface LanguageRules {
  readonly id: Language;
  /** Its name in itself: "English", "Русский". */
  readonly name: string;
  readonly cases: readonly Case[];
  /** Outer quotation marks: “ ”, « ». */
  readonly quotes: readonly [string, string];
  /** What follows the line on which a date is written by hand: nothing; « года». */
  readonly afterBlankDate: string;
  /** Whether a term defined in running text stands in quotation marks: (“Launch Data”), but (далее – данные о пусках). */
  readonly quotesDefinitions: boolean;

  /** Label of a block as printed: "Article 9" / "Section 9", "1.", "(1)"; "Статья 9", "1.", "1)". `depth` counts nested points from 0. */
  label(block: { readonly type: NodeType; readonly ordinal: number; readonly depth: number }, numbering: Numbering, register: Register): string;
  /** Heading line: "Article 9. Foreground Information". */
  heading(label: string, title: string): string;
  /** "Article 8(2)", «пункт 2 статьи 8». `path` starts at the article or annex. */
  reference(path: readonly PathStep[], context: ReferenceContext): string;
  /**
   * References in a row, a text for each: "Articles 8", "9", "10"; «пунктами 2», «3 статьи 6». The paths are two or more, differ in
   * their last step alone, and are of articles, paragraphs, points or annexes.
   */
  references(paths: readonly (readonly PathStep[])[], context: ReferenceContext): readonly string[];
  /** "this Article" / "this Section"; «настоящей статьи» in the case asked for. */
  here(register: Register, grammaticalCase: Case): string;

  /** The noun for the parties together: "Parties" / "Participants"; «Сторонами». */
  parties(register: Register, grammaticalCase: Case): string;
  /**
   * A determiner with the noun for a party: "each Party", «каждой из Сторон». Lower case; the caller capitalises. `parties`: how many
   * there are, two where not given; "either Party" of two is "any Party" of three.
   */
  party(word: PartyWord, register: Register, grammaticalCase: Case, parties?: number): string;
  /** The first words that speak of two and no more, where a text has such: "both", «обеих»; of a party, "the other Party". */
  speaksOfTwo(text: string): string | undefined;
  /** Gender of the noun for a party in the register; undefined where the language has none. */
  partyGender(register: Register): Gender | undefined;
  /** English: "shall" / "will". */
  shall(register: Register): string;
  /**
   * Russian: present indicative, or the future: «направляет» / «будет направлять», «направит». `future` is the infinitive
   * that follows the auxiliary, or the future of one act. Other languages give back `present`.
   */
  duty(present: string, future: string, register: Register): string;
  /** "this Arrangement", «настоящим Исполнительным протоколом». */
  thisInstrument(name: Forms, grammaticalCase: Case): string;

  /** A proper name with the article its language wants: "the Government of Canada", "Canada". */
  named(name: string): string;
  /** A common noun made definite: "the Agreement", «Соглашение». */
  definite(noun: string): string;
  /** Picks the form, falling back to the nominative. */
  form(forms: Forms, grammaticalCase: Case): string;
  /** "two"; «двух». */
  cardinal(n: number, grammaticalCase: Case, gender?: Gender): string;
  /** "2,000"; «2000», «38 000 000» with no-break spaces. */
  integer(n: number | bigint): string;
  /**
   * A value as it stands in a sentence. Figures by default: "90 calendar days", "USD 38,000,000", "4 June 2000", "50 per cent".
   * `words`: "ninety (90) calendar days", «90 (девяноста) календарных дней», "thirty-eight million (38,000,000) United States dollars".
   * Undefined for what has no inline form (a table, a share without `form.part`) or no text in the language.
   */
  value(value: Value, form: ValueForm, context: ValueContext): string | undefined;
  /** Reads integer, boolean, money, duration and date back as `value` writes them; figures count, words beside them do not. */
  parse(type: Value['type'], text: string): Value | undefined;
  /** Every number of running text that is given in words and in figures, in either order. */
  wordFigurePairs(text: string): readonly FigurePair[];
  /** Every date that running text writes out: "4 June 2000", "June 4, 2000", «4 июня 2000 г.». Days that do not exist are left out. */
  dates(text: string): readonly FoundDate[];
  /** Every number in figures, those of dates and references included, in the order of the text. */
  numbers(text: string): readonly FoundNumber[];
  /** "A, B and C"; «А, Б и В». */
  list(items: readonly string[]): string;
  /** Upper-cases the first letter of a sentence. */
  capitalise(text: string): string;
}
