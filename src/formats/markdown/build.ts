import { language as rulesOf } from '../../languages/index.ts';
import { sha256 } from '../../model/hash.ts';
import { type DraftMeta, type Finding, type Inline, type Language, type Localized, type Node, type NodeType, textOf } from '../../model/index.ts';
import { splitLabel } from '../../text/printed-label.ts';
import { MAX_DEPTH } from '../check-draft.ts';
import { type Section, SECTIONS } from '../flatten.ts';
import { spanKey } from '../format.ts';
import { computedLabel, headingJoint } from '../labels.ts';
import type { Place } from '../placed-result.ts';
import type { Positions } from '../positions.ts';
import type { LineMark } from './line-comment.ts';
import { type NewBlock, guessBlock } from './new-block.ts';
import type { NodeData } from './frame.ts';
import type { Cell } from './read-cell.ts';
import { type GridRow, type LineRow, type Row, leadCell } from './rows.ts';

type Own = Extract<LineMark, { readonly kind: 'own' }>;
type Words = Record<Language, readonly Inline[]>;

/** A block that is still being put together. */
interface Building {
  id: string;
  type: NodeType;
  ordinal?: number;
  label?: Record<Language, string>;
  heading?: Words;
  content?: Words;
  children: Building[];
  tail?: Words;
}

interface Standing { readonly node: Building; readonly depth: number; readonly points: number }

export interface Built {
  readonly sections: Readonly<Record<Section, readonly Node[]>>;
  readonly title: Localized<readonly Inline[]>;
  readonly notice: Record<Language, string>;
  readonly marking?: string;
  readonly places: ReadonlyMap<string, Place>;
}

/** Puts the tree together from its lines: each hangs under the nearest line before it that is less deep. */
export class Builder {
  readonly #meta: DraftMeta;
  readonly #data: ReadonlyMap<string, NodeData>;
  readonly #findings: Finding[];
  readonly #positions: Positions;
  readonly #roots: Record<Section, Building[]> = { preamble: [], articles: [], closing: [], signatures: [], annexes: [] };
  readonly #byId = new Map<string, Building>();
  readonly #places = new Map<string, Place>();
  readonly #notice: Record<Language, string> = {};
  #title: Words = {};
  #marking: string | undefined;
  #stack: Standing[] = [];
  #section: Section = 'preamble';
  #last: Standing | undefined;

  constructor(meta: DraftMeta, data: ReadonlyMap<string, NodeData>, findings: Finding[], positions: Positions) {
    this.#meta = meta;
    this.#data = data;
    this.#findings = findings;
    this.#positions = positions;
  }

