import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples, firstDifference, GOLDENS } from '../support/goldens.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.join(ROOT, 'bin/dtca.js');
const EXAMPLE = path.join(ROOT, 'examples/fusion-centre/arrangement.yaml');

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dtca-bin-'));
  // What is tested is the sources as they are, not the bundle of an earlier build.
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--bundle'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

function env(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', HOME: folder, ...extra };
}

interface Done { readonly code: number | null; readonly out: string; readonly err: string }

function dtca(args: readonly string[], extra: Readonly<Record<string, string>> = {}, input = ''): Done {
  const done = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, env: env(extra), input, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('the program', () => {
  it('prints its version before it loads anything', () => {
    const { version }: { version: string } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(dtca(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(dtca(['-V']).out).toBe(`${version}\n`);
    expect(dtca(['--version', '--help']).code).toBe(0);
  });

  // What users run is the bundle: a fault of its making shows in no test of the sources.
  it.each(GOLDENS)('writes the golden draft $name to the byte', ({ name, example, file = 'arrangement.yaml', options = [], formats, ...golden }) => {
    for (const [each, text] of Object.entries(examples(ROOT, { name, example, file, options, formats, ...golden }))) {
      fs.mkdirSync(path.dirname(at(name, each)), { recursive: true });
      fs.writeFileSync(at(name, each), text);
    }
    fs.writeFileSync(at(name, 'package.json'), '{}');
    const outputs = formats.map((format) => `${name}.${format}`);
    const done = spawnSync(process.execPath, [BIN, 'draft', `examples/${example}/${file}`, ...outputs.flatMap((output) => ['-o', output]), ...options], { cwd: at(name), env: env(), encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    for (const output of outputs) expect(firstDifference(fs.readFileSync(path.join(ROOT, 'test/golden', output), 'utf8'), fs.readFileSync(at(name, output), 'utf8'))).toBeUndefined();
  });

  it('is a bundle of plain ASCII, as its launcher reads it', () => {
    expect(fs.readFileSync(path.join(ROOT, 'dist/dtca.cjs')).findIndex((byte) => byte > 0x7f)).toBe(-1);
  });

  it('reads a library of the user’s own the same from its files and from the cache, and keeps nothing where asked', () => {
    // A condition that is more than a comparison, and slots: what compiles both stands in bundles of its own.
    fs.mkdirSync(at('house/finance'), { recursive: true });
    fs.writeFileSync(at('house/index.yaml'), 'name: house\nversion: "1.0.0"\nprovisions: [finance/note]\n');
    const note = (words: string): string => `id: finance.note\nversion: 1.0.0\narticle: finance\nscope: project\ninstruments: [implementing-arrangement]\ntitle: { en: Note, ru: Записка }\nwhen: parties.exists(p, p == "ru")\nguidance: None.\nvariants:\n  plain:\n    rank: preferred\n    rationale: None.\n    clauses:\n      - key: note\n        en: Each Party {{shall}} ${words}.\n        ru: "Каждая из Сторон {{duty \\"ведёт\\" \\"вести\\"}} учёт."\n`;
    fs.writeFileSync(at('house/finance/note.yaml'), note('keep an account'));
    const run = (extra?: Readonly<Record<string, string>>): Done => dtca(['draft', EXAMPLE, '--library', 'house', '--lang', 'en'], extra);
    const first = run();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Each Party shall keep an account.');
    expect(run()).toEqual(first);
    const kept = fs.readdirSync(at('.cache/dtca/data')).map((name) => name.split('-')[0]);
    expect(kept).toContain('library');
    expect(kept).toContain('framework');
    fs.writeFileSync(at('house/finance/note.yaml'), note('keep two accounts'));
    expect(run().out).toContain('Each Party shall keep two accounts.');
    fs.rmSync(at('.cache/dtca/data'), { recursive: true });
    expect(run({ DTCA_NO_CACHE: '1' }).out).toContain('Each Party shall keep two accounts.');
    expect(fs.existsSync(at('.cache/dtca/data'))).toBe(false);
  });

  it('exits 2 on wrong usage', () => {
    expect(dtca(['drfat'])).toMatchObject({ code: 2, out: '' });
    expect(dtca([])).toMatchObject({ code: 2, out: '' });
  });

  it('prints a schema that is JSON', () => {
    expect(JSON.parse(dtca(['schema', 'arrangement']).out)).toMatchObject({ title: 'Arrangement file' });
  });

  it('takes a reader that leaves early as no fault', () => {
    const done = spawnSync('bash', ['-c', `"${process.execPath}" "${BIN}" draft "${EXAMPLE}" | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`], { cwd: folder, env: env(), encoding: 'utf8' });
    expect(done.stderr).not.toMatch(/EPIPE|Error|fault/u);
    expect(Number(done.stdout)).toBeLessThan(2);
  });
});

describe('the code cache', () => {
  const cached = (base: string): readonly string[] => {
    const code = path.join(base, 'dtca/code');
    return fs.existsSync(code) ? fs.readdirSync(code) : [];
  };
  const XDG_CACHE_HOME = (): string => at('cache');

  it('changes nothing but the time: without, with, after damage, for another bundle', () => {
    const plain = dtca(['schema'], { HOME: '', XDG_CACHE_HOME: '' });
    expect(plain.code).toBe(0);
    const cache = { XDG_CACHE_HOME: XDG_CACHE_HOME() };
    expect(dtca(['schema'], cache)).toEqual(plain);
    const [name = ''] = cached(XDG_CACHE_HOME());
    expect(name).toMatch(/^schema-v\d+\.\d+\.\d+-\w+\.bin$/u);
    expect(dtca(['schema'], cache)).toEqual(plain);
    const file = path.join(XDG_CACHE_HOME(), 'dtca/code', name);
    const whole = fs.readFileSync(file);
    fs.writeFileSync(file, whole.subarray(0, 5000));
    expect(dtca(['schema'], cache)).toEqual(plain);
    // It was made anew.
    expect(fs.statSync(file).size).toBeGreaterThan(5000);
    fs.writeFileSync(file, Buffer.concat([Buffer.from('x'), whole.subarray(1)]));
    expect(dtca(['schema'], cache)).toEqual(plain);
  });

  it('keeps nothing for a word that is no command', () => {
    const base = at('cache-unknown');
    dtca(['nonsense'], { XDG_CACHE_HOME: base });
    expect(cached(base)).toEqual([]);
  });

  it('is made for the user alone, and not used where others can write', () => {
    const base = at('cache-open');
    dtca(['schema'], { XDG_CACHE_HOME: base });
    const code = path.join(base, 'dtca/code');
    expect(fs.statSync(code).mode & 0o077).toBe(0);
    fs.rmSync(path.join(code, cached(base)[0] ?? ''));
    fs.chmodSync(code, 0o777);
    expect(dtca(['schema'], { XDG_CACHE_HOME: base }).code).toBe(0);
    expect(cached(base)).toEqual([]);
  });

  it('is left alone where it is a link', () => {
    const base = at('cache-link');
    fs.mkdirSync(path.join(base, 'dtca'), { recursive: true, mode: 0o700 });
    fs.mkdirSync(at('elsewhere'), { mode: 0o700 });
    fs.symlinkSync(at('elsewhere'), path.join(base, 'dtca/code'));
    expect(dtca(['schema'], { XDG_CACHE_HOME: base }).code).toBe(0);
    expect(fs.readdirSync(at('elsewhere'))).toEqual([]);
  });
});

describe('writing', () => {
  it('leaves the old file and nothing else where the disk has no room', () => {
    fs.mkdirSync(at('full'));
    fs.writeFileSync(at('full/a.md'), 'old');
    // A limit on file size stands in for a full disk: the write fails midway either way.
    const script = `ulimit -f 1; "${process.execPath}" "${BIN}" draft "${EXAMPLE}" -o full/a.md --force`;
    const done = spawnSync('bash', ['-c', script], { cwd: folder, env: env({ HOME: '' }), encoding: 'utf8' });
    expect(done.stderr).toMatch(/full\/a\.md cannot be written: /u);
    expect(done.stderr).not.toMatch(/\n\s+at /u);
    expect(done.status).toBe(2);
    expect(fs.readFileSync(at('full/a.md'), 'utf8')).toBe('old');
    expect(fs.readdirSync(at('full'))).toEqual(['a.md']);
  });

  it('leaves a whole file or none when interrupted', async () => {
    fs.mkdirSync(at('stopped'));
    for (const delay of [40, 80, 120, 160, 200, 300]) {
      const child = spawn(process.execPath, [BIN, 'draft', EXAMPLE, '-o', 'stopped/a.json', '--force'], { cwd: folder, env: env(), stdio: 'ignore' });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGINT');
      await ended;
      expect(fs.readdirSync(at('stopped')).filter((name) => name !== 'a.json')).toEqual([]);
      if (fs.existsSync(at('stopped/a.json'))) expect(() => JSON.parse(fs.readFileSync(at('stopped/a.json'), 'utf8')) as unknown).not.toThrow();
    }
  });
});
