import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCache } from '../../src/cli/cache.ts';

let home: string;
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'dtca-cache-'));
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

const bytes = new Uint8Array([1, 2, 10, 255]);
const data = (): string => path.join(home, 'dtca', 'data');
const open = (): ReturnType<typeof createCache> => createCache({ XDG_CACHE_HOME: home });

describe.skipIf(process.platform === 'win32')('the cache', () => {
  it('gives back what was kept, in files of the user alone', () => {
    open().write('a', bytes);
    expect([...(open().read('a')?.bytes ?? [])]).toEqual([...bytes]);
    expect(fs.statSync(path.join(data(), 'a')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(data()).mode & 0o777).toBe(0o700);
    expect(fs.readdirSync(data())).toEqual(['a']);
  });

  it('has nothing that was not kept', () => {
    expect(open().read('b')).toBeUndefined();
  });

  it('trusts no folder that others can write', () => {
    open().write('a', bytes);
    fs.chmodSync(data(), 0o777);
    expect(open().read('a')).toBeUndefined();
    open().write('b', bytes);
    expect(fs.existsSync(path.join(data(), 'b'))).toBe(false);
  });

  it('trusts no file that others can write, and no link', () => {
    open().write('a', bytes);
    fs.chmodSync(path.join(data(), 'a'), 0o666);
    expect(open().read('a')).toBeUndefined();
    fs.writeFileSync(path.join(home, 'elsewhere'), bytes);
    fs.symlinkSync(path.join(home, 'elsewhere'), path.join(data(), 'c'));
    expect(open().read('c')).toBeUndefined();
  });

  it('drops what is older than a month', () => {
    open().write('old', bytes);
    fs.utimesSync(path.join(data(), 'old'), 0, 0);
    open().write('new', bytes);
    expect(fs.readdirSync(data())).toEqual(['new']);
  });

  it('works as if it were empty where there is no home, or it cannot be written', () => {
    expect(createCache({}).read('a')).toBeUndefined();
    const blocked = path.join(home, 'file');
    fs.writeFileSync(blocked, '');
    const cache = createCache({ XDG_CACHE_HOME: blocked });
    cache.write('a', bytes);
    expect(cache.read('a')).toBeUndefined();
  });
});
