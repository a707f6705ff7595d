import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { type Cache, type Host, textOf } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';
import { loadLibrary } from '../../src/operations/load-library.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const PACKAGE = createHost(HOME);
const ARRANGEMENT = fs.readFileSync(path.join(HOME, 'examples/fusion-centre/arrangement.yaml'), 'utf8');
const FRAMEWORK = fs.readFileSync(path.join(HOME, 'examples/us-ru-framework/arrangement.yaml'), 'utf8');
const HOUSE = `name: house
version: "1.0.0"
provisions: []
`;
const CEILING = (text: string): string => `extends: finance.ceiling
guidance: ${text}
`;

interface World {
  host: Host;
  /** Text and time of change by path. */
  readonly files: Map<string, { text: string; mtime: number }>;
  readonly kept: Map<string, { bytes: Uint8Array; written: number }>;
  /** Paths read since the last look. */
  readonly reads: string[];
  clock: number;
}

/** A world of files with times, a program that is built (or seems so), and a cache that can be looked into. */
function world(files: Readonly<Record<string, string>>): World {
  const kept: World['kept'] = new Map();
  const own: World['files'] = new Map(Object.entries(files).map(([name, text]) => [name, { text, mtime: 0 }]));
  const reads: string[] = [];
  const cache: Cache = { read: (name) => kept.get(name), write: (name, bytes) => void kept.set(name, { bytes, written: made.clock }) };
  const made: World = {
    files: own, kept, reads, clock: 1_000_000,
    host: {
      ...PACKAGE, cwd: '/project', cache,
      read: (file) => {
        if (file.startsWith(HOME)) return PACKAGE.read(file);
        reads.push(file);
        return own.get(file)?.text;
      },
      stat: (file) => {
        if (file.startsWith(`${HOME}/dist`)) return { kind: 'file', size: 1, mtime: 1, inode: 1 };
        const found = own.get(file);
        return found && { kind: 'file', size: found.text.length, mtime: found.mtime, inode: 7 };
      },
      list: (folder) => {
        if (folder.startsWith(HOME)) return PACKAGE.list(folder);
        const names = [...own.keys()].filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1).split('/', 1)[0] ?? '');
        return names.length === 0 ? undefined : [...new Set(names)].toSorted();
      },
    },
  };
  return made;
}

describe("a user's compiled library", () => {
  let w: World;
  const guidance = async (): Promise<string | undefined> => {
    w.reads.length = 0;
    const { value, findings } = await loadLibrary(w.host, ['house']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return value?.provision('finance.ceiling')?.guidance;
  };
  beforeEach(() => {
    w = world({ 'house/index.yaml': HOUSE.replace('[]', '[finance/ceiling]'), 'house/finance/ceiling.yaml': CEILING('First.') });
  });

  it('is read once, and its files are only looked at afterwards', async () => {
    expect(await guidance()).toBe('First.');
    expect(w.reads).toContain('house/finance/ceiling.yaml');
    w.clock += 100_000;
    for (const file of w.files.values()) file.mtime = 0;
    expect(await guidance()).toBe('First.');
    expect(w.reads).toEqual([]);
  });

  it('says again what was found', async () => {
    w.files.set('house/finance/ceiling.yaml', { text: 'extends: finance.ceilling\nguidance: x\n', mtime: 0 });
    const first = await loadLibrary(w.host, ['house']);
    expect(first.findings.map(({ rule }) => rule)).toContain('unknown-provision');
    expect((await loadLibrary(w.host, ['house'])).findings).toEqual(first.findings);
  });

  it('is made anew when a text changes, even where size and time stay', async () => {
    await guidance();
    const file = w.files.get('house/finance/ceiling.yaml');
    if (file) Object.assign(file, { text: CEILING('Other.'), mtime: w.clock - 10 });
    expect(await guidance()).toBe('Other.');
  });

  it('is not taken for new where a file changed while it was compiled', async () => {
    const { host } = w;
    let reads = 0;
    w.host = {
      ...host,
      read: (file) => {
        const text = host.read(file);
        // Read once for its hash, then to compile it; it changes right after.
        if (file === 'house/finance/ceiling.yaml' && ++reads === 2) w.files.set(file, { text: CEILING('Changed.'), mtime: 5 });
        return text;
      },
    };
    expect(await guidance()).toBe('First.');
    w.host = host;
    w.clock += 100_000;
    expect(await guidance()).toBe('Changed.');
  });

  it('is made anew when a file comes or goes', async () => {
    await guidance();
    w.files.set('house/parties/xx.yaml', { text: 'id: xx\n', mtime: 0 });
    expect((await loadLibrary(w.host, ['house'])).findings.map(({ span }) => span?.file)).toContain('house/parties/xx.yaml');
  });

  it('outlives new times on old texts', async () => {
    await guidance();
    w.clock += 100_000;
    for (const file of w.files.values()) file.mtime = w.clock - 50_000;
    expect(await guidance()).toBe('First.');
    expect(w.reads).toContain('house/finance/ceiling.yaml');
    expect(await guidance()).toBe('First.');
    expect(w.reads).toEqual([]);
  });

  it('is not mixed up with that of another folder', async () => {
    await guidance();
    w.files.set('other/index.yaml', { text: HOUSE.replace('[]', '[finance/ceiling]'), mtime: 0 });
    w.files.set('other/finance/ceiling.yaml', { text: CEILING('Another.'), mtime: 0 });
    expect((await loadLibrary(w.host, ['other'])).value?.provision('finance.ceiling')?.guidance).toBe('Another.');
    expect(await guidance()).toBe('First.');
  });
});

describe("a framework's outline", () => {
  const project = (framework: string): World => world({ 'a.yaml': ARRANGEMENT.replace(/^framework: .*$/mu, 'framework: f.yaml'), 'f.yaml': framework });
  const words = async (w: World): Promise<string> => {
    const { value } = await draft(w.host, { file: 'a.yaml' });
    return (value?.draft.articles ?? []).map((article) => article.children.map((node) => textOf(node.content?.['en'])).join('\n')).join('\n');
  };

  it('gives the same text kept as made', async () => {
    const w = project(FRAMEWORK);
    const first = await words(w);
    expect([...w.kept.keys()].map((name) => name.split('-')[0])).toEqual(['framework']);
    expect(await words(w)).toBe(first);
    expect(first).toMatch(/Article \d+ of the Agreement/u);
  });

  it('is made anew for another text of the framework', async () => {
    const w = project(FRAMEWORK);
    const first = await words(w);
    w.files.set('f.yaml', { text: FRAMEWORK.replace(/^instrument:/mu, 'omit: [{ provision: visits.procedure, reason: none }]\ninstrument:'), mtime: 0 });
    expect(await words(w)).not.toBe(first);
    expect(w.kept.size).toBe(2);
  });
});
