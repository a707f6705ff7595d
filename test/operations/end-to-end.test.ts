import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { formatOf } from '../../src/formats/index.ts';
import { roots, textOf, walk } from '../../src/model/index.ts';
import type { Draft, Host } from '../../src/model/index.ts';
import { compare } from '../../src/operations/compare.ts';
import type { DraftOptions } from '../../src/operations/contracts.ts';
import { draft } from '../../src/operations/draft.ts';
import { disclose } from '../../src/operations/disclose.ts';
import { validate } from '../../src/operations/validate.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const CASE = path.join(HOME, 'examples/fusion-centre/arrangement.yaml');
const FRAMEWORK = path.join(HOME, 'examples/us-ru-framework/arrangement.yaml');
const host: Host = createHost(HOME);
let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dtca-'));
  fs.mkdirSync(path.join(folder, 'us-ru-framework'));
  fs.mkdirSync(path.join(folder, 'fusion-centre'));
  fs.copyFileSync(FRAMEWORK, path.join(folder, 'us-ru-framework/arrangement.yaml'));
  fs.writeFileSync(path.join(folder, 'package.json'), '{}');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function assembled(file: string, options: Omit<DraftOptions, 'file'> = {}): Promise<Draft> {
  const made = await draft(host, { file, ...options });
  if (!made.value) throw new Error(JSON.stringify(made.findings));
  return made.value.draft;
}

async function written(drafted: Draft, name: string): Promise<string> {
  const write = await formatOf(path.extname(name))?.writer?.();
  if (!write) throw new Error(`no writer for ${name}`);
  const file = path.join(folder, 'fusion-centre', name);
  fs.writeFileSync(file, write(drafted));
  return file;
}

/** The example, edited, in a project of its own. */
function edited(...edits: readonly (readonly [string, string])[]): string {
  let text = fs.readFileSync(CASE, 'utf8');
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  const file = path.join(folder, 'fusion-centre/arrangement.yaml');
  fs.writeFileSync(file, text);
  return file;
}

function words(drafted: Draft, language: string): string {
  const lines: string[] = [textOf(drafted.title[language])];
  walk(roots(drafted), (node) => lines.push(...[node.heading, node.content, node.tail].map((part) => textOf(part?.[language])).filter((line) => line !== '')));
  return lines.join('\n');
}

