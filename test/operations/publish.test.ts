import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/model/hash.ts';
import type { Draft, Inline } from '../../src/model/index.ts';
import type { Assembled } from '../../src/operations/contracts.ts';
import { publish, type PublishOptions } from '../../src/operations/publish.ts';
import { validate } from '../../src/operations/validate.ts';
import { EMPTY_DRAFT } from '../support/fake-operations.ts';
import { memoryHost, type MemoryHost } from '../support/memory-host.ts';

function assembled(words: readonly Inline[], meta: Partial<Draft['meta']> = {}): Assembled {
  const draft: Draft = {
    ...EMPTY_DRAFT,
    meta: { ...EMPTY_DRAFT.meta, ...meta },
    title: { en: [{ type: 'text', text: 'Arrangement' }] },
    articles: [{
      id: 'article:scope', type: 'article', ordinal: 1, heading: { en: [{ type: 'text', text: 'Scope' }] },
      children: [{ id: 'scope.project/a', type: 'paragraph', content: { en: words }, children: [] }],
    }],
  };
  return { draft, mandatory: [], selection: [], valueSpans: new Map(), nodeSpans: new Map() };
}

const text = (words: string): readonly Inline[] => [{ type: 'text', text: words }];
const FIRST = assembled(text('The Centre stands in the north.'));
const SECOND = assembled(text('The Centre stands in the south.'));

function to(...paths: readonly string[]): PublishOptions {
  const formats: Readonly<Record<string, string>> = { md: 'markdown', json: 'json', txt: 'text' };
  return { arrangement: 'arrangement.yaml', targets: paths.map((path) => ({ path, format: formats[path.split('.').at(-1) ?? ''] ?? '' })), force: false, hasErrors: false };
}

const edit = (host: MemoryHost, path: string): void => {
  const before = host.read(path) ?? '';
  expect(before).toContain('north');
  host.write(path, before.replace('north', 'far north'));
};

describe('what a person edited', () => {
  it.each(['out/a.md', 'out/a.json', 'out/a.txt'])('is kept: %s', async (path) => {
    const host = memoryHost();
    expect((await publish(host, FIRST, to(path))).findings).toEqual([]);
    edit(host, path);
    const edited = host.read(path);
    const result = await publish(host, SECOND, to(path));
    expect(result.findings).toMatchObject([{ rule: 'output-edited', severity: 'error', span: { file: path } }]);
    expect(result.findings[0]?.related?.[0]?.message).toMatch(/far north.* would become .*south/u);
    expect(host.read(path)).toBe(edited);
  });

  it.each(['out/a.md', 'out/a.json', 'out/a.txt'])('is overwritten by force: %s', async (path) => {
    const host = memoryHost();
    await publish(host, FIRST, to(path));
    edit(host, path);
    const result = await publish(host, SECOND, { ...to(path), force: true });
    expect(result.findings).toEqual([]);
    expect(host.read(path)).toContain('south');
    // What was written is again known as the tool's own.
    expect((await publish(host, FIRST, to(path))).findings).toEqual([]);
  });

  it.each(['out/a.md', 'out/a.json', 'out/a.txt'])('is told from what the tool wrote: %s', async (path) => {
    const host = memoryHost();
    await publish(host, FIRST, to(path));
    const again = await publish(host, SECOND, to(path));
    expect(again.findings).toEqual([]);
    expect(again.value?.outputs).toMatchObject([{ path, state: 'wrote' }]);
    expect((await publish(host, SECOND, to(path))).value?.outputs).toMatchObject([{ path, state: 'unchanged' }]);
  });

  it.each(['a.md', 'a.json', 'a.txt'])('is also what the tool never wrote: %s', async (path) => {
    const host = memoryHost({ files: { [path]: 'notes of mine\n' } });
    expect((await publish(host, FIRST, to(path))).findings).toMatchObject([{ rule: 'output-edited' }]);
    expect(host.read(path)).toBe('notes of mine\n');
  });

  it('keeps the other outputs as they are too', async () => {
    const host = memoryHost();
    await publish(host, FIRST, to('a.md', 'a.json'));
    const json = host.read('a.json');
    edit(host, 'a.md');
    await publish(host, SECOND, to('a.json', 'a.md'));
    expect(host.read('a.json')).toBe(json);
  });
});

