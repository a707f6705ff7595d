import type { Draft, Node } from '../model/index.ts';

/** The language a text is written in, by its letters: `ru` where Cyrillic prevails, else `en`. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? 'ru' : 'en';
}

/**
 * Dresses a tree read from a text that this tool did not write as a draft: what stands before the first division is
 * the preamble, what follows the first annex is annexes. Nothing is known of its parties, values or terms.
 */
export function foreignDraft(title: string | undefined, roots: readonly Node[], language: string): Draft {
  const start = Math.max(0, roots.findIndex((node) => node.type !== 'paragraph' || node.label !== undefined));
  const annex = roots.findIndex((node) => node.type === 'annex');
  const end = annex === -1 ? roots.length : annex;
  return {
    schema: 'dtca/draft-1',
    meta: {
      id: '',
      instrument: '',
      stage: 'negotiating',
      register: 'treaty',
      languages: [language],
      numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' },
      audience: 'internal',
    },
    basis: { libraries: [] },
    title: title === undefined ? {} : { [language]: [{ type: 'text', text: title }] },
    parties: [],
    preamble: roots.slice(0, Math.min(start, end)),
    articles: roots.slice(Math.min(start, end), end),
    annexes: roots.slice(end),
    closing: [],
    signatures: [],
    terms: [],
    values: [],
    incorporated: [],
  };
}
