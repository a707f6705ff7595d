import { describe, expect, it } from 'vitest';
import { LANGUAGES, type ReferenceContext } from '../../src/languages/index.ts';
import type { NodeType, Numbering, PathStep } from '../../src/model/index.ts';

const { en, ru } = LANGUAGES;
if (en === undefined || ru === undefined) throw new Error('a language is missing');

const ARABIC: Numbering = { article: 'arabic', paragraph: 'arabic', point: 'arabic' };
const ROMAN: Numbering = { article: 'roman', paragraph: 'arabic', point: 'latin' };

/** `article 8 / paragraph 2` → steps. */
const path = (text: string): readonly PathStep[] =>
  text.split(' / ').map((step) => {
    const [type = '', ordinal = ''] = step.split(' ');
    const known = (['article', 'annex', 'paragraph', 'point', 'recital'] as const).find((name) => name === type);
    if (known === undefined) throw new Error(step);
    return { type: known, ordinal: Number(ordinal) };
  });

const TREATY: ReferenceContext = { register: 'treaty', numbering: ARABIC };
const MEMORANDUM: ReferenceContext = { register: 'memorandum', numbering: ARABIC };
const LATIN: ReferenceContext = { register: 'treaty', numbering: ROMAN };
const OF_EN = { nom: 'Agreement' };
const OF_RU = { nom: 'Соглашение', gen: 'Соглашения', dat: 'Соглашению' };

