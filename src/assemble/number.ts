import type { Node } from '../model/index.ts';

/** Gives every numbered block its ordinal. Identity is not number: this runs last. */
export function number(nodes: readonly Node[]): readonly Node[] {
  let ordinal = 0;
  return nodes.map((node) => ({ ...node, ordinal: ++ordinal, children: numberChildren(node.children) }));
}

/** Numbers what stands below: points under a paragraph or a recital. */
export function numberChildren(children: readonly Node[]): readonly Node[] {
  const paragraphs = children.filter((child) => child.type === 'paragraph').length;
  let paragraph = 0;
  let point = 0;
  return children.map((child) => {
    const below = numberChildren(child.children);
    switch (child.type) {
      // An article of one paragraph does not number it.
      case 'paragraph': return paragraphs > 1 ? { ...child, ordinal: ++paragraph, children: below } : { ...child, children: below };
      case 'point': return { ...child, ordinal: ++point, children: below };
      default: return { ...child, children: below };
    }
  });
}
