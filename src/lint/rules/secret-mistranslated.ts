import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { viewOf } from '../view.ts';

const ENGLISH = /(?<![Tt]op |TOP |[A-Za-z])(?:SECRET|[“‘]Secret[”’])(?![A-Za-z])|(?<=[a-z]\s)Secret(?=\s(?:level|information|or|and|marking))/;
const RUSSIAN = /(?<![а-яёА-ЯЁ]|[Сс]овершенно\s)(?:[«“]Секретно[»”]|СЕКРЕТНО)(?![а-яёА-ЯЁ])/;

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
      const passages = view.passagesOf.get(node) ?? [];
      if (!passages.some(({ language, text }) => language === 'en' && /S(?:ECRET|ecret)/.test(text)) || [...ancestors, node].some(({ type }) => type === 'table')) continue;
      const [en = '', ru = ''] = ['en', 'ru'].map((language) => passages.filter((passage) => passage.language === language).map(({ text }) => text).join(' '));
      if (!ENGLISH.test(en) || !RUSSIAN.test(ru) || RUSSIAN.test(en) || /секретно/i.test(en) || /SECRET/.test(ru)) continue;
      yield { message: '“SECRET” stands in the English text and «Секретно» in the Russian: they are not one level', hint: 'keep each State’s marking in its own script in both texts', node, language: 'ru' };
    }
  },
};
