import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createHost } from '../../src/host.ts';
import type { Definition, Leaf } from '../../src/model/index.ts';
import { leavesOfText, textsOfLibrary } from '../../src/operations/library-texts.ts';
import { compileBuiltIn, libraryOf } from '../../src/operations/read-library.ts';
import { leavesOf } from '../../src/text/leaves-of.ts';
import { termsIn } from '../../src/text/terms-in.ts';

const Entry = z.object({
  en: z.string(), ru: z.string(), term: z.string().optional(), names: z.object({ en: z.array(z.string()).optional(), ru: z.array(z.string()).optional() }).optional(),
  title: z.string().optional(), ordinary: z.string().optional(), because: z.string().optional(),
});
const Table = z.object({
  entries: z.array(Entry),
  beyond: z.record(z.string(), z.string()),
  within: z.record(z.string(), z.array(z.string())),
  allowed: z.array(z.object({ word: z.string(), at: z.string(), because: z.string() })),
  declensions: z.record(z.string(), z.array(z.object({ singular: z.array(z.string()).optional(), plural: z.array(z.string()).optional() }))),
});
const table = Table.parse(parse(fs.readFileSync(path.join(import.meta.dirname, 'glossary.yaml'), 'utf8')));
const library = compileBuiltIn(createHost(path.resolve(import.meta.dirname, '../..'))).value;
if (!library) throw new Error('the library does not compile');
const definitions = new Map(library.definitions.map((definition) => [definition.id, definition]));

const fold = (words: string): string => words.toLowerCase().replaceAll('ё', 'е');
function namesOf({ name }: Definition, language: string): readonly string[] {
  const names = name[language];
  return names === undefined ? [] : [...new Set(typeof names === 'string' ? [names] : [names.treaty, names.memorandum])];
}
const known = (definition: Definition, language: string): readonly string[] => [...namesOf(definition, language), ...(definition.forms[language] ?? [])];
/** Words of a leaf; a slot leaves a gap that no phrase crosses. */
const wordsOf = (leaf: Leaf): string => leaf.map((part) => (typeof part === 'string' ? part : part.name === 'duty' || part.name === 'agree' ? (part.args ?? []).join(' ') : '\u0001')).join('');

interface Text { readonly at: string; readonly language: string; readonly words: string }
/** Every title, heading and label that may come to stand in a text, wherever it lies. */
function* textsIn(value: unknown, at: string): Iterable<Text> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (['ask', 'help', 'guidance', 'aliases', 'sources', 'rationale', 'forms', 'avoid', 'name', 'span', 'leafSpans', 'spans'].includes(key)) continue;
    if (key === 'en' || key === 'ru') yield* spoken(inner, at, key);
    else yield* textsIn(inner, at);
  }
}
function* spoken(value: unknown, at: string, language: string): Iterable<Text> {
  if (typeof value === 'string') yield { at, language, words: value };
  // Leaves are gathered as the checks of the library gather them.
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) for (const inner of Object.values(value)) yield* spoken(inner, at, language);
}
const texts: readonly Text[] = [
  ...textsOfLibrary(libraryOf(library)).flatMap((text) => leavesOfText(text).map(({ language, leaf }) => ({ at: text.provision?.id ?? text.definition?.id ?? text.id, language, words: wordsOf(leaf) }))),
  ...library.provisions.flatMap((provision) => [...textsIn(provision, provision.id)]),
  ...Object.values(library.parameters).flatMap((parameter) => [...textsIn(parameter, parameter.name)]),
  ...Object.entries(library.articles).flatMap(([id, article]) => [...textsIn(article, id)]),
];

describe('the glossary', () => {
  it('has one answer to every entry, with its reason', () => {
    expect(table.entries.length).toBeGreaterThan(70);
    for (const language of ['en', 'ru'] as const) expect(new Set(table.entries.map((entry) => fold(entry[language]))).size).toBe(table.entries.length);
    for (const entry of table.entries) {
      expect([entry.term, entry.title, entry.ordinary].filter((answer) => answer !== undefined), entry.en).toHaveLength(1);
      // Another name than the glossary's, not merely the other register's, wants a reason.
      if (entry.names && !entry.names.ru?.some((name) => fold(name) === fold(entry.ru)) && entry.term !== undefined) expect(entry.because, entry.en).toBeTruthy();
    }
  });

  it.each(table.entries.flatMap(({ term, en, ru, names }) => (term === undefined ? [] : [{ term, en: names?.en ?? [en], ru: names?.ru ?? [ru] }])))('has $term under the names it gives', ({ term, en, ru }) => {
    const definition = definitions.get(term);
    expect(definition && namesOf(definition, 'en')).toEqual(en);
    expect(definition && namesOf(definition, 'ru').map(fold)).toEqual(ru.map(fold));
  });

  it('knows every term of the library', () => {
    const named = [...table.entries.flatMap(({ term }) => term ?? []), ...Object.keys(table.beyond)];
    expect([...named].toSorted()).toEqual([...definitions.keys()].toSorted());
  });

  it('makes no other word a term', () => {
    const taken = new Set(library.definitions.flatMap((definition) => known(definition, 'en')).map(fold));
    for (const { en, term } of table.entries) if (term === undefined) expect(taken.has(fold(en)), en).toBe(false);
  });
});

