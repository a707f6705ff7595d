import * as path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { LANGUAGES } from '../../src/languages/index.ts';
import { BLANK_TEXT, inlinesOf, roots, walk } from '../../src/model/index.ts';
import type { Draft, FrameworkMap, Host, PathStep } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';
import { arrange, BARE, blocks, clause, inlinesAt, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const DEEP = provision('beta.deep', [
  clause('lead', 'lead.'),
  clause('list', 'list:', { clauses: [clause('one', 'one;'), clause('two', 'two:', { clauses: [clause('inner', 'inner.')] })] }),
]);
const refs = (id: string) => ({ en: `Under {{ref "${id}"}}.`, ru: `По {{ref "${id}" case="dat"}}.` });

describe('a reference', () => {
  const { library, findings } = smallLibrary({
    ...BARE, ...DEEP,
    ...provision('alpha.from', [
      { key: 'article', ...refs('article:beta') }, { key: 'provision', ...refs('beta.deep') }, { key: 'paragraph', ...refs('beta.deep/list') },
      { key: 'point', ...refs('beta.deep/list.two') }, { key: 'inner', ...refs('beta.deep/list.two.inner') }, { key: 'own', ...refs('alpha.from/point') },
      { key: 'annex', ...refs('data.d/y') }, { key: 'single', ...refs('gamma.single/x') },
      { key: 'start', en: '{{ref "article:beta"}} applies.', ru: '{{ref "article:beta"}} применяется.' },
    ]),
    ...provision('gamma.single', [clause('x', 'x.')]), ...provision('data.d', [clause('x', 'x.'), clause('y', 'y.')]),
  });
  const treaty = arrange(library).draft;
  const memorandum = arrange(library, { register: 'memorandum' }).draft;

  it('is to a library without a fault', () => expect(findings).toEqual([]));

  it.each([
    ['article', 'Under Article 2.', 'По статье 2.'],
    ['provision', 'Under Article 2.', 'По статье 2.'],
    ['paragraph', 'Under Article 2(2).', 'По пункту 2 статьи 2.'],
    ['point', 'Under Article 2(2)(2).', 'По подпункту 2 пункта 2 статьи 2.'],
    ['own', 'Under paragraph 4.', 'По пункту 4 настоящей статьи.'],
    ['annex', 'Under paragraph 2 of Annex 1.', 'По пункту 2 приложения 1.'],
    // The only paragraph of an article has no number: its article is the place.
    ['single', 'Under Article 3.', 'По статье 3.'],
    ['start', 'Article 2 applies.', 'Статья 2 применяется.'],
  ])('to %s', (key, en, ru) => {
    expect(wordsAt(treaty, `alpha.from/${key}`)).toBe(en);
    expect(wordsAt(treaty, `alpha.from/${key}`, 'ru')).toBe(ru);
  });

  it('to a point of a point goes on down', () => {
    expect(wordsAt(treaty, 'alpha.from/inner')).toMatch(/^Under Article 2\(2\)\(2\)\([a-z0-9]+\)\.$/u);
    expect(wordsAt(treaty, 'alpha.from/inner', 'ru')).toMatch(/ подпункта 2 пункта 2 статьи 2\.$/u);
  });

  it('speaks the register', () => {
    expect(wordsAt(memorandum, 'alpha.from/point')).toBe('Under Section 2(2)(2).');
    expect(wordsAt(memorandum, 'alpha.from/own', 'ru')).toBe('По пункту 4 настоящего раздела.');
  });

  it('leads to a block of this draft by its id', () => {
    expect(inlinesAt(treaty, 'alpha.from/point')).toContainEqual({ type: 'reference', instrument: 'self', id: 'beta.deep/list.two', text: 'Article 2(2)(2)' });
    // A provision's own id is no block: the reference keeps the article's.
    expect(inlinesAt(treaty, 'alpha.from/provision')).toContainEqual(expect.objectContaining({ type: 'reference', id: 'article:beta' }));
  });

  it('to what is left out is an error with its place, once for both languages, and a visible gap', () => {
    const made = arrange(library, { omit: [{ provision: 'gamma.single', reason: 'x' }] });
    expect(made.findings).toMatchObject([{ rule: 'dangling-reference', severity: 'error', node: { id: 'alpha.from/single' }, span: { file: 'layer0/alpha/from.yaml' } }]);
    expect(wordsAt(made.draft, 'alpha.from/single')).toBe('Under ____.');
  });

  it('to a name that exists nowhere is a fault of the library', () => {
    const broken = smallLibrary({ ...BARE, ...DEEP, ...provision('alpha.a', [{ key: 'x', ...refs('beta.deep/lsit') }, { key: 'y', ...refs('article:bata') }]) });
    expect(broken.findings.map(({ rule, severity, span }) => [rule, severity, span?.file])).toEqual(Array.from({ length: 4 }, () => ['unknown-reference', 'error', 'layer0/alpha/a.yaml']));
    expect(broken.findings[0]?.hint).toContain('“beta.deep/list”');
  });
});

it('to a repeated clause leads to its first item', () => {
  const { library } = smallLibrary({
    ...BARE, ...parameter('a.list', { type: 'list' }), ...provision('alpha.from', [{ key: 'x', ...refs('beta.items/all.item') }]),
    ...provision('beta.items', [clause('lead', 'lead.'), clause('all', 'all:', { clauses: [clause('item', '{{item "text"}}{{item "end"}}', { each: 'a.list' })] })], { parameters: ['a.list'] }),
  });
  const entry = (key: string) => ({ key, en: key, ru: key });
  const made = arrange(library, { values: { a: { list: [entry('p'), entry('q')] } } });
  expect(wordsAt(made.draft, 'alpha.from/x')).toBe('Under Article 2(2)(1).');
  expect(inlinesAt(made.draft, 'alpha.from/x')).toContainEqual(expect.objectContaining({ id: 'beta.items/all.item[p]' }));
  expect(rulesIn(arrange(library, { values: { a: { list: [] } } }).findings)).toEqual(['error dangling-reference']);
});

describe('a reference to the framework', () => {
  const article = (ordinal: number): readonly PathStep[] => [{ type: 'article', ordinal }];
  const framework: FrameworkMap = {
    id: 'above', edition: '1', hash: 'h', file: 'above.yaml', register: 'treaty', numbering: { article: 'roman', paragraph: 'arabic', point: 'latin' },
    title: { en: { nom: 'Agreement on Trade' }, ru: { nom: 'Соглашение о торговле', gen: 'Соглашения о торговле' } }, label: { en: { nom: 'Agreement' }, ru: { nom: 'Соглашение', gen: 'Соглашения' } },
    parties: ['us', 'ru'], terms: [],
    articles: [{
      id: 'article:beta', article: 'beta', ids: ['beta.deep'], ordinal: 14, title: { en: 'Beta', ru: 'Бета' }, rule: 'mayNot', opening: 'fixed', values: {}, terms: [],
      blocks: { 'beta.deep': article(14), 'beta.deep/list': [...article(14), { type: 'paragraph', ordinal: 3 }], 'beta.deep/list.two': [...article(14), { type: 'paragraph', ordinal: 3 }, { type: 'point', ordinal: 2 }] },
    }],
  };
  const { library } = smallLibrary({
    ...BARE, ...provision('beta.deep', [clause('lead', 'lead.'), clause('list', 'list:', { clauses: [clause('one', 'one;'), clause('two', 'two.')] })], { scope: 'reserved' }),
    ...provision('alpha.from', [{ key: 'a', ...refs('beta.deep') }, { key: 'p', ...refs('beta.deep/list') }, { key: 'q', ...refs('beta.deep/list.two') }, { key: 'r', ...refs('article:beta') }]),
  });
  const made = arrange(library, { framework: 'above.yaml', register: 'memorandum' }, { framework });

  it.each([
    ['a', 'Under Article XIV of the Agreement.', 'По статье XIV Соглашения.'],
    ['p', 'Under Article XIV(3) of the Agreement.', 'По пункту 3 статьи XIV Соглашения.'],
    ['q', 'Under Article XIV(3)(b) of the Agreement.', 'По подпункту b пункта 3 статьи XIV Соглашения.'],
    ['r', 'Under Article XIV of the Agreement.', 'По статье XIV Соглашения.'],
  ])('speaks the framework’s register and numbers: %s', (key, en, ru) => {
    expect(made.findings).toEqual([]);
    expect(wordsAt(made.draft, `alpha.from/${key}`)).toBe(en);
    expect(wordsAt(made.draft, `alpha.from/${key}`, 'ru')).toBe(ru);
    expect(inlinesAt(made.draft, `alpha.from/${key}`)).toContainEqual(expect.objectContaining({ type: 'reference', instrument: 'framework' }));
  });

  it('gives way to the text that stands here in full', () => {
    const full = arrange(library, { framework: 'above.yaml', incorporate: { 'beta.deep': 'full' } }, { framework });
    expect(wordsAt(full.draft, 'alpha.from/q')).toBe('Under Article 2(2)(2).');
    expect(inlinesAt(full.draft, 'alpha.from/q')).toContainEqual(expect.objectContaining({ instrument: 'self', id: 'beta.deep/list.two' }));
  });
});

/** Twelve provisions in three articles and an annex; each points at others, and needs those it points at. */
const IDS = ['alpha', 'beta', 'gamma', 'data'].flatMap((article) => ['a', 'b', 'c'].map((id) => `${article}.${id}`));
const web = fc.record({
  edges: fc.array(fc.record({ from: fc.constantFrom(...IDS), to: fc.constantFrom(...IDS), deep: fc.constantFrom('', '/x', '/y', '/y.p', '/y.q') }), { maxLength: 20 }),
  kept: fc.subarray(IDS), register: fc.constantFrom('treaty', 'memorandum'),
});

/** Numbers run from one, both languages point at the same blocks, and every label is the number of its target in this draft. */
function holdsTogether(draft: Draft): void {
  const paths = new Map<string, readonly PathStep[]>();
  walk(roots(draft), (node, above) => void paths.set(node.id, [...above, node].flatMap(({ type, ordinal }): readonly PathStep[] => (ordinal === undefined ? [] : [{ type, ordinal }]))));
  for (const series of [draft.articles, draft.annexes]) expect(series.map(({ ordinal }) => ordinal)).toEqual(series.map((_, index) => index + 1));
  walk([...draft.articles, ...draft.annexes], (node, above) => {
    const blocksBelow = node.children.filter(({ type }) => type === 'paragraph' || type === 'point');
    if (blocksBelow.length > 1 || blocksBelow[0]?.type === 'point') expect(blocksBelow.map(({ ordinal }) => ordinal), node.id).toEqual(blocksBelow.map((_, index) => index + 1));
    const pointsAt = draft.meta.languages.map((language) => inlinesOf(node, language).flatMap((inline) => (inline.type === 'reference' ? [inline.id] : [])).toSorted());
    expect(pointsAt[0], node.id).toEqual(pointsAt[1]);
    for (const language of draft.meta.languages)
      for (const inline of inlinesOf(node, language)) {
        if (inline.type !== 'reference' || inline.instrument !== 'self') continue;
        const steps = paths.get(inline.id) ?? [];
        const article = above[0] ?? node;
        const same = article.type === 'article' && steps.length > 1 && steps[0]?.type === 'article' && steps[0].ordinal === article.ordinal;
        const cased = inline.form?.case === undefined ? {} : { case: inline.form.case };
        const label = LANGUAGES[language]?.reference(steps, { register: draft.meta.register, numbering: draft.meta.numbering, ...cased, ...(same ? { sameArticle: true } : {}) }) ?? '';
        expect(label, inline.id).not.toBe('');
        expect([label, LANGUAGES[language]?.capitalise(label)]).toContain(inline.text);
      }
  });
}

it('whatever is kept: nothing dangles, numbers run from one, languages match, and every label is its target’s number', () => {
  fc.assert(
    fc.property(web, ({ edges, kept, register }) => {
      const folder = Object.assign({ ...BARE }, ...IDS.map((id) => {
        const own = edges.filter(({ from, to }) => from === id && to !== id);
        const words = (language: string) => own.map(({ to, deep }) => `{{ref "${to}${deep}"${language === 'ru' ? ' case="ins"' : ''}}}`).join(', ');
        const text = (start: string) => ({ en: `En ${start} ${words('en')}.`, ru: `Ру ${start} ${words('ru')}.` });
        const clauses = [{ key: 'x', ...text('see') }, clause('y', 'list:', { clauses: [clause('p', 'p;'), { key: 'q', ...text('q') }] })];
        return provision(id, clauses, { scope: 'optional', requires: [...new Set(own.map(({ to }) => to))] });
      }));
      const made = arrange(smallLibrary(folder).library, { register, choose: Object.fromEntries(kept.map((id) => [id, 'plain'])) });
      expect(made.findings).toEqual([]);
      for (const id of kept) expect(blocks(made.draft).has(`${id}/x`)).toBe(true);
      holdsTogether(made.draft);
    }),
    { numRuns: 60 },
  );
});

describe('the worked example, less any of its provisions', () => {
  const home = path.resolve(import.meta.dirname, '../..');
  const real = createHost(home);
  const file = path.join(home, 'examples/fusion-centre/arrangement.yaml');
  const text = real.read(file) ?? '';
  const kept = async () => (await draft(real, { file })).value?.selection.flatMap(({ provision: id, state }) => (state === 'in' ? [id] : [])) ?? [];

  it('holds together, or says what dangles', async () => {
    const ids = await kept();
    expect(ids.length).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(fc.subarray([...ids], { maxLength: 8 }), async (out) => {
        const omit = `omit: ${JSON.stringify(out.map((id) => ({ provision: id, reason: 'tried' })))}\n`;
        const host: Host = { ...real, read: (name) => (name === file ? `${text}\n${omit}` : real.read(name)) };
        const made = await draft(host, { file });
        const whole = made.value?.draft;
        expect(whole).toBeDefined();
        if (!whole) return;
        const gaps = new Set<string>();
        walk(roots(whole), (node) => {
          for (const language of whole.meta.languages) if (inlinesOf(node, language).some((inline) => inline.type === 'reference' && inline.text === BLANK_TEXT)) gaps.add(node.id);
        });
        expect([...new Set(made.findings.flatMap(({ rule, node }) => (rule === 'dangling-reference' && node ? [node.id] : [])))].toSorted()).toEqual([...gaps].toSorted());
        if (gaps.size === 0) holdsTogether(whole);
      }),
      { numRuns: 12 },
    );
  });
});
