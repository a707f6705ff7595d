import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/model/index.ts';
import { checkLibrary } from '../../src/operations/check-library.ts';
import { listLibrary, showProvision } from '../../src/operations/library.ts';
import { compileForBuild } from '../../src/operations/read-library.ts';
import { packLibrary } from '../../src/source/pack.ts';
import { memoryHost } from '../support/memory-host.ts';
import { BARE, clause, filesOf, parameter, provision, type Folder } from '../support/small-library.ts';

const FOLDER: Folder = { ...BARE, ...parameter('alpha.size', { type: 'integer', default: 2 }), ...provision('alpha.one', [clause('one', 'stands here.'), clause('two', 'never stands.', { when: 'instrument == "umbrella" && instrument == "pact"' })]) };

function packaged(folder: Folder): Host {
  const files = [...filesOf(folder)].map(([name, { text }]): [string, string] => [name.startsWith('templates/') ? `/package/${name}` : `/package/provisions/${name}`, text]);
  return memoryHost({ files: Object.fromEntries(files) });
}

/** The package with what its build keeps for the checks, made from `built`. */
function withBuilt(folder: Folder, built: Folder, spoil = (bytes: Uint8Array): Uint8Array => bytes): { readonly host: Host; readonly asked: () => number } {
  const sources = compileForBuild(packaged(built)).value?.sources;
  let asked = 0;
  const host: Host = { ...packaged(folder), readBytes: (file) => {
    if (file !== '/package/dist/library.sources') return undefined;
    asked += 1;
    return sources && spoil(sources);
  } };
  return { host, asked: () => asked };
}

describe('the sources that the build has read', () => {
  it('give what reading them again gives, each finding at its place', () => {
    const { host, asked } = withBuilt(FOLDER, FOLDER);
    const { value } = checkLibrary(host, {});
    expect(value).toEqual(checkLibrary(packaged(FOLDER), {}).value);
    expect(value?.findings.some(({ span }) => span?.file === 'provisions/alpha/one.yaml')).toBe(true);
    expect(asked()).toBe(1);
  });

  it('are read again once a byte of them is another', () => {
    const changed = { ...FOLDER, ...provision('alpha.one', [clause('one', 'stands {{nowhere}} now.')]) };
    const { host } = withBuilt(changed, FOLDER);
    const { findings } = checkLibrary(host, {});
    expect(findings).toEqual(checkLibrary(packaged(changed), {}).findings);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each([
    ['nothing', () => new Uint8Array()],
    ['its first line', (bytes: Uint8Array) => bytes.slice(0, bytes.indexOf(10) + 1)],
    ['half of it', (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)],
    ['all but its last byte', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['all with one byte changed in the middle', (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte))],
    ['what is no such file', () => new TextEncoder().encode('{\n{\n{')],
  ])('are read again where of what was kept there is %s', (_, spoil) => {
    const { host, asked } = withBuilt(FOLDER, FOLDER, spoil);
    expect(checkLibrary(host, {})).toEqual(checkLibrary(packaged(FOLDER), {}));
    expect(asked()).toBe(1);
  });

  it('are what one looks up, before the next build too', async () => {
    const built = compileForBuild(packaged(FOLDER)).value;
    if (!built) throw new Error('the library does not compile');
    const pack = packLibrary(built.data);
    const more = { ...FOLDER, ...provision('alpha.two', [clause('one', 'is new.')]) };
    const over = (folder: Folder): Host => ({ ...packaged(folder), readBytes: (file) => (file === '/package/dist/library.pack' ? pack : file === '/package/dist/library.sources' ? built.sources : undefined) });
    const ids = async (host: Host): Promise<readonly string[] | undefined> => (await listLibrary(host, {})).value?.map(({ id }) => id);
    expect(await ids(over(FOLDER))).toEqual(['alpha.one']);
    expect(await ids(over(more))).toEqual(['alpha.one', 'alpha.two']);
    expect((await showProvision(over(more), 'alpha.two', {})).value?.title).toBe('alpha.two');
    expect((await showProvision(over(FOLDER), 'alpha.two', {})).findings).toMatchObject([{ rule: 'unknown-provision' }]);
  });

  it('are not kept where anything was found in them', () => {
    const faulty = { ...FOLDER, ...provision('alpha.one', [clause('one', 'stands {{nowhere}} now.')]) };
    expect(compileForBuild(packaged(faulty)).value?.sources).toBeUndefined();
    expect(compileForBuild(packaged(FOLDER)).value?.sources).toBeInstanceOf(Uint8Array);
  });
});
