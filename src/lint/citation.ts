import { language as rulesOf } from '../languages/index.ts';
import type { Draft, Language, Node, PathStep } from '../model/index.ts';
import { viewOf } from './view.ts';

const OUTSIDE: Readonly<Record<string, string>> = {
  title: 'Title', preamble: 'Preamble', closing: 'Closing', signatures: 'Signatures', articles: '', annexes: 'Annex',
};

/**
 * The citation that lawyers read: "Article 4(2)", «пункт 2 статьи 4». A block without a number is cited by the nearest
 * block around it that has one; what stands outside the articles by the part it stands in. Undefined for an unknown id.
 */
export function citationOf(draft: Draft, nodeId: string, language: Language): string | undefined {
  const entry = viewOf(draft).byId.get(nodeId);
  if (entry === undefined) return undefined;
  const chain = [...entry.ancestors, entry.node];
  const printed = chain.filter((node) => labelOf(node, draft, language) !== undefined);
  if (printed.length > 0) return joinLabels(printed.map((node) => labelOf(node, draft, language) ?? ''));
  const path = chain.flatMap((node): PathStep[] => (isStep(node) ? [{ type: node.type, ordinal: node.ordinal }] : []));
  const cited = path.length === 0 ? '' : (rulesOf(language)?.reference(path, { register: draft.meta.register, numbering: draft.meta.numbering }) ?? '');
  const text = cited === '' || entry.place === 'closing' ? [OUTSIDE[entry.place] ?? '', cited].filter((part) => part !== '').join(', ') : cited;
  return text === '' ? undefined : text;
}

function isStep(node: Node): node is Node & { readonly ordinal: number } {
  return node.ordinal !== undefined && ['article', 'paragraph', 'point', 'annex', 'recital'].includes(node.type);
}

/** Labels of a text that this tool did not number. */
function labelOf(node: Node, draft: Draft, language: Language): string | undefined {
  const label = node.label?.[language] ?? node.label?.[draft.meta.languages[0] ?? ''];
  return label === undefined || label === '' || label === '•' ? undefined : label;
}

/** "Article 5", "2.", "(a)" → "Article 5(2)(a)". */
function joinLabels(labels: readonly string[]): string {
  const [first = '', ...inner] = labels;
  return first.replace(/[.)]$/u, '') + inner.map((label) => `(${label.replace(/^[(\s]+|[).\s]+$/gu, '')})`).join('');
}
