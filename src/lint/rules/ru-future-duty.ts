import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt, sentenceBefore } from '../words.ts';

/** Perfective verbs of such texts: their personal forms are future. */
const STEMS = [
  'предостав', 'обеспеч', 'направ', 'осуществ', 'уведом', 'назнач', 'выполн', 'сообщ', 'возмест', 'утверд', 'постав', 'заверш', 'установ',
  'определ', 'заключ', 'оплат', 'сохран', 'рассмотр', 'оформ', 'представ', 'подготов', 'провер', 'допуст', 'выдел', 'размест',
];
const FUTURE_FORMS = new Set([
  'будет', 'будут',
  ...STEMS.flatMap((stem) => [`${stem}ит`, `${stem}ят`]),
  ...'примет примут предпримет предпримут передаст передадут создаст создадут проведёт проведет проведут разработает разработают подпишет подпишут понесёт понесет понесут согласует согласуют'.split(' '),
]);
/** A Party and what it does. */
const SUBJECT = /(?<![а-яё])(?:Сторон[аы]|(?:[Кк]аждая|[Оо]дна|[Лл]юбая)\sиз\sСторон)\s(?:(?:не|также|совместно|письменно|незамедлительно)\s)?([а-яё]+)/g;
const FUTURE = /(?<![а-яё])[Бб]уд(?:ет|ут)\s(?:[а-яё]+\s)?[а-яё]+ть(?:ся)?(?![а-яё])/g;
/** Words after which a future form tells a condition or a time. */
const DEPENDENT = /(?<![а-яё])(?:[Ее]сли|[Кк]огда|котор[а-яё]+|что|чтобы|пока|до\sтех\sпор|[Пп]осле\sтого|[Кк]ак\sтолько|случае|ли)(?![а-яё])/;

export const rule: Rule = {
  id: 'ru-future-duty',
  code: 'B06',
  severity: 'warning',
  title: 'A Russian duty in the future tense',
  why: 'Russian treaty practice states duties in the present: «предоставляет». «Предоставит» is a forecast, and of one delivery.',
  words: true,
  good: () => ({ title: 'The present, and a future in a condition', draft: paragraphs([{ ru: 'Сторона направляет данные. Если Сторона направит данные позднее, она сообщает причину.' }]) }),
  bad: () => ({ title: 'A forecast', draft: paragraphs([{ ru: 'Стороны предоставят данные и будут хранить их.' }]) }),
  *check({ draft }) {
    if (draft.meta.register !== 'treaty') return;
    const view = viewOf(draft);
    for (const passage of view.passages) {
      if (passage.language !== 'ru' || (passage.place !== 'articles' && passage.place !== 'annexes')) continue;
      // Without a Party before it a future may be a forecast: in a text from elsewhere it is left alone.
      const verbs = Array.from(passage.text.matchAll(SUBJECT)).filter(([, verb = '']) => FUTURE_FORMS.has(verb));
      const found = [...verbs, ...(!view.foreign && /[Бб]уд[еу]т/.test(passage.text) ? passage.text.matchAll(FUTURE) : [])].find(({ index }) => !DEPENDENT.test(sentenceBefore(passage.text, index)));
      if (found === undefined) continue;
      yield { message: `the duty stands in the future tense: “${excerpt(passage.text, found.index, found[0].length)}”`, hint: 'write it in the present: «предоставляет», «обеспечивают»', ...placeOf(passage) };
    }
  },
};
