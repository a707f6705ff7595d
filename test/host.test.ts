import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHost } from '../src/host.ts';
import { HostError } from '../src/model/host.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dtca-host-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const host = createHost('/nowhere');
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

describe('reading', () => {
  it('takes an absent file, a folder and a path through a file for no file', () => {
    fs.writeFileSync(at('a.txt'), 'words');
    expect(host.read(at('a.txt'))).toBe('words');
    expect(host.read(at('b.txt'))).toBeUndefined();
    expect(host.read(folder)).toBeUndefined();
    expect(host.read(at('a.txt', 'c'))).toBeUndefined();
    expect(host.stat(at('a.txt', 'c'))).toBeUndefined();
    expect(host.list(at('a.txt'))).toBeUndefined();
  });

  it('lists a folder by code unit', () => {
    for (const name of ['b', 'a', 'B', 'ё', 'я']) fs.writeFileSync(at(name), '');
    expect(host.list(folder)).toEqual(['B', 'a', 'b', 'я', 'ё']);
  });

  it('tells a file from a folder', () => {
    fs.writeFileSync(at('a.txt'), 'words');
    expect(host.stat(at('a.txt'))).toMatchObject({ kind: 'file', size: 5 });
    expect(host.stat(folder)).toMatchObject({ kind: 'folder' });
  });
});

describe('writing', () => {
  it('makes missing folders and leaves nothing beside the file', () => {
    host.write(at('x', 'y', 'a.txt'), 'words');
    expect(fs.readFileSync(at('x', 'y', 'a.txt'), 'utf8')).toBe('words');
    expect(fs.readdirSync(at('x', 'y'))).toEqual(['a.txt']);
  });

  it('keeps the mode of the file that it replaces, and writes through a link', () => {
    fs.writeFileSync(at('a.txt'), 'old', { mode: 0o640 });
    fs.symlinkSync(at('a.txt'), at('link.txt'));
    host.write(at('link.txt'), 'new');
    expect(fs.readFileSync(at('a.txt'), 'utf8')).toBe('new');
    expect(fs.statSync(at('a.txt')).mode & 0o777).toBe(0o640);
    expect(fs.lstatSync(at('link.txt')).isSymbolicLink()).toBe(true);
  });

  it('leaves a folder alone that has the name of the file, and says so', () => {
    fs.mkdirSync(at('a.txt'));
    expect(() => host.write(at('a.txt'), 'words')).toThrow(HostError);
    expect(fs.readdirSync(folder)).toEqual(['a.txt']);
  });

  it('says what stands in the way of a path', () => {
    fs.writeFileSync(at('a'), '');
    expect(() => host.write(at('a', 'b.txt'), 'words')).toThrow(/cannot be written: a part of its path is not a folder/u);
  });
});

describe('a revision', () => {
  const git = (...args: readonly string[]): void => {
    const done = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
  };

  it('is read from git, or is not there', () => {
    git('init', '-q');
    fs.mkdirSync(at('sub'));
    fs.writeFileSync(at('sub', 'a.txt'), 'before');
    git('add', '.');
    git('commit', '-qm', 'first');
    fs.writeFileSync(at('sub', 'a.txt'), 'after');
    const before = process.cwd();
    process.chdir(at('sub'));
    try {
      const here = createHost('/nowhere');
      expect(here.readRevision('HEAD', 'a.txt')).toBe('before');
      expect(here.readRevision('HEAD', '../sub/a.txt')).toBe('before');
      expect(here.readRevision('HEAD', 'b.txt')).toBeUndefined();
      expect(here.readRevision('nosuch', 'a.txt')).toBeUndefined();
      expect(here.readRevision('--output=x', 'a.txt')).toBeUndefined();
      expect(fs.readdirSync(at('sub'))).toEqual(['a.txt']);
    } finally {
      process.chdir(before);
    }
  });
});
