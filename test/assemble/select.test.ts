import { describe, expect, it } from 'vitest';
import type { AssembleResult } from '../../src/assemble/assemble.ts';
import { arrange, BARE, clause, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const FLAG = parameter('a.flag', { type: 'boolean' });

function decision(made: AssembleResult, id: string): { readonly state: string; readonly reason: string; readonly variant: string | undefined } | undefined {
  const found = made.decisions.find((candidate) => candidate.provision.id === id);
  return found && { state: found.state, reason: found.reason, variant: found.variant?.id };
}

describe('what is in, and why', () => {
  const { library, findings } = smallLibrary({
    ...BARE, ...FLAG,
    ...provision('alpha.usual', [clause('a', 'usual.')]),
    ...provision('alpha.elsewhere', [clause('a', 'elsewhere.')], { instruments: ['umbrella'] }),
    ...provision('alpha.spare', [clause('a', 'spare.')], { scope: 'optional' }),
    ...provision('beta.when', [clause('a', 'when.')], { when: 'a.flag' }),
    ...provision('beta.spare-when', [clause('a', 'spare when.')], { scope: 'optional', when: 'a.flag' }),
    ...provision('gamma.reserved', [clause('a', 'reserved.')], { scope: 'reserved' }),
  });

  it('is a library without a fault', () => {
    expect(findings).toEqual([]);
  });

  it('takes what is usual, leaves out what is optional, and considers only what is made for the instrument', () => {
    const made = arrange(library, { values: { a: { flag: false } } });
    expect(made.decisions.map(({ provision: { id }, state, reason }) => [id, state, reason])).toEqual([
      ['alpha.usual', 'in', 'the usual text of pact'],
      ['alpha.spare', 'out', 'optional, and neither chosen nor required'],
      ['beta.when', 'out', 'its condition a.flag is false'],
      ['beta.spare-when', 'out', 'its condition a.flag is false'],
      ['gamma.reserved', 'in', 'the usual text of pact'],
    ]);
    expect(made.findings).toEqual([]);
    expect(made.draft.articles.map(({ id }) => id)).toEqual(['article:alpha', 'article:gamma']);
  });

  it('takes what a condition or a choice asks for', () => {
    const made = arrange(library, { values: { a: { flag: true } }, choose: { 'alpha.spare': 'plain' } });
    expect(decision(made, 'alpha.spare')).toEqual({ state: 'in', reason: 'chosen', variant: 'plain' });
    expect(decision(made, 'beta.when')?.reason).toBe('its condition a.flag is true');
    expect(decision(made, 'beta.spare-when')?.reason).toBe('its condition a.flag is true');
  });

  it('leaves out what is unanswered, and names the parameter once per provision', () => {
    const made = arrange(library);
    expect(decision(made, 'beta.when')).toEqual({ state: 'out', reason: 'its condition a.flag is unanswered: a.flag', variant: undefined });
    expect(rulesIn(made.findings)).toEqual(['warning unanswered', 'warning unanswered']);
    expect(made.findings[0]?.hint).toBe('set a.flag under “values”');
  });

  it('leaves out what is omitted, and keeps the author’s reason', () => {
    const made = arrange(library, { values: { a: { flag: false } }, omit: [{ provision: 'alpha.usual', reason: 'nothing usual here' }] });
    expect(decision(made, 'alpha.usual')).toEqual({ state: 'out', reason: 'omitted because nothing usual here', variant: undefined });
    expect(wordsAt(made.draft, 'alpha.usual/a')).toBeUndefined();
  });

  it('refuses a choice that a condition rules out', () => {
    const made = arrange(library, { values: { a: { flag: false } }, choose: { 'beta.when': 'plain' } });
    expect(rulesIn(made.findings)).toEqual(['error choice-refused']);
    expect(decision(made, 'beta.when')?.state).toBe('out');
  });

  it.each([
    [{ choose: { 'alpha.usaul': 'plain' } }, 'unknown-provision', 'did you mean “alpha.usual”?'],
    [{ choose: { 'alpha.usual': 'plian' } }, 'unknown-variant', 'did you mean “plain”?'],
    [{ choose: { 'alpha.elsewhere': 'plain' } }, 'provision-unsuitable', undefined],
    [{ omit: [{ provision: 'alpha.usaul', reason: 'x' }] }, 'unknown-provision', 'did you mean “alpha.usual”?'],
    [{ incorporate: { gama: 'full' } }, 'unknown-provision', 'did you mean “gamma”?'],
    [{ instrument: 'pakt' }, 'unknown-instrument', 'did you mean “pact”?'],
    [{ parties: ['us', 'ruu'] }, 'unknown-party', 'did you mean “ru”?'],
  ])('%j is %s, with its place', (fields, rule, hint) => {
    let found: AssembleResult['findings'];
    try {
      found = arrange(library, { values: { a: { flag: false } }, ...fields }).findings;
    } catch (error) {
      found = JSON.parse(error instanceof Error ? error.message : '[]');
    }
    expect(found).toMatchObject([{ rule, severity: 'error', span: { file: 'arrangement.yaml' } }]);
    expect(found[0]?.hint).toBe(hint);
    expect(found[0]?.span?.start.line).toBeGreaterThan(1);
  });
});

describe('what is required', () => {
  const spare = { scope: 'optional' };
  const chain = {
    ...provision('alpha.first', [clause('a', 'first.')], { requires: ['beta.second'] }),
    ...provision('beta.second', [clause('a', 'second.')], { ...spare, variants: { plain: { rank: 'preferred', rationale: 'why', requires: ['gamma.third'], clauses: [clause('a', 'second.')] } } }),
    ...provision('gamma.third', [clause('a', 'third.')], spare),
  };

  it('is pulled in with the reason, through provisions and variants', () => {
    const made = arrange(smallLibrary({ ...BARE, ...chain }).library);
    expect(decision(made, 'beta.second')?.reason).toBe('required by alpha.first');
    expect(decision(made, 'gamma.third')?.reason).toBe('required by beta.second');
    expect(made.draft.articles.map(({ id }) => id)).toEqual(['article:alpha', 'article:beta', 'article:gamma']);
    expect(made.findings).toEqual([]);
  });

  it('is not required by a variant that was not chosen', () => {
    const made = arrange(smallLibrary({
      ...BARE, ...chain,
      ...provision('beta.second', [], {
        ...spare,
        variants: {
          lean: { rank: 'preferred', rationale: 'why', clauses: [clause('a', 'lean.')] },
          plain: { rank: 'acceptable', rationale: 'why', requires: ['gamma.third'], clauses: [clause('a', 'second.')] },
        },
      }),
    }).library);
    expect(decision(made, 'gamma.third')?.state).toBe('out');
  });

  it('cannot be omitted: both places are named', () => {
    const made = arrange(smallLibrary({ ...BARE, ...chain }).library, { omit: [{ provision: 'beta.second', reason: 'not wanted' }] });
    expect(made.findings).toMatchObject([{ rule: 'requirement-omitted', severity: 'error', span: { file: 'arrangement.yaml' }, related: [{ span: { file: 'layer0/alpha/first.yaml' } }] }]);
  });

  it('must be within reach', () => {
    const made = arrange(smallLibrary({ ...BARE, ...chain, ...provision('beta.second', [clause('a', 'second.')], { ...spare, instruments: ['umbrella'] }) }).library);
    expect(made.findings).toMatchObject([{ rule: 'requirement-unavailable', severity: 'error', span: { file: 'layer0/alpha/first.yaml' } }]);
  });

  it('stays out against a condition that is false or open, and that is an error with both places', () => {
    const { library } = smallLibrary({ ...BARE, ...FLAG, ...chain, ...provision('gamma.third', [clause('a', 'third.')], { ...spare, when: 'a.flag' }) });
    for (const [fields, reason] of [[{ values: { a: { flag: false } } }, 'its condition a.flag is false'], [{}, 'its condition a.flag is unanswered: a.flag']] as const) {
      const made = arrange(library, fields);
      expect(decision(made, 'gamma.third')).toEqual({ state: 'out', reason, variant: undefined });
      expect(made.findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ rule: 'requirement-unmet', span: { file: 'layer0/beta/second.yaml' }, related: [{ span: { file: 'layer0/gamma/third.yaml' } }] }]);
    }
    expect(decision(arrange(library, { values: { a: { flag: true } } }), 'gamma.third')?.state).toBe('in');
  });

  it('in a circle is a fault of the library that names every member once', () => {
    const { findings, library } = smallLibrary({
      ...BARE,
      ...provision('alpha.a', [clause('a', 'a.')], { requires: ['beta.b'] }),
      ...provision('beta.b', [clause('a', 'b.')], { requires: ['gamma.c'] }),
      ...provision('gamma.c', [clause('a', 'c.')], { requires: ['alpha.a'] }),
    });
    expect(findings).toMatchObject([{
      rule: 'circular-requirement', severity: 'error', message: 'these provisions require each other: alpha.a → beta.b → gamma.c → alpha.a',
      span: { file: 'layer0/alpha/a.yaml' }, related: [{ span: { file: 'layer0/beta/b.yaml' } }, { span: { file: 'layer0/gamma/c.yaml' } }],
    }]);
    // And assembly still ends.
    expect(arrange(library).draft.articles).toHaveLength(3);
  });
});

