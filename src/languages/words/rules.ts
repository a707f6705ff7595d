/** What finding by words needs to know of a language. Nothing that is written into an agreement depends on it. */
export interface WordRules {
  /** A word in small letters belongs to the language if this matches it. */
  readonly script: RegExp;
  /** Words that no heading is looked for by. */
  readonly little: ReadonlySet<string>;
  /** Stems that stand in headings of every matter and say little of it: "provisions", "procedure". */
  readonly weak: ReadonlySet<string>;
  /** Stems of words that stand for each other in headings, one group a line. */
  readonly related: readonly (readonly string[])[];
  /** One form for the endings of one word. */
  stem(word: string): string;
  /** One form for the words of one family, from a stem: "indemnity" and "indemnification". */
  root(stem: string): string;
}

/** Takes off the first ending that fits and leaves at least `least` letters; endings stand longest first. */
export function withoutEnding(word: string, endings: readonly string[], least: number): string {
  for (const ending of endings) if (word.endsWith(ending) && word.length - ending.length >= least) return word.slice(0, word.length - ending.length);
  return word;
}

/** The words of a text. */
export function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/u);
}

/** Groups of related words, one a line, as their stems. */
export function relatedStems(lines: string, stem: (word: string) => string): readonly (readonly string[])[] {
  return lines.trim().split('\n').map((line) => listed(line).map(stem));
}