describe('references', () => {
  it.each<readonly [string, ReferenceContext, string, string]>([
    ['article 6', TREATY, 'Article 6', 'статья 6'],
    ['article 6', { ...TREATY, case: 'ins' }, 'Article 6', 'статьёй 6'],
    ['article 8 / paragraph 2', TREATY, 'Article 8(2)', 'пункт 2 статьи 8'],
    ['article 8 / paragraph 2', { ...TREATY, case: 'ins' }, 'Article 8(2)', 'пунктом 2 статьи 8'],
    ['article 8 / paragraph 2', { ...TREATY, case: 'pre' }, 'Article 8(2)', 'пункте 2 статьи 8'],
    ['article 8 / paragraph 2', MEMORANDUM, 'Section 8(2)', 'пункт 2 раздела 8'],
    ['article 8', { ...MEMORANDUM, case: 'ins' }, 'Section 8', 'разделом 8'],
    ['article 8 / paragraph 2 / point 1', TREATY, 'Article 8(2)(1)', 'подпункт 1 пункта 2 статьи 8'],
    ['article 8 / paragraph 2 / point 1', { ...TREATY, case: 'dat' }, 'Article 8(2)(1)', 'подпункту 1 пункта 2 статьи 8'],
    ['article 8 / paragraph 2 / point 1 / point 3', TREATY, 'Article 8(2)(1)(c)', 'подпункт c подпункта 1 пункта 2 статьи 8'],
    ['article 8 / point 3', TREATY, 'Article 8(3)', 'подпункт 3 статьи 8'],
    ['article 9 / paragraph 2 / point 3', LATIN, 'Article IX(2)(c)', 'подпункт c пункта 2 статьи IX'],
    ['article 9 / paragraph 2 / point 3 / point 4', LATIN, 'Article IX(2)(c)(iv)', 'подпункт iv подпункта c пункта 2 статьи IX'],
    ['article 4 / paragraph 2', { ...TREATY, sameArticle: true }, 'paragraph 2', 'пункт 2 настоящей статьи'],
    ['article 4 / paragraph 2', { ...MEMORANDUM, sameArticle: true, case: 'ins' }, 'paragraph 2', 'пунктом 2 настоящего раздела'],
    ['article 4 / paragraph 2 / point 1', { ...TREATY, sameArticle: true, case: 'gen' }, 'paragraph 2(1)', 'подпункта 1 пункта 2 настоящей статьи'],
    ['article 4 / point 1', { ...TREATY, sameArticle: true }, 'point (1)', 'подпункт 1 настоящей статьи'],
    ['article 4', { ...TREATY, sameArticle: true, case: 'dat' }, 'this Article', 'настоящей статье'],
    ['annex 1', { ...TREATY, case: 'pre' }, 'Annex 1', 'приложении 1'],
    ['annex 1 / paragraph 2', TREATY, 'paragraph 2 of Annex 1', 'пункт 2 приложения 1'],
    ['annex 1 / paragraph 2', { ...TREATY, sameArticle: true }, 'paragraph 2', 'пункт 2 настоящего приложения'],
    ['annex 1', { ...TREATY, sameArticle: true, case: 'ins' }, 'this Annex', 'настоящим приложением'],
    ['recital 3', { ...TREATY, case: 'pre' }, 'recital 3', 'абзаце 3 преамбулы'],
  ])('%s %j', (steps, context, english, russian) => {
    expect(en.reference(path(steps), context)).toBe(english);
    expect(ru.reference(path(steps), context)).toBe(russian);
  });

  it.each<readonly [string, ReferenceContext, string, string]>([
    ['article 8, article 9, article 10', TREATY, 'Articles 8, 9 and 10', 'статьи 8, 9 и 10'],
    ['article 8, article 9', { ...TREATY, case: 'ins' }, 'Articles 8 and 9', 'статьями 8 и 9'],
    ['article 8, article 9', { ...TREATY, case: 'gen' }, 'Articles 8 and 9', 'статей 8 и 9'],
    ['article 8, article 9', { ...MEMORANDUM, case: 'pre' }, 'Sections 8 and 9', 'разделах 8 и 9'],
    ['article 9, article 4', LATIN, 'Articles IX and IV', 'статьи IX и IV'],
    ['article 6 / paragraph 2, article 6 / paragraph 3', { ...TREATY, case: 'ins' }, 'Article 6(2) and (3)', 'пунктами 2 и 3 статьи 6'],
    ['article 6 / paragraph 2, article 6 / paragraph 3, article 6 / paragraph 5', { ...TREATY, sameArticle: true, case: 'dat' }, 'paragraphs 2, 3 and 5', 'пунктам 2, 3 и 5 настоящей статьи'],
    ['article 6 / paragraph 2 / point 1, article 6 / paragraph 2 / point 3', TREATY, 'Article 6(2)(1) and (3)', 'подпункты 1 и 3 пункта 2 статьи 6'],
    ['article 6 / paragraph 2 / point 1, article 6 / paragraph 2 / point 3', { ...TREATY, sameArticle: true, case: 'pre' }, 'paragraph 2(1) and (3)', 'подпунктах 1 и 3 пункта 2 настоящей статьи'],
    ['article 6 / point 1, article 6 / point 3', { ...LATIN, sameArticle: true }, 'points (a) and (c)', 'подпункты a и c настоящей статьи'],
    ['article 6 / paragraph 1 / point 1 / point 2, article 6 / paragraph 1 / point 1 / point 3', TREATY, 'Article 6(1)(1)(b) and (c)', 'подпункты b и c подпункта 1 пункта 1 статьи 6'],
    ['annex 1, annex 2', { ...TREATY, case: 'pre' }, 'Annexes 1 and 2', 'приложениях 1 и 2'],
    ['annex 1 / paragraph 2, annex 1 / paragraph 3', TREATY, 'paragraphs 2 and 3 of Annex 1', 'пункты 2 и 3 приложения 1'],
    ['annex 1 / paragraph 2 / point 1, annex 1 / paragraph 2 / point 2', TREATY, 'paragraph 2(1) and (2) of Annex 1', 'подпункты 1 и 2 пункта 2 приложения 1'],
  ])('in a row: %s %j', (steps, context, english, russian) => {
    const paths = steps.split(', ').map(path);
    expect(en.list(en.references(paths, context))).toBe(english);
    expect(ru.list(ru.references(paths, context))).toBe(russian);
  });

  it.each<readonly [string, string, string]>([
    ['article 8, article 9, article 10', 'Articles 8, 9 and 10 of the Agreement', 'статьи 8, 9 и 10 Соглашения'],
    ['article 8 / paragraph 1, article 8 / paragraph 2', 'Article 8(1) and (2) of the Agreement', 'пункты 1 и 2 статьи 8 Соглашения'],
    ['annex 1, annex 2', 'Annexes 1 and 2 to the Agreement', 'приложения 1 и 2 к Соглашению'],
    ['annex 1 / paragraph 1, annex 1 / paragraph 2', 'paragraphs 1 and 2 of Annex 1 to the Agreement', 'пункты 1 и 2 приложения 1 к Соглашению'],
  ])('in a row, into another instrument: %s', (steps, english, russian) => {
    const paths = steps.split(', ').map(path);
    expect(en.list(en.references(paths, { ...TREATY, of: OF_EN }))).toBe(english);
    expect(ru.list(ru.references(paths, { ...TREATY, of: OF_RU }))).toBe(russian);
  });

  it.each<readonly [string, string, string]>([
    ['article 15', 'Article 15 of the Agreement', 'статья 15 Соглашения'],
    ['article 15 / paragraph 2', 'Article 15(2) of the Agreement', 'пункт 2 статьи 15 Соглашения'],
    ['annex 2', 'Annex 2 to the Agreement', 'приложение 2 к Соглашению'],
  ])('into another instrument: %s', (steps, english, russian) => {
    expect(en.reference(path(steps), { ...TREATY, of: OF_EN })).toBe(english);
    expect(ru.reference(path(steps), { ...TREATY, of: OF_RU })).toBe(russian);
  });

  it('may name the same instrument', () => {
    const of = { nom: 'настоящее Соглашение', gen: 'настоящего Соглашения' };
    expect(ru.reference(path('article 13 / paragraph 2'), { ...TREATY, case: 'ins', of })).toBe('пунктом 2 статьи 13 настоящего Соглашения');
    expect(en.reference(path('article 13'), { ...TREATY, of: { nom: 'this Agreement' } })).toBe('Article 13 of this Agreement');
  });

  it('to nothing are empty', () => {
    expect([en.reference([], TREATY), ru.reference([], TREATY)]).toEqual(['', '']);
  });
});

