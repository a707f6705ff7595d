import { describe, expect, it } from 'vitest';
import { arrange, BARE, clause, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const points = [clause('one', 'one;', { when: 'a.flag' }), clause('two', 'two.', { when: '!a.flag' })];
const { library, findings } = smallLibrary({
  ...BARE, ...parameter('a.flag', { type: 'boolean' }), ...parameter('a.other', { type: 'boolean' }), ...parameter('a.name', { type: 'text' }), ...parameter('a.list', { type: 'list' }),
  ...provision('alpha.a', [
    clause('whole', 'whole.'), clause('flag', 'flag.', { when: 'a.flag' }), clause('either', 'either.', { when: 'a.flag || a.other' }),
    clause('points', 'points:', { clauses: points }), clause('only', 'only:', { clauses: [clause('one', 'one.', { when: 'a.flag' })] }),
    clause('register', 'treaty.', { when: 'register == "treaty"' }), clause('two-parties', 'two.', { when: 'parties.size() == 2 && "us" in parties' }),
    clause('framework', 'framework.', { when: 'framework' }), clause('text', 'text.', { when: 'a.name == "here"' }), clause('list', 'list.', { when: 'a.list.size() > 1' }),
  ]),
});
const kept = (a: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, unknown>> = {}) => {
  const made = arrange(library, { values: { a }, ...fields });
  return { ids: made.draft.articles[0]?.children.map(({ id }) => id.slice('alpha.a/'.length)) ?? [], made };
};
const SETTLED = { flag: false, other: false, name: { en: 'there', ru: 'там' }, list: [] };

it('is a library without a fault', () => expect(findings).toEqual([]));

describe('a clause under a condition', () => {
  it('stands while the condition holds', () => {
    expect(kept({ ...SETTLED, flag: true }).ids).toEqual(['whole', 'flag', 'either', 'points', 'only', 'register', 'two-parties']);
    expect(kept({ ...SETTLED, name: { en: 'here', ru: 'тут' }, list: [{ key: 'x', en: 'x', ru: 'икс' }, { key: 'y', en: 'y', ru: 'игрек' }] }).ids).toEqual(['whole', 'points', 'register', 'two-parties', 'text', 'list']);
  });

  it('goes with its last point', () => {
    const { ids, made } = kept(SETTLED);
    expect(ids).not.toContain('only');
    expect(wordsAt(made.draft, 'alpha.a/points.one')).toBeUndefined();
    expect(wordsAt(made.draft, 'alpha.a/points.two')).toBe('En two.');
  });

  it('reads the register, the parties and the framework', () => {
    expect(kept(SETTLED, { register: 'memorandum' }).ids).not.toContain('register');
    expect(kept(SETTLED, { framework: 'above.yaml' }).ids).toContain('framework');
  });

  it('is true where one side of “or” settles it, whatever the other', () => {
    expect(kept({ ...SETTLED, flag: true, other: null }).ids).toContain('either');
  });

  it('is left out while unanswered; the finding names the clause and the parameter', () => {
    const { ids, made } = kept({ ...SETTLED, other: null });
    expect(ids).not.toContain('either');
    expect(made.findings).toMatchObject([{ rule: 'unanswered', severity: 'warning', message: 'whether “alpha.a/either” belongs here depends on “a.other”, which has no value; it is left out', hint: 'set a.other under “values”' }]);
  });
});

it('is checked with the library: names, types, and where in the expression', () => {
  const broken = smallLibrary({ ...BARE, ...parameter('a.flag', { type: 'boolean' }), ...provision('alpha.a', [clause('x', 'x.', { when: 'a.flga' }), clause('y', 'y.', { when: 'a.flag > 3' })], { when: 'a.' }) });
  expect(rulesIn(broken.findings)).toEqual(['error condition-invalid', 'error condition-invalid', 'error condition-invalid']);
  for (const { span } of broken.findings) expect(span?.file).toBe('layer0/alpha/a.yaml');
});
