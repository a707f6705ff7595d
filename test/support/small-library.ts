import { assemble } from '../../src/assemble/assemble.ts';
import type { AssembleResult } from '../../src/assemble/assemble.ts';
import type { AssembleInput } from '../../src/assemble/input.ts';
import { celEngine } from '../../src/expressions/engine.ts';
import { textOf, walk } from '../../src/model/index.ts';
import type { Draft, Finding, Inline, Library, Node } from '../../src/model/index.ts';
import { readArrangement } from '../../src/source/arrangement.ts';
import { checkArrangement } from '../../src/source/check-arrangement.ts';
import { checkLibrary } from '../../src/source/check-library.ts';
import { readLayer } from '../../src/source/layer.ts';
import { overlay } from '../../src/source/overlay.ts';
import type { LibraryData } from '../../src/source/overlay.ts';
import { typeValues } from '../../src/source/type-values.ts';

/** A library folder: plain data by path, written as JSON, which is YAML; a string is written as it stands. */
export type Folder = Readonly<Record<string, unknown>>;

const name = (words: string): unknown => ({ en: words, ru: words });
const party = (id: string, language: string, en: string, ru: Readonly<Record<string, string>>): unknown => ({
  id, language, currency: id === 'us' ? 'USD' : 'RUB', label: { en: `${en} Party`, ru: ru['nom'] }, state: { en, ru }, concluders: { government: { en: `Government of ${en}`, ru } },
});
const names = (en: string, ru: string): unknown => ({ treaty: { full: en, short: en }, memorandum: { full: `${en} of Understanding`, short: ru } });

/** Everything but provisions, parameters and definitions: two parties, two languages, two instruments, a handful of articles. */
export const BARE: Folder = {
  'articles.yaml': {
    preamble: { kind: 'preamble', title: name('Preamble') },
    ...Object.fromEntries(['definitions', 'alpha', 'beta', 'gamma', 'application'].map((id) => [id, { title: { en: `${id} en`, ru: `${id} ru` } }])),
    data: { kind: 'annex', title: { en: 'Data', ru: 'Данные' } },
    testimonium: { kind: 'closing', title: name('Closing') },
  },
  'matters.yaml': { 'finance.costs': { title: name('Costs') } },
  'parties/us.yaml': party('us', 'en', 'Utopia', { nom: 'Утопия', gen: 'Утопии', dat: 'Утопии', acc: 'Утопию', ins: 'Утопией', pre: 'Утопии' }),
  'parties/ru.yaml': party('ru', 'ru', 'Ruritania', { nom: 'Руритания', gen: 'Руритании', dat: 'Руритании', acc: 'Руританию', ins: 'Руританией', pre: 'Руритании' }),
  'vocabulary/en.yaml': {
    language: 'en', instruments: { pact: names('Pact', 'Pact'), umbrella: names('Umbrella', 'Umbrella') }, languages: { en: 'English', ru: 'Russian' },
    title: '{{instrument "full"}} between {{names}} {{title}}', signature: { for: 'For {{item "name"}}', name: 'Name:', office: 'Title:' },
  },
  'vocabulary/ru.yaml': {
    language: 'ru', instruments: { pact: names('Пакт', 'Пакт'), umbrella: names('Зонт', 'Зонт') },
    languages: { en: { nom: 'английский', pre: 'английском' }, ru: { nom: 'русский', pre: 'русском' } },
    title: '{{instrument "full"}} между {{names case="ins"}} {{title}}', signature: { for: 'За {{item "name" case="acc"}}', name: 'Имя:', office: 'Должность:' },
  },
  'templates/pact.hbs':
    '{{layout kind="arrangement"}}{{title}}{{preamble}}{{article "definitions"}}{{article "alpha"}}{{article "beta" mandatory="true"}}{{article "gamma"}}{{#if framework}}{{article "application"}}{{/if}}{{closing}}{{signatures}}{{annex "data"}}',
  'templates/umbrella.hbs': '{{layout kind="framework" article="roman" point="latin"}}{{title}}{{article "definitions"}}{{article "alpha"}}{{article "beta"}}{{signatures}}',
};

/** A clause that says the same in both languages, after a word that tells them apart. */
export function clause(key: string, words: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { key, en: `En ${words}`, ru: `Ру ${words}`, ...more };
}

