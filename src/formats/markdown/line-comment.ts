import type { NodeType } from '../../model/index.ts';
import { type Section, type TextLine, opensWithHeading } from '../flatten.ts';

const TYPES: readonly NodeType[] = ['recital', 'article', 'paragraph', 'point', 'annex', 'table', 'row', 'cell', 'signature'];
const TYPE = new Map<string, NodeType>(TYPES.map((type) => [type, type]));

/** Depth that a comment leaves out. */
const USUAL_DEPTH: Readonly<Partial<Record<NodeType, number>>> = {
  recital: 0, article: 0, annex: 0, signature: 0, paragraph: 1, point: 2,
};

/** Section that a comment leaves out. */
function usualSection(type: NodeType): Section {
  switch (type) {
    case 'recital': return 'preamble';
    case 'article': return 'articles';
    case 'annex': return 'annexes';
    case 'signature': return 'signatures';
    default: return 'closing';
  }
}

/** What the comment of a line says. */
export type LineMark =
  | { readonly kind: 'text' | 'tail' }
  | {
      readonly kind: 'own';
      readonly type: NodeType;
      readonly ordinal?: number;
      readonly depth: number;
      readonly section: Section;
      /** Languages whose label is the text's own, not the ordinal's. */
      readonly labels: readonly string[];
      readonly heading: boolean;
    };

/**
 * `<!--paragraph 2-->`, `<!--point 1 /3-->`: type and ordinal; then, where they are not the usual ones, depth, section,
 * languages with a printed label, and whether the words are a heading.
 */
export function lineComment(line: TextLine): string {
  const { node, kind, depth, section } = line;
  if (kind !== 'own') return `<!--${kind}-->`;
  const labels = Object.keys(node.label ?? {});
  return `<!--${[
    node.type,
    ...(node.ordinal === undefined ? [] : [String(node.ordinal)]),
    ...(depth === USUAL_DEPTH[node.type] ? [] : [`/${depth}`]),
    ...(depth > 0 || section === usualSection(node.type) ? [] : [`@${section}`]),
    ...(labels.length === 0 ? [] : [`=${labels.join(',')}`]),
    ...(line.heading === opensWithHeading(node) ? [] : ['#']),
  ].join(' ')}-->`;
}

const SECTION: ReadonlyMap<string, Section> = new Map(
  (['preamble', 'articles', 'closing', 'signatures', 'annexes'] as const).map((section) => [section, section]),
);

/** Undefined where the comment is not one that opens a line. */
export function parseLineComment(comment: string): LineMark | undefined {
  if (comment === 'text' || comment === 'tail') return { kind: comment };
  const [name = '', ...fields] = comment.split(' ');
  const type = TYPE.get(name);
  if (type === undefined) return undefined;
  let ordinal: number | undefined;
  let depth = USUAL_DEPTH[type] ?? 0;
  let section = usualSection(type);
  let labels: readonly string[] = [];
  let heading = opensWithHeading({ type });
  for (const field of fields) {
    if (/^[1-9]\d{0,8}$/.test(field)) ordinal = Number(field);
    else if (/^\/\d{1,3}$/.test(field)) depth = Number(field.slice(1));
    else if (field === '#') heading = true;
    else if (field.startsWith('=')) labels = field.slice(1).split(',');
    else {
      const named = field.startsWith('@') ? SECTION.get(field.slice(1)) : undefined;
      if (named === undefined) return undefined;
      section = named;
    }
  }
  return { kind: 'own', type, ...(ordinal !== undefined && { ordinal }), depth, section, labels, heading };
}
