import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { DIGIT, DOLLAR } from '../signs.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

const SIGN = /(?<![A-Z]\s?)\$\s?\d|\d\s?\$/gu;
const WORD = /\d(?:\)|\s(?:thousand|million|billion))?\sdollars(?!\s+of\s+the\s+United)|\d(?:\s\([^()]{1,120}\))?\s(?:тысяч[а-яё]*\s|миллион[а-яё]*\s)?доллар[а-яё]*(?![а-яё]|\s(?:США|Соедин))/gu;

export const rule: Rule = {
  id: 'currency-bare',
  code: 'N02',
  severity: 'error',
  title: 'An amount in dollars that does not say whose',
  why: 'More than twenty states call their currency dollar, and some of them are parties to such arrangements.',
  words: true,
  good: () => ({ title: 'The code names the currency', draft: paragraphs([{ en: 'The cost shall not exceed USD 500,000.', ru: 'Стоимость не превышает 500 000 долларов США.' }]) }),
  bad: () => ({ title: 'Which dollar?', draft: paragraphs([{ en: 'The cost shall not exceed $500,000.', ru: 'Стоимость не превышает 500 000 долларов.' }]) }),
  *check({ draft }) {
    for (const passage of viewOf(draft).passages) {
      if ((passage.signs & (DIGIT | DOLLAR)) === 0 || !/\$|dollar|доллар/.test(passage.own)) continue;
      const [found] = [...passage.own.matchAll(SIGN), ...(/dollars|доллар/u.test(passage.own) ? passage.own.matchAll(WORD) : [])];
      if (found === undefined) continue;
      yield {
        message: `the amount does not say which dollar: “${excerpt(passage.text, found.index, found[0].length)}”`,
        hint: 'write the currency’s code, as in USD 500,000', ...placeOf(passage),
      };
    }
  },
};
