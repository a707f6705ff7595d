import { describe, expect, it } from 'vitest';
import { hashProvision } from '../../src/text/hash-leaves.ts';
import { arrange, BARE, clause, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';
import type { Folder } from '../support/small-library.ts';

const BELOW: Folder = {
  ...BARE, ...parameter('a.days', { type: 'integer', default: 7, ask: { en: 'How long?', ru: 'Как долго?' } }),
  'definitions/thing.yaml': { id: 'thing', name: { en: 'Thing', ru: 'вещь' }, text: { en: 'a thing', ru: 'вещь' } },
  ...provision('alpha.a', [clause('x', 'below x.'), clause('y', 'below y:', { clauses: [clause('p', 'p.')], tail: { en: 'below tail.', ru: 'хвост.' } })]),
  ...provision('beta.b', [clause('x', 'below b.')]),
};
const base = hashProvision(smallLibrary(BELOW).library.provision('alpha.a') ?? expect.fail());
const extend = (fields: Readonly<Record<string, unknown>>): Folder => ({ 'alpha/house.yaml': { extends: 'alpha.a', base, ...fields } });
const replace = (id: string, fields: Readonly<Record<string, unknown>> = {}): Folder => provision(id, [clause('x', `${id} instead.`)], { replaces: ['alpha.a'], base, ...fields });
const lay = (...above: readonly Folder[]) => smallLibrary(BELOW, ...above);
const variant = (words: string, more: Readonly<Record<string, unknown>> = {}) => ({ rank: 'preferred', rationale: 'ours', clauses: [clause('x', words)], ...more });

describe('an overlay that replaces', () => {
  it('stands in the place of what it replaces', () => {
    const { library, findings } = lay(replace('alpha.ours'));
    expect(findings).toEqual([]);
    expect(library.provisionIds).toEqual(['alpha.ours', 'beta.b']);
    expect(wordsAt(arrange(library).draft, 'alpha.ours/x')).toBe('En alpha.ours instead.');
  });

  it('may keep the id', () => {
    const { library, findings } = lay(replace('alpha.a'));
    expect(findings).toEqual([]);
    expect(library.provision('alpha.a')?.library).toBe('layer1');
  });

  it('without “replaces” is a second provision of the same id: both places are named', () => {
    const { findings, library } = lay(provision('alpha.a', [clause('x', 'again.')]));
    expect(findings).toMatchObject([{ rule: 'duplicate-provision', severity: 'error', span: { file: 'layer1/alpha/a.yaml' }, related: [{ span: { file: 'layer0/alpha/a.yaml' } }] }]);
    expect(findings[0]?.hint).toContain('“replaces:”');
    expect(library.provision('alpha.a')?.library).toBe('layer0');
  });

  it('what does not exist is an error where it names a base, and history where it does not', () => {
    expect(lay(replace('alpha.ours', { replaces: ['alpha.aa'] })).findings).toMatchObject([{ rule: 'unknown-provision', severity: 'error', span: { file: 'layer1/alpha/ours.yaml' }, hint: 'did you mean “alpha.a”?' }]);
    expect(lay(provision('alpha.ours', [clause('x', 'x.')], { replaces: ['alpha.once'] })).findings).toEqual([]);
  });
});

it('an overlay may replace two provisions by one', () => {
  const { library, findings } = lay(provision('alpha.both', [clause('x', 'both.')], { replaces: ['beta.b', 'alpha.a'], base: hashProvision(smallLibrary(BELOW).library.provision('beta.b') ?? expect.fail()) }));
  expect(findings).toEqual([]);
  expect(library.provisionIds).toEqual(['alpha.both']);
});

describe('the base of an overlay', () => {
  it.each([[base, []], ['0000', ['warning overlay-base-stale']], [undefined, ['info overlay-base-missing']]])('%s', (written, expected) => {
    expect(rulesIn(lay(extend({ base: written, guidance: 'ours' })).findings)).toEqual(expected);
    expect(rulesIn(lay(replace('alpha.ours', { base: written })).findings)).toEqual(expected);
  });

  it('is given by the finding, ready to be written', () => {
    expect(lay(extend({ base: undefined, guidance: 'ours' })).findings[0]?.hint).toBe(`add base: "${base}"`);
  });
});

describe('an overlay that extends', () => {
  it('adds a variant that can be chosen, and leaves the rest as it was', () => {
    const { library, findings } = lay(extend({ variants: { ours: variant('ours.', { rank: 'acceptable' }) } }));
    expect(findings).toEqual([]);
    expect(library.provision('alpha.a')?.variants.map(({ id }) => id)).toEqual(['plain', 'ours']);
    expect(wordsAt(arrange(library).draft, 'alpha.a/x')).toBe('En below x.');
    expect(wordsAt(arrange(library, { choose: { 'alpha.a': 'ours' } }).draft, 'alpha.a/x')).toBe('En ours.');
  });

  it('replaces words by key and language, adds clauses at the end, goes down into points and tails', () => {
    const { library, findings } = lay(extend({ variants: { plain: { clauses: [
      { key: 'y', clauses: [{ key: 'p', ru: 'Ру наше.' }, clause('q', 'ours.')], tail: { en: 'our tail.' } }, clause('z', 'z ours.'),
    ] } } }));
    expect(findings).toEqual([]);
    const { draft } = arrange(library);
    expect(draft.articles[0]?.children.map(({ id }) => id)).toEqual(['alpha.a/x', 'alpha.a/y', 'alpha.a/z']);
    expect([wordsAt(draft, 'alpha.a/y.p'), wordsAt(draft, 'alpha.a/y.p', 'ru')]).toEqual(['En p.', 'Ру наше.']);
    expect(wordsAt(draft, 'alpha.a/y.q')).toBe('En ours.');
    expect(draft.articles[0]?.children[1]?.tail?.['en']).toEqual([{ type: 'text', text: 'our tail.' }]);
    expect(draft.articles[0]?.children[1]?.tail?.['ru']).toEqual([{ type: 'text', text: 'хвост.' }]);
  });

  it('replaces one register and keeps the other', () => {
    const split = smallLibrary({ ...BELOW, ...provision('alpha.a', [{ key: 'x', en: { treaty: 'Bound.', memorandum: 'Minded.' }, ru: 'Икс.' }]) }, { 'alpha/house.yaml': { extends: 'alpha.a', variants: { plain: { clauses: [{ key: 'x', en: { treaty: 'Held.' } }] } } } });
    expect(wordsAt(arrange(split.library).draft, 'alpha.a/x')).toBe('Held.');
    expect(wordsAt(arrange(split.library, { register: 'memorandum' }).draft, 'alpha.a/x')).toBe('Minded.');
  });

  it('changes everything that it may set, and drops nothing that was written', () => {
    const { library, findings } = lay(extend({
      title: { ru: 'наше' }, aliases: ['ours'], guidance: 'ask us', parameters: ['a.days'], citation: { en: 'Cited.', ru: 'Указано.' }, sources: [{ cite: 'Ours 1', certainty: 'verified' }],
      variants: { plain: {
        rank: 'exception', rationale: 'not ours', raises: [{ matter: 'finance.costs', note: 'mind the cap' }], when: 'a.days > 1', requires: ['beta.b'], conflicts: [], registers: ['treaty'],
        clauses: [{ key: 'x', when: 'a.days > 2' }],
      } },
    }));
    expect(findings).toEqual([]);
    expect(library.provision('alpha.a')).toMatchObject({
      title: { en: 'alpha.a', ru: 'наше' }, aliases: ['ours'], guidance: 'ask us', parameters: ['a.days'], citation: { en: ['Cited.'] }, sources: [{ cite: 'Ours 1' }],
      variants: [{
        id: 'plain', rank: 'exception', rationale: 'not ours', raises: [{ matter: 'finance.costs', note: 'mind the cap' }], when: { source: 'a.days > 1' }, requires: ['beta.b'], registers: ['treaty'],
        clauses: [{ key: 'x', when: { source: 'a.days > 2' } }, { key: 'y' }],
      }],
    });
  });

  it('needs something to extend, and a whole variant where it adds one', () => {
    expect(lay({ 'alpha/house.yaml': { extends: 'alpha.b', guidance: 'x' } }).findings).toMatchObject([{ rule: 'unknown-provision', severity: 'error', span: { file: 'layer1/alpha/house.yaml' } }]);
    expect(lay(extend({ variants: { ours: { rank: 'preferred' } } })).findings).toMatchObject([{ rule: 'missing-key', severity: 'error', span: { file: 'layer1/alpha/house.yaml' } }]);
  });
});

const NAMED: Folder = {
  'vocabulary/en.yaml': { language: 'en', instruments: { pact: { treaty: { full: 'Covenant', short: 'Covenant' } } }, languages: {}, title: '{{instrument "full"}} {{title}}', signature: { for: 'For {{item "name"}}', name: 'N:', office: 'O:' } },
};

describe('two overlays', () => {
  const ours = { plain: { clauses: [{ key: 'x', en: 'One.' }] } };
  it.each<[string, Folder, Folder]>([
    ['the same guidance', extend({ guidance: 'one' }), extend({ guidance: 'two' })],
    ['the same title', extend({ title: { en: 'one' } }), extend({ title: { en: 'two' } })],
    ['the same words', extend({ variants: ours }), extend({ variants: ours })],
    ['the same tail', extend({ variants: { plain: { clauses: [{ key: 'y', tail: { en: 'one.' } }] } } }), extend({ variants: { plain: { clauses: [{ key: 'y', tail: { en: 'two.' } }] } } })],
    ['the same condition', extend({ variants: { plain: { when: 'framework' } } }), extend({ variants: { plain: { when: '!framework' } } })],
    ['the same new variant', extend({ variants: { ours: variant('one.') } }), extend({ variants: { ours: variant('two.') } })],
    ['the same new clause', extend({ variants: { plain: { clauses: [clause('z', 'one.')] } } }), extend({ variants: { plain: { clauses: [clause('z', 'two.')] } } })],
    ['the same provision, replaced under one id', replace('alpha.a'), replace('alpha.a')],
    ['the same provision, replaced under two ids', replace('alpha.one'), replace('alpha.two')],
    ['a provision that the other extends, replaced', extend({ guidance: 'one' }), replace('alpha.two')],
    ['the same parameter', parameter('a.days', { type: 'integer', default: 8 }), parameter('a.days', { type: 'integer', default: 9 })],
    ['the same new parameter', parameter('a.new', { type: 'text' }), parameter('a.new', { type: 'text' })],
    ['the same new definition', { 'definitions/new.yaml': { id: 'new', name: { en: 'T', ru: 'т' } } }, { 'definitions/new.yaml': { id: 'new', name: { en: 'U', ru: 'у' } } }],
    ['the same definition', { 'definitions/thing.yaml': { id: 'thing', name: { en: 'T', ru: 'т' } } }, { 'definitions/thing.yaml': { id: 'thing', name: { en: 'U', ru: 'у' } } }],
    ['the same party', { 'parties/us.yaml': BARE['parties/us.yaml'] }, { 'parties/us.yaml': BARE['parties/us.yaml'] }],
    ['the same article', { 'articles.yaml': { alpha: { title: { en: 'One', ru: 'Один' } } } }, { 'articles.yaml': { alpha: { title: { en: 'Two', ru: 'Два' } } } }],
    ['the same name of an instrument', NAMED, NAMED],
    ['the same skeleton', { 'templates/pact.hbs': '{{article "alpha"}}' }, { 'templates/pact.hbs': '{{article "beta"}}' }],
  ])('that set %s are a conflict with both places', (_what, first, second) => {
    const found = lay(first, second).findings.filter(({ rule }) => rule === 'overlay-conflict');
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) expect(finding).toMatchObject({ severity: 'error', span: { file: expect.stringMatching(/^layer2\//u) }, related: [{ span: { file: expect.stringMatching(/^layer1\//u) } }] });
  });

  it('that set different fields both hold', () => {
    const { library, findings } = lay(extend({ variants: ours }), extend({ guidance: 'ask', variants: { plain: { clauses: [{ key: 'x', ru: 'Два.' }] } } }));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { draft } = arrange(library);
    expect([wordsAt(draft, 'alpha.a/x'), wordsAt(draft, 'alpha.a/x', 'ru')]).toEqual(['One.', 'Два.']);
    expect(library.provision('alpha.a')?.guidance).toBe('ask');
    expect(library.names.map(({ name }) => name)).toEqual(['layer0', 'layer1', 'layer2']);
  });

  it('apply in order: the later finds the text of the earlier below it', () => {
    const { findings } = lay(extend({ variants: ours }), extend({ guidance: 'ask' }));
    // The second was made from the text without the first.
    expect(rulesIn(findings)).toEqual(['warning overlay-base-stale']);
  });

  it('may each add provisions, which follow the library’s', () => {
    expect(lay(provision('gamma.one', [clause('x', 'x.')]), provision('gamma.two', [clause('x', 'x.')])).library.provisionIds).toEqual(['alpha.a', 'beta.b', 'gamma.one', 'gamma.two']);
  });
});

describe('what else an overlay may lay over', () => {
  it('a parameter’s default and question, never its type', () => {
    const { library, findings } = lay(parameter('a.days', { type: 'integer', default: 9, ask: { en: 'How many days?' } }));
    expect(findings).toEqual([]);
    expect(library.parameters['a.days']).toMatchObject({ default: { integer: 9 }, ask: { en: 'How many days?', ru: 'Как долго?' } });
    const typed = lay(parameter('a.days', { type: 'text' }));
    expect(typed.findings).toMatchObject([{ rule: 'overlay-conflict', severity: 'error', span: { file: 'layer1/parameters/a-days.yaml' }, related: [{ span: { file: 'layer0/parameters/a-days.yaml' } }] }]);
    expect(typed.library.parameters['a.days']?.type).toBe('integer');
  });

  it('an instrument of its own, which takes what its families have, save what it forbids', () => {
    const kin = (id: string): Folder => provision(id, [clause('x', 'of the family.')], { instruments: ['kin'] });
    const { library, findings } = smallLibrary(
      { ...BARE, 'templates/pact.hbs': '{{layout kind="arrangement" families="kin"}}{{article "alpha"}}{{article "beta"}}', ...kin('alpha.a'), ...kin('beta.b') },
      { 'templates/accord.hbs': '{{layout kind="arrangement" families="kin"}}{{article "alpha"}}{{forbidden "beta" because="it is another thing"}}' },
    );
    expect(findings).toEqual([]);
    expect(arrange(library).draft.articles.map(({ id }) => id)).toEqual(['article:alpha', 'article:beta']);
    const made = arrange(library, { instrument: 'accord', choose: { 'beta.b': 'plain' } });
    expect(made.draft.articles.map(({ id }) => id)).toEqual(['article:alpha']);
    expect(made.findings.map(({ rule, message }) => `${rule}: ${message}`)).toContain('provision-unsuitable: “beta.b” is not made for accord: it is another thing');
  });

  it('names of an instrument, parties and skeletons of its own', () => {
    const { library, findings } = lay({
      ...NAMED,
      'templates/pact.hbs': '{{article "beta"}}{{article "alpha"}}',
    });
    expect(findings).toEqual([]);
    const { draft } = arrange(library);
    expect(draft.title['en']).toEqual([{ type: 'name', of: 'self', text: 'Covenant' }, { type: 'text', text: ' on trade' }]);
    expect(draft.articles.map(({ id }) => id)).toEqual(['article:beta', 'article:alpha']);
    expect(library.vocabulary['en']?.instruments['pact']?.memorandum?.full.nom).toBe('Pact of Understanding');
    expect(arrange(library, { instrument: 'umbrella' }).draft.meta.numbering.article).toBe('roman');
  });
});
