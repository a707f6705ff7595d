import { describe, expect, it } from 'vitest';
import { number } from '../../src/assemble/number.ts';
import { LANGUAGES } from '../../src/languages/index.ts';
import type { Node, NodeType } from '../../src/model/index.ts';
import { arrange, BARE, clause, provision, smallLibrary } from '../support/small-library.ts';

const node = (id: string, type: NodeType, ...children: readonly Node[]): Node => ({ id, type, children });
const ordinals = (nodes: readonly Node[]): unknown => nodes.map(({ id, ordinal, children }) => [id, ordinal, ...(children.length > 0 ? [ordinals(children)] : [])]);

describe('numbers', () => {
  it('run on through articles, start again in each, and skip what has none', () => {
    expect(ordinals(number([
      node('a', 'article', node('a1', 'paragraph'), node('t', 'table', node('r', 'row')), node('a2', 'paragraph', node('p', 'point'), node('q', 'point', node('qq', 'point')))),
      node('b', 'article', node('b1', 'paragraph', node('p2', 'point'))),
    ]))).toEqual([
      ['a', 1, [['a1', 1], ['t', undefined, [['r', undefined]]], ['a2', 2, [['p', 1], ['q', 2, [['qq', 1]]]]]]],
      // An article of one paragraph does not number it; its points are numbered all the same.
      ['b', 2, [['b1', undefined, [['p2', 1]]]]],
    ]);
  });

  it('of annexes are a series of their own', () => {
    const { draft } = arrange(smallLibrary({ ...BARE, ...provision('alpha.a', [clause('x', 'x.')]), ...provision('data.d', [clause('x', 'x.'), clause('y', 'y.')]) }).library);
    expect(ordinals([...draft.articles, ...draft.annexes])).toEqual([['article:alpha', 1, [['alpha.a/x', undefined]]], ['annex:data', 1, [['data.d/x', 1], ['data.d/y', 2]]]]);
  });

  it('are no part of identity: leaving an article out renumbers and renames nothing', () => {
    const { library } = smallLibrary({ ...BARE, ...provision('alpha.a', [clause('x', 'x.')]), ...provision('beta.b', [clause('x', 'x.')]) });
    const [all, fewer] = [arrange(library), arrange(library, { omit: [{ provision: 'alpha.a', reason: 'x' }] })];
    expect(ordinals(all.draft.articles)).toEqual([['article:alpha', 1, [['alpha.a/x', undefined]]], ['article:beta', 2, [['beta.b/x', undefined]]]]);
    expect(ordinals(fewer.draft.articles)).toEqual([['article:beta', 1, [['beta.b/x', undefined]]]]);
  });
});

describe('how a number is written', () => {
  const roman = { article: 'roman', paragraph: 'arabic', point: 'latin' } as const;
  const arabic = { article: 'arabic', paragraph: 'arabic', point: 'arabic' } as const;
  it.each([
    ['en', arabic, 'treaty', 4, 'Article 4', '4.', '(4)'], ['ru', arabic, 'treaty', 4, 'Статья 4', '4.', '4)'],
    ['en', roman, 'treaty', 9, 'Article IX', '9.', '(i)'], ['ru', roman, 'treaty', 9, 'Статья IX', '9.', 'i)'],
    ['en', arabic, 'memorandum', 1, 'Section 1', '1.', '(1)'], ['ru', arabic, 'memorandum', 1, 'Раздел 1', '1.', '1)'],
  ] as const)('%s %j %s', (language, numbering, register, ordinal, article, paragraph, point) => {
    const rules = LANGUAGES[language];
    expect((['article', 'paragraph', 'point'] as const).map((type) => rules?.label({ type, ordinal, depth: 0 }, numbering, register))).toEqual([article, paragraph, point]);
  });

  it('is said by the skeleton', () => {
    const { library } = smallLibrary({ ...BARE, ...provision('alpha.a', [clause('x', 'x.')], { instruments: ['pact', 'umbrella'] }) });
    expect(arrange(library, { instrument: 'umbrella' }).draft.meta.numbering).toEqual(roman);
    expect(arrange(library).draft.meta.numbering).toEqual(arabic);
  });
});
