import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { LANGUAGES } from '../../src/languages/index.ts';
import { textOf, walk } from '../../src/model/index.ts';
import type { Draft, Host } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';
import { compileBuiltIn } from '../../src/operations/read-library.ts';
import { validate } from '../../src/operations/validate.ts';
import { arrange, BARE, clause, parameter, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';
import type { Folder } from '../support/small-library.ts';

const THREE = ['us', 'ru', 'kz'];
const third: object = JSON.parse(JSON.stringify(BARE['parties/ru.yaml']));
const WORLD: Folder = { ...BARE, 'parties/kz.yaml': { ...third, id: 'kz' } };

function rendering(word: string): Readonly<Record<string, unknown>> {
  return { key: 'a', en: `Tell {{party "${word}"}}.`, ru: `Сообщить {{party "${word}" case="dat"}}.` };
}

describe('where three conclude', () => {
  const { library, findings } = smallLibrary({
    ...WORLD,
    ...provision('alpha.any', [rendering('every-other')], { parties: 'any' }),
    ...provision('alpha.two', [rendering('other')]),
    ...provision('beta.mixed', [], {
      variants: {
        pair: { rank: 'preferred', rationale: 'why', clauses: [rendering('other')] },
        more: { rank: 'acceptable', rationale: 'why', parties: 'any', clauses: [rendering('another')] },
      },
    }),
    ...provision('gamma.narrowed', [], {
      parties: 'any', variants: { pair: { rank: 'preferred', rationale: 'why', parties: 'two', clauses: [rendering('other')] } },
    }),
  });

  it('is a library without a fault', () => {
    expect(findings).toEqual([]);
  });

  it('changes nothing for two', () => {
    const made = arrange(library);
    expect(made.findings).toEqual([]);
    expect([wordsAt(made.draft, 'alpha.any/a'), wordsAt(made.draft, 'alpha.any/a', 'ru')]).toEqual(['Tell the other Party.', 'Сообщить другой Стороне.']);
    expect(made.decisions.find(({ id }) => id === 'beta.mixed')?.variant?.id).toBe('pair');
  });

  it('leaves out what is worded for two, and names it and the third party', () => {
    const made = arrange(library, { parties: THREE });
    expect(rulesIn(made.findings)).toEqual(['error parties-too-many', 'error parties-too-many']);
    expect(made.findings.map(({ message }) => message)).toEqual([
      '“alpha.two” is worded for two parties, and 3 conclude; it is left out', '“gamma.narrowed” is worded for two parties, and 3 conclude; it is left out',
    ]);
    expect(made.findings.map(({ span }) => span?.file)).toEqual(['arrangement.yaml', 'arrangement.yaml']);
    expect(wordsAt(made.draft, 'alpha.two/a')).toBeUndefined();
  });

  it('words for more what is declared for any number', () => {
    const made = arrange(library, { parties: THREE });
    expect([wordsAt(made.draft, 'alpha.any/a'), wordsAt(made.draft, 'alpha.any/a', 'ru')]).toEqual(['Tell each other Party.', 'Сообщить каждой из других Сторон.']);
  });

  it('takes the variant that serves more, and refuses the other where it is chosen', () => {
    const made = arrange(library, { parties: THREE });
    expect(wordsAt(made.draft, 'beta.mixed/a')).toBe('Tell another Party.');
    expect(made.decisions.find(({ id }) => id === 'beta.mixed')?.variants[0]?.reason).toBe('it is worded for two parties');
    const chosen = arrange(library, { parties: THREE, choose: { 'beta.mixed': 'pair' } });
    expect(chosen.findings.map(({ message }) => message)).toContain('“pair” is chosen for “beta.mixed”, but it is worded for two parties, and 3 conclude');
    expect(wordsAt(chosen.draft, 'beta.mixed/a')).toBe('Tell another Party.');
  });

  it('finds “the other Party” in what the arrangement adds', () => {
    const add = [{ id: 'own.text', article: 'alpha', clauses: [rendering('other'), { key: 'b', en: 'Both agree.', ru: 'Обе стороны согласны.' }] }];
    const omit = ['alpha.two', 'gamma.narrowed'].map((id) => ({ provision: id, reason: 'worded for two' }));
    expect(arrange(library, { add, omit }).findings).toEqual([]);
    expect(rulesIn(arrange(library, { parties: THREE, add, omit }).findings)).toEqual(['error worded-for-two', 'error worded-for-two', 'warning worded-for-two', 'warning worded-for-two']);
  });

  it('finds a definition that is worded for two', () => {
    const term = (more: object): unknown => ({ id: 'guest', name: { en: 'Guest', ru: 'гость' }, text: { en: 'a person of a Party', ru: 'лицо Стороны' }, ...more });
    const world = (more: object): Folder => ({
      ...WORLD, 'definitions/guest.yaml': term(more),
      ...provision('definitions.list', [clause('terms', 'says:', { clauses: [{ key: 'term', each: 'terms', en: '{{item "quoted"}}: {{item "meaning"}}{{item "end"}}', ru: '{{item "quoted"}}: {{item "meaning"}}{{item "end"}}' }] })], { parties: 'any' }),
      ...provision('alpha.guest', [clause('a', 'meets {{term "guest"}}.')], { parties: 'any' }),
    });
    expect(rulesIn(arrange(smallLibrary(world({})).library, { parties: THREE }).findings)).toEqual(['error parties-too-many']);
    expect(arrange(smallLibrary(world({ parties: 'any' })).library, { parties: THREE }).findings).toEqual([]);
  });
});

describe('a library', () => {
  it('may not declare for any number what speaks of two', () => {
    const { findings } = smallLibrary({ ...WORLD, ...provision('alpha.a', [rendering('other'), { key: 'b', en: 'Both co-chairs sign.', ru: 'Подписывают оба сопредседателя.' }], { parties: 'any' }) });
    expect(rulesIn(findings)).toEqual(['error worded-for-two', 'error worded-for-two', 'warning worded-for-two', 'warning worded-for-two']);
  });

  it('may say of a table that every party has a row in it', () => {
    const columns = [{ key: 'party', type: 'party', label: { en: 'For', ru: 'От' }, covers: 'parties' }];
    const { library } = smallLibrary({ ...WORLD, ...parameter('a.seats', { type: 'table', columns }) });
    const rows = (...parties: readonly (string | null)[]): Readonly<Record<string, unknown>> => ({ parties: THREE, values: { a: { seats: parties.map((party, index) => ({ key: `r${index}`, party })) } } });
    expect(arrange(library, rows('us', 'ru', 'kz')).findings).toEqual([]);
    expect(arrange(library, rows('us', 'ru')).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(['missing-key: “a.seats”: there is no row for “kz”']);
    // The open row may be theirs.
    expect(arrange(library, rows('us', 'ru', null)).findings).toEqual([]);
  });
});

const HOME = path.resolve(import.meta.dirname, '../..');
const real = createHost(HOME);
const GROUP = path.join(HOME, 'examples/no-ru-us-group/arrangement.yaml');

/** Every text of a draft, with its language. */
function texts(made: Draft): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  walk([...made.preamble, ...made.articles, ...made.annexes, ...made.closing], (node) => {
    for (const content of [node.content, node.tail]) for (const [language, inlines] of Object.entries(content ?? {})) found.push([language, textOf(inlines)]);
  });
  return found;
}

/** The arrangement with a third party. */
function joined(file: string): Host {
  const join = (text: string): string => (text.includes('parties: [us, ru]') ? text.replace('parties: [us, ru]', 'parties: [us, ru, kz]') : text.replace(/^title:/mu, '  - id: kz\ntitle:'));
  return { ...real, read: (name) => { const text = real.read(name); return name === file && text !== undefined ? join(text) : text; } };
}

describe('the library', () => {
  it('words a working group of three without a finding, and nowhere speaks of two', async () => {
    expect((await validate(real, GROUP, { today: '2026-11-23' })).findings).toEqual([]);
    const { value } = await draft(real, { file: GROUP });
    const all = value ? texts(value.draft) : [];
    expect(all.length).toBeGreaterThan(50);
    // «другой Участник» is also another of three: only the English words tell.
    expect(all.filter(([language, words]) => language === 'en' && LANGUAGES[language]?.speaksOfTwo(words) !== undefined)).toEqual([]);
  });

  it.each([['letter-of-intent', ''], ['working-group-terms', 'membership.offices']])('words %s for three', async (instrument, table) => {
    const file = path.join(HOME, `test/instruments/${instrument}.yaml`);
    const errors = (await draft(joined(file), { file })).findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    expect(errors).toEqual(table === '' ? [] : [`“${table}”: there is no row for “kz”`]);
  });

  it.each(['fusion-centre', 'us-ru-framework', 'microgrid'])('puts into no draft of three what is worded for two: %s', async (example) => {
    const file = path.join(HOME, `examples/${example}/arrangement.yaml`);
    const { value, findings } = await draft(joined(file), { file });
    expect(value?.draft.parties.map(({ id }) => id)).toEqual(['us', 'ru', 'kz']);
    expect(findings.filter(({ rule }) => rule === 'parties-too-many').length).toBeGreaterThan(10);
    const library = compileBuiltIn(real).value;
    const placed = new Set<string>();
    walk([...(value?.draft.preamble ?? []), ...(value?.draft.articles ?? []), ...(value?.draft.annexes ?? []), ...(value?.draft.closing ?? [])], ({ provenance }) => {
      if (provenance && provenance.variant !== 'citation') placed.add(`${provenance.provision}:${provenance.variant}`);
    });
    const undeclared = [...placed].filter((each) => {
      const [id, variant] = each.split(':');
      const found = library?.provisions.find((candidate) => candidate.id === id);
      return (found?.variants.find((candidate) => candidate.id === variant)?.parties ?? found?.parties) !== 'any';
    });
    expect(undeclared).toEqual([]);
  });
});
