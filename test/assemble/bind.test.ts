import { describe, expect, it } from 'vitest';
import { frameworkMap } from '../../src/assemble/framework-map.ts';
import { arrange, BARE, clause, inlinesAt, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const NAMES = ['a.count', 'a.cap', 'a.wait', 'a.day', 'a.mode', 'a.lead', 'a.share', 'a.name', 'a.list', 'a.sign', 'a.signDay'];
const { library, findings } = smallLibrary({
  ...BARE,
  ...parameter('a.count', { type: 'integer', default: 3, constraint: 'value >= 1 && value <= 5' }),
  ...parameter('a.cap', { type: 'money', constraint: 'value.currency == "USD" && value.amount <= 1000' }),
  ...parameter('a.wait', { type: 'duration', default: 'P30D', constraint: 'value <= period("P90D")' }),
  ...parameter('a.day', { type: 'date', constraint: 'value > date("2026-01-01")' }),
  ...parameter('a.mode', { type: 'choice', options: [{ id: 'joint', label: { en: 'jointly', ru: 'совместно' } }, { id: 'each', label: { en: 'apart', ru: 'раздельно' } }] }),
  ...parameter('a.lead', { type: 'party' }),
  ...parameter('a.share', { type: 'share' }),
  ...parameter('a.name', { type: 'text' }),
  ...parameter('a.list', { type: 'list', constraint: 'value.size() <= 2' }),
  ...parameter('a.sign', { type: 'text', signing: true }),
  ...parameter('a.signDay', { type: 'date', signing: true }),
  ...provision('beta.words', [
    clause('count', 'counts {{a.count}}.'), clause('cap', 'caps {{a.cap}}.'), clause('cap-words', 'caps {{words "a.cap" case="gen"}}.'), clause('wait', 'waits {{a.wait}}.'),
    clause('day', 'on {{a.day}}.'), clause('mode', 'works {{a.mode}}.'), clause('lead', 'led by {{value "a.lead" case="ins"}}.'),
    clause('share', '{{item "party"}} {{item "percent"}}{{item "end"}}', { each: 'a.share' }), clause('name', 'called {{a.name}}.'), clause('list', 'with {{list "a.list"}}.'),
    clause('sign', 'signed at {{a.sign}} on {{a.signDay}}.'),
  ], { parameters: NAMES, instruments: ['pact', 'umbrella'] }),
});

const WRITTEN = {
  count: 4, cap: 'USD 999.50', wait: 'P60D', day: '2026-11-23', mode: 'each', lead: 'ru', share: { us: 40, ru: 60 },
  name: { en: 'the Site', ru: 'объект' }, list: [{ key: 'x', en: 'tea', ru: 'чай' }, { key: 'y', en: 'milk', ru: 'молоко' }],
};

it('is a library without a fault', () => expect(findings).toEqual([]));

describe('a value in the text', () => {
  const made = arrange(library, { values: { a: WRITTEN } });
  it.each([
    ['count', 'En counts 4.', 'Ру counts 4.'],
    ['cap', 'En caps USD 999.50.', undefined],
    ['wait', 'En waits 60 calendar days.', 'Ру waits 60\u00A0календарных дней.'],
    ['day', 'En on 23 November 2026.', 'Ру on 23 ноября 2026 года.'],
    ['mode', 'En works apart.', 'Ру works раздельно.'],
    ['lead', undefined, 'Ру led by Руританией.'],
    ['name', 'En called the Site.', 'Ру called объект.'],
    ['list', 'En with tea and milk.', 'Ру with чай и молоко.'],
    ['share[us]', 'En the Government of Utopia 40 per cent.', undefined],
  ])('%s', (key, en, ru) => {
    if (en !== undefined) expect(wordsAt(made.draft, `beta.words/${key}`)).toBe(en);
    if (ru !== undefined) expect(wordsAt(made.draft, `beta.words/${key}`, 'ru')).toBe(ru);
  });

  it('still knows its parameter, its form and where it came from', () => {
    expect(inlinesAt(made.draft, 'beta.words/cap-words', 'ru')).toContainEqual(expect.objectContaining({
      type: 'value', parameter: 'a.cap', value: { type: 'money', currency: 'USD', minor: '99950' }, form: { style: 'words', case: 'gen' },
    }));
    expect(made.draft.values.map(({ name, source }) => `${name} ${source}`)).toEqual([
      'a.cap arrangement', 'a.count arrangement', 'a.day arrangement', 'a.lead arrangement', 'a.list arrangement', 'a.mode arrangement', 'a.name arrangement', 'a.share arrangement', 'a.wait arrangement',
    ]);
  });

  it('is never read as markup or as a slot', () => {
    const hostile = arrange(library, { values: { a: { name: { en: '{{shall}} <b>*x*</b> {{ref "a"}}', ru: '{{a.count}}' } } } });
    expect(wordsAt(hostile.draft, 'beta.words/name')).toBe('En called {{shall}} <b>*x*</b> {{ref "a"}}.');
    expect(wordsAt(hostile.draft, 'beta.words/name', 'ru')).toBe('Ру called {{a.count}}.');
  });
});

describe('where a value comes from', () => {
  const umbrella = arrange(library, { id: 'above', instrument: 'umbrella', values: { a: { count: 5, cap: 'USD 7' } } }).draft;
  const framework = frameworkMap({ draft: umbrella, library, openings: {}, edition: '1', hash: 'h', file: 'above.yaml' });
  const under = (a: Readonly<Record<string, unknown>>) => arrange(library, { framework: 'above.yaml', values: { a } }, { framework });

  it('is the arrangement first, then the framework, then the default, else a blank', () => {
    const { bound, draft } = under({ cap: 'USD 3' });
    expect(bound.get('a.cap')).toMatchObject({ source: 'arrangement', value: { minor: '300' } });
    expect(bound.get('a.count')).toMatchObject({ source: 'framework', value: { integer: 5 } });
    expect(arrange(library).bound.get('a.count')).toMatchObject({ source: 'default', value: { integer: 3 } });
    expect(bound.has('a.name')).toBe(false);
    expect(inlinesAt(draft, 'beta.words/name')).toContainEqual({ type: 'blank', kind: 'open', parameter: 'a.name', text: '____' });
  });

  it('is a blank where it is left empty, even over a default', () => {
    const { bound, findings: found } = arrange(library, { values: { a: { name: null } } });
    expect(bound.has('a.name')).toBe(false);
    expect(found).toEqual([]);
  });

  it('is the hand where it is for signing; a date leaves room for its year', () => {
    const { draft } = arrange(library);
    expect(inlinesAt(draft, 'beta.words/sign', 'ru')?.filter(({ type }) => type === 'blank')).toEqual([
      { type: 'blank', kind: 'signing', parameter: 'a.sign', text: '____' }, { type: 'blank', kind: 'signing', parameter: 'a.signDay', text: '____' },
    ]);
    expect(wordsAt(draft, 'beta.words/sign', 'ru')).toBe('Ру signed at ____ on ____ года.');
  });

  it('leaves one item of blanks where a list that a clause repeats over is open', () => {
    expect(wordsAt(arrange(library).draft, 'beta.words/share[_]')).toBe('En ____ ____.');
  });
});

describe('a constraint', () => {
  it.each([
    [{ count: 6 }, ['error constraint-broken']], [{ count: 5 }, []],
    [{ cap: 'EUR 5' }, ['error constraint-broken']], [{ cap: 'USD 1000.01' }, ['error constraint-broken']], [{ cap: 'USD 1000' }, []],
    [{ wait: 'P91D' }, ['error constraint-broken']], [{ wait: 'P90D' }, []],
    // Three months are between 89 and 92 days: nobody can say that they are at most ninety.
    [{ wait: 'P3M' }, ['warning constraint-undecidable']],
    [{ day: '2026-01-01' }, ['error constraint-broken']], [{ day: '2026-01-02' }, []],
    [{ list: [1, 2, 3].map((n) => ({ key: `k${n}`, en: 'x', ru: 'икс' })) }, ['error constraint-broken']],
  ])('%j gives %j', (a, expected) => {
    expect(rulesIn(arrange(library, { values: { a } }).findings)).toEqual(expected);
  });

  it('names the value and the declaration', () => {
    expect(arrange(library, { values: { a: { count: 9 } } }).findings).toMatchObject([{ span: { file: 'arrangement.yaml' }, related: [{ span: { file: 'layer0/parameters/a-count.yaml' } }] }]);
  });

  it('holds for a default in the library', () => {
    const broken = smallLibrary({ ...BARE, ...parameter('a.count', { type: 'integer', default: 9, constraint: 'value <= 5' }) });
    expect(rulesIn(broken.findings)).toEqual(['error constraint-broken']);
  });
});

it('names an unknown parameter at its key, with what is near', () => {
  expect(arrange(library, { values: { a: { conut: 1 } } }).findings).toMatchObject([{ rule: 'unknown-parameter', span: { file: 'arrangement.yaml' }, hint: 'did you mean “a.count”?' }]);
});
