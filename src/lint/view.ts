import type { Draft, Inline, Language, Node } from '../model/index.ts';
import { signsOf } from './signs.ts';

export type Place = 'title' | 'preamble' | 'articles' | 'closing' | 'signatures' | 'annexes';

/** An inline that holds words of its own. */
export type PlainInline = Exclude<Inline, { type: 'bracket' | 'insertion' | 'deletion' | 'moved' }>;

/** Where an inline stands in its passage's text. */
export interface Piece { readonly start: number; readonly end: number; readonly inline: PlainInline }

/** A block with its place in the tree. */
export interface Entry {
  readonly node: Node;
  readonly ancestors: readonly Node[];
  readonly place: Place;
  readonly order: number;
}

/** The words of one part of a block in one language. */
export interface Passage {
  readonly entry: Entry | undefined;
  readonly place: Place;
  readonly part: 'heading' | 'content' | 'tail';
  readonly language: Language;
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** `text` with a filler of the same length for terms, names, references and blanks: offsets agree. */
  readonly own: string;
  /** What signs the text holds, as bits of `signs.ts`. */
  readonly signs: number;
}

/** A draft as rules look at it. */
export interface View {
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  readonly passages: readonly Passage[];
  readonly passagesOf: ReadonlyMap<Node, readonly Passage[]>;
  /** True for a text that this tool did not make: nothing is known of its parties, terms and values. */
  readonly foreign: boolean;
}

/** Stands for what is not the instrument's own wording: no letter, no space, no punctuation. */
export const FILLER = '\uFFFC';

const VIEWS = new WeakMap<Draft, View>();

/** The view is made once per draft: every rule asks for it. */
export function viewOf(draft: Draft): View {
  const known = VIEWS.get(draft);
  if (known !== undefined) return known;
  const view = makeView(draft);
  VIEWS.set(draft, view);
  return view;
}

function makeView(draft: Draft): View {
  const entries: Entry[] = [];
  const byId = new Map<string, Entry>();
  const passages: Passage[] = [];
  const passagesOf = new Map<Node, Passage[]>();
  const languages = draft.meta.languages;
  for (const language of languages) {
    const inlines = draft.title[language];
    if (inlines !== undefined) passages.push(passage(undefined, 'title', 'heading', language, inlines));
  }
  const down = (nodes: readonly Node[], ancestors: readonly Node[], place: Place): void => {
    for (const node of nodes) {
      const entry: Entry = { node, ancestors, place, order: entries.length };
      entries.push(entry);
      if (!byId.has(node.id)) byId.set(node.id, entry);
      const own: Passage[] = [];
      for (const language of languages) {
        for (const part of PARTS) {
          const inlines = node[part]?.[language];
          if (inlines !== undefined && inlines.length > 0) own.push(passage(entry, place, part, language, inlines));
        }
      }
      passagesOf.set(node, own);
      for (const each of own) passages.push(each);
      if (node.children.length > 0) down(node.children, [...ancestors, node], place);
    }
  };
  down(draft.preamble, [], 'preamble');
  down(draft.articles, [], 'articles');
  down(draft.closing, [], 'closing');
  down(draft.signatures, [], 'signatures');
  down(draft.annexes, [], 'annexes');
  const foreign = draft.parties.length === 0 && draft.terms.length === 0 && draft.basis.arrangement === undefined;
  return { entries, byId, passages, passagesOf, foreign };
}

const PARTS = ['heading', 'content', 'tail'] as const;

function passage(
  entry: Entry | undefined, place: Place, part: Passage['part'], language: Language, inlines: readonly Inline[],
): Passage {
  const pieces: Piece[] = [];
  let text = '';
  let own = '';
  for (const inline of plain(inlines)) {
    const start = text.length;
    text += inline.text;
    own += inline.type === 'text' || inline.type === 'value' ? inline.text : FILLER.repeat(inline.text.length);
    pieces.push({ start, end: text.length, inline });
  }
  return { entry, place, part, language, pieces, text, own, signs: signsOf(text) };
}

/** Inlines with the options of brackets and the new side of a redline in their place. */
function* plain(inlines: readonly Inline[]): Iterable<PlainInline> {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'bracket':
        for (const [i, option] of inline.options.entries()) {
          if (i > 0) yield { type: 'name', of: 'bracket', text: ' / ' };
          yield* plain(option.content);
        }
        break;
      case 'insertion':
        yield* plain(inline.content);
        break;
      case 'moved':
        if (inline.direction === 'from') yield* plain(inline.content);
        break;
      case 'deletion':
        break;
      default:
        yield inline;
    }
  }
}

/** The inline that holds the character at `index`. */
export function pieceAt(passage: Passage, index: number): Piece | undefined {
  return passage.pieces.find((piece) => piece.start <= index && index < piece.end);
}

/** The provision that a block came from, by its provenance or its id. */
export function provisionOf(node: Node): string | undefined {
  if (node.provenance !== undefined) return node.provenance.provision;
  const end = node.id.search(/[@/]/);
  return end > 0 && node.id[0] !== '~' ? node.id.slice(0, end) : undefined;
}

/** `provision/clause.path`: a block's id without placement and item. */
export function clauseOf(id: string): string {
  return id.replace(/@[^/]*/, '').replace(/\[[^\]]*\]/g, '');
}

/** Where a finding about a passage stands. */
export function placeOf(passage: Passage): { readonly node?: Node; readonly language: Language } {
  return { language: passage.language, ...(passage.entry === undefined ? {} : { node: passage.entry.node }) };
}
