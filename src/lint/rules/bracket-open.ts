import type { Inline, Language, Node } from '../../model/index.ts';
import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { SQUARE } from '../signs.ts';
import { openSeverity } from '../severity.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

/** Square brackets around words, not around a mark such as […] or a number of a note. */
const TYPED = /\[(?=[^[\]]*\p{L}{2})[^[\]]{2,400}\]/gu;

const PARTS = ['heading', 'content', 'tail'] as const;
const NONE: readonly (Inline & { type: 'bracket' })[] = [];

export const rule: Rule = {
  id: 'bracket-open',
  code: 'S02',
  severity: 'warning',
  title: 'Words in square brackets: not yet agreed',
  why: 'Brackets hold what one side proposes. They are how a text is negotiated and must be gone before it is signed.',
  words: true,
  follows: ['placeholder-text'],
  good: () => ({ title: 'One wording', draft: paragraphs([{ en: 'The committee shall meet twice a year.' }]) }),
  bad: () => ({
    title: 'Two proposals stand side by side',
    draft: paragraphs([{ en: ['The committee shall meet ', { type: 'bracket', options: [{ party: 'us', content: [{ type: 'text', text: 'twice' }] }, { party: 'ru', content: [{ type: 'text', text: 'once' }] }] }, ' a year.'] }]),
  }),
  *check({ draft }) {
    const view = viewOf(draft);
    const severity = openSeverity(draft);
    for (const { node } of view.entries) {
      for (const language of draft.meta.languages) {
        const brackets = marked(node, language) ? PARTS.flatMap((part) => bracketsIn(node[part]?.[language])) : NONE;
        for (const { options } of brackets) {
          const parties = options.flatMap(({ party }) => (party === undefined ? [] : [party]));
          yield {
            message: `${options.length === 1 ? 'words' : `${options.length} wordings`} stand in brackets${parties.length > 0 ? `, proposed by ${parties.join(' and ')}` : ''}`,
            hint: 'settle on one wording before signature',
            severity, node, language,
          };
        }
      }
    }
    if (view.foreign) return;
    for (const passage of view.passages) {
      if ((passage.signs & SQUARE) === 0) continue;
      for (const match of passage.own.matchAll(TYPED)) {
        yield {
          message: `words stand in brackets: “${excerpt(passage.text, match.index, Math.min(match[0].length, 60))}”`,
          hint: 'settle on one wording before signature', severity, ...placeOf(passage),
        };
      }
    }
  },
};

function marked(node: Node, language: Language): boolean {
  for (const part of PARTS) for (const { type } of node[part]?.[language] ?? NONE) if (type === 'bracket' || type === 'insertion' || type === 'moved') return true;
  return false;
}

function bracketsIn(inlines: readonly Inline[] | undefined): readonly (Inline & { type: 'bracket' })[] {
  return (inlines ?? NONE).flatMap((inline) => {
    switch (inline.type) {
      case 'bracket':
        return [inline, ...inline.options.flatMap(({ content }) => bracketsIn(content))];
      case 'insertion':
      case 'moved':
        return bracketsIn(inline.content);
      default:
        return [];
    }
  });
}
