import { textOf, type Inline, type Language, type Node } from '../model/index.ts';

const PARTS = ['heading', 'content', 'tail'] as const;

/** The visible words of a block's heading, content and tail. */
export function textsOf(node: Node, language: Language): readonly string[] {
  return PARTS.map((part) => textOf(node[part]?.[language]));
}

/**
 * The same, with values, references and blanks by what they are instead of how they read: a new value or a new number is
 * no new wording.
 */
export function wordingOf(node: Node, language: Language): readonly string[] {
  return PARTS.map((part) => (node[part]?.[language] ?? []).map(keyOf).join('').replace(/\s+/gu, ' ').trim());
}

function keyOf(inline: Inline): string {
  switch (inline.type) {
    case 'value':
    case 'blank': return `{${inline.parameter}}`;
    case 'reference': return `{${inline.instrument}:${inline.id}}`;
    default: return textOf([inline]);
  }
}
