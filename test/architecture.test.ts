import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = path.join(ROOT, 'src');

/** What each folder of `src` may import besides itself. `.` is the folder's own root files: `src/host.ts`, `src/index.ts`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  expressions: ['model', 'languages'],
  text: ['model', 'languages'],
  languages: ['model'],
  report: ['model', 'languages'],
  source: ['model', 'languages', 'expressions', 'text'],
  assemble: ['model', 'languages', 'expressions', 'text'],
  formats: ['model', 'languages', 'text'],
  diff: ['model', 'languages', 'text'],
  lint: ['model', 'languages', 'text', 'expressions'],
  operations: ['model', 'languages', 'expressions', 'text', 'source', 'assemble', 'formats', 'diff', 'lint', 'report'],
  cli: ['operations', 'report', 'host.ts', 'model', 'text'],
  'host.ts': ['model'],
  'index.ts': ['model', 'operations', 'host.ts'],
};

interface Waiver { readonly file: string; readonly reason: string }

/** Files that may be longer than 300 lines. Each needs a reason, and falls when the reason does. */
const LONG: readonly Waiver[] = [];

/** Files outside `host.ts` and `cli` that may touch a Node module that is not pure. */
const IMPURE: readonly Waiver[] = [];

/** Node modules that compute and touch nothing outside. */
const PURE_MODULES = new Set(['node:path', 'node:crypto']);

interface SourceFile { readonly name: string; readonly text: string; readonly code: string }

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted();
}

/** Without comments and the contents of strings, as far as these checks need. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/(^|\s)\/\/.*$/gmu, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gu, "''");
}

const FILES: readonly SourceFile[] = filesUnder(SOURCE).map((name) => {
  const text = readFileSync(path.join(SOURCE, name), 'utf8');
  return { name, text, code: codeOf(text) };
});

/** Static, type-only and dynamic imports, and re-exports. */
function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/gu)].map((match) => match[1] ?? '');
}

/** `src/lint/rules/x.ts` belongs to `lint`, `src/host.ts` to `host.ts`. */
function folderOf(name: string): string {
  return name.split('/', 1)[0] ?? name;
}

function targetOf(file: string, specifier: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
}