describe('the lock', () => {
  it('records plain text by its path from the lock, and keeps what else stands there', async () => {
    const host = memoryHost({ files: { 'a/arrangement.lock.yaml': '# mine\nlibraries: { dtca: abc }\n' } });
    await publish(host, FIRST, { ...to('out/a.txt'), arrangement: 'a/arrangement.yaml' });
    const lock = host.read('a/arrangement.lock.yaml') ?? '';
    expect(lock).toContain('# mine\nlibraries: { dtca: abc }\n');
    expect(lock).toMatch(/outputs:\n {2}\.\.\/out\/a\.txt: [0-9a-f]{64}\n/u);
  });

  it('holds nothing to validate, and no errors of an arrangement either', async () => {
    const host = memoryHost();
    await publish(host, FIRST, to('out/a.md'));
    expect(await validate(host, 'arrangement.lock.yaml', {})).toEqual({ value: [], findings: [] });
  });

  it('records every file, whether or not it carries its own hash', async () => {
    const host = memoryHost();
    await publish(host, FIRST, to('out/a.md', 'out/a.json', 'out/a.txt'));
    const lock: unknown = parse(host.read('arrangement.lock.yaml') ?? '');
    expect(lock).toMatchObject({ outputs: Object.fromEntries(['out/a.md', 'out/a.json', 'out/a.txt'].map((path) => [path, sha256(host.read(path) ?? '')])) });
    const before = host.read('arrangement.lock.yaml');
    await publish(host, FIRST, to('out/a.md'));
    expect(host.read('arrangement.lock.yaml')).toBe(before);
  });

  it('records what the texts rest on: libraries, framework, and the words that were departed from', async () => {
    const host = memoryHost();
    const basis = { libraries: [{ name: 'dtca', version: '1.0.0', hash: 'abc' }], framework: { id: 'above', edition: '2', hash: 'def' } };
    const base = { at: 'alpha.a/x', library: 'dtca', variant: 'plain', hash: '0123', text: { en: 'Each {{party "each"}} {{shall}} act.' } };
    await publish(host, { ...FIRST, draft: { ...FIRST.draft, basis }, bases: [base] }, to('a.md'));
    expect(parse(host.read('arrangement.lock.yaml') ?? '')).toMatchObject({
      libraries: { dtca: { version: '1.0.0', hash: 'abc' } }, framework: basis.framework,
      departures: { 'alpha.a/x': { library: 'dtca', variant: 'plain', base: '0123', text: base.text } },
    });
    await publish(host, { ...FIRST, draft: { ...FIRST.draft, basis }, bases: [] }, to('b.md'));
    const lock: unknown = parse(host.read('arrangement.lock.yaml') ?? '');
    expect(lock).not.toHaveProperty('departures');
    expect(lock).toMatchObject({ outputs: { 'a.md': expect.any(String), 'b.md': expect.any(String) } });
  });

  it('knows a sealed file as written even where its seal is of another edition of the tool', async () => {
    const host = memoryHost();
    const old = 'text of an earlier edition\n';
    host.write('a.md', old);
    host.write('arrangement.lock.yaml', `outputs:\n  a.md: ${sha256(old)}\n`);
    expect((await publish(host, FIRST, to('a.md'))).findings).toEqual([]);
  });

  it('records what was written before a failure, so that it does not count as edited', async () => {
    const broken = { 'b.md': 'the disk is full' };
    const host = memoryHost({ unwritable: broken });
    expect((await publish(host, FIRST, to('a.txt', 'b.md'))).unreadable).toBe(true);
    expect((await publish(host, SECOND, to('a.txt'))).findings).toEqual([]);
  });

  it('that cannot be written is a warning: the texts are', async () => {
    const host = memoryHost({ unwritable: { 'arrangement.lock.yaml': 'the folder is read-only' } });
    const { findings, unreadable, value } = await publish(host, FIRST, to('a.md'));
    expect(findings).toMatchObject([{ rule: 'lock-failed', severity: 'warning' }]);
    expect(unreadable).toBeUndefined();
    expect(value?.outputs).toMatchObject([{ path: 'a.md', state: 'wrote' }]);
  });

  it('that a person has broken is left to them', async () => {
    const host = memoryHost({ files: { 'arrangement.lock.yaml': 'outputs: [' } });
    expect((await publish(host, FIRST, to('a.md'))).findings).toEqual([]);
    expect(host.read('arrangement.lock.yaml')).toBe('outputs: [');
  });
});

