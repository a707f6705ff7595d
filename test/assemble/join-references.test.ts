import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { lint } from '../../src/lint/run.ts';
import type { FrameworkMap } from '../../src/model/index.ts';
import { arrange, BARE, clause, inlinesAt, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const BLOCKS = {
  ...BARE, ...provision('beta.list', [clause('one', 'one.'), clause('two', 'two.'), clause('three', 'three:', { clauses: [clause('x', 'x; and'), clause('y', 'y.')] })]),
  ...provision('beta.more', [clause('four', 'four.')]), ...provision('gamma.plain', [clause('a', 'a.')]),
};
/** A paragraph of “alpha” in both languages, `{a}` standing for a reference in the genitive. */
const library = (en: string, ru: string) => {
  const slots = (words: string, inCase: string): string => words.replaceAll(/\{([^}]+)\}/gu, (_, id: string) => `{{ref "${id}"${inCase}}}`);
  return smallLibrary({ ...BLOCKS, ...provision('alpha.here', [clause('first', 'first.'), { key: 'refs', en: slots(en, ''), ru: slots(ru, ' case="gen"') }]) }).library;
};
const both = (en: string, ru: string): readonly (string | undefined)[] => {
  const { draft } = arrange(library(en, ru));
  return [wordsAt(draft, 'alpha.here/refs'), wordsAt(draft, 'alpha.here/refs', 'ru')];
};