describe('the worked example', () => {
  it.each([CASE, FRAMEWORK])('assembles and validates without an error', async (file) => {
    const { findings } = await validate(host, file, { today: '2026-11-23' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([CASE, FRAMEWORK])('leaves no residue and no empty block in either language', async (file) => {
    const drafted = await assembled(file);
    for (const language of ['en', 'ru']) {
      const text = words(drafted, language);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|\uE000/u);
      expect(text.length).toBeGreaterThan(5000);
    }
    expect(words(drafted, 'ru').match(/[A-Za-z]{3,}/gu)?.filter((word) => word !== 'ITAR') ?? []).toEqual([]);
    walk(roots(drafted), (node) => {
      if (node.content) for (const language of ['en', 'ru']) expect(textOf(node.content[language]), node.id).not.toBe('');
      if (node.type === 'paragraph') expect(node.content !== undefined || node.children.length > 0, node.id).toBe(true);
    });
  });

  it('is the same in Markdown, JSON and the arrangement', async () => {
    const drafted = await assembled(edited());
    const md = await written(drafted, 'f.md');
    const json = await written(drafted, 'f.json');
    for (const other of [json, path.join(folder, 'fusion-centre/arrangement.yaml')]) expect((await compare(host, md, other, {})).value?.changes).toEqual([]);
    for (const file of [md, json]) expect((await validate(host, file, { today: '2026-11-23' })).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('differs between originals only in the order of parties, signatures and languages', async () => {
    const us = await assembled(CASE, { original: 'us' });
    const ru = await assembled(CASE, { original: 'ru' });
    expect(us.meta.languages).toEqual(['en', 'ru']);
    expect(ru.meta.languages).toEqual(['ru', 'en']);
    expect(ru.signatures.map((node) => node.party)).toEqual(['ru', 'us']);
    expect(textOf(ru.title['en'])).toContain('between the Ministry of Defence of the Russian Federation and the Department of Defense');
    // The title, the first recital, the article on languages and the closing name parties or languages in a row.
    const body = (drafted: Draft): string =>
      words({ ...drafted, title: {}, preamble: drafted.preamble.slice(1), articles: drafted.articles.filter(({ id }) => id !== 'article:languages'), signatures: [], closing: [] }, 'ru');
    expect(body(us)).toBe(body(ru));
    expect((await compare(host, await written(us, 'us.md'), await written(ru, 'ru.md'), {})).value?.changes).toEqual([]);
  });

  it('sets a reserved matter out in full as the framework has it, and without an error', async () => {
    const file = edited(['register: treaty', 'register: treaty\nincorporate: { personnel: full, management: full }']);
    expect((await validate(host, file, { today: '2026-11-23' })).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // The framework chose the exception, not the library’s preferred variant.
    expect(words(await assembled(file), 'en')).toContain('lays down for members of the administrative and technical staff of a diplomatic mission');
  });

  it('does not let a choice replace what the framework reserves', async () => {
    const file = edited(['register: treaty', 'register: treaty\nincorporate: { personnel: full }'], ['choose:', 'choose:\n  personnel.status: host-law']);
    const { findings } = await validate(host, file, { today: '2026-11-23' });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => [rule, message])).toEqual([
      ['reserved-touched', '“host-law” is chosen for “personnel.status”, but the framework, which reserves the matter, has “administrative-technical”'],
    ]);
  });

  it('defines in the framework no term that neither it nor an arrangement uses', async () => {
    const defined = new Set<string>();
    const used = new Set<string>();
    for (const file of [FRAMEWORK, CASE])
      walk(roots(await assembled(file)), (node) => {
        for (const inline of Object.values(node.content ?? {}).flat()) {
          if (inline.type === 'definition' && file === FRAMEWORK) defined.add(inline.term);
          if (inline.type === 'term') used.add(inline.term);
        }
      });
    expect(defined.size).toBeGreaterThan(15);
    // Nothing classified passes under this framework, so there is nothing to compromise.
    expect([...defined].filter((term) => !used.has(term))).toEqual([]);
  });

  it.each(['treaty', 'memorandum'])('refers in a project arrangement without a framework to nothing that only a framework has, in the %s register', async (register) => {
    const file = path.join(folder, `lone-${register}.yaml`);
    fs.writeFileSync(file, `id: lone\ninstrument: project-arrangement\nregister: ${register}\nlanguages: [en, ru]\nparties: [us, ru]\ntitle: { en: on a radar, ru: о радаре }\n`);
    const { findings } = await draft(host, { file });
    expect(findings.filter(({ rule }) => rule === 'dangling-reference')).toEqual([]);
    const printed = JSON.stringify((await assembled(file)).articles);
    expect(printed).toContain('[implementing-arrangement]');
  });

  it('keeps what is ours from the other side and still reads, validates and compares', async () => {
    const drafted = await assembled(edited());
    const outside = disclose(drafted, 'ru').draft;
    const file = await written(outside, 'for.md');
    expect(fs.readFileSync(file, 'utf8')).not.toMatch(/preferred|acceptable|rationale|finance\.ceiling|centre\.sites|us-ru-framework|provisions\//u);
    expect((await compare(host, file, await written(drafted, 'f.md'), {})).value?.changes).toEqual([]);
    expect((await validate(host, file, { today: '2026-11-23' })).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('speaks the memorandum register throughout', async () => {
    const file = edited(['register: treaty', 'register: memorandum']);
    expect((await validate(host, file, { today: '2026-11-23' })).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const drafted = await assembled(file);
    let own = '';
    walk(roots(drafted), (node) => {
      for (const inline of [...(node.content?.['en'] ?? []), ...(node.tail?.['en'] ?? [])]) if (inline.type === 'text' || inline.type === 'value') own += ` ${inline.text}`;
    });
    expect(own).not.toMatch(/\b(?:shall|Part(?:y|ies)|Articles?|enters? into force)\b/u);
    expect(words(drafted, 'ru')).not.toMatch(/Сторон|вступает в силу/u);
  });

  it('tells a memorandum from the memorandum that it carries out', async () => {
    const file = edited(['register: treaty', 'register: memorandum']);
    const umbrella = path.join(folder, 'us-ru-framework/arrangement.yaml');
    const before = fs.readFileSync(umbrella, 'utf8');
    fs.writeFileSync(umbrella, before.replace('register: treaty', 'register: memorandum'));
    const drafted = await assembled(file);
    const above = await assembled(umbrella);
    fs.writeFileSync(umbrella, before);
    expect(words(drafted, 'ru')).toContain('В случае противоречия между настоящим Исполнительным меморандумом и Меморандумом преимущество будет иметь Меморандум.');
    expect(words(drafted, 'en')).toContain('Where this Implementing Memorandum conflicts with the Memorandum, the Memorandum will prevail.');
    for (const text of [words(drafted, 'ru'), words(above, 'ru')]) expect(text).not.toMatch(/Соглашени|[Ии]сполнительн\S+ протокол|прекращени\S действия/u);
    expect(words(above, 'ru')).toContain('Исполнительные меморандумы');
    expect(words(above, 'en')).toContain('Implementing Memoranda');
  });

  it('names both languages in a text read alone', async () => {
    const alone = await assembled(CASE, { languages: ['ru'] });
    const both = await assembled(CASE);
    expect(words(alone, 'ru')).toBe(words(both, 'ru'));
    expect(words(alone, 'ru')).toContain('на английском и русском языках');
    expect(words(await assembled(CASE, { languages: ['ru'], original: 'ru' }), 'ru')).toContain('на русском и английском языках');
  });

  it('names exactly the four things that were done: a value, a move, a rewording, a deletion', async () => {
    const old = await written(await assembled(edited()), 'old.md');
    const file = edited([
      'latency: PT60S', 'latency: PT90S',
    ], [
      'languages: [en, ru]',
      `departures:
  - { at: launch-data.retention/deletion, by: ru, on: 2026-11-01, why: asked for }
  - at: management.project/reports
    text: { en: 'The Project Officers shall report in writing to the co-chairs once a month.', ru: 'Руководители проекта ежемесячно представляют сопредседателям письменный отчёт.' }
    by: ru
    on: 2026-11-01
    why: asked for
languages: [en, ru]`,
    ]);
    const drafted = await assembled(file);
    const moved: Draft = {
      ...drafted,
      articles: drafted.articles.map((article) => {
        const crew = article.children.filter((node) => node.id.startsWith('centre.no-weapons-link/'));
        return article.id === 'article:centre' ? { ...article, children: [...crew, ...article.children.filter((node) => !crew.includes(node))].map((node, index) => ({ ...node, ordinal: index + 1 })) } : article;
      }),
    };
    const changes = (await compare(host, old, await written(moved, 'new.json'), {})).value?.changes ?? [];
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual(['moved', 'removed', 'revalued', 'reworded']);
  });
});