describe('an edited file', () => {
  it.each([
    ['a word changed', (text: string) => text.replace('north', 'far north')],
    ['the seal taken off', (text: string) => text.replace(/[0-9a-f]{64}/gu, '')],
    ['the seal of another text', (text: string) => text.replace('north', 'far north').replace(/[0-9a-f]{64}/u, (hash) => hash.slice(1) + hash.slice(0, 1))],
    ['everything but a word gone', () => 'north\n'],
  ])('is kept, Markdown and JSON alike: %s', async (_what, change) => {
    for (const path of ['a.md', 'a.json']) {
      const host = memoryHost();
      await publish(host, FIRST, to(path));
      const before = host.read(path) ?? '';
      const after = change(before);
      expect(after, path).not.toBe(before);
      host.write(path, after);
      expect((await publish(host, SECOND, to(path))).findings, path).toMatchObject([{ rule: 'output-edited', severity: 'error' }]);
      expect(host.read(path)).toBe(after);
    }
  });
});

describe('a signature copy', () => {
  const blank = (kind: 'open' | 'signing'): readonly Inline[] => [{ type: 'blank', kind, parameter: 'finance.ceiling', text: '____' }];
  const bracket: readonly Inline[] = [{ type: 'bracket', options: [{ party: 'us', content: text('ten') }, { party: 'ru', content: text('five') }] }];
  const signature = { stage: 'signature' } as const;

  it.each<[string, readonly Inline[], boolean, string | undefined]>([
    ['an error', text('x'), true, undefined],
    ['an open blank', blank('open'), false, 'the blank finance.ceiling is open'],
    ['a bracket', bracket, false, 'not yet agreed: [ten / five]'],
  ])('is refused for %s, and nothing is written', async (_what, words, hasErrors, message) => {
    const host = memoryHost();
    const { value, findings } = await publish(host, assembled(words, signature), { ...to('a.md'), hasErrors });
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'not-ready-for-signature', severity: 'error' }]);
    expect(findings[0]?.related?.map((related) => related.message)).toEqual(message === undefined ? [] : [message]);
    expect(host.files.has('/project/a.md')).toBe(false);
  });

  it('keeps its signing blanks', async () => {
    expect((await publish(memoryHost(), assembled(blank('signing'), signature), to('a.md'))).findings).toEqual([]);
  });

  it('is no matter at other stages', async () => {
    expect((await publish(memoryHost(), assembled(blank('open')), { ...to('a.md'), hasErrors: true })).findings).toEqual([]);
  });
});

it('names the file that could not be written, and what was written before it', async () => {
  const host = memoryHost({ unwritable: { 'b.md': 'the disk is full' } });
  const { value, findings, unreadable } = await publish(host, FIRST, to('a.md', 'b.md'));
  expect(unreadable).toBe(true);
  expect(findings).toMatchObject([{ rule: 'output-failed', message: 'b.md cannot be written: the disk is full' }]);
  expect(value?.outputs.map(({ path }) => path)).toEqual(['a.md']);
});

describe('a file for a party', () => {
  const source = assembled(text('The Centre stands in the north.'));
  const secret: Assembled = {
    ...source,
    draft: {
      ...source.draft,
      articles: source.draft.articles.map((article) => ({
        ...article,
        provenance: { library: 'dtca', provision: 'scope.project', version: '1.0.0', variant: 'fallback-three', clause: 'a', reason: 'conceded late' },
      })),
    },
  };

  it.each(['a.md', 'a.json', 'a.txt'])('holds nothing of where its words came from: %s', async (path) => {
    const host = memoryHost();
    const { value } = await publish(host, secret, { ...to(path), for: 'ru' });
    const written = host.read(path) ?? '';
    expect(written).toContain('stands in the north');
    expect(written).not.toMatch(/fallback-three|conceded late|scope\.project|INTERNAL/u);
    expect(value?.leftOut.map(({ kind }) => kind)).toContain('sources of the text');
  });

  it('says INTERNAL without a party', async () => {
    const host = memoryHost();
    await publish(host, secret, to('a.md'));
    expect(host.read('a.md')).toMatch(/INTERNAL/u);
  });
});
