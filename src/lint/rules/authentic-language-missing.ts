import { article, draftOf, paragraph } from '../example.ts';
import { hasMatter, missingArticles, says } from '../missing-articles.ts';
import type { Rule } from '../rule.ts';

const SAID = /\bauthentic|\bequally (?:valid|binding)|одинаковую силу|аутентичн|равную силу/i;
const some = (text: { readonly en: string; readonly ru: string }) => draftOf({ articles: [article('data', 1, [paragraph('data.rules/rule', 1, text)])] });

export const rule: Rule = {
  id: 'authentic-language-missing',
  code: 'B01',
  severity: 'error',
  title: 'A text in several languages does not say which of them counts',
  why: 'Translations differ. Unless the text says so, it is open whether both languages bind and which settles a difference.',
  good: () => ({ title: 'Both texts are authentic', draft: some({ en: 'The two texts shall be equally authentic.', ru: 'Оба текста имеют одинаковую силу.' }) }),
  bad: () => ({ title: 'Nothing on languages', draft: some({ en: 'Each Party shall keep records.', ru: 'Каждая из Сторон ведёт учёт.' }) }),
  *check(context) {
    const { draft } = context;
    if (draft.meta.languages.length < 2 || draft.articles.length === 0) return;
    if (missingArticles(context).includes('languages') || hasMatter(context, 'languages') || says(context, SAID)) return;
    yield { message: `the text is in ${draft.meta.languages.join(' and ')}, and nothing says which of them is authentic`, hint: 'choose a provision of the article “languages”', subjects: ['article:languages'] };
  },
};