describe('what excludes each other', () => {
  const two = (more: Readonly<Record<string, unknown>>) => smallLibrary({ ...BARE, ...provision('alpha.a', [clause('a', 'a.')], more), ...provision('beta.b', [clause('a', 'b.')]) }).library;
  it.each([
    ['by the provision', { conflicts: ['beta.b'] }],
    ['by its variant', { variants: { plain: { rank: 'preferred', rationale: 'why', conflicts: ['beta.b'], clauses: [clause('a', 'a.')] } } }],
  ])('%s is one error with both places', (_what, more) => {
    expect(arrange(two(more)).findings).toMatchObject([{ rule: 'conflict', severity: 'error', span: { file: 'layer0/alpha/a.yaml' }, related: [{ span: { file: 'layer0/beta/b.yaml' } }] }]);
  });

  it('is one error where each names the other, at the author’s own choice where there is one', () => {
    const { library } = smallLibrary({ ...BARE, ...provision('alpha.a', [clause('a', 'a.')], { conflicts: ['beta.b'] }), ...provision('beta.b', [clause('a', 'b.')], { conflicts: ['alpha.a'] }) });
    expect(arrange(library, { choose: { 'alpha.a': 'plain' } }).findings).toMatchObject([{ rule: 'conflict', span: { file: 'arrangement.yaml' } }]);
  });

  it('is no matter where one of them is out', () => {
    expect(arrange(two({ conflicts: ['beta.b'] }), { omit: [{ provision: 'beta.b', reason: 'x' }] }).findings).toEqual([]);
  });
});

