import { describe, expect, it } from 'vitest';
import { frameworkMap } from '../../src/assemble/framework-map.ts';
import { arrange, BARE, clause, inlinesAt, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const both = { scope: 'reserved', instruments: ['pact', 'umbrella'] };
const { library, findings } = smallLibrary({
  ...BARE, ...parameter('a.days', { type: 'integer', default: 1 }),
  ...provision('alpha.one', [clause('x', 'one {{a.days}}.')], { ...both, parameters: ['a.days'] }),
  ...provision('alpha.two', [clause('x', 'two.')], both),
  ...provision('beta.worded', [clause('x', 'worded.')], { ...both, citation: { en: '{{cited}} governs {{instrument}}.', ru: '{{cited}} применяется к {{instrument case="dat"}}.' } }),
  ...provision('gamma.own', [clause('x', 'own.')]),
  ...provision('gamma.not-above', [clause('x', 'not above.')], { scope: 'reserved' }),
  ...provision('application.cited', [clause('all', 'these apply:', { clauses: [{ key: 'each', each: 'cited', en: '{{item "article"}} ({{item "title"}}){{item "end"}}', ru: '{{item "article"}} ({{item "title"}}){{item "end"}}' }] })], { when: 'framework' }),
});
const umbrella = arrange(library, { id: 'above', edition: '3', instrument: 'umbrella', values: { a: { days: 9 } } }).draft;
const framework = frameworkMap({ draft: umbrella, library, openings: { alpha: 'fill' }, edition: '3', hash: 'abc', file: 'above.yaml' });
const under = (fields: Readonly<Record<string, unknown>> = {}) => arrange(library, { framework: 'above.yaml', ...fields }, { framework });
const states = (fields: Readonly<Record<string, unknown>> = {}) => Object.fromEntries(under(fields).decisions.map(({ provision: { id }, state }) => [id, state]));

it('is a library without a fault', () => expect([...findings]).toEqual([]));

describe('the map of an assembled framework', () => {
  it('knows its articles, what each settles, with which values, and where each block stands', () => {
    expect(framework.articles.map(({ id, ordinal, ids, rule, opening }) => ({ id, ordinal, ids, rule, opening }))).toEqual([
      { id: 'article:alpha', ordinal: 1, ids: ['alpha.one', 'alpha.two'], rule: 'mayNot', opening: 'fill' },
      { id: 'article:beta', ordinal: 2, ids: ['beta.worded'], rule: 'mayNot', opening: 'fixed' },
    ]);
    expect(framework.articles[0]?.values).toEqual({ 'a.days': { type: 'integer', integer: 9 } });
    expect(framework.articles[0]?.blocks['alpha.two/x']).toEqual([{ type: 'article', ordinal: 1 }, { type: 'paragraph', ordinal: 2 }]);
    expect(framework.label['en']).toEqual({ nom: 'Umbrella' });
  });
});

describe('the place and the date of a framework', () => {
  const signed = smallLibrary({ ...BARE, ...parameter('signing.place', { type: 'text', signing: true }), ...parameter('signing.date', { type: 'date', signing: true }) }).library;
  const mapOf = (signing: Readonly<Record<string, unknown>>) => frameworkMap({ draft: arrange(signed, { instrument: 'umbrella', values: { signing } }).draft, library: signed, openings: {}, edition: '1', hash: 'h', file: 'f.yaml' });

  it('are those of its signing, and unknown until then', () => {
    expect(mapOf({ place: { en: 'Zenda', ru: 'Зенде' }, date: '2000-06-04' })).toMatchObject({ place: { en: { nom: 'Zenda' }, ru: { nom: 'Зенде' } }, date: '2000-06-04' });
    expect(mapOf({})).not.toHaveProperty('place');
    expect(mapOf({})).not.toHaveProperty('date');
  });
});

describe('what the framework settles', () => {
  it('is cited by default and never reproduced; what it does not settle stands here', () => {
    expect(states()).toEqual({ 'alpha.one': 'cited', 'alpha.two': 'cited', 'beta.worded': 'cited', 'gamma.own': 'in', 'gamma.not-above': 'in', 'application.cited': 'in' });
    const { draft, decisions } = under();
    expect(decisions[0]?.reason).toBe('the framework settles the matter; it is cited');
    expect(decisions[4]?.reason).toBe('the framework does not settle the matter');
    expect(wordsAt(draft, 'alpha.one/x')).toBeUndefined();
    expect(draft.incorporated).toEqual([
      { provision: 'alpha.one', article: 'article:alpha', mode: 'cited' }, { provision: 'alpha.two', article: 'article:alpha', mode: 'cited' }, { provision: 'beta.worded', article: 'article:beta', mode: 'cited' },
    ]);
  });

  it('is cited in words of its own, else in the common list, once per article', () => {
    const { draft } = under();
    expect(wordsAt(draft, 'beta.worded/citation')).toBe('Article II of the Umbrella governs this Pact.');
    expect(wordsAt(draft, 'beta.worded/citation', 'ru')).toBe('Статья II Зонт применяется к настоящему Пакт.');
    expect(wordsAt(draft, 'application.cited/all.each[alpha]')).toBe('Article I of the Umbrella (alpha en).');
    expect(wordsAt(draft, 'application.cited/all.each[beta]')).toBeUndefined();
  });

  it.each([
    [{ 'alpha.one': 'full' }, { 'alpha.one': 'in', 'alpha.two': 'cited', 'beta.worded': 'cited' }],
    [{ alpha: 'full' }, { 'alpha.one': 'in', 'alpha.two': 'in', 'beta.worded': 'cited' }],
    [{ alpha: 'full', 'alpha.two': 'cited' }, { 'alpha.one': 'in', 'alpha.two': 'cited', 'beta.worded': 'cited' }],
    ['full', { 'alpha.one': 'in', 'alpha.two': 'in', 'beta.worded': 'in' }],
    [{ '*': 'full', beta: 'cited' }, { 'alpha.one': 'in', 'alpha.two': 'in', 'beta.worded': 'cited' }],
  ])('is set out as asked, the narrower word first: %j', (incorporate, expected) => {
    expect(states({ incorporate })).toMatchObject(expected);
  });

  it('set out in full keeps the framework’s values and says so', () => {
    const { draft, decisions } = under({ incorporate: { 'alpha.one': 'full' } });
    expect(wordsAt(draft, 'alpha.one/x')).toBe('En one 9.');
    expect(draft.values).toContainEqual({ name: 'a.days', value: { type: 'integer', integer: 9 }, source: 'framework' });
    expect(draft.incorporated[0]).toEqual({ provision: 'alpha.one', article: 'article:alpha', mode: 'full' });
    expect(decisions[0]?.reason).toBe('set out in full, as the arrangement asks');
  });

  it('leaves a choice without effect, and says so at its place', () => {
    const made = under({ choose: { 'alpha.one': 'plain' } });
    expect(made.findings).toMatchObject([{ rule: 'choice-unused', severity: 'warning', span: { file: 'arrangement.yaml' }, hint: 'to set it out here, write incorporate: { alpha.one: full }' }]);
    expect(rulesIn(under({ choose: { 'alpha.one': 'plain' }, incorporate: 'full' }).findings)).toEqual([]);
  });
});

describe('without the framework’s text', () => {
  it('everything stands here, and the reason does not speak for a framework that nobody read', () => {
    const made = arrange(library, { framework: 'lost.yaml' });
    expect(made.decisions.map(({ provision: { id }, reason }) => `${id}: ${reason}`)).toContain('alpha.one: the framework could not be read');
    expect(made.draft.basis.framework).toBeUndefined();
  });
});

describe('what the framework gives an arrangement to say', () => {
  it('its title and label in the case asked for; place and date are blanks while nobody knows them', () => {
    const named = smallLibrary({ ...BARE, ...provision('alpha.a', [{ key: 'x', en: 'Under {{framework}}, the {{framework "title"}} of {{framework "place"}}, {{framework "date"}}.', ru: 'По {{framework case="dat"}} ({{framework "title" case="dat"}}; {{framework "place" case="pre"}}; {{framework "date"}}).' }]) }).library;
    const open = arrange(named, { framework: 'above.yaml' }, { framework });
    expect(wordsAt(open.draft, 'alpha.a/x')).toBe('Under the Umbrella, the Umbrella between the Government of Utopia and the Government of Ruritania on trade of ____, ____.');
    expect(inlinesAt(open.draft, 'alpha.a/x')?.flatMap((inline) => (inline.type === 'blank' ? [inline.parameter] : []))).toEqual(['framework.place', 'framework.date']);
    const known = { ...framework, place: { en: { nom: 'Zenda' }, ru: { nom: 'Зенда', pre: 'Зенде' } }, date: '2000-06-04', label: { en: { nom: 'Umbrella' }, ru: { nom: 'Зонт', dat: 'Зонту' } } };
    const done = arrange(named, { framework: 'above.yaml' }, { framework: known });
    expect(wordsAt(done.draft, 'alpha.a/x')).toMatch(/^Under the Umbrella, .* of Zenda, 4 June 2000\.$/u);
    expect(wordsAt(done.draft, 'alpha.a/x', 'ru')).toMatch(/^По Зонту \(.*; Зенде; 4 июня 2000 года\)\.$/u);
    expect(done.draft.basis.framework).toEqual({ id: 'above', edition: '3', hash: 'abc', file: 'above.yaml' });
  });
});

it('what the framework has because another provision requires it is cited, or set out in the framework’s variant, with that provision', () => {
  const either = { scope: 'optional', instruments: ['pact', 'umbrella'] };
  const variant = (words: string) => ({ rank: 'preferred', rationale: 'why', clauses: [clause('x', words)] });
  const small = smallLibrary({
    ...BARE, ...provision('alpha.one', [clause('x', 'one.')], { ...both, requires: ['alpha.with'] }),
    ...provision('alpha.with', [], { ...either, variants: { usual: variant('usual.'), other: variant('other.') } }),
  }).library;
  const above = frameworkMap({ draft: arrange(small, { instrument: 'umbrella', choose: { 'alpha.with': 'other' } }).draft, library: small, openings: {}, edition: '1', hash: 'h', file: 'above.yaml' });
  const below = (fields: Readonly<Record<string, unknown>>) => arrange(small, { framework: 'above.yaml', ...fields }, { framework: above });
  expect(below({ incorporate: { 'alpha.one': 'full' } }).draft.incorporated).toEqual([{ provision: 'alpha.one', article: 'article:alpha', mode: 'full' }, { provision: 'alpha.with', article: 'article:alpha', mode: 'cited' }]);
  const full = below({ incorporate: 'full' });
  expect(full.findings).toEqual([]);
  expect(wordsAt(full.draft, 'alpha.with/x')).toBe('En other.');
  expect(full.draft.incorporated.map(({ mode }) => mode)).toEqual(['full', 'full']);
  // What is chosen here is the arrangement's own, and its framework has it already.
  expect(below({ choose: { 'alpha.with': 'other' } }).draft.incorporated).toEqual([{ provision: 'alpha.one', article: 'article:alpha', mode: 'cited' }]);
});
