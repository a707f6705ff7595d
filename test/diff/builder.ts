import type { Draft, DraftMeta, Inline, Node } from '../../src/model/index.ts';

export const text = (words: string): Inline => ({ type: 'text', text: words });
export const term = (id: string, words: string): Inline => ({ type: 'term', term: id, text: words });
export const definition = (id: string, words: string): Inline => ({ type: 'definition', term: id, text: words });
export const reference = (id: string, words: string): Inline => ({ type: 'reference', instrument: 'self', id, text: words });
export const name = (of: string, words: string): Inline => ({ type: 'name', of, text: words });
export const money = (parameter: string, minor: string, words: string): Inline => ({ type: 'value', parameter, value: { type: 'money', currency: 'USD', minor }, text: words });

type Words = string | readonly Inline[];
const inlines = (words: Words): readonly Inline[] => (typeof words === 'string' ? [text(words)] : words);

/** A block in English, and in Russian if given. */
export function block(id: string, type: Node['type'], en: Words, more: { ru?: Words; heading?: string; ordinal?: number; children?: readonly Node[] } = {}): Node {
  const content = { ...(en === '' ? {} : { en: inlines(en) }), ...(more.ru === undefined ? {} : { ru: inlines(more.ru) }) };
  return {
    id,
    type,
    ...(more.ordinal === undefined ? {} : { ordinal: more.ordinal }),
    ...(more.heading === undefined ? {} : { heading: { en: [text(more.heading)], ...(more.ru === undefined ? {} : { ru: [text(more.heading)] }) } }),
    ...(Object.keys(content).length === 0 ? {} : { content }),
    children: more.children ?? [],
  };
}

/** Numbers articles and the paragraphs in them, as the assembly does. */
function number(nodes: readonly Node[]): readonly Node[] {
  let count = 0;
  return nodes.map((node) => {
    const counted = node.type === 'article' || node.type === 'paragraph' || node.type === 'point';
    if (counted) count += 1;
    const alone = node.type === 'paragraph' && nodes.length === 1;
    return { ...node, ...(counted && !alone ? { ordinal: count } : {}), children: number(node.children) };
  });
}

export function draft(parts: Partial<Omit<Draft, 'meta'>> & { readonly meta?: Partial<DraftMeta> }): Draft {
  const { meta, ...rest } = parts;
  const whole: Draft = {
    schema: 'dtca/draft-1',
    meta: {
      id: 'sample', instrument: 'implementing-arrangement', stage: 'negotiating', register: 'treaty', languages: ['en'],
      numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' }, audience: 'internal', ...meta,
    },
    basis: { libraries: [] },
    title: { en: [text('Arrangement on a Centre')] },
    parties: [], preamble: [], articles: [], annexes: [], closing: [], signatures: [], terms: [], values: [], incorporated: [],
    ...rest,
  };
  return { ...whole, articles: number(whole.articles) };
}
