import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../src/host.ts';
import { CASES } from '../src/model/index.ts';
import { compileBuiltIn } from '../src/operations/read-library.ts';

// Only provisions/parties knows a country. What names one elsewhere names none in a draft, and stands here with its reason.
const EXCEPTIONS: readonly { readonly where: RegExp; readonly words?: RegExp; readonly why: string }[] = [
  { where: /^provisions\/parties\//u, why: 'the one place that knows' },
  { where: /^provisions\/.*: *- \{ cite: /u, why: 'a source is cited by its name, and no draft prints it' },
  { where: /^provisions\/changes\//u, words: /^Russian$/u, why: 'the name of a language, whose grammar the guidance explains' },
  { where: /^provisions\/(parameters|vocabulary)\//u, words: /^(Russian|French|русск.*|французск.*)$/u, why: 'the name of a language' },
  { where: /^provisions\/parameters\//u, words: /^(USD|EUR)$/u, why: 'shows how an amount is written' },
  { where: /^src\/languages\/currencies\.ts:/u, why: 'every code of ISO 4217' },
  { where: /^src\/languages\/(en|ru)\/currency-names\.ts:/u, why: 'the names of currencies belong to a language, for every currency alike' },
  { where: /^src\/lint\/(rules\/|example\.ts)/u, why: 'the examples by which a rule explains itself, and what it says of a text in Russian' },
  { where: /^src\//u, words: /^Russian$/u, why: 'the name of a language, in messages about its texts' },
  { where: /^src\//u, words: /^USD$/u, why: 'shows how an amount is written' },
];

const HOME = path.resolve(import.meta.dirname, '..');
const { value: library } = compileBuiltIn(createHost(HOME));
const PARTIES = Object.values(library?.parties ?? {});

// What profiles do not hold: other adjectives, abbreviations, organs.
const OTHER_NAMES = ['US', 'UK', 'American', 'British', 'Dutch', 'Soviet', 'Congress', 'Duma', 'США', 'Конгресс', 'Дума', 'Москва', 'Москве'];

/** Names in every case, adjectives in every form, the code of the currency. */
const NAMES: ReadonlySet<string> = new Set([...OTHER_NAMES, ...PARTIES.flatMap((party) => {
  const names = [party.short, party.state].flatMap((forms) => [forms?.['en']?.nom, ...CASES.map((grammaticalCase) => forms?.['ru']?.[grammaticalCase])]);
  const english = party.label['en']?.nom.replace(/ Party$/u, '');
  const stem = party.label['ru']?.nom.replace(/ая Сторона$/u, '') ?? '';
  const adjectives = ['ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ое', 'ие', 'их', 'ими'].flatMap((ending) => [`${stem}${ending}`, `${stem}${ending}`.toLowerCase()]);
  return [...names, english, ...adjectives, party.currency].flatMap((name) => (name === undefined || name === '' ? [] : [name]));
})]);
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${[...NAMES].toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}_])`, 'gu');

function filesIn(folder: string): readonly string[] {
  return fs.readdirSync(path.join(HOME, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

/** In the program a comment may explain by an example. */
const readable = (file: string, text: string): string =>
  file.startsWith('src/') ? text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, (comment) => comment.replace(/[^\n]/gu, ' ')) : text;

const FOUND = ['provisions', 'templates', 'src'].flatMap(filesIn).flatMap((file) =>
  readable(file, fs.readFileSync(path.join(HOME, file), 'utf8')).split('\n').flatMap((line, index) =>
    [...line.matchAll(PATTERN)].map(([word]) => ({ word, place: `${file}:${index + 1}:${line}` })),
  ),
);

describe('outside provisions/parties', () => {
  it('nothing names a country, a nationality or its currency', () => {
    const named = FOUND.filter(({ word, place }) => !EXCEPTIONS.some(({ where, words }) => where.test(place) && (words === undefined || words.test(word))));
    expect(named.map(({ word, place }) => `${word} in ${place}`)).toEqual([]);
  });

  it.each(EXCEPTIONS)('it is still needed that $why ($where)', ({ where, words }) => {
    expect(FOUND.some(({ word, place }) => where.test(place) && (words === undefined || words.test(word)))).toBe(true);
  });

  it('no condition asks for a party by its id', () => {
    const ids = new RegExp(`"(?:${PARTIES.map(({ id }) => id).join('|')})"`, 'u');
    const sources = [...Object.keys(library?.predicates ?? {}), ...Object.values(library?.parameters ?? {}).flatMap(({ constraint }) => constraint?.source ?? [])];
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((source) => ids.test(source) && !/\b(?:texts|languages\.\w+|notices\.\w+)\b/u.test(source))).toEqual([]);
  });

  it('finds a name in any case and form', () => {
    for (const words of ['For the Indian Party.', 'Сказано о Республике Казахстан.', 'по российскому закону', 'He owes EUR 5.']) expect(words.match(PATTERN), words).not.toBeNull();
    for (const words of ['in no case', 'try it', 'an Indiana road', 'сторона']) expect(words.match(PATTERN), words).toBeNull();
  });
});