describe('references in a row', () => {
  it.each([
    ['of articles', 'Under {article:alpha}, {article:beta} and {article:gamma}.', 'Согласно положениям {article:alpha}, {article:beta} и {article:gamma}.', 'Under Articles 1, 2 and 3.', 'Согласно положениям статей 1, 2 и 3.'],
    ['of paragraphs', 'Under {beta.list/one} and {beta.list/two}.', 'Из {beta.list/one} и {beta.list/two}.', 'Under Article 2(1) and (2).', 'Из пунктов 1 и 2 статьи 2.'],
    ['of points', 'Under {beta.list/three.x} and {beta.list/three.y}.', 'Из {beta.list/three.x} и {beta.list/three.y}.', 'Under Article 2(3)(1) and (2).', 'Из подпунктов 1 и 2 пункта 3 статьи 2.'],
    ['of paragraphs here', 'Under {alpha.here/first} and {alpha.here/refs}.', 'Из {alpha.here/first} и {alpha.here/refs}.', 'Under paragraphs 1 and 2.', 'Из пунктов 1 и 2 настоящей статьи.'],
    ['that open a sentence', '{article:alpha} and {article:beta} apply. {alpha.here/first} and {alpha.here/refs} too.', 'Из {article:alpha} и {article:beta}.', 'Articles 1 and 2 apply. Paragraphs 1 and 2 too.', 'Из статей 1 и 2.'],
    ['twice over', '{article:alpha} and {article:beta} or {article:beta} and {article:gamma}.', 'Из {article:alpha} и {article:beta} или {article:beta} и {article:gamma}.', 'Articles 1 and 2 or Articles 2 and 3.', 'Из статей 1 и 2 или статей 2 и 3.'],
    ['that name one article twice', 'Under {beta.list}, {beta.more} and {article:gamma}.', 'Из {beta.list}, {beta.more} и {article:gamma}.', 'Under Articles 2 and 3.', 'Из статей 2 и 3.'],
  ])('%s name it once', (_, en, ru, english, russian) => {
    expect(both(en, ru)).toEqual([english, russian]);
  });

  it.each([
    ['of different divisions', 'Under {beta.list/one}, {article:alpha} and {article:gamma}.', 'Из {beta.list/one} и {article:gamma}.', 'Under Article 2(1), Article 1 and Article 3.', 'Из пункта 1 статьи 2 и статьи 3.'],
    ['of different articles', 'Under {beta.list/one} and {alpha.here/first}.', 'Из {beta.list/one} и {alpha.here/first}.', 'Under Article 2(1) and paragraph 1.', 'Из пункта 1 статьи 2 и пункта 1 настоящей статьи.'],
    ['that are alternatives', 'Under {article:alpha} or {article:beta}.', 'Из {article:alpha} или {article:beta}.', 'Under Article 1 or Article 2.', 'Из статьи 1 или статьи 2.'],
    ['without an end', 'Under {article:alpha}, {article:beta}, the Annex.', 'Из {article:alpha}, {article:beta}, приложения.', 'Under Article 1, Article 2, the Annex.', 'Из статьи 1, статьи 2, приложения.'],
    ['that are one', 'Under {beta.list} and {beta.more}.', 'Из {beta.list} и {beta.more}.', 'Under Article 2 and Article 2.', 'Из статьи 2 и статьи 2.'],
  ])('%s stand each by itself', (_, en, ru, english, russian) => {
    expect(both(en, ru)).toEqual([english, russian]);
  });

  const { draft, findings } = arrange(library('Under {article:alpha}, {article:beta} and {article:gamma}.', 'Из {article:alpha}, {article:beta} и {article:gamma}.'));

  it('remain references, each to its own block', () => {
    expect(rulesIn(findings)).toEqual([]);
    expect(inlinesAt(draft, 'alpha.here/refs', 'ru')?.filter(({ type }) => type === 'reference')).toEqual([
      { type: 'reference', instrument: 'self', id: 'article:alpha', text: 'статей 1', form: { case: 'gen' } }, { type: 'reference', instrument: 'self', id: 'article:beta', text: '2', form: { case: 'gen' } },
      { type: 'reference', instrument: 'self', id: 'article:gamma', text: '3', form: { case: 'gen' } },
    ]);
  });

  it('read back from Markdown, and no rule takes offence', () => {
    expect(readMarkdown(writeMarkdown(draft), { file: 'draft.md' }).value?.draft).toEqual(draft);
    expect(lint({ draft, today: '2026-03-02' }).filter(({ rule }) => /reference|parity/u.test(rule))).toEqual([]);
  });

  it('to nothing are still found, and are not joined', () => {
    const { draft: broken, findings: found } = arrange(smallLibrary({ ...BLOCKS, ...provision('alpha.here', [{ key: 'refs', en: 'Under {{ref "article:beta"}} and {{ref "article:application"}}.', ru: 'Из {{ref "article:beta" case="gen"}} и {{ref "article:application" case="gen"}}.' }]) }).library);
    expect(rulesIn(found)).toEqual(['error dangling-reference']);
    expect(wordsAt(broken, 'alpha.here/refs')).toBe('Under Article 2 and ____.');
  });

  it('into the framework name it once', () => {
    const at = (article: string, ordinal: number): FrameworkMap['articles'][number] => ({
      id: `article:${article}`, article, ids: [`${article}.gone`], ordinal, title: { en: article, ru: article }, rule: 'mayNot', opening: 'fixed', values: {}, terms: [], blocks: {},
    });
    const framework: FrameworkMap = {
      id: 'fw', edition: '1', hash: '', file: 'fw.yaml', register: 'treaty', numbering: { article: 'roman', paragraph: 'arabic', point: 'latin' }, title: {},
      label: { en: { nom: 'Agreement' }, ru: { nom: 'Соглашение', gen: 'Соглашения' } }, parties: ['us', 'ru'], terms: [], articles: [at('gamma', 4), at('data', 5)],
    };
    const { library: made } = smallLibrary({ ...BARE, ...provision('alpha.here', [{ key: 'refs', en: 'Under {{ref "article:gamma"}} and {{ref "article:data"}}.', ru: 'Из {{ref "article:gamma" case="gen"}} и {{ref "article:data" case="gen"}}.' }]) });
    const { draft: below } = arrange(made, { framework: 'fw.yaml' }, { framework });
    expect([wordsAt(below, 'alpha.here/refs'), wordsAt(below, 'alpha.here/refs', 'ru')]).toEqual(['Under Articles IV and V of the Agreement.', 'Из статей IV и V Соглашения.']);
  });
});
