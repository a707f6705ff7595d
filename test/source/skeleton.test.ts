import { describe, expect, it } from 'vitest';
import { readSkeleton } from '../../src/source/skeleton.ts';

const skeleton = (source: string) => ({ id: 'pact', file: 'templates/pact.hbs', source });
const read = (source: string) => readSkeleton(skeleton(source), ['alpha', 'beta', 'gamma']);
const check = (source: string) => read(source).findings;

describe('a skeleton', () => {
  it('places what it names, in order, by its conditions', () => {
    const source = '{{layout kind="framework" concluder="state" article="roman" point="latin" families="one other"}}{{! a note }}{{title}}\n{{#if framework}}{{article "alpha"}}{{else}}{{article "beta" mandatory="true"}}{{/if}}{{#unless treaty}}{{annex "alpha"}}{{/unless}}{{signatures by="first"}}{{forbidden "gamma" because="it is a pact"}}';
    expect(check(source)).toEqual([]);
    expect(read(source).layouts?.alone.treaty).toEqual({
      kind: 'framework', families: ['one', 'other'], concluder: 'state', numbering: { article: 'roman', paragraph: 'arabic', point: 'latin' },
      steps: [{ kind: 'title' }, { kind: 'article', id: 'beta', mandatory: true }, { kind: 'signatures' }], forbidden: { gamma: 'it is a pact' }, signedBy: 'first',
    });
    expect(read(source).layouts?.framework.memorandum.steps.slice(1, 3)).toEqual([{ kind: 'article', id: 'alpha', mandatory: false }, { kind: 'annex', id: 'alpha', mandatory: false }]);
  });

  it.each([
    ['words outside every helper', 'Article one', 1, 1],
    ['an unknown helper', '\n  {{artcle "alpha"}}', 2, 3],
    ['an unknown article', '{{article "delta"}}', 1, 1],
    ['an article without quotation marks', '{{article alpha}}', 1, 1],
    ['too many arguments', '{{article "alpha" "beta"}}', 1, 1],
    ['an unknown setting', '{{layout colour="red"}}', 1, 1],
    ['a setting of an unknown value', '{{layout article="greek"}}', 1, 1],
    ['a family that is no name', '{{layout families="One, two"}}', 1, 1],
    ['another who signs', '{{signatures by="last"}}', 1, 1],
    ['what is forbidden without a reason', '{{forbidden "alpha"}}', 1, 1],
    ['what is placed and forbidden', '{{article "alpha"}}{{forbidden "alpha" because="no"}}', 1, 20],
    ['a loop', '{{#each parties}}{{title}}{{/each}}', 1, 1],
    ['a condition over what is unknown', '{{#if parties}}{{title}}{{/if}}', 1, 1],
    ['a path to a prototype', '{{constructor}}', 1, 1],
    ['a path upwards', '{{#if ../framework}}{{title}}{{/if}}', 1, 1],
    ['a partial', '{{> other}}', 1, 1],
    ['a decorator', '{{* foo}}', 1, 1],
    ['a lookup', '{{lookup this "x"}}', 1, 1],
    ['a data variable', '{{@root}}', 1, 1],
    ['a template that does not parse', '{{title}}\n{{#if framework}}', 1, 1],
  ])('refuses %s, at its place', (what, source, line, column) => {
    const found = check(source);
    expect(found.length).toBeGreaterThan(0);
    for (const { severity, span } of found) expect([severity, span?.file]).toEqual(['error', 'templates/pact.hbs']);
    // What could do more than place is never run.
    expect(read(source).layouts === undefined).toBe(!what.includes('unknown article'));
    if (what !== 'a template that does not parse') expect([found[0]?.span?.start.line, found[0]?.span?.start.column]).toEqual([line, column]);
  });

  it('is read up to a length, and no further', () => {
    expect(check(`{{title}}${' '.repeat(100_000)}`)).toMatchObject([{ rule: 'template-invalid' }]);
  });

  it('names what is near', () => {
    expect(check('{{artcle "alpha"}}')[0]?.hint).toBe('did you mean “article”?');
    expect(check('{{article "alpa"}}')[0]).toMatchObject({ rule: 'unknown-article', hint: 'did you mean “alpha”?' });
  });
});
