import { BLANK_TEXT, type BoundValue, type Draft, type DraftTerm, type FrameworkArticle, type FrameworkMap, type Inline, type Localized, type Node, type Value } from '../model/index.ts';

/** Words of an example: text, or inlines with text between them. */
export type Words = string | readonly (string | Inline)[];

interface Shape {
  readonly languages?: readonly string[];
  readonly register?: Draft['meta']['register'];
  readonly stage?: Draft['meta']['stage'];
  readonly instrument?: string;
  readonly preamble?: readonly Node[];
  readonly articles?: readonly Node[];
  readonly closing?: readonly Node[];
  readonly annexes?: readonly Node[];
  readonly terms?: readonly DraftTerm[];
  readonly values?: readonly BoundValue[];
  readonly incorporated?: Draft['incorporated'];
}

/** A small draft for a rule's example. */
export function draftOf(shape: Shape): Draft {
  return {
    schema: 'dtca/draft-1',
    meta: {
      id: 'example', instrument: shape.instrument ?? 'implementing-arrangement', stage: shape.stage ?? 'negotiating',
      register: shape.register ?? 'treaty', languages: shape.languages ?? ['en', 'ru'],
      numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' }, audience: 'internal',
    },
    basis: { arrangement: { id: 'example', hash: '' }, libraries: [] },
    title: {},
    parties: [
      { id: 'us', concluder: 'ministry', name: { en: 'Department of Defense of the United States of America', ru: 'Министерство обороны Соединённых Штатов Америки' }, language: 'en' },
      { id: 'ru', concluder: 'ministry', name: { en: 'Ministry of Defence of the Russian Federation', ru: 'Министерство обороны Российской Федерации' }, language: 'ru' },
    ],
    preamble: shape.preamble ?? [], articles: shape.articles ?? [], annexes: shape.annexes ?? [], closing: shape.closing ?? [], signatures: [],
    terms: shape.terms ?? [], values: shape.values ?? [], incorporated: shape.incorporated ?? [],
  };
}

/** A draft of one article, “Data”, with these paragraphs: one set of words per language. */
export function paragraphs(texts: readonly Localized<Words>[], shape: Shape = {}): Draft {
  return draftOf({ languages: Object.keys(texts[0] ?? { en: '' }), ...shape, articles: [article('data', 3, texts.map((text, i) => paragraph(`data.rules/rule-${i + 1}`, i + 1, text)))] });
}

export function article(name: string, ordinal: number, children: readonly Node[], heading: Localized<Words> = {}): Node {
  return { id: `article:${name}`, type: 'article', ordinal, ...(Object.keys(heading).length > 0 ? { heading: localize(heading) } : {}), children };
}

export function paragraph(id: string, ordinal: number, text: Localized<Words>, children: readonly Node[] = []): Node {
  return { id, type: 'paragraph', ordinal, content: localize(text), children };
}

export function localize(text: Localized<Words>): Localized<readonly Inline[]> {
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, inlines(words)]));
}

function inlines(words: Words): readonly Inline[] {
  const parts = typeof words === 'string' ? [words] : words;
  return parts.flatMap((part): Inline[] => (typeof part !== 'string' ? [part] : part === '' ? [] : [{ type: 'text', text: part }]));
}

export const term = (id: string, text: string): Inline => ({ type: 'term', term: id, text });
export const define = (id: string, text: string): Inline => ({ type: 'definition', term: id, text });
export const refer = (id: string, text: string, instrument: 'self' | 'framework' = 'self'): Inline => ({ type: 'reference', instrument, id, text });
export const valueOf = (parameter: string, value: Value, text: string): Inline => ({ type: 'value', parameter, value, text });
export const openBlank = (parameter: string): Inline => ({ type: 'blank', kind: 'open', parameter, text: BLANK_TEXT });
export const bound = (name: string, value: Value): BoundValue => ({ name, value, source: 'arrangement' });

/** A framework with one article on liability that arrangements leave alone. */
export function frameworkOf(shape: Partial<FrameworkMap> = {}, liability: Partial<FrameworkArticle> = {}): FrameworkMap {
  return {
    id: 'framework', edition: '1', hash: '', file: 'framework.yaml', register: 'treaty',
    numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' },
    title: { en: { nom: 'Agreement on Cooperation in Defence Technology' }, ru: { nom: 'Соглашение о сотрудничестве в области оборонных технологий' } },
    label: { en: { nom: 'Agreement' }, ru: { nom: 'Соглашение' } },
    place: { en: { nom: 'Geneva' }, ru: { nom: 'Женева' } }, date: '2026-03-02', parties: ['us', 'ru'], terms: [],
    articles: [{
      id: 'article:liability', article: 'liability', ids: ['liability.third-party'], ordinal: 15, title: { en: 'Liability and Claims', ru: 'Ответственность и требования' },
      rule: 'mayNot', opening: 'fixed', values: {}, terms: [],
      blocks: { 'article:liability': [{ type: 'article', ordinal: 15 }], 'liability.third-party/division': [{ type: 'article', ordinal: 15 }, { type: 'paragraph', ordinal: 1 }] },
      ...liability,
    }],
    ...shape,
  };
}
