import { bound, draftOf, frameworkOf, paragraphs } from '../example.ts';
import { frameworkArticle, frameworkValues, plainValue } from '../framework-values.ts';
import { relateDurations } from '../relate-durations.ts';
import type { LintContext, Rule, RuleFinding } from '../rule.ts';
import { usesOf, valuesOf } from '../values.ts';
import { placeOf, viewOf, type Passage } from '../view.ts';

const NOTICE = /(?:^|\.)(?:notice|withdrawalNotice|terminationNotice|suspensionNotice)$/;
const framework = () => frameworkOf({}, { id: 'article:termination', article: 'termination', ordinal: 21, rule: 'must', opening: 'open', values: { 'termination.notice': { type: 'duration', iso: 'P180D' } } });

export const rule: Rule = {
  id: 'notice-periods-differ',
  code: 'N06',
  severity: 'warning',
  title: 'Two notice periods for one event',
  why: 'Whoever wants to leave takes the shorter way out: through the arrangement where the framework asks for more, or the other way round.',
  follows: ['reserved-touched'],
  good: () => ({ title: 'The framework’s period', draft: draftOf({ values: [bound('termination.notice', { type: 'duration', iso: 'P180D' })] }), context: { framework: framework() } }),
  bad: () => ({ title: 'Two articles, two periods', draft: paragraphs([{ en: 'Either Party may terminate this Arrangement on ninety (90) days’ notice.' }, { en: 'A Party may terminate this Arrangement by notice given 180 days before.' }]) }),
  *check(context) {
    yield* againstFramework(context);
    yield* inText(context);
  },
};

function* againstFramework({ draft, framework: parent }: LintContext): Iterable<RuleFinding> {
  if (parent === undefined) return;
  const settled = frameworkValues(parent);
  for (const { parameter, value } of valuesOf(draft)) {
    const other = settled.get(parameter);
    if (!NOTICE.test(parameter) || other === undefined || value.type !== 'duration' || other.value.type !== 'duration') continue;
    if (relateDurations('==', value.iso, other.value.iso) === true) continue;
    const [node] = usesOf(draft, parameter);
    yield {
      message: `“${parameter}” is ${plainValue(value)}, but ${plainValue(other.value)} in ${frameworkArticle(other.article, parent)}`,
      hint: 'keep the framework’s period', parameter, ...(node === undefined ? {} : { node }),
    };
  }
}

/** One sentence that says how one leaves, with its period, and nothing that makes it a case of its own. */
const LEAVING: Readonly<Record<string, { readonly hint: string; readonly event: RegExp; readonly special: RegExp; readonly period: RegExp }>> = {
  en: {
    hint: 'noti',
    event: /\b(?:terminat[a-z]*|denounc[a-z]*)\b[^.;]{0,200}\bnoti(?:ce|fication)\b|\bnoti(?:ce|fication)\b[^.;]{0,200}\b(?:terminat[a-z]*|denounc[a-z]*)\b/i,
    special: /\b(?:if|where|unless|in case|in the event|breach|funds?|fails?|renew[a-z]*|contracts?|extend[a-z]*|expir[a-z]*|plan|return[a-z]*)\b/i,
    period: /(\d{1,4})\)?\s(?:calendar\s|working\s)?(day|month|year)s?\b/gi,
  },
  ru: {
    hint: 'уведомл',
    event: /прекра(?:тить|щени[а-яё]+|щает[а-яё]*)[^.;]{0,200}уведомл|уведомл[^.;]{0,200}прекра(?:тить|щени[а-яё]+|щает[а-яё]*)/i,
    special: /(?<![а-яё])(?:если|случае|средств[а-яё]*|нарушен[а-яё]*|продл[а-яё]*|контракт[а-яё]*|план[а-яё]*|возвра[а-яё]*)/i,
    period: /(\d{1,4})(?:\s\([^()]{1,60}\))?\s(?:календарн[а-яё]+\s|рабоч[а-яё]+\s)?(дн|месяц|год|лет)/gi,
  },
};
const UNITS: Readonly<Record<string, string>> = { day: 'days', month: 'months', year: 'years', дн: 'days', месяц: 'months', год: 'years', лет: 'years' };

function* inText({ draft }: LintContext): Iterable<RuleFinding> {
  const view = viewOf(draft);
  const firsts = new Map<string, { readonly period: string; readonly passage: Passage }>();
  for (const passage of view.passages) {
    const words = LEAVING[passage.language];
    if (words === undefined || passage.part === 'heading' || passage.place !== 'articles' || !passage.text.includes(words.hint)) continue;
    for (const sentence of passage.text.split(/(?<=[.;])\s/u)) {
      if (!words.event.test(sentence) || words.special.test(sentence)) continue;
      const periods = Array.from(sentence.matchAll(words.period), (match) => `${Number(match[1])} ${UNITS[(match[2] ?? '').toLowerCase()] ?? ''}`);
      const [period] = periods;
      if (period === undefined || periods.length > 1) continue;
      const first = firsts.get(passage.language);
      if (first === undefined) firsts.set(passage.language, { period, passage });
      else if (first.period !== period) {
        const node = first.passage.entry?.node;
        yield {
          message: `notice of termination is ${period} here and ${first.period} in another place`,
          hint: 'give one period for one event, or say how the events differ', ...placeOf(passage),
          ...(node === undefined ? {} : { related: [{ message: `${first.period} here`, node }] }),
        };
      }
    }
  }
}
