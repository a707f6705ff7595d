import { textOf, type Draft, type Inline, type Language, type Localized, type Node } from '../model/index.ts';
import { printedNumber } from './printed-number.ts';

/** Where in the instrument a block stands; numbering and order are settled within each. */
export type Region = 'title' | 'preamble' | 'articles' | 'closing' | 'signatures' | 'annexes';

/** A block as comparison sees it: one line of words with its place. A table row is one block, its cells are not. */
export interface Unit {
  readonly index: number;
  readonly id: string;
  readonly type: Node['type'] | 'title';
  readonly region: Region;
  /** Index of the enclosing block; -1 at the root. */
  readonly parent: number;
  /** Index after its last descendant. */
  end: number;
  readonly number: string;
  readonly heading?: Localized<readonly Inline[]>;
  /** Own words without heading and children: content, then tail. */
  readonly body?: Localized<readonly Inline[]>;
  /** Characters of its own in the leading language: its weight in questions of order. */
  readonly size: number;
}

/** All blocks of a draft, parents first, the title at the head. */
export function unitsOf(draft: Draft, language: Language): Unit[] {
  const units: Unit[] = [];
  const add = (unit: Omit<Unit, 'index' | 'size' | 'end'>): Unit => {
    const size = sizeOf(unit.heading?.[language]) + sizeOf(unit.body?.[language]);
    const added: Unit = { ...unit, index: units.length, end: units.length + 1, size };
    units.push(added);
    return added;
  };
  if (Object.keys(draft.title).length > 0) {
    add({ id: 'title', type: 'title', region: 'title', parent: -1, number: '', heading: draft.title });
  }
  const down = (nodes: readonly Node[], parent: number, region: Region, depth: number): void => {
    for (const node of nodes) {
      const isRow = node.type === 'row' && node.children.every((cell) => cell.children.length === 0);
      const body = isRow ? rowBody(node) : bodyOf(node);
      const unit = add({
        id: node.id,
        type: node.type,
        region,
        parent,
        number: printedNumber(node, depth, draft.meta, language),
        ...(node.heading === undefined ? {} : { heading: node.heading }),
        ...(body === undefined ? {} : { body }),
      });
      if (!isRow) down(node.children, unit.index, region, node.type === 'point' ? depth + 1 : depth);
      unit.end = units.length;
    }
  };
  const regions: readonly Exclude<Region, 'title'>[] = ['preamble', 'articles', 'closing', 'signatures', 'annexes'];
  for (const region of regions) down(draft[region], -1, region, 0);
  return units;
}

/** The words of a block in one language, heading first, on lines of their own. */
export function unitText(unit: Unit, language: Language): string {
  const heading = textOf(unit.heading?.[language]);
  const body = textOf(unit.body?.[language]);
  return heading === '' ? body : body === '' ? heading : `${heading}\n${body}`;
}

function bodyOf(node: Node): Localized<readonly Inline[]> | undefined {
  if (node.tail === undefined) return node.content;
  return combine([node.content ?? {}, node.tail], '\n');
}

function rowBody(row: Node): Localized<readonly Inline[]> {
  return combine(row.children.map((cell) => cell.content ?? {}), ' | ');
}

function combine(parts: readonly Localized<readonly Inline[]>[], separator: string): Localized<readonly Inline[]> {
  const out: Record<Language, readonly Inline[]> = {};
  for (const language of new Set(parts.flatMap((part) => Object.keys(part)))) {
    out[language] = parts.flatMap((part, i): readonly Inline[] =>
      i === 0 ? (part[language] ?? []) : [{ type: 'text', text: separator }, ...(part[language] ?? [])]);
  }
  return out;
}

function sizeOf(inlines: readonly Inline[] | undefined): number {
  let size = 0;
  for (const inline of inlines ?? []) size += 'text' in inline ? inline.text.length : textOf([inline]).length;
  return size;
}

/** Numbers of the blocks from the root to this one, those without a number left out. */
export function pathOf(units: readonly Unit[], unit: Unit): readonly string[] {
  const path: string[] = [];
  for (let at: Unit | undefined = unit; at !== undefined; at = units[at.parent]) if (at.number !== '') path.unshift(at.number);
  return path;
}
