import { language as rulesOf } from '../languages/index.ts';
import type { DraftMeta, Language, Node } from '../model/index.ts';

/** The number of a block as printed: its own label in a text from elsewhere, else what the language makes of its ordinal. */
export function printedNumber(node: Node, depth: number, meta: DraftMeta, language: Language): string {
  const label = node.label?.[language];
  if (label !== undefined) return label;
  if (node.ordinal === undefined) return '';
  const rules = rulesOf(language);
  if (rules === undefined) return `${node.ordinal}.`;
  return rules.label({ type: node.type, ordinal: node.ordinal, depth }, meta.numbering, meta.register);
}
