import { BLANK_TEXT, type Draft, type Inline, type Localized, type Node, type NodeType } from '../../src/model/index.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });
const term = (id: string, words: string): Inline => ({ type: 'term', term: id, text: words });
const blank = (parameter: string): Inline => ({ type: 'blank', kind: 'signing', parameter, text: BLANK_TEXT });
const both = (en: readonly Inline[], ru: readonly Inline[]): Localized<readonly Inline[]> => ({ en, ru });
const plain = (en: string, ru: string): Localized<readonly Inline[]> => both([text(en)], [text(ru)]);

function node(type: NodeType, id: string, rest: Partial<Node>): Node {
  return {
    id, type, children: [],
    provenance: { library: 'house-library', provision: 'foreground.ownership', version: '1.4.2', variant: 'by-origin', clause: id, reason: 'mandatory in framework-agreement', ...(id.endsWith('owner') && { departure: { by: 'legal.desk', on: '2026-10-01', why: 'conceded in the second round' } }) },
    ...rest,
  };
}

const duration = { type: 'duration', iso: 'P60D' } as const;
const ceiling = { type: 'money', currency: 'USD', minor: '3800000000' } as const;

/** An article of the framework agreement with a preamble, a table, values, references and signing blanks, in both languages. */
export const SAMPLE: Draft = {
  schema: 'dtca/draft-1',
  meta: {
    id: 'us-ru-framework', instrument: 'framework-agreement', edition: 'third-try', stage: 'negotiating', register: 'treaty', languages: ['en', 'ru'],
    numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' }, audience: 'internal',
    notice: { en: 'Illustration. Not currently concludable.', ru: 'Иллюстрация. В настоящее время заключено быть не может.' },
  },
  basis: {
    arrangement: { id: 'us-ru-framework', hash: 'c'.repeat(64) },
    libraries: [{ name: 'house-library', version: '0.1.0', hash: 'd'.repeat(64) }],
    framework: { id: 'chapeau', edition: '2', hash: 'e'.repeat(64), file: '../chapeau/arrangement.yaml' },
  },
  title: plain('Agreement on Cooperation in Defence Technology', 'Соглашение о сотрудничестве в области оборонных технологий'),
  parties: [
    { id: 'us', concluder: 'government', name: { en: 'Government of the United States of America', ru: 'Правительство Соединённых Штатов Америки' }, language: 'en', binding: true },
    { id: 'ru', concluder: 'government', name: { en: 'Government of the Russian Federation', ru: 'Правительство Российской Федерации' }, language: 'ru', binding: true },
  ],
  preamble: [
    node('recital', 'preamble.parties/names', {
      content: both([text('The '), { type: 'name', of: 'us', text: 'Government of the United States of America' }, text(' and others,')], [text('Правительство и другие,')]),
    }),
  ],
  articles: [
    node('article', 'article:foreground', {
      ordinal: 9, heading: plain('Foreground Information', 'Создаваемая информация'),
      children: [
        node('paragraph', 'foreground.ownership/definition', {
          ordinal: 1,
          content: both(
            [text('“'), { type: 'definition', term: 'foreground', text: 'Foreground Information' }, text('” means information generated under this Agreement.')],
            [text('Термин «'), { type: 'definition', term: 'foreground', text: 'создаваемая информация' }, text('» означает информацию, созданную по настоящему Соглашению.')],
          ),
        }),
        node('paragraph', 'foreground.ownership/owner', {
          ordinal: 2, state: 'package',
          content: both([term('foreground', 'Foreground Information'), text(' shall belong:')], [term('foreground', 'Создаваемая информация'), text(' принадлежит:')]),
          children: [
            node('point', 'foreground.ownership/owner.one', { ordinal: 1, content: plain('to the Party that generated it; and', 'Стороне, которая её создала;') }),
            node('point', 'foreground.ownership/owner.joint', { ordinal: 2, content: plain('to the Parties jointly, where the contribution of each cannot be separated,', 'Сторонам совместно, если вклад каждой не может быть выделен,') }),
          ],
          tail: plain('unless they agree otherwise.', 'если они не договорятся об ином.'),
        }),
        node('paragraph', 'foreground.ownership/notice', {
          ordinal: 3,
          content: both(
            [text('Each Party shall disclose it within '), { type: 'value', parameter: 'foreground.disclosure', value: duration, form: { style: 'words' }, text: 'sixty (60) calendar days' }, text(' as '), { type: 'reference', instrument: 'self', id: 'foreground.ownership/owner', text: 'paragraph 2' }, text(' says, at a cost of up to '), { type: 'value', parameter: 'finance.ceiling', value: ceiling, text: 'USD 38,000,000' }, text('.')],
            [text('Каждая из Сторон предоставляет её в течение '), { type: 'value', parameter: 'foreground.disclosure', value: duration, form: { style: 'words', case: 'gen' }, text: '60 (шестидесяти) календарных дней' }, text(', как сказано в '), { type: 'reference', instrument: 'self', id: 'foreground.ownership/owner', form: { case: 'pre' }, text: 'пункте 2 настоящей статьи' }, text(', при расходах до '), { type: 'value', parameter: 'finance.ceiling', value: ceiling, text: '38\u00A0000\u00A0000 долларов США' }, text('.')],
          ),
        }),
        node('paragraph', 'foreground.ownership/levels', {
          ordinal: 4, content: plain('The levels correspond as follows:', 'Степени соответствуют друг другу следующим образом:'),
          children: [
            node('table', 'foreground.ownership/levels.table', {
              children: [
                ['head', 'Level', 'Степень', 'Equivalent', 'Соответствие'],
                ['secret', 'SECRET', 'SECRET', 'СЕКРЕТНО', 'СЕКРЕТНО'],
              ].map(([key = '', a = '', b = '', c = '', d = '']) =>
                node('row', `foreground.ownership/levels.table[${key}]`, {
                  children: [
                    node('cell', `foreground.ownership/levels.table[${key}].from`, { content: plain(a, b) }),
                    node('cell', `foreground.ownership/levels.table[${key}].to`, { content: plain(c, d) }),
                  ],
                })),
            }),
          ],
        }),
      ],
    }),
  ],
  closing: [
    node('paragraph', 'testimonium.done/done', {
      content: both([text('Done at '), blank('signing.place'), text(' on '), blank('signing.date'), text('.')], [text('Совершено в г. '), blank('signing.place'), text(' '), blank('signing.date'), text(' года.')]),
    }),
  ],
  signatures: [
    node('signature', 'signature:us', { party: 'us', content: plain('For the Government of the United States of America', 'За Правительство Соединённых Штатов Америки') }),
    node('signature', 'signature:ru', { party: 'ru', content: plain('For the Government of the Russian Federation', 'За Правительство Российской Федерации') }),
  ],
  annexes: [],
  terms: [
    { id: 'foreground', name: { en: 'Foreground Information', ru: 'создаваемая информация' }, forms: { ru: ['создаваемой информации'] }, origin: 'self' },
    { id: 'unused-term', name: { en: 'Unused', ru: 'лишний' }, origin: 'framework' },
  ],
  values: [
    { name: 'foreground.disclosure', value: duration, source: 'default' },
    { name: 'finance.ceiling', value: ceiling, source: 'arrangement' },
    { name: 'finance.fallback', value: { type: 'integer', integer: 4711 }, source: 'default' },
  ],
  incorporated: [{ provision: 'liability.third-party', article: 'article:liability', mode: 'cited' }],
};
