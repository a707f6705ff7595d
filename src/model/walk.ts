import type { Draft } from './draft.ts';
import type { Inline } from './inline.ts';
import type { Language } from './language.ts';
import type { Node } from './node.ts';

/** The visible text of inlines. A bracket shows its options in order; a redline shows the new text. */
export function textOf(inlines: readonly Inline[] | undefined): string {
  if (inlines === undefined) return '';
  let text = '';
  for (const inline of inlines) {
    switch (inline.type) {
      case 'bracket':
        text += `[${inline.options.map((option) => textOf(option.content)).join(' / ')}]`;
        break;
      case 'insertion':
        text += textOf(inline.content);
        break;
      case 'moved':
        if (inline.direction === 'from') text += textOf(inline.content);
        break;
      case 'deletion':
        break;
      default:
        text += inline.text;
    }
  }
  return text;
}

/** The root blocks of a draft in the order of the text. */
export function roots(draft: Draft): readonly Node[] {
  return [...draft.preamble, ...draft.articles, ...draft.closing, ...draft.signatures, ...draft.annexes];
}

/** Visits every block in the order of the text, parents first. `ancestors` runs from the root down. */
export function walk(nodes: readonly Node[], visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const stack: Node[] = [];
  const down = (siblings: readonly Node[]): void => {
    for (const node of siblings) {
      visit(node, stack);
      stack.push(node);
      down(node.children);
      stack.pop();
    }
  };
  down(nodes);
}

/** All inlines of a block in one language: heading, content, tail. Not of its children. */
export function inlinesOf(node: Node, language: Language): readonly Inline[] {
  return [...(node.heading?.[language] ?? []), ...(node.content?.[language] ?? []), ...(node.tail?.[language] ?? [])];
}
