import type { NodeType, Numbering, PathStep, Register } from '../../model/index.ts';
import type { ReferenceContext } from '../language.ts';
import { articleNumber, pointNumber } from '../series.ts';

const ARTICLE: Readonly<Record<Register, string>> = { treaty: 'Article', memorandum: 'Section' };

export function englishLabel(
  block: { readonly type: NodeType; readonly ordinal: number; readonly depth: number }, numbering: Numbering, register: Register,
): string {
  switch (block.type) {
    case 'article':
      return `${ARTICLE[register]} ${articleNumber(block.ordinal, numbering)}`;
    case 'paragraph':
      return `${block.ordinal}.`;
    case 'point':
      return `(${pointNumber(block.ordinal, block.depth, numbering)})`;
    case 'annex':
      return `Annex ${block.ordinal}`;
    case 'recital':
    case 'table':
    case 'row':
    case 'cell':
    case 'signature':
      return '';
  }
}

/** "this Article" / "this Section". */
export function englishHere(register: Register): string {
  return `this ${ARTICLE[register]}`;
}

/** "Article 8(2)(1)"; in the same article "paragraph 2(1)"; "paragraph 2 of Annex 1". */
export function englishReference(path: readonly PathStep[], context: ReferenceContext): string {
  const [root, ...inner] = path;
  if (root === undefined) return '';
  const within = bracketed(inner, context.numbering);
  if (context.sameArticle === true) {
    return within === '' ? (root.type === 'annex' ? 'this Annex' : englishHere(context.register)) : spoken(inner[0], within);
  }
  return rootText(root, inner, within, context) + ofInstrument(root, context);
}

/** "Articles 8", "9", "10"; "Article 8(2)", "(3)"; in the same article "paragraphs 2", "3"; "paragraphs 2", "3 of Annex 1". */
export function englishReferences(paths: readonly (readonly PathStep[])[], context: ReferenceContext): readonly string[] {
  return paths.map((path, index) => {
    const [root, ...inner] = path;
    const own = inner.at(-1) ?? root;
    if (root === undefined || own === undefined) return '';
    const first = index === 0;
    const of = index < paths.length - 1 || context.sameArticle === true ? '' : ofInstrument(root, context);
    if (own === root) {
      const noun = root.type === 'annex' ? 'Annexes' : `${ARTICLE[context.register]}s`;
      const number = root.type === 'annex' ? String(root.ordinal) : articleNumber(root.ordinal, context.numbering, root.suffix?.['en']);
      return `${first ? `${noun} ` : ''}${number}${of}`;
    }
    const within = bracketed(inner, context.numbering);
    // Only what is read by its noun has a plural: "paragraphs 2 and 3", but "paragraph 2(1) and (2)".
    const spokenOut = context.sameArticle === true || root.type === 'annex';
    const number = spokenOut && inner.length === 1 && own.type === 'paragraph' ? String(own.ordinal) : (/\([^()]*\)$/u.exec(within)?.[0] ?? '');
    const annex = root.type === 'annex' && context.sameArticle !== true && index === paths.length - 1 ? ` of Annex ${root.ordinal}` : '';
    if (!first) return `${number}${annex}${of}`;
    if (spokenOut && inner.length === 1) return `${own.type}s ${number}`;
    return spokenOut ? spoken(inner[0], within) : rootText(root, inner, within, context);
  });
}

function rootText(root: PathStep, inner: readonly PathStep[], within: string, context: ReferenceContext): string {
  switch (root.type) {
    case 'annex':
      return `${within === '' ? '' : `${spoken(inner[0], within)} of `}Annex ${root.ordinal}`;
    case 'recital':
      return `recital ${root.ordinal}`;
    case 'paragraph':
    case 'point':
      return spoken(root, bracketed([root, ...inner], context.numbering));
    case 'table':
    case 'row':
    case 'cell':
    case 'signature':
      return `table ${root.ordinal}`;
    case 'article':
      return `${ARTICLE[context.register]} ${articleNumber(root.ordinal, context.numbering, root.suffix?.['en'])}${within}`;
  }
}

function bracketed(steps: readonly PathStep[], numbering: Numbering): string {
  let depth = 0;
  return steps.map((step) => `(${step.type === 'point' ? pointNumber(step.ordinal, depth++, numbering) : step.ordinal})`).join('');
}

/** "(2)(1)" as it is read without its article: "paragraph 2(1)", "point (1)". */
function spoken(first: PathStep | undefined, within: string): string {
  return first?.type === 'point' ? `point ${within}` : `paragraph ${within.replace(/^\((\d+)\)/u, '$1')}`;
}

function ofInstrument(root: PathStep, context: ReferenceContext): string {
  const name = context.of?.nom;
  if (name === undefined) return '';
  const named = /^(?:the|this) /iu.test(name) ? name : `the ${name}`;
  return root.type === 'annex' ? ` to ${named}` : ` of ${named}`;
}