describe('imports', () => {
  it('go only where the table lets them', () => {
    const wrong = FILES.flatMap(({ name, text }) =>
      importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => targetOf(name, specifier))
        .filter((target) => folderOf(target) !== folderOf(name) && !(MAY_IMPORT[folderOf(name)] ?? []).includes(folderOf(target)))
        .map((target) => `${name} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name files that exist, with their extension', () => {
    const wrong = FILES.flatMap(({ name, text }) =>
      importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !existsSync(path.join(SOURCE, targetOf(name, specifier))))
        .map((specifier) => `${name}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('never run from one format to another', () => {
    const formatOf = (name: string): string | undefined => /^formats\/([^/]+)\//u.exec(name)?.[1];
    const wrong = FILES.filter(({ name }) => formatOf(name) !== undefined).flatMap(({ name, text }) =>
      importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => formatOf(targetOf(name, specifier)))
        .filter((target) => target !== undefined && target !== formatOf(name))
        .map((target) => `${name} imports ${target ?? ''}`),
    );
    expect(wrong).toEqual([]);
  });

  it('cover every folder there is', () => {
    expect(readdirSync(SOURCE).filter((name) => !(name in MAY_IMPORT))).toEqual([]);
  });
});

describe('the core', () => {
  const core = FILES.filter(({ name }) => folderOf(name) !== 'cli' && name !== 'host.ts');

  it('touches no file, process or network', () => {
    const wrong = core
      .filter(({ name }) => !IMPURE.some(({ file }) => file === name))
      .flatMap(({ name, text }) => importsOf(text).filter((specifier) => specifier.startsWith('node:') && !PURE_MODULES.has(specifier)).map((specifier) => `${name} imports ${specifier}`));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['process', /(?<![.\w])process\s*[.[]/u],
    ['console', /(?<![.\w])console\s*\./u],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/u],
    ['chance', /\bMath\.random\b|\brandomUUID\b/u],
    ['Intl', /\bIntl\b/u],
    ['the locale', /\blocaleCompare\b|\btoLocale\w+\b/u],
    ['require', /(?<![.\w])require\s*\(/u],
  ])('does not use %s', (_what, pattern) => {
    expect(core.filter(({ code }) => pattern.test(code)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the house', () => {
  it('has no folder for whatever fits nowhere', () => {
    expect(filesUnder(SOURCE).filter((name) => /(^|\/)(utils?|helpers|common|misc|shared)\//u.test(name))).toEqual([]);
  });

  it('has no file over 300 lines without a reason', () => {
    const long = FILES.filter(({ text }) => text.split('\n').length > 301).map(({ name }) => name);
    expect(long.filter((name) => !LONG.some(({ file }) => file === name))).toEqual([]);
    expect(LONG.filter(({ file }) => !long.includes(file)).map(({ file }) => `${file} needs no waiver any more`)).toEqual([]);
  });

  it('gives every waiver a reason', () => {
    expect([...LONG, ...IMPURE].filter(({ reason }) => reason.trim().length < 20)).toEqual([]);
  });

  it('casts nothing away and checks nothing off', () => {
    const wrong = FILES.filter(({ code }) => /\bas any\b|: any\b|\bas unknown as\b|@ts-(?:ignore|expect-error|nocheck)/u.test(code)).map(({ name }) => name);
    expect(wrong).toEqual([]);
  });
});

/** An index holds exactly what lies beside it: each file or folder is imported by the index, and nothing else is. */
interface Index { readonly index: string; readonly folder: string; readonly skip?: readonly string[] }

const INDEXES: readonly Index[] = [
  { index: 'src/cli/commands/index.ts', folder: 'src/cli/commands' },
  { index: 'src/lint/rules/index.ts', folder: 'src/lint/rules' },
  { index: 'src/operations/library-checks/index.ts', folder: 'src/operations/library-checks' },
  { index: 'src/diff/classify/index.ts', folder: 'src/diff/classify' },
];

describe('an index', () => {
  it.each(INDEXES)('$index names every file beside it', ({ index, folder }) => {
    const file = path.join(ROOT, index);
    const beside = existsSync(path.join(ROOT, folder)) ? readdirSync(path.join(ROOT, folder)) : [];
    const present = beside.flatMap((name) => /^(.+)\.ts$/u.exec(name)?.[1] ?? []).filter((name) => name !== 'index');
    // A folder that is still empty needs no index.
    const text = present.length > 0 || existsSync(file) ? readFileSync(file, 'utf8') : '';
    const named = importsOf(text).flatMap((specifier) => /^\.\/([^/]+)\.ts$/u.exec(specifier)?.[1] ?? []);
    expect([...named].toSorted()).toEqual([...present].toSorted());
  });

  it('src/formats/index.ts names every format’s folder', () => {
    const text = readFileSync(path.join(SOURCE, 'formats/index.ts'), 'utf8');
    const named = new Set(importsOf(text).flatMap((specifier) => /^\.\/([^/]+)\//u.exec(specifier)?.[1] ?? []));
    const present = readdirSync(path.join(SOURCE, 'formats'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect([...named].toSorted()).toEqual(present.toSorted());
  });

  it('src/languages/index.ts names every language', () => {
    const text = readFileSync(path.join(SOURCE, 'languages/index.ts'), 'utf8');
    const named = importsOf(text).flatMap((specifier) => /^\.\/([a-z]{2})\.ts$/u.exec(specifier)?.[1] ?? []);
    const present = readdirSync(path.join(SOURCE, 'languages')).flatMap((name) => /^([a-z]{2})\.ts$/u.exec(name)?.[1] ?? []);
    expect(named.toSorted()).toEqual(present.toSorted());
  });

  const listed = (key: string): readonly string[] => {
    const text = readFileSync(path.join(ROOT, 'provisions/index.yaml'), 'utf8');
    const block = new RegExp(`^${key}:\\s*\\n((?:[ \\t]+.*\\n|#.*\\n|\\s*\\n)*)`, 'mu').exec(text)?.[1] ?? '';
    return [...block.matchAll(/^\s+-\s+["']?([^"'#\s]+)/gmu)].map((match) => match[1] ?? '').toSorted();
  };

  const apart = new Set(['parameters', 'parties', 'vocabulary']);
  /** A folder may hold provisions of the article and definitions side by side: a provision has variants. */
  const library = readdirSync(path.join(ROOT, 'provisions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !apart.has(entry.name))
    .flatMap((entry) =>
      readdirSync(path.join(ROOT, 'provisions', entry.name))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => ({
          name: `${entry.name}/${name.slice(0, -5)}`,
          provision: /^variants:/mu.test(readFileSync(path.join(ROOT, 'provisions', entry.name, name), 'utf8')),
        })),
    );

  it('provisions/index.yaml names every provision', () => {
    expect(listed('provisions')).toEqual(library.flatMap(({ name, provision }) => (provision ? [name] : [])).toSorted());
  });

  it('provisions/index.yaml names every definition', () => {
    expect(listed('definitions')).toEqual(library.flatMap(({ name, provision }) => (provision ? [] : [name.replace(/^definitions\//u, '')])).toSorted());
  });
});