describe('a defined term', () => {
  /** Counted in Russian, not in English. */
  const MASS = new Set(['wilful-misconduct']);

  it.each([...definitions.values()].map((definition) => [definition.id, definition] as const))('%s is declined in every case', (id, definition) => {
    const paradigms = table.declensions[id] ?? [];
    for (const paradigm of paradigms) for (const forms of Object.values(paradigm)) expect(forms).toHaveLength(6);
    const declined = [...new Set(paradigms.flatMap(({ singular = [], plural = [] }) => [...singular, ...plural]))];
    const forms = definition.forms['ru'] ?? [];
    expect([...new Set([...namesOf(definition, 'ru'), ...forms])].toSorted()).toEqual(declined.toSorted());
    expect(new Set(forms).size, 'no form twice').toBe(forms.length);
    // Both numbers in Russian, both in English.
    if (!MASS.has(id) && paradigms.some(({ singular }) => singular) && paradigms.some(({ plural }) => plural)) expect(definition.forms['en']?.length ?? 0).toBeGreaterThanOrEqual(namesOf(definition, 'en').length);
  });

  it('shares no name and no form with another', () => {
    for (const language of ['en', 'ru']) {
      const owners = new Map<string, string>();
      for (const definition of library.definitions) {
        for (const form of new Set(known(definition, language).map(fold))) {
          expect(owners.get(form) ?? definition.id, form).toBe(definition.id);
          owners.set(form, definition.id);
        }
      }
      for (const [form, id] of owners)
        for (const [longer, other] of owners) if (id !== other && ` ${longer.replaceAll('-', ' ')} `.includes(` ${form.replaceAll('-', ' ')} `)) expect(table.within[id] ?? [], `“${form}” in “${longer}”`).toContain(other);
    }
  });

  it('is used by a provision', () => {
    const used = new Set(library.provisions.flatMap(({ variants }) => variants).flatMap(({ terms }) => terms));
    expect([...definitions.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('is defined once: in the list, or by the text of a provision', () => {
    const defined = new Set(library.provisions.flatMap(({ defines }) => defines));
    expect(library.definitions.filter(({ id, text }) => (text === undefined) !== defined.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('does not rest on itself', () => {
    const below = (id: string, path: readonly string[]): void => {
      expect(path, path.join(' → ')).not.toContain(id);
      for (const next of new Set(leavesOf(definitions.get(id)?.text).flatMap(termsIn))) if (definitions.has(next)) below(next, [...path, id]);
    };
    for (const id of definitions.keys()) below(id, []);
  });

  it('lays down no duty and leans on no word that only looks defined', () => {
    for (const { id, text } of library.definitions) {
      for (const leaf of leavesOf(text)) for (const part of leaf) if (typeof part !== 'string') expect(['shall', 'duty'], id).not.toContain(part.name);
      const english = text?.['en'] === undefined ? '' : leavesOf({ en: text['en'] }).map(wordsOf).join(' ');
      expect(english, id).not.toMatch(/\b(?:shall|will|must|may not)\b/u);
      expect(english.match(/(?<!^)\b[A-Z]\w+/gu)?.filter((word) => !/^States?$/u.test(word)) ?? [], id).toEqual([]);
    }
  });
});

describe('an avoided word', () => {
  /** The word in any of its cases, near enough: the last vowels are endings. */
  const pattern = (words: string, language: string): RegExp => {
    const parts = fold(words).split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    const inflected = language === 'en' ? [...parts.slice(0, -1), `${parts.at(-1) ?? ''}(?:e?s)?`] : parts.map((word) => (word.length < 4 ? word : `${word.replace(/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие(?=$)|[аяоеыиуюьй])$/u, (end) => (end === 'ие' ? 'и' : ''))}[а-я]{0,3}`));
    return new RegExp(`(?<![\\p{L}-])${inflected.join('\\s+')}(?![\\p{L}])`, 'u');
  };

  it.each([['поставщик', 'через поставщиков'], ['экспортная лицензия', 'без экспортных лицензий'], ['общее оборудование', 'общим оборудованием'], ['открытие', 'после открытия']])('is known in its cases: %s', (word, said) => {
    expect(said).toMatch(pattern(word, 'ru'));
    expect('открыто').not.toMatch(pattern(word, 'ru'));
  });

  it('stands beside every term, in both languages', () => {
    for (const { id, avoid } of library.definitions) for (const language of ['en', 'ru']) expect(avoid[language]?.length ?? 0, `${id} ${language}`).toBeGreaterThan(0);
  });

  it('stands in no text', () => {
    const found: string[] = [];
    const folded = texts.map((text) => ({ ...text, words: fold(text.words) }));
    for (const { avoid } of library.definitions)
      for (const [language, words] of Object.entries(avoid))
        for (const word of words ?? []) {
          const looked = pattern(word, language);
          for (const { at, language: spokenIn, words: said } of folded)
            if (spokenIn === language && looked.test(said) && !table.allowed.some((allowed) => allowed.word === word && allowed.at === at)) found.push(`${at}: ${word}`);
        }
    expect(texts.length).toBeGreaterThan(3000);
    expect(found).toEqual([]);
  });

  it('is no name or form of another term', () => {
    for (const language of ['en', 'ru']) {
      const names = new Set(library.definitions.flatMap((definition) => known(definition, language)).map(fold));
      for (const { id, avoid } of library.definitions) for (const word of avoid[language] ?? []) expect(names.has(fold(word)), `${id}: ${word}`).toBe(false);
    }
  });
});

describe('false friends', () => {
  it.each([
    ['a paragraph is «пункт»', 'ru', /(?<!\p{L})параграф/u],
    ['oversight is «контроль», command is not', 'ru', /под контролем/u],
    ['a level of another State is not “Secret”', 'en', /(?<![\p{L}-])(?:top secret|secret information)(?!\p{L})/u],
  ])('%s', (_, language, wrong) => {
    expect(texts.filter((text) => text.language === language && wrong.test(fold(text.words))).map(({ at, words }) => `${at}: ${words}`)).toEqual([]);
  });
});
