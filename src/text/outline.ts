import type { Node, NodeType } from '../model/index.ts';
import { splitLabel, type PrintedLabel } from './printed-label.ts';

/** A block of a text that this tool did not write, before it has a place in a tree. */
export type RawBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** `indent`: columns before the text. `bullet`: a list item without a number. */
  | { readonly kind: 'paragraph'; readonly indent: number; readonly text: string; readonly bullet?: boolean }
  | { readonly kind: 'table'; readonly indent: number; readonly rows: readonly (readonly string[])[] };

interface Building {
  readonly id: string;
  readonly type: NodeType;
  readonly label?: string;
  heading?: string;
  readonly content?: string;
  readonly children: Building[];
}

interface Open {
  readonly node: Building;
  readonly style: string;
  readonly indent: number;
  /** Heading level; 0 for what is no heading. */
  readonly level: number;
}

// Deeper nesting than this is kept flat: nobody reads it, and walking a tree is recursive.
const DEEPEST = 24;
const BULLET = '•';

/**
 * Builds the tree of a text from its blocks in order: nesting by heading level, by style of label and by indentation.
 * Ids begin with `~`: they say where a block stands, not what it is, so a comparison does not trust them.
 */
export function outline(blocks: readonly RawBlock[], language: string): readonly Node[] {
  const roots: Building[] = [];
  const stack: Open[] = [];
  const letters = new Map<string, string>();
  let count = 0;
  const nextId = (): string => `~${(count += 1)}`;
  const place = (node: Building): void => {
    (stack.at(-1)?.node.children ?? roots).push(node);
  };
  const popLists = (until: (open: Open) => boolean): void => {
    for (let top = stack.at(-1); top !== undefined && top.level === 0 && until(top); top = stack.at(-1)) stack.pop();
  };

  for (const block of blocks) {
    switch (block.kind) {
      case 'heading': {
        const found = splitLabel(block.text, { heading: true });
        const awaiting = stack.at(-1);
        if (found === undefined && awaiting !== undefined && isBare(awaiting, block.level)) {
          awaiting.node.heading = block.text;
          break;
        }
        popLists(() => true);
        for (let top = stack.at(-1); top !== undefined && top.level >= block.level; top = stack.at(-1)) stack.pop();
        const text = found?.rest ?? block.text;
        const isAnnex = found !== undefined && /^(annex|appendix|schedule|exhibit|attachment|приложение)$/.test(found.style);
        const node: Building = {
          id: nextId(),
          type: isAnnex ? 'annex' : 'article',
          ...(found === undefined ? {} : { label: found.label }),
          ...(text === '' ? {} : { heading: text }),
          children: [],
        };
        place(node);
        if (stack.length < DEEPEST) stack.push({ node, style: found?.style ?? '', indent: 0, level: block.level });
        break;
      }
      case 'paragraph': {
        const found = labelOf(block.text, letters);
        const style = found?.style ?? (block.bullet === true ? BULLET : '');
        if (style === '') {
          popLists((top) => top.indent >= block.indent);
          place({ id: nextId(), type: 'paragraph', content: block.text, children: [] });
          break;
        }
        popLists((top) => top.indent > block.indent + 1);
        const sibling = stack.findLastIndex((open) => open.level === 0 && open.style === style && Math.abs(open.indent - block.indent) <= 1);
        if (sibling !== -1) stack.length = sibling;
        const inList = (stack.at(-1)?.level ?? 1) === 0;
        const text = found?.rest ?? block.text;
        const node: Building = {
          id: nextId(),
          type: inList || style === BULLET ? 'point' : 'paragraph',
          ...(found === undefined ? {} : { label: found.label }),
          ...(text === '' ? {} : { content: text }),
          children: [],
        };
        place(node);
        if (stack.length < DEEPEST) stack.push({ node, style, indent: block.indent, level: 0 });
        break;
      }
      case 'table': {
        popLists((top) => top.indent >= block.indent);
        const table: Building = { id: nextId(), type: 'table', children: [] };
        for (const row of block.rows) {
          const cells = row.map((content): Building => ({ id: nextId(), type: 'cell', content, children: [] }));
          table.children.push({ id: nextId(), type: 'row', children: cells });
        }
        place(table);
        break;
      }
      default: {
        const never: never = block;
        return never;
      }
    }
  }
  return roots.map((node) => finish(node, language));
}

/** A heading that so far is only "Article 5", waiting for its title on the next line. */
function isBare(open: Open, level: number): boolean {
  return open.level > 0 && level >= open.level && open.node.label !== undefined && open.node.heading === undefined && open.node.children.length === 0;
}

function labelOf(text: string, letters: Map<string, string>): PrintedLabel | undefined {
  const first = splitLabel(text);
  if (first === undefined || first.kind === 'division') return first;
  const letter = /^\(?(\p{L})[.)]/u.exec(first.label)?.[1];
  if (letter === undefined) return first;
  const marks = first.label.replace(letter, '');
  const previous = letters.get(marks);
  const found = splitLabel(text, previous === undefined ? {} : { previous }) ?? first;
  // Only a series of letters is remembered: after (h) comes the letter (i), after (i) the number (ii).
  if (/[aAаА]/.test(found.style)) letters.set(marks, letter);
  else letters.delete(marks);
  return found;
}

function finish(node: Building, language: string): Node {
  const inline = (text: string) => ({ [language]: [{ type: 'text' as const, text }] });
  return {
    id: node.id,
    type: node.type,
    ...(node.label === undefined ? {} : { label: { [language]: node.label } }),
    ...(node.heading === undefined ? {} : { heading: inline(node.heading) }),
    ...(node.content === undefined ? {} : { content: inline(node.content) }),
    children: node.children.map((child) => finish(child, language)),
  };
}