describe('which variant', () => {
  const variants = {
    rare: { rank: 'exception', rationale: 'why', clauses: [clause('a', 'rare.')] },
    open: { rank: 'preferred', rationale: 'why', when: 'a.flag', clauses: [clause('a', 'open.')] },
    formal: { rank: 'preferred', rationale: 'why', registers: ['treaty'], clauses: [clause('a', 'formal.')] },
    soft: { rank: 'acceptable', rationale: 'why', clauses: [clause('a', 'soft.')] },
  };
  const { library } = smallLibrary({ ...BARE, ...FLAG, ...provision('alpha.a', [], { variants }) });
  const reasons = (fields: Readonly<Record<string, unknown>>) => Object.fromEntries(arrange(library, fields).decisions[0]?.variants.map(({ id, reason }) => [id, reason]) ?? []);

  it('is the first preferred one that fits; every other has its reason', () => {
    expect(reasons({})).toEqual({
      rare: 'another comes first', open: 'its condition a.flag is unanswered', formal: 'default: the first preferred variant that fits', soft: 'another comes first',
    });
    expect(reasons({ values: { a: { flag: true } } })['open']).toBe('default: the first preferred variant that fits');
    expect(reasons({ values: { a: { flag: false } }, register: 'memorandum' })).toEqual({
      rare: 'another comes first', open: 'its condition a.flag is false', formal: 'it has no text in the memorandum register', soft: 'default: the first acceptable variant that fits',
    });
  });

  it('is the one chosen, whatever its rank', () => {
    expect(reasons({ choose: { 'alpha.a': 'rare' } })).toMatchObject({ rare: 'chosen', formal: 'another is chosen' });
  });

  it('is refused in a register it has no text for', () => {
    expect(rulesIn(arrange(library, { register: 'memorandum', choose: { 'alpha.a': 'formal' } }).findings)).toEqual(['error register-refused']);
  });

  it('is none where nothing fits, and the provision then says why it is out', () => {
    const none = smallLibrary({ ...BARE, ...FLAG, ...provision('alpha.a', [], { variants: { open: variants.open } }) }).library;
    const made = arrange(none, { values: { a: { flag: false } } });
    expect(rulesIn(made.findings)).toEqual(['error no-variant']);
    expect(decision(made, 'alpha.a')).toEqual({ state: 'out', reason: 'no variant of it fits', variant: undefined });
    const formal = smallLibrary({ ...BARE, ...provision('alpha.a', [clause('a', 'x.')], { registers: ['treaty'] }) }).library;
    expect(rulesIn(arrange(formal, { register: 'memorandum' }).findings)).toEqual(['error register-refused']);
  });
});
