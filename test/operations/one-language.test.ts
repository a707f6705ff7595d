import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { textOf, walk } from '../../src/model/index.ts';
import type { Draft, Host } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const real = createHost(HOME);
const read = (name: string): string => fs.readFileSync(path.join(HOME, name), 'utf8');

/** An example, made in these languages; `edit` may change more of its file. */
async function madeIn(example: string, languages: readonly string[], edit: (text: string) => string = (text) => text): Promise<Draft> {
  const file = path.join(HOME, `examples/${example}/arrangement.yaml`);
  const text = edit(read(`examples/${example}/arrangement.yaml`).replace(/^languages: .*$/mu, `languages: [${languages.join(', ')}]`));
  const host: Host = { ...real, read: (name) => (path.resolve(HOME, name) === file ? text : real.read(name)) };
  const made = await draft(host, { file });
  expect(made.findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  if (!made.value) throw new Error('no draft');
  return made.value.draft;
}

function words(made: Draft, language: string): readonly string[] {
  const found: string[] = [];
  walk([...made.preamble, ...made.articles, ...made.closing, ...made.signatures], (node) => {
    found.push(textOf(node.content?.[language]));
  });
  return found.filter((text) => text !== '');
}

const about = (made: Draft, language: string, pattern: RegExp): readonly string[] => words(made, language).filter((text) => pattern.test(text));

describe('an instrument made in one language', () => {
  it.each(['us-ru-framework', 'in-kz-memorandum', 'fusion-centre'])('%s says in English alone that it is in English', async (example) => {
    const made = await madeIn(example, ['en']);
    expect(about(made, 'en', /English languages|English and|in Russian|equally (?:valid|authentic)|these (?:languages|texts)|languages of/u)).toEqual([]);
    expect(about(made, 'en', /in English alone/u)).toHaveLength(1);
    expect(about(made, 'en', /two originals in English\.$/u)).toHaveLength(1);
    expect(words(made, 'ru')).toEqual([]);
  });

  it.each(['us-ru-framework', 'in-kz-memorandum', 'fusion-centre'])('%s says in Russian alone that it is in Russian', async (example) => {
    const made = await madeIn(example, ['ru']);
    expect(about(made, 'ru', /английск|русском языках|имеют одинаковую силу|таки[хе] тексты/u)).toEqual([]);
    expect(about(made, 'ru', /составлен только на русском языке/u)).toHaveLength(1);
    expect(about(made, 'ru', /в двух подлинных экземплярах на русском языке\.$/u)).toHaveLength(1);
    // The minutes too, where a committee keeps them.
    expect(about(made, 'ru', /протокол (?:каждого|каждой).* язык/u).filter((text) => !text.endsWith('на русском языке.'))).toEqual([]);
  });

  it('may be signed on separate occasions', async () => {
    const made = await madeIn('in-kz-memorandum', ['ru'], (text) => text.replace('choose:\n', 'choose:\n  testimonium.framework: separate-occasions\n'));
    expect(about(made, 'ru', /^Подписано/u)).toEqual(['Подписано в двух подлинных экземплярах на русском языке; место и дата каждой подписи указаны рядом с ней.']);
  });

  it('may yield to a third text', async () => {
    const made = await madeIn('in-kz-memorandum', ['ru'], (text) => text.replace('values:\n', 'values:\n  languages: { authority: third, prevailing: en }\n').replace('choose:\n', 'choose:\n  languages.authentic: third-prevails\n'));
    expect(about(made, 'ru', /^Подписано/u)).toEqual([expect.stringContaining('каждый на русском языке и с текстом на английском языке')]);
  });

  it('is told so where a text for several is chosen', async () => {
    const text = read('examples/nl-se-memorandum/arrangement.yaml').replace('choose:\n', 'choose:\n  languages.authentic: equal\n');
    const file = path.join(HOME, 'examples/nl-se-memorandum/arrangement.yaml');
    const made = await draft({ ...real, read: (name) => (path.resolve(HOME, name) === file ? text : real.read(name)) }, { file });
    expect(made.findings.map(({ message }) => message)).toEqual([expect.stringContaining('texts.size() > 1')]);
  });
});

describe('an instrument made in two', () => {
  it('of which one is written, still names both', async () => {
    const file = path.join(HOME, 'examples/in-kz-memorandum/arrangement.yaml');
    const made = await draft(real, { file, languages: ['ru'] });
    expect(made.value && about(made.value.draft, 'ru', /^Подписано/u)).toEqual([expect.stringContaining('каждый на английском и русском языках')]);
  });
});

describe('the words for languages in the library', () => {
  const leaves = fs.readdirSync(path.join(HOME, 'provisions'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => read(`provisions/${name}`).split('\n').map((line, index) => ({ place: `${name}:${index + 1}`, line }))).filter(({ line }) => line.includes('{{languages'));

  it('agree in number: in Russian the noun stands in the slot', () => {
    expect(leaves.length).toBeGreaterThan(20);
    expect(leaves.filter(({ line }) => /\p{Script=Cyrillic}/u.test(line) && !/\{\{languages "\p{L}+" "\p{L}+" case="\w+"\}\}/u.test(line)).map(({ place }) => place)).toEqual([]);
    expect(leaves.filter(({ line }) => /\{\{languages[^}]*\}\} (?:язык|languages?\b)/u.test(line)).map(({ place }) => place)).toEqual([]);
  });
});
