import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/lint/citation.ts';
import { article, draftOf, paragraph } from '../../src/lint/example.ts';
import type { Node } from '../../src/model/index.ts';

const point: Node = { id: 'data.rules/one.first', type: 'point', ordinal: 2, content: {}, children: [] };
const draft = draftOf({
  preamble: [{ id: 'preamble.names/names', type: 'recital', children: [] }],
  articles: [article('data', 4, [paragraph('data.rules/one', 2, {}, [point, { id: 'table', type: 'table', children: [] }])])],
  closing: [{ id: 'testimonium/done', type: 'paragraph', children: [] }],
});

describe('citationOf', () => {
  it.each([
    ['article:data', 'Article 4', 'статья 4'],
    ['data.rules/one', 'Article 4(2)', 'пункт 2 статьи 4'],
    ['data.rules/one.first', 'Article 4(2)(2)', 'подпункт 2 пункта 2 статьи 4'],
    ['table', 'Article 4(2)', 'пункт 2 статьи 4'],
  ])('cites %s as %s', (id, en, ru) => {
    expect(citationOf(draft, id, 'en')).toBe(en);
    expect(citationOf(draft, id, 'ru')).toBe(ru);
  });

  it('names the part where there is no number', () => {
    expect(citationOf(draft, 'preamble.names/names', 'en')).toBe('Preamble');
    expect(citationOf(draft, 'testimonium/done', 'en')).toBe('Closing');
    expect(citationOf(draft, 'nothing', 'en')).toBeUndefined();
  });

  it('joins printed labels of a text from elsewhere', () => {
    const foreign = draftOf({ languages: ['en'], articles: [{ id: '~1', type: 'article', label: { en: 'Article V' }, children: [{ id: '~2', type: 'paragraph', label: { en: '3.' }, children: [{ id: '~3', type: 'point', label: { en: '(b)' }, children: [] }] }] }] });
    expect(citationOf(foreign, '~3', 'en')).toBe('Article V(3)(b)');
  });
});
