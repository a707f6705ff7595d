import { describe, expect, it } from 'vitest';
import { frameworkOf, paragraphs, term } from '../../src/lint/example.ts';
import { lint } from '../../src/lint/run.ts';

const terms = [
  { id: 'third-party', name: { en: 'Third Party', ru: 'третья сторона' }, forms: { en: ['Third Parties'], ru: ['третьей стороны'] }, origin: 'framework' as const },
  { id: 'steering-committee', name: { en: 'Steering Committee', ru: 'руководящий комитет' }, forms: { ru: ['руководящего комитета'] }, origin: 'self' as const },
];

/** The messages of one rule over one paragraph. */
function told(rule: string, language: string, text: string, register: 'treaty' | 'memorandum' = 'treaty'): readonly string[] {
  const draft = paragraphs([{ [language]: text }, { [language]: 'x' }, { [language]: 'x' }], { languages: [language], register, terms });
  return lint({ draft, today: '2026-03-02', framework: frameworkOf() }, { rules: [rule] }).map(({ message }) => message);
}

describe('undefined-term', () => {
  it.each([
    ['Each Party shall inform the Secretariat.', 'Secretariat'],
    ['Each Party shall inform the Joint Board at once.', 'Joint Board'],
    ['Costs are borne by the Procuring Party concerned.', 'Procuring Party'],
  ])('tells of %s', (text, name) => {
    expect(told('undefined-term', 'en', text)).toEqual([`“${name}” is used as a defined term but not defined`]);
  });

  it.each([
    'The Steering Committee shall meet in Geneva on 4 June 2028.',
    'Third Parties and the Receiving Party shall be informed.',
    'Meetings shall be held in English and Russian at the Ministry of Defence of the Russian Federation.',
    'Each Party shall act under the Agreement on Cooperation in Defence Technology and the Vienna Convention on the Law of Treaties.',
    'The word “Board” is not used; Section 3 of this Arrangement and Annex 1 apply. Nothing else does.',
    'Data sent by Moscow are stored on USB in Colorado Springs.',
  ])('says nothing of %s', (text) => {
    expect(told('undefined-term', 'en', text)).toEqual([]);
  });
});

describe('register-mixed', () => {
  it.each([
    ['en', 'The Participants shall meet.'], ['en', 'The Participants agreed to meet.'], ['en', 'Each Party will meet.'], ['en', 'This Article applies. Under Article 5 it applies.'],
    ['en', 'This Memorandum will enter into force today.'], ['en', 'The obligation to pay is met.'], ['en', 'They undertake to pay.'], ['en', 'They have the right to pay.'],
    ['ru', 'Стороны будут встречаться.'], ['ru', 'Меморандум вступает в силу.'], ['ru', 'Участники обязуются платить.'], ['ru', 'Согласно статье 5 Участники платят.'],
  ])('tells of %s: %s', (language, text) => {
    expect(told('register-mixed', language, text, 'memorandum').length).toBeGreaterThan(0);
  });

  it.each([
    ['en', 'The Participants will inform a Third Party, and act under Article 15 of the Agreement.'],
    ['en', 'The understanding comes into effect; agreeable weather, marshalling and copyright do not matter.'],
    ['ru', 'Участники будут действовать в силу статьи 15 Соглашения; третья сторона не участвует, с другой стороны.'],
    ['ru', 'Статья расходов указывается отдельно.'],
  ])('says nothing of %s: %s', (language, text) => {
    expect(told('register-mixed', language, text, 'memorandum')).toEqual([]);
  });

  it('says nothing of a treaty', () => {
    expect(told('register-mixed', 'en', 'The Parties shall meet.')).toEqual([]);
  });
});

describe('references that somebody typed', () => {
  const draft = (text: string, language = 'en') => {
    const one = paragraphs([{ [language]: text }, { [language]: 'x' }], { languages: [language] });
    const [first] = one.articles;
    if (first === undefined) throw new Error('an article');
    return { ...one, articles: [{ ...first, id: 'article:aim', ordinal: 1, children: [] }, { ...first, id: 'article:scope', ordinal: 2, children: [] }, first] };
  };
  const check = (text: string, language?: string) => lint({ draft: draft(text, language), today: '2026-03-02' }, { rules: ['dangling-reference'] }).map(({ message }) => message);

  it.each([
    ['Costs are borne under Article 99.', 'en'], ['Costs are borne under Article 3(9).', 'en'], ['Costs are borne under paragraph 9 of this Article.', 'en'], ['Costs are borne under paragraph 7.', 'en'],
    ['Расходы распределяются согласно статье 99.', 'ru'], ['Согласно пункту 9 статьи 3 расходы распределяются.', 'ru'], ['Согласно пункту 9 настоящей статьи.', 'ru'],
  ])('dangle: %s', (text, language) => {
    expect(check(text, language)).toHaveLength(1);
  });

  it.each([
    ['Costs are borne under Article 3(2) and paragraph 1.', 'en'], ['Costs are borne under Article 99 of the Agreement.', 'en'], ['As the Charter of the United Nations says in Article 51, they are.', 'en'],
    ['Согласно статье 2 и пункту 2 статьи 3.', 'ru'], ['Согласно статье 51 Устава Организации Объединённых Наций.', 'ru'],
  ])('stand: %s', (text, language) => {
    expect(check(text, language)).toEqual([]);
  });
});

