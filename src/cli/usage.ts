import { nearest } from '../text/nearest.ts';

/** A wrong command line. The message says what was found and expected; the hint names what was probably meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** "did you mean “json”?", or all that there are. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near.length > 0 ? `did you mean ${near.map((name) => `“${name}”`).join(' or ')}?` : `known: ${candidates.join(', ')}`;
}

/** For commander: takes one of a closed list of words. */
export function oneOf<const Word extends string>(what: string, words: readonly Word[]): (given: string) => Word {
  return (given) => {
    const found = words.find((word) => word === given);
    if (found === undefined) throw new UsageError(`unknown ${what} “${given}”`, suggestion(given, words));
    return found;
  };
}

/** For commander: an option that may stand several times. */
export function collect(given: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), given];
}

/** For commander: words separated by commas. */
export function commaSeparated(given: string): readonly string[] {
  return given.split(',').map((word) => word.trim()).filter((word) => word !== '');
}
