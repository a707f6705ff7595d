import type { LanguageRules, ReferenceContext } from '../languages/index.ts';
import type { Inline, NodeType, PathStep, ReferenceInline } from '../model/index.ts';

/** A reference with its words, and what they were made of where it leads somewhere. */
export interface Resolved {
  readonly inline: ReferenceInline;
  readonly path?: readonly PathStep[];
  readonly words?: ReferenceContext;
}

type Piece = Inline | Resolved;
type Led = Required<Resolved>;

const JOINED: ReadonlySet<NodeType | undefined> = new Set(['article', 'paragraph', 'point', 'annex'] as const);

/**
 * Names once what references in a row have in common: "Article 8, Article 9 and Article 10" is "Articles 8, 9 and 10". Each stays a
 * reference of its own. Only where commas and an “and” stand between them, and all differ in their last step alone.
 */
export function joinReferences(pieces: readonly Piece[], rules: LanguageRules | undefined): readonly Inline[] {
  const made: Inline[] = [];
  let at = 0;
  while (at < pieces.length) {
    const run = rules ? runAt(pieces, at, andOf(rules)) : [];
    const length = Math.max(1, run.length * 2 - 1);
    // A list is joined as a whole or not at all.
    const joined = rules && run.length > 1 ? joinRun(run, rules) : undefined;
    made.push(...(joined ?? pieces.slice(at, at + length).map((piece) => ('inline' in piece ? piece.inline : piece))));
    at += length;
  }
  return made;
}

/** The language's own “and” with the spaces around it, taken from how it joins two items. */
function andOf(rules: LanguageRules): string {
  return rules.list(['\u0001', '\u0001']).slice(1, -1);
}

/** References from `start` with a comma between them and “and” before the last; none where it is no such list. */
function runAt(pieces: readonly Piece[], start: number, and: string): readonly Led[] {
  const run: Led[] = [];
  for (let at = start; ; at += 2) {
    const [piece, next] = [pieces[at], pieces[at + 1]];
    if (!piece || !('inline' in piece) || !piece.path || !piece.words) return [];
    run.push({ inline: piece.inline, path: piece.path, words: piece.words });
    const before = at === start ? undefined : pieces[at - 1];
    if (before && 'type' in before && before.type === 'text' && before.text === and) return run;
    if (!next || !('type' in next) || next.type !== 'text' || (next.text !== ', ' && next.text !== and)) return [];
  }
}

/** Undefined where the references have no noun in common, or are all the same. */
function joinRun(run: readonly Led[], rules: LanguageRules): readonly Inline[] | undefined {
  const [first] = run;
  if (!first) return undefined;
  const common = ({ inline, path, words }: Led): string => JSON.stringify([inline.instrument, path.slice(0, -1), path.at(-1)?.type, words]);
  if (!JOINED.has(first.path.at(-1)?.type) || run.some((each) => common(each) !== common(first))) return undefined;
  // Two provisions may stand in one article: it is named once.
  const each = [...new Map(run.toReversed().map((one) => [JSON.stringify(one.path), one])).values()].toReversed();
  if (each.length < 2) return undefined;
  const texts = rules.references(each.map(({ path }) => path), first.words);
  const row = rules.list(each.map((_, index) => `\u0001${index}\u0001`)).split('\u0001');
  return row.flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ type: 'text', text: piece }];
    const inline = each[Number(piece)]?.inline;
    return inline ? [{ ...inline, text: texts[Number(piece)] ?? inline.text }] : [];
  });
}
