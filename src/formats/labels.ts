import type { LanguageRules } from '../languages/language.ts';
import type { DraftMeta, Node } from '../model/index.ts';

/** Label of a block as its ordinal gives it: "Article 9", "1.", "(1)"; empty where the block is not numbered. */
export function computedLabel(
  node: Pick<Node, 'type' | 'ordinal'>, pointDepth: number, meta: DraftMeta, rules: LanguageRules | undefined,
): string {
  if (node.ordinal === undefined) return '';
  if (rules === undefined) return `${node.ordinal}.`;
  return rules.label({ type: node.type, ordinal: node.ordinal, depth: pointDepth }, meta.numbering, meta.register);
}

/** What stands between a heading's label and its title: ". ". */
export function headingJoint(label: string, rules: LanguageRules | undefined): string {
  if (rules === undefined) return '. ';
  const whole = rules.heading(label, '\uE000');
  const end = whole.indexOf('\uE000');
  return whole.startsWith(label) && end >= label.length ? whole.slice(label.length, end) : '. ';
}
