import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createHost } from '../../src/host.ts';
import { HostError } from '../../src/model/host.ts';
import { memoryHost } from '../support/memory-host.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGE = createHost(ROOT);
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const ARRANGEMENT = 'examples/fusion-centre/arrangement.yaml';
const FRAMEWORK = 'examples/us-ru-framework/arrangement.yaml';

/** Stands in a replacement where the finding is expected, and is taken out. */
const HERE = '‸';

interface Found { readonly rule: string; readonly severity: string; readonly message: string; readonly hint?: string; readonly span?: { readonly file: string; readonly start: { readonly line: number; readonly column: number } } }

/** A file with its marker taken out, and the line and column where it stood. */
function marked(text: string): { readonly text: string; readonly place: string | undefined } {
  const at = text.indexOf(HERE);
  if (at < 0) return { text, place: undefined };
  const before = text.slice(0, at).split('\n');
  return { text: text.replace(HERE, ''), place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

/** The example with one thing changed. */
function edited(from: string, to: string): string {
  const text = read(ARRANGEMENT);
  if (!text.includes(from)) throw new Error(`the example has no “${from}”`);
  return text.replace(from, () => to);
}

async function check(files: Readonly<Record<string, string>>, argv: readonly string[]): Promise<{ readonly code: number; readonly findings: readonly Found[]; readonly err: string; readonly places: Readonly<Record<string, string>> }> {
  const places: Record<string, string> = {};
  const clean: Record<string, string> = { [FRAMEWORK]: read(FRAMEWORK) };
  for (const [name, text] of Object.entries(files)) {
    const { text: without, place } = marked(text);
    clean[name] = without;
    if (place !== undefined) places[name] = place;
  }
  const host = memoryHost({ files: clean, package: PACKAGE });
  const code = await run([...argv, '--format', 'json'], host);
  expect(host.printed.err).not.toMatch(/\n\s+at |fault of the tool/u);
  const { findings }: { readonly findings: readonly Found[] } = JSON.parse(host.printed.out);
  return { code, findings, err: host.printed.err, places };
}

/** What is wrong, the file that has it, the rule that says so, the exit code. The marker says where. */
type Case = readonly [what: string, text: string, rule: string, code: 1 | 2];

const BOMB = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
`;

const ARRANGEMENTS: readonly Case[] = [
  ['YAML that does not parse', edited('languages: [en, ru]', `languages: [en, ru\n${HERE}parties_: x`), 'yaml-syntax', 2],
  ['a key twice', edited('register: treaty', `register: treaty\n${HERE}register: memorandum`), 'duplicate-key', 2],
  ['aliases that explode', BOMB, 'yaml-syntax', 2],
  ['a %YAML 1.1 line', `${HERE}%YAML 1.1\n---\n${read(ARRANGEMENT)}`, 'yaml-syntax', 2],
  ['a tag', edited('id: fusion-centre', `id: ${HERE}!!binary fusion-centre`), 'yaml-syntax', 2],
  ['a control character', edited('on a Launch-Data', `on ${HERE}\u0007a Launch-Data`), 'yaml-syntax', 2],
  ['bytes that are no UTF-8', edited('on a Launch-Data', `on ${HERE}\uFFFD Launch-Data`), 'yaml-syntax', 2],
  ['brackets without end', `id: ${'['.repeat(1_000)}${HERE}${'['.repeat(100_000)}`, 'yaml-syntax', 2],
  ['dashes without end', `id:\n  ${HERE}${'- '.repeat(20_000)}x`, 'yaml-syntax', 2],
  ['an alias of nothing', edited('id: fusion-centre', `id: ${HERE}*nothing`), 'yaml-syntax', 2],
  ['two documents', `${read(ARRANGEMENT)}${HERE}---\nid: other\n`, 'yaml-syntax', 2],
  ['a prototype for a key', edited('crewSize: 16', `${HERE}__proto__: 16`), 'forbidden-key', 2],
  ['an empty file', '', 'wrong-type', 1],
  ['a wrong type', edited('languages: [en, ru]', `languages: ${HERE}en`), 'wrong-type', 1],
  ['an unknown key', edited('register: treaty', `${HERE}regster: treaty`), 'unknown-key', 1],
  ['a word that is none of the choices', edited('register: treaty', `register: ${HERE}treatise`), 'wrong-value', 1],
  ['an unknown provision', edited('centre.crews: co-equal', `${HERE}centre.crew: co-equal`), 'unknown-provision', 1],
  ['an unknown variant', edited('centre.crews: co-equal', `centre.crews: ${HERE}coequal`), 'unknown-variant', 1],
  ['an unknown parameter', edited('crewSize: 16', `${HERE}crewSze: 16`), 'unknown-parameter', 1],
  ['an unknown party', edited('shares: { us: 50, ru: 50 }', `shares: { us: 50, ${HERE}uk: 50 }`), 'unknown-party', 1],
  ['a value of the wrong type', edited('crewSize: 16', `crewSize: ${HERE}many`), 'wrong-type', 1],
  ['an amount that is a number', edited('ceiling: "USD 38000000"', `ceiling: ${HERE}38000000`), 'wrong-type', 1],
  ['shares that do not add up', edited('{ us: 50, ru: 50 }', `${HERE}{ us: 50, ru: 40 }`), 'shares-sum', 1],
  ['a value with a mark that reorders text', edited('Eastern Site', `${HERE}Eastern \u202ESite`), 'control-character', 1],
  ['an unknown instrument', edited('instrument: implementing-arrangement', `instrument: ${HERE}implementing-arangement`), 'unknown-instrument', 1],
  ['a framework that is not there', edited('../us-ru-framework/arrangement.yaml', `${HERE}../us-ru-framework/arangement.yaml`), 'missing-file', 1],
  ['a path that leaves the project', edited('../us-ru-framework/arrangement.yaml', `${HERE}../../../etc/passwd`), 'outside-project', 1],
];

describe('an arrangement with', () => {
  it.each(ARRANGEMENTS)('%s', async (_what, text, rule, code) => {
    const { findings, places, ...seen } = await check({ [ARRANGEMENT]: text }, ['validate', ARRANGEMENT]);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => finding.rule)).toContain(rule);
    expect(seen.code).toBe(code);
    const finding = errors.find((each) => each.rule === rule);
    expect(finding?.span?.file).toBe(ARRANGEMENT);
    const place = places[ARRANGEMENT];
    if (place !== undefined) expect(`${finding?.span?.start.line}:${finding?.span?.start.column}`).toBe(place);
  });

  it('a fault, on standard input', async () => {
    const host = memoryHost({ files: {}, package: PACKAGE, stdin: edited('register: treaty', 'regster: treaty') });
    expect(await run(['validate', '-', '--format', 'json'], host)).toBe(1);
    const { findings }: { readonly findings: readonly Found[] } = JSON.parse(host.printed.out);
    expect(findings.map(({ rule, span }) => `${rule} ${span?.file ?? ''}`)).toEqual(['unknown-key -']);
  });

  it('a file that cannot be read beside one that can', async () => {
    const memory = memoryHost({ files: { [ARRANGEMENT]: edited('register: treaty', 'regster: treaty') }, package: PACKAGE });
    const host = { ...memory, read: (file: string) => { if (file === 'locked.md') throw new HostError('locked.md cannot be read: permission denied'); return memory.read(file); } };
    expect(await run(['validate', 'locked.md', ARRANGEMENT, '--format', 'json'], host)).toBe(2);
    const { findings }: { readonly findings: readonly Found[] } = JSON.parse(memory.printed.out);
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-key', 'unreadable-file']);
  });

  it('no such file', async () => {
    const { code, findings } = await check({}, ['validate', 'nowhere.yaml']);
    expect({ code, rules: findings.map(({ rule }) => rule) }).toEqual({ code: 2, rules: ['missing-file'] });
  });
});

const PROVISION = (id: string, body: string, extra = ''): string => `id: ${id}
version: "1.0.0"
article: visits
scope: optional
instruments: [implementing-arrangement]
title: { en: Sample, ru: Образец }
${extra}variants:
  plain:
    rank: preferred
    rationale: For a test.
    clauses:
      - key: body
        en: ${body}
        ru: Образец.
`;

function library(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(files).filter((name) => name.startsWith('visits/'));
  return Object.fromEntries([
    ['own/index.yaml', `name: own\nversion: "1.0.0"\nprovisions:\n${names.map((name) => `  - ${name.slice(0, -5)}\n`).join('')}`],
    ...Object.entries(files).map(([name, text]) => [`own/${name}`, text] as const),
  ]);
}

const LIBRARIES: readonly (readonly [what: string, files: Readonly<Record<string, string>>, file: string, rule: string, code: 1 | 2])[] = [
  ['YAML that does not parse', { 'visits/a.yaml': `id: ${HERE}visits.a\n  bad: : x\n` }, 'visits/a.yaml', 'yaml-syntax', 2],
  ['an unknown key', { 'visits/a.yaml': PROVISION('visits.a', 'Sample.', `${HERE}guidence: x\n`) }, 'visits/a.yaml', 'unknown-key', 1],
  ['an unknown helper', { 'visits/a.yaml': PROVISION('visits.a', `"The visitor ${HERE}{{shal}} wait."`) }, 'visits/a.yaml', 'unknown-helper', 1],
  ['an unknown parameter', { 'visits/a.yaml': PROVISION('visits.a', `"Within ${HERE}{{visits.leadTme}}."`) }, 'visits/a.yaml', 'unknown-parameter', 1],
  ['an unknown reference', { 'visits/a.yaml': PROVISION('visits.a', `'See ${HERE}{{ref "visits.nowhere"}}.'`) }, 'visits/a.yaml', 'unknown-reference', 1],
  ['a block helper in a leaf', { 'visits/a.yaml': PROVISION('visits.a', '"{{#if x}}y{{/if}}"') }, 'visits/a.yaml', 'leaf-syntax', 1],
  ['a partial in a leaf', { 'visits/a.yaml': PROVISION('visits.a', '"{{> /etc/passwd}}"') }, 'visits/a.yaml', 'leaf-syntax', 1],
  ['a prototype in a leaf', { 'visits/a.yaml': PROVISION('visits.a', '"{{constructor.constructor}}"') }, 'visits/a.yaml', 'unknown-parameter', 1],
  ['a condition that does not type', { 'visits/a.yaml': PROVISION('visits.a', 'Sample.', 'when: security.classified > 3\n') }, 'visits/a.yaml', 'condition-invalid', 1],
  ['a circle of requirements', { 'visits/a.yaml': PROVISION('visits.a', 'Sample.', 'requires: [visits.b]\n'), 'visits/b.yaml': PROVISION('visits.b', 'Sample.', 'requires: [visits.a]\n') }, 'visits/a.yaml', 'circular-requirement', 1],
  ['a file that the index does not name', { 'visits/a.yaml': PROVISION('visits.a', 'Sample.'), 'scope/stray.yaml': PROVISION('scope.stray', 'Sample.') }, 'scope/stray.yaml', 'unlisted-file', 1],
];

describe('a library with', () => {
  it.each(LIBRARIES)('%s', async (_what, files, file, rule, code) => {
    const { findings, places, ...seen } = await check(library(files), ['validate', 'own']);
    const found = findings.filter((finding) => finding.rule === rule);
    expect(found.map((finding) => finding.span?.file), JSON.stringify(findings.slice(0, 3))).toContain(`own/${file}`);
    expect(seen.code).toBe(code);
    const place = places[`own/${file}`];
    if (place !== undefined) expect(found.map(({ span }) => `${span?.start.line}:${span?.start.column}`)).toContain(place);
  });

  it('one broken file still reports the faults of all the others', async () => {
    const files = { 'visits/a.yaml': 'id: [\n', 'visits/b.yaml': PROVISION('visits.b', '"{{shal}}"'), 'visits/c.yaml': PROVISION('visits.c', 'Sample.', 'guidence: x\n') };
    const { findings } = await check(library(files), ['validate', 'own']);
    const faulty = findings.filter(({ severity }) => severity === 'error').map(({ span }) => span?.file);
    expect(faulty).toEqual(expect.arrayContaining(['own/visits/a.yaml', 'own/visits/b.yaml', 'own/visits/c.yaml']));
  });
});

describe('a draft with', () => {
  it.each([
    ['JSON that does not parse', 'a.json', '{ "schema": ', 2],
    ['JSON of something else', 'a.json', '{ "name": "x" }', 2],
    ['a prototype for a key', 'a.json', '{ "schema": "dtca/draft-1", "__proto__": { "a": 1 } }', 2],
    ['very deep JSON', 'a.json', '['.repeat(100_000), 2],
    ['nothing in it', 'a.md', ' \n', 2],
  ] as const)('%s', async (_what, name, text, code) => {
    const seen = await check({ [name]: text }, ['validate', name]);
    expect(seen.code).toBe(code);
    expect(seen.findings[0]?.span?.file).toBe(name);
  });
});