/** A provision of one variant, `plain`, unless `more` says otherwise. `id` is `article.name`. */
export function provision(id: string, clauses: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): Folder {
  return {
    [`${id.replace('.', '/')}.yaml`]: {
      id, version: '1.0.0', article: id.split('.')[0], scope: 'project', instruments: ['pact'], title: { en: id, ru: id },
      variants: { plain: { rank: 'preferred', rationale: 'why', clauses } }, ...more,
    },
  };
}

export function parameter(full: string, fields: Readonly<Record<string, unknown>>): Folder {
  return { [`parameters/${full.replace('.', '-')}.yaml`]: { [full]: { ask: { en: '?', ru: '?' }, ...fields } } };
}

export interface Small {
  readonly data: LibraryData;
  readonly library: Library;
  readonly findings: readonly Finding[];
}

/** Reads folders as layers, the first at the bottom, and checks what comes out. An index is made where none is given. */
export function smallLibrary(...layers: readonly Folder[]): Small {
  const findings: Finding[] = [];
  const read = layers.flatMap((folder, depth) => {
    const made = readLayer({ root: `layer${depth}`, files: filesOf(folder, depth) });
    findings.push(...made.findings);
    return made.layer ? [made.layer] : [];
  });
  const laid = overlay(read);
  findings.push(...laid.findings, ...checkLibrary(laid.data));
  const { provisions, ...rest } = laid.data;
  const byId = new Map(provisions.map((entry) => [entry.id, entry]));
  return { data: laid.data, findings, library: { ...rest, provisionIds: [...byId.keys()], provision: (id) => byId.get(id), brief: (id) => byId.get(id) } };
}

/** The files of a folder as a layer reads them. */
export function filesOf(folder: Folder, depth = 0): ReadonlyMap<string, { readonly file: string; readonly text: string }> {
  const listed = Object.keys(folder).filter((path) => path.includes('/') && !/^(parameters|definitions|parties|vocabulary|templates)\//u.test(path));
  const terms = Object.keys(folder).flatMap((path) => (path.startsWith('definitions/') && isTerm(folder[path]) ? [path.slice(12, -5)] : []));
  const own = Object.keys(folder).filter((path) => path.startsWith('definitions/') && !isTerm(folder[path]));
  const index = { name: `layer${depth}`, version: '1.0.0', provisions: [...own, ...listed].map((path) => path.slice(0, -5)), definitions: terms };
  const whole: Folder = { 'index.yaml': index, ...folder };
  return new Map(Object.entries(whole).map(([path, data]) => [path, { file: `layer${depth}/${path}`, text: typeof data === 'string' ? data : JSON.stringify(data, undefined, 2) }]));
}

function isTerm(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'name' in data;
}

export type Options = Partial<Pick<AssembleInput, 'framework' | 'original' | 'languages' | 'departures'>>;

/** Reads and assembles an arrangement of a pact between Utopia and Ruritania; `fields` add to it or override it. */
export function arrange(library: Library, fields: Readonly<Record<string, unknown>> = {}, options: Options = {}): AssembleResult {
  const text = JSON.stringify({ id: 'small', instrument: 'pact', languages: ['en', 'ru'], parties: ['us', 'ru'], title: { en: 'on trade', ru: 'о торговле' }, ...fields }, undefined, 2);
  const read = readArrangement(text, 'arrangement.yaml');
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  const { arrangement, yaml } = read.value;
  const typed = typeValues(read.value, library);
  const made = assemble({ library, arrangement, values: typed.values, locate: (path, key) => (key ? yaml.keyAt(path) : yaml.at(path)), stage: 'negotiating', departures: true, engine: celEngine(library.parameters), ...options });
  const findings = [...read.findings, ...typed.findings, ...checkArrangement(read.value, library), ...made.findings];
  if (!made.draft) throw new Error(JSON.stringify(findings));
  return { ...made, findings };
}

/** The inlines of a block in a language. */
export function inlinesAt(draft: Draft, id: string, language = 'en'): readonly Inline[] | undefined {
  return blocks(draft).get(id)?.content?.[language];
}

/** The words of a block in a language; undefined where there is no such block. */
export function wordsAt(draft: Draft, id: string, language = 'en'): string | undefined {
  const inlines = inlinesAt(draft, id, language);
  return inlines && textOf(inlines);
}

export function blocks(draft: Draft): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  walk([...draft.preamble, ...draft.articles, ...draft.closing, ...draft.signatures, ...draft.annexes], (node) => void found.set(node.id, node));
  return found;
}

/** Rules found, with severity: enough to see that nothing else was. */
export function rulesIn(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
}
