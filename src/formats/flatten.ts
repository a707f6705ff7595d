import { type Draft, type Inline, type Localized, type Node, roots } from '../model/index.ts';

/** Where a root block stands in a draft. */
export type Section = 'preamble' | 'articles' | 'closing' | 'signatures' | 'annexes';

/** The order of the text. */
export const SECTIONS: readonly Section[] = ['preamble', 'articles', 'closing', 'signatures', 'annexes'];

interface Placed {
  readonly node: Node;
  readonly section: Section;
  /** 0 for a root block. */
  readonly depth: number;
  /** How many points are around it. */
  readonly points: number;
}

/**
 * One line of the text. `own`: the block's first line, with its label; `text`: its words under a heading; `tail`: its
 * words after its children. `heading`: the words are a heading.
 */
export interface TextLine extends Placed {
  readonly kind: 'own' | 'text' | 'tail';
  readonly heading: boolean;
  readonly words: Localized<readonly Inline[]>;
}

/** The rows of a real table; the table's own line comes before it. */
export interface GridLine extends Placed { readonly kind: 'grid' }

export type Line = TextLine | GridLine;

/** Articles and annexes open with a heading even where it has no words. */
export function opensWithHeading(node: Pick<Node, 'type'>): boolean {
  return node.type === 'article' || node.type === 'annex';
}

/** A table whose rows hold cells and whose cells hold words, and nothing else: it can be drawn as one. */
function isGrid(node: Node): boolean {
  return node.type === 'table' && node.children.length > 0 && node.children.every((row) =>
    row.type === 'row' && row.children.length > 0 && hasNoWords(row) &&
    row.children.every((cell) => cell.type === 'cell' && cell.children.length === 0 && !cell.heading && !cell.tail && !cell.label));
}

function hasNoWords(node: Node): boolean {
  return !node.heading && !node.content && !node.tail && !node.label;
}

/** A draft's blocks as lines, in the order of the text. */
export function flatten(draft: Draft): Line[] {
  const lines: Line[] = [];
  const down = (node: Node, section: Section, depth: number, points: number): void => {
    const placed = { node, section, depth, points };
    const heading = node.heading !== undefined || opensWithHeading(node);
    if (heading) {
      lines.push({ kind: 'own', heading, words: node.heading ?? {}, ...placed });
      if (node.content !== undefined) lines.push({ kind: 'text', heading: false, words: node.content, ...placed });
    } else lines.push({ kind: 'own', heading, words: node.content ?? {}, ...placed });
    if (isGrid(node)) lines.push({ kind: 'grid', ...placed });
    else for (const child of node.children) down(child, section, depth + 1, points + (node.type === 'point' ? 1 : 0));
    if (node.tail !== undefined) lines.push({ kind: 'tail', heading: false, words: node.tail, ...placed });
  };
  for (const section of SECTIONS) for (const node of draft[section]) down(node, section, 0, 0);
  return lines;
}

/** Every inline of a draft, nested ones too, with the language it stands in. */
export function everyInline(draft: Draft, visit: (inline: Inline, language: string) => void): void {
  const into = (inlines: readonly Inline[], language: string): void => {
    for (const inline of inlines) {
      visit(inline, language);
      if (inline.type === 'bracket') for (const option of inline.options) into(option.content, language);
      else if (inline.type === 'insertion' || inline.type === 'deletion' || inline.type === 'moved') into(inline.content, language);
    }
  };
  const localized = (words: Localized<readonly Inline[]> | undefined): void => {
    for (const [language, inlines] of Object.entries(words ?? {})) into(inlines, language);
  };
  const down = (node: Node): void => {
    localized(node.heading);
    localized(node.content);
    for (const child of node.children) down(child);
    localized(node.tail);
  };
  localized(draft.title);
  for (const node of roots(draft)) down(node);
}
