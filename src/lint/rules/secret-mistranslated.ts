import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { viewOf } from '../view.ts';

const ENGLISH = /(?<![Tt]op |TOP |\p{L})(?:SECRET|[“‘]Secret[”’])(?!\p{L})|(?<=\p{Ll}\s)Secret(?=\s(?:level|information|or|and|marking))/u;
const RUSSIAN = /(?<!\p{L})(?<!Совершенно\s|совершенно\s)(?:[«“]Секретно[»”]|СЕКРЕТНО)(?!\p{L})/u;

export const rule: Rule = {
  id: 'secret-mistranslated',
  code: 'B10',
  severity: 'error',
  title: '“Secret” put as «Секретно»',
  why: 'The words look alike and name different levels: the lowest Russian degree stands nearer to CONFIDENTIAL. Only the table of equivalence says which levels correspond.',
  good: () => ({ title: 'Each marking in its own script in both texts', draft: paragraphs([{ en: 'Information marked SECRET or «Секретно» shall be stored apart.', ru: 'Информация с грифом SECRET или «Секретно» хранится отдельно.' }]) }),
  bad: () => ({ title: 'One for the other', draft: paragraphs([{ en: 'Information marked SECRET shall be stored apart.', ru: 'Информация с грифом «Секретно» хранится отдельно.' }]) }),
  *check({ draft }) {
    const { languages } = draft.meta;
    if (!languages.includes('en') || !languages.includes('ru')) return;
    const view = viewOf(draft);
    for (const { node, ancestors } of view.entries) {
      if ([...ancestors, node].some(({ type }) => type === 'table')) continue;
      const passages = view.passagesOf.get(node) ?? [];
      const [en = '', ru = ''] = ['en', 'ru'].map((language) => passages.filter((passage) => passage.language === language).map(({ text }) => text).join(' '));
      if (!ENGLISH.test(en) || !RUSSIAN.test(ru) || RUSSIAN.test(en) || /секретно/iu.test(en) || /SECRET/u.test(ru)) continue;
      yield { message: '“SECRET” stands in the English text and «Секретно» in the Russian: they are not one level', hint: 'keep each State’s marking in its own script in both texts', node, language: 'ru' };
    }
  },
};