describe('labels', () => {
  it.each<readonly [NodeType, number, number, ReferenceContext, string, string]>([
    ['article', 9, 0, TREATY, 'Article 9', 'Статья 9'],
    ['article', 9, 0, MEMORANDUM, 'Section 9', 'Раздел 9'],
    ['article', 9, 0, LATIN, 'Article IX', 'Статья IX'],
    ['article', 14, 0, LATIN, 'Article XIV', 'Статья XIV'],
    ['paragraph', 1, 0, TREATY, '1.', '1.'],
    ['point', 3, 0, TREATY, '(3)', '3)'],
    ['point', 3, 1, TREATY, '(c)', 'c)'],
    ['point', 3, 2, TREATY, '(iii)', 'iii)'],
    ['point', 27, 1, TREATY, '(aa)', 'aa)'],
    ['point', 3, 0, LATIN, '(c)', 'c)'],
    ['point', 4, 1, LATIN, '(iv)', 'iv)'],
    ['point', 4, 2, LATIN, '(4)', '4)'],
    ['annex', 1, 0, TREATY, 'Annex 1', 'Приложение 1'],
    ['annex', 1, 0, MEMORANDUM, 'Annex 1', 'Приложение 1'],
    ['recital', 1, 0, TREATY, '', ''],
    ['signature', 1, 0, TREATY, '', ''],
  ])('%s %d at depth %d', (type, ordinal, depth, { numbering, register }, english, russian) => {
    expect(en.label({ type, ordinal, depth }, numbering, register)).toBe(english);
    expect(ru.label({ type, ordinal, depth }, numbering, register)).toBe(russian);
  });

  it('head an article', () => {
    expect(en.heading('Article 9', 'Foreground Information')).toBe('Article 9. Foreground Information');
    expect(ru.heading('Статья 9', 'Создаваемая информация')).toBe('Статья 9. Создаваемая информация');
    expect(ru.heading('', 'Преамбула')).toBe('Преамбула');
    expect(en.heading('Annex 1', '')).toBe('Annex 1');
  });
});