  build(rows: readonly Row[]): Built {
    for (const row of rows) {
      if (row.kind === 'grid') this.#grid(row);
      else this.#line(row);
    }
    const finish = (node: Building): Node => ({ ...node, ...this.#data.get(node.id), children: node.children.map(finish) });
    const [preamble, articles, closing, signatures, annexes] = SECTIONS.map((section) => this.#roots[section].map(finish));
    return {
      sections: { preamble: preamble ?? [], articles: articles ?? [], closing: closing ?? [], signatures: signatures ?? [], annexes: annexes ?? [] },
      title: this.#title,
      notice: this.#notice,
      ...(this.#marking !== undefined && { marking: this.#marking }),
      places: this.#places,
    };
  }

  #line(row: LineRow): void {
    const lead = leadCell(row);
    const mark = lead?.mark;
    if (lead === undefined) return;
    if (mark === undefined) this.#unmarked(row, lead);
    else if (mark.kind === 'own') this.#own(row, lead, mark);
    else if (mark.kind === 'title') this.#title = wordsOf(row);
    else if (mark.kind === 'marking') this.#marking = textOf(lead.inlines);
    else if (mark.kind === 'notice') this.#notice[mark.language] = textOf(lead.inlines);
    else if (mark.kind === 'text' || mark.kind === 'tail') this.#further(row, lead, mark.kind);
  }

  /** Words under a heading or after the points: they belong to a block that stands before them. */
  #further(row: LineRow, lead: Cell, kind: 'text' | 'tail'): void {
    const node = lead.id === undefined ? undefined : this.#byId.get(lead.id);
    if (node === undefined || (kind === 'text' ? node.content : node.tail) !== undefined) {
      this.#report('draft-anchor', 'warning', 'the block that these words belong to is missing; they stand as a paragraph of their own', row.place);
      this.#unmarked(row, lead, true);
      return;
    }
    const words = wordsOf(row);
    if (kind === 'text') node.content = words;
    else node.tail = words;
  }

  #own(row: LineRow, lead: Cell, mark: Own): void {
    const node = this.#make(lead.id, mark.type, row.place, wordText(row));
    if (lead.id === undefined) {
      this.#report('draft-anchor', 'warning', 'the anchor of this block is missing; it is taken for a new one', row.place);
    }
    if (mark.ordinal !== undefined) node.ordinal = mark.ordinal;
    const standing = this.#hang(node, mark.depth, mark.section);
    const isDivision = mark.type === 'article' || mark.type === 'annex';
    const words: Words = {};
    for (const [language, cell] of row.cells) {
      const inlines = this.#label(node, mark, cell, standing.points, isDivision);
      if (inlines.length > 0) words[language] = inlines;
      this.#places.set(spanKey(node.id, language), cell.place);
    }
    if (mark.heading) {
      if (Object.keys(words).length > 0) node.heading = words;
    } else if (Object.keys(words).length > 0) node.content = words;
  }

  /** Keeps the label where it is not what the ordinal gives; what is visible wins. Gives back the words after it. */
  #label(node: Building, mark: Own, cell: Cell, points: number, isDivision: boolean): readonly Inline[] {
    const rules = rulesOf(cell.language);
    const computed = computedLabel(node, points, this.#meta, rules);
    let words = cell.inlines;
    let printed = cell.label;
    if (printed === undefined && computed !== '') {
      const [first] = words;
      const text = first?.type === 'text' ? first.text : '';
      const split = text.startsWith(computed)
        ? { label: computed, rest: text.slice(computed.length).replace(/^\.?\s+/, '') }
        : splitLabel(text, { heading: isDivision });
      if (split !== undefined) {
        printed = split.label;
        words = split.rest === '' ? words.slice(1) : [{ type: 'text', text: split.rest }, ...words.slice(1)];
      }
    }
    printed ??= '';
    const joint = isDivision && words.length > 0 ? headingJoint('X', rules).trimEnd() : '';
    const bare = joint !== '' && printed.endsWith(joint) ? printed.slice(0, -joint.length) : printed;
    if (mark.labels.includes(cell.language)) (node.label ??= {})[cell.language] = bare;
    else if (bare !== computed && printed !== computed) (node.label ??= {})[cell.language] = bare;
    return words;
  }

  /** A line that no comment of ours describes: a person has added it, or deleted the comment. */
  #unmarked(row: LineRow, lead: Cell, orphan = false): void {
    const text = wordText(row);
    if (text === '') return;
    const guess: NewBlock = guessBlock(row, this.#last && { type: this.#last.node.type, depth: this.#last.depth }, this.#section);
    if (lead.id !== undefined && !orphan) {
      this.#report('draft-comment', 'warning', 'the comment that describes this block is missing; its kind is guessed from how it looks', row.place);
    }
    const node = this.#make(orphan ? undefined : lead.id, guess.type, row.place, text);
    this.#hang(node, guess.depth, guess.section);
    if (Object.keys(guess.label).length > 0) node.label = guess.label;
    if (guess.heading) node.heading = guess.words;
    else node.content = guess.words;
    for (const [language, cell] of row.cells) this.#places.set(spanKey(node.id, language), cell.place);
  }

  #grid(row: GridRow): void {
    let table = this.#stack.findLast((standing) => standing.node.type === 'table');
    if (table === undefined || (row.first && (this.#last !== table || table.node.children.length > 0))) {
      this.#report('draft-anchor', 'warning', 'the block that holds this table is missing; the table is taken for a new one', row.place);
      table = this.#hang(this.#make(undefined, 'table', row.place, 'table'), this.#stack.length === 0 ? 0 : (this.#stack[0]?.depth ?? 0) + 1, 'closing');
    }
    const made = this.#make(row.mark?.id, 'row', row.place, row.cells.map((cell) => textOf([...cell.words.values()].flat())).join('|'));
    if (row.mark?.ordinal !== undefined) made.ordinal = row.mark.ordinal;
    table.node.children.push(made);
    for (const cell of row.cells) {
      const child = this.#make(cell.mark?.id, 'cell', cell.place, textOf([...cell.words.values()].flat()));
      if (cell.mark?.ordinal !== undefined) child.ordinal = cell.mark.ordinal;
      if (cell.words.size > 0) child.content = Object.fromEntries(cell.words);
      made.children.push(child);
    }
  }

  #hang(node: Building, depth: number, section: Section): Standing {
    const wanted = Math.min(depth, MAX_DEPTH - 1);
    while (this.#stack.length > 0 && (this.#stack.at(-1)?.depth ?? 0) >= wanted) this.#stack.pop();
    const parent = this.#stack.at(-1);
    if (parent === undefined) {
      this.#section = wanted === 0 ? section : this.#section;
      this.#roots[this.#section].push(node);
    } else parent.node.children.push(node);
    const points = parent === undefined ? 0 : parent.points + (parent.node.type === 'point' ? 1 : 0);
    const standing = { node, depth: parent === undefined ? 0 : wanted, points };
    this.#stack.push(standing);
    this.#last = standing;
    return standing;
  }

  /** A block with the id of its anchor, or with one made from its words where there is none or it is taken. */
  #make(id: string | undefined, type: NodeType, place: Place, text: string): Building {
    let own = id;
    const first = own === undefined ? undefined : this.#places.get(own);
    if (own !== undefined && this.#byId.has(own)) {
      this.#findings.push({
        rule: 'duplicate-id', severity: 'warning', message: `two blocks have the id “${own}”; the second is taken for a new one`,
        span: this.#positions.span(place.start, place.end),
        related: first === undefined ? [] : [{ message: 'the first is here', span: this.#positions.span(first.start, first.end) }],
      });
      own = undefined;
    }
    if (own === undefined) {
      const base = `~${sha256(text).slice(0, 8)}`;
      own = base;
      for (let n = 2; this.#byId.has(own); n += 1) own = `${base}-${n}`;
    }
    const node: Building = { id: own, type, children: [] };
    this.#byId.set(own, node);
    this.#places.set(own, place);
    return node;
  }

  #report(rule: string, severity: Finding['severity'], message: string, place: Place): void {
    this.#findings.push({ rule, severity, message, span: this.#positions.span(place.start, place.end) });
  }
}

function wordsOf(row: LineRow): Words {
  const words: Words = {};
  for (const [language, cell] of row.cells) if (cell.inlines.length > 0) words[language] = cell.inlines;
  return words;
}

function wordText(row: LineRow): string {
  return [...row.cells.values()].map((cell) => textOf(cell.inlines)).join('\n').trim();
}