describe('rules on wording', () => {
  it.each([
    ['will-as-duty', 'en', 'The Steering Committee will meet twice a year.'],
    ['ru-future-duty', 'ru', 'Каждая из Сторон направит данные.'],
    ['ru-future-duty', 'ru', 'Стороны будут совместно хранить данные.'],
    ['party-word-mixed', 'en', 'Each Party shall inform the other Side.'],
    ['placeholder-text', 'en', 'Within {{words "x"}} days.'],
    ['placeholder-text', 'en', 'Within undefined days.'],
    ['placeholder-text', 'ru', 'Место: уточняется.'],
    ['bracket-open', 'en', 'Within [sixty] [ninety] days.'],
    ['blank-open', 'en', 'Meetings shall be held in ____.'],
    ['currency-bare', 'en', 'A cost of 5 million dollars.'],
    ['control-characters', 'en', 'A\u200Bword.'],
    ['latin-in-cyrillic', 'ru', 'Данныe о пусках.'],
  ])('%s tells of %s: %s', (rule, language, text) => {
    expect(told(rule, language, text).length).toBeGreaterThan(0);
  });

  it.each([
    ['will-as-duty', 'en', 'Each Party shall say whether the other Party will attend, at its own will.'],
    ['ru-future-duty', 'ru', 'Если Сторона направит данные позднее, она сообщает причину, которую Стороны рассмотрят.'],
    ['ru-future-duty', 'ru', 'Сторона обеспечивает хранение; данные, которые будут получены, хранятся.'],
    ['placeholder-text', 'en', 'Article XXX applies; undefined boundaries remain; costs to be agreed between the Parties are shared.'],
    ['placeholder-text', 'ru', 'Перечень уточняется Сторонами ежегодно.'],
    ['bracket-open', 'en', 'See note [1].'],
    ['currency-bare', 'en', 'A cost of US$ 5 or 5 million dollars of the United States.'],
    ['currency-bare', 'ru', 'Стоимость 5 миллионов долларов США.'],
    ['numeric-date', 'en', 'Form 12/34 of 4 June 2028; version 1.2.2028a; ratio 50/50.'],
    ['control-characters', 'en', 'USD\u00A05, a\u202Fb – c 👩‍👩.'.replace('\u200D', '')],
    ['latin-in-cyrillic', 'ru', 'Сеть X-Net и DNA-анализ, ГОСТ Р 1.0.'],
    ['and-or', 'en', 'The band/orchestra and every etching.'],
  ])('%s says nothing of %s: %s', (rule, language, text) => {
    expect(told(rule, language, text)).toEqual([]);
  });
});

describe('parity', () => {
  const messages = (en: Parameters<typeof paragraphs>[0][number][string], ru: Parameters<typeof paragraphs>[0][number][string]) =>
    lint({ draft: paragraphs([{ en, ru }], { terms }), today: '2026-03-02' }, { rules: ['parity-numbers', 'parity-terms', 'parity-structure'] }).map(({ rule }) => rule);

  it('reads figures as each language writes them', () => {
    expect(messages('USD 38,000,000 and 33.4 per cent by 4 June 2028 under Article 8(2).', '38 000 000 долларов США и 33,4 процента к 4 июня 2028 г. согласно пункту 2 статьи 8.')).toEqual([]);
    expect(messages('By 4 June 2028.', 'К 6 апреля 2028 года.')).toEqual(['parity-numbers']);
    expect(messages('For 10 years and 5 years.', 'На 10 лет.')).toEqual(['parity-numbers']);
  });

  it('knows a term that stands there without its slot', () => {
    expect(messages(['The ', term('steering-committee', 'Steering Committee'), ' meets.'], 'Заседания руководящего комитета проводятся.')).toEqual([]);
    expect(messages(['The ', term('steering-committee', 'Steering Committee'), ' meets.'], 'Заседания проводятся.')).toEqual(['parity-terms']);
  });

  it('takes an empty language for what it is, once', () => {
    expect(messages('For 10 years.', '')).toEqual(['parity-structure']);
  });
});
