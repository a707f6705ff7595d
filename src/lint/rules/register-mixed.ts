import { maskNames } from '../mask.ts';
import { frameworkOf, paragraphs, refer, term } from '../example.ts';
import type { Rule } from '../rule.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

interface Word { readonly pattern: RegExp; readonly instead: string }

const CITED_EN = String.raw`(?!\()(?!\s(?:\S+\s){0,3}of\s(?:the|that|its)\s)`;

/** Words of a treaty, and what a memorandum says instead. */
const WORDS: Readonly<Record<string, readonly Word[]>> = {
  en: [
    { pattern: /\bshall\b/gi, instead: 'will' },
    { pattern: /\bagree(?:s|d)?\b/gi, instead: 'decide, or have reached the understanding' },
    { pattern: /(?<![\w-])Part(?:y|ies)(?![\w-])/g, instead: 'Participant' },
    { pattern: new RegExp(String.raw`\b(?:Articles?\s(?:\d{1,3}(?!\d)|[IVXLC]{1,6}(?![A-Z]))(?:\([^()]{1,6}\)){0,3}|this\sArticle)${CITED_EN}`, 'g'), instead: 'Section' },
    { pattern: /\b(?:ent(?:er(?:s|ed|ing)?|ry) into force|(?:in|remains?|continues?) in force)\b/gi, instead: 'come into effect' },
    { pattern: /\bobligations?\b/gi, instead: 'commitment' },
    { pattern: /\bundert(?:akes?|ook|aken)\b/gi, instead: 'carry out' },
    { pattern: /\brights?(?![\w-])/gi, instead: 'benefit, or may' },
  ],
  ru: [
    { pattern: /(?<![а-яёА-ЯЁ])Сторон(?:а|ы|е|у|ой|ою|ам|ами|ах)?(?![а-яё])/g, instead: 'Участник' },
    { pattern: /(?<![а-яёА-ЯЁ])вступ(?:ает|ают|ит|ят|ления?|лению|лении|ление)\s(?:\S+\s){0,4}?в\sсилу(?![а-яё])|(?<![а-яёА-ЯЁ])оста(?:ётся|ется|ются)\sв\sсиле(?![а-яё])/gi, instead: 'начинает применяться' },
    { pattern: /(?<![а-яёА-ЯЁ])(?:обязу(?:ется|ются)|обязан[аоы]?|обязательств(?:о|а|у|ом|е|ам|ами|ах)?)(?![а-яё])/gi, instead: 'намерен, готовность' },
    { pattern: /(?<![а-яёА-ЯЁ])согласились(?![а-яё])/gi, instead: 'достигли договорённостей' },
    { pattern: /(?<![а-яёА-ЯЁ])(?:настоящ[а-яё]{2,3}\sстат(?:ья|ьи|ье|ью|ьёй|ьей)|стат(?:ья|ьи|ье|ью|ьёй|ьей|ьям|ьями|ьях)\s\d{1,3})(?![а-яё]|\d|\s(?:Соглаш|Догово|Конвен|\uFFFC))/gi, instead: 'раздел' },
    { pattern: /(?<![а-яёА-ЯЁ])(?:вправе|име(?:ет|ют|ть)\sправо|права\sи\sобязанност[а-яё]+)(?![а-яё])/gi, instead: 'может' },
  ],
};

export const rule: Rule = {
  id: 'register-mixed',
  code: 'T01',
  severity: 'error',
  title: 'Words of a treaty in the own words of a memorandum',
  why: 'Such words are read as the intention to be bound. Names, citations of the framework and defined terms are not the memorandum’s own words.',
  words: true,
  good: () => ({
    title: 'The treaty words stand in a term and in a citation',
    draft: paragraphs([{ en: ['The Participants will protect information of a ', term('third-party', 'Third Party'), ' under ', refer('article:liability', 'Article 15 of the Agreement', 'framework'), '.'], ru: 'Участники будут защищать информацию.' }], { register: 'memorandum', terms: [{ id: 'third-party', name: { en: 'Third Party', ru: 'третья сторона' }, origin: 'framework' }] }),
    context: { framework: frameworkOf() },
  }),
  bad: () => ({ title: 'Two treaty words in each language', draft: paragraphs([{ en: 'Each Party shall protect information.', ru: 'Стороны обязуются защищать информацию.' }], { register: 'memorandum' }) }),
  *check(context) {
    const { draft } = context;
    if (draft.meta.register !== 'memorandum') return;
    for (const passage of viewOf(draft).passages) {
      const words = WORDS[passage.language];
      if (words === undefined || passage.place === 'title') continue;
      let own: string | undefined;
      for (const { pattern, instead } of words) {
        if (passage.own.search(pattern) === -1) continue;
        own ??= maskNames(context, passage);
        const found = Array.from(own.matchAll(pattern));
        const [first] = found;
        if (first === undefined) continue;
        yield {
          message: `a word of a treaty, “${first[0]}”, stands in a memorandum${found.length > 1 ? ` ${found.length} times` : ''}: “${excerpt(passage.text, first.index, first[0].length)}”`,
          hint: `a memorandum says: ${instead}`, ...placeOf(passage),
        };
      }
    }
  },
};
