import { describe, expect, it } from 'vitest';
import { departedBases } from '../../src/assemble/departed-bases.ts';
import { hashClause } from '../../src/text/hash-leaves.ts';
import { arrange, BARE, blocks, clause, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const { library } = smallLibrary({
  ...BARE, ...parameter('a.days', { type: 'integer', default: 7 }), ...parameter('a.list', { type: 'list' }),
  'definitions/thing.yaml': { id: 'thing', name: { en: 'Thing', ru: 'вещь' }, text: { en: 'a thing', ru: 'вещь' } },
  ...provision('alpha.a', [clause('x', 'standard {{a.days}}.'), clause('y', 'kept:', { clauses: [clause('p', 'p;'), clause('q', 'q.')] })], { parameters: ['a.days'] }),
  ...provision('beta.list', [clause('all', 'all:', { clauses: [clause('item', '{{item "text"}}{{item "end"}}', { each: 'a.list' })] })], { parameters: ['a.list'], scope: 'optional' }),
});
const add = (clauses: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({ add: [{ id: 'own.text', article: 'alpha', clauses, ...more }] });
const depart = (fields: Readonly<Record<string, unknown>>) => ({ departures: [{ at: 'alpha.a/x', by: 'us', on: '2026-11-01', why: 'asked for', ...fields }] });

describe('an addition', () => {
  it('stands after the library’s text, numbered with it and known as the arrangement’s own', () => {
    const { draft, findings } = arrange(library, add([clause('z', 'own {{a.days}}, see {{ref "alpha.a/y"}}.')]));
    expect(findings).toEqual([]);
    expect(draft.articles[0]?.children.map(({ id, ordinal }) => [id, ordinal])).toEqual([['alpha.a/x', 1], ['alpha.a/y', 2], ['own.text/z', 3]]);
    expect(wordsAt(draft, 'own.text/z')).toBe('En own 7, see paragraph 2.');
    expect(blocks(draft).get('own.text/z')?.provenance).toMatchObject({ library: 'arrangement', reason: 'added by the arrangement' });
    expect(wordsAt(arrange(library, add([clause('z', 'own.')]), { departures: false }).draft, 'own.text/z')).toBeUndefined();
  });

  it.each([
    [add([clause('z', '{{trem "thing"}}.')]), 'unknown-helper'],
    [add([clause('z', '{{term "thnig"}}.')]), 'unknown-term'],
    [add([clause('z', '{{a.dyas}}.')]), 'unknown-parameter'],
    [add([clause('z', '{{ref "alpha.a/yy"}}.')]), 'unknown-reference'],
    [add([clause('z', '{{party "eech"}}.')]), 'leaf-syntax'],
    [add([clause('z', '{{item "text"}}.')]), 'leaf-syntax'],
    [add([clause('z', 'z.', { when: 'a.dyas > 1' })]), 'condition-invalid'],
    [add([clause('z', 'z.', { each: 'a.days' })]), 'wrong-type'],
    [add([clause('z', 'z.')], { article: 'alfa' }), 'unknown-article'],
    [add([clause('z', 'z.')], { id: 'alpha.a' }), 'duplicate-provision'],
    [{ add: [{ id: 'own.text', article: 'alpha', clauses: [clause('z', 'z.')] }, { id: 'own.text', article: 'beta', clauses: [clause('z', 'z.')] }] }, 'duplicate-provision'],
    [depart({ text: { en: '{{trem "thing"}}.', ru: 'икс.' } }), 'unknown-helper'],
    [depart({ text: { en: '{{item "text"}}.', ru: 'икс.' } }), 'leaf-syntax'],
  ])('is checked as a library is: %j is %s', (fields, rule) => {
    const found = arrange(library, fields).findings.filter((finding) => finding.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    for (const { severity, span } of found) expect([severity, span?.file]).toEqual(['error', 'arrangement.yaml']);
  });

  it('is not lost where the instrument has no such article', () => {
    const made = arrange(library, { instrument: 'umbrella', ...add([clause('z', 'z.')], { article: 'gamma' }) });
    expect(rulesIn(made.findings)).toEqual(['error unplaced-text']);
  });
});

describe('a departure', () => {
  it('takes the place of the library’s words, keeps the id and says who asked', () => {
    const { draft, findings } = arrange(library, depart({ text: { en: 'Other {{a.days}}.', ru: 'Иное {{a.days}}.' } }));
    expect(findings).toEqual([]);
    expect(wordsAt(draft, 'alpha.a/x')).toBe('Other 7.');
    expect(blocks(draft).get('alpha.a/x')?.provenance?.departure).toEqual({ by: 'us', on: '2026-11-01', why: 'asked for' });
  });

  it('without words leaves the clause out, and the numbers close up', () => {
    const { draft } = arrange(library, { departures: [{ at: 'alpha.a/y.p', by: 'us', on: '2026-11-01', why: 'asked for' }] });
    expect(draft.articles[0]?.children[1]?.children.map(({ id, ordinal }) => [id, ordinal])).toEqual([['alpha.a/y.q', 1]]);
  });

  it('may name the item where the clause repeats', () => {
    const made = arrange(library, {
      choose: { 'beta.list': 'plain' }, values: { a: { list: [{ key: 'k', en: 'tea', ru: 'чай' }] } },
      departures: [{ at: 'beta.list/all.item', by: 'us', on: '2026-11-01', why: 'asked for', text: { en: 'only {{item "text"}}{{item "end"}}', ru: 'лишь {{item "text"}}{{item "end"}}' } }],
    });
    expect(made.findings).toEqual([]);
    expect(wordsAt(made.draft, 'beta.list/all.item[k]')).toBe('only tea.');
  });

  it('keeps what it departed from: the words as the library writes them, with their hash', () => {
    const departed = (at: string) => departedBases([{ at, by: 'us', on: '2026-11-01', why: 'x', approvals: [] }], arrange(library).decisions, new Map());
    const base = library.provision('alpha.a')?.variants[0]?.clauses[0];
    expect(departed('alpha.a/x')).toEqual([{ at: 'alpha.a/x', library: 'layer0', variant: 'plain', hash: base && hashClause(base), text: { en: 'En standard {{a.days}}.', ru: 'Ру standard {{a.days}}.' } }]);
    expect(departed('alpha.a/y.q')[0]?.text).toEqual({ en: 'En q.', ru: 'Ру q.' });
    expect([...departed('alpha.a/zz'), ...departed('beta.list/all'), ...departed('nothing')]).toEqual([]);
  });

  it('from a text that has changed since is a warning that gives the new hash', () => {
    const base = library.provision('alpha.a')?.variants[0]?.clauses[0];
    const hash = base === undefined ? '' : hashClause(base);
    const text = { en: 'Other.', ru: 'Иное.' };
    expect(arrange(library, depart({ text, base: hash })).findings).toEqual([]);
    expect(arrange(library, depart({ text, base: '0000' })).findings).toMatchObject([{ rule: 'departure-stale', severity: 'warning', hint: `compare the texts, then set base: "${hash}"` }]);
  });

  it('from what does not stand here is an error at its place', () => {
    const found = arrange(library, depart({ at: 'alpha.a/xx', text: { en: 'Other.', ru: 'Иное.' } })).findings;
    expect(found).toMatchObject([{ rule: 'unknown-clause', severity: 'error', hint: 'did you mean “alpha.a/x”?', span: { file: 'arrangement.yaml' } }]);
  });
});
