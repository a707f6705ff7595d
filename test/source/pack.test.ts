import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { compileBuiltIn } from '../../src/operations/read-library.ts';
import type { LibraryData } from '../../src/source/overlay.ts';
import { dataOf, openPack, packLibrary } from '../../src/source/pack.ts';

let data: LibraryData;
beforeAll(() => {
  const { value } = compileBuiltIn(createHost(path.resolve(import.meta.dirname, '../..')));
  if (!value) throw new Error('the library does not compile');
  data = value;
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a packed library', () => {
  it('comes back whole, in order', () => {
    const library = openPack(packLibrary(data));
    expect(library?.provisionIds).toEqual(data.provisions.map((provision) => provision.id));
    expect(plain(library && dataOf(library))).toEqual(plain(data));
  });

  it('is the same bytes when it is packed from what came back', () => {
    const bytes = packLibrary(data);
    const library = openPack(bytes);
    expect(library && packLibrary(dataOf(library))).toEqual(bytes);
  });

  it('gives a provision whose copy is whole', () => {
    const provision = openPack(packLibrary(data))?.provision('finance.ceiling');
    const copy = { ...provision, version: '9.9.9' };
    expect(copy.guidance).not.toBe('');
    expect(copy.variants?.[0]?.clauses.length).toBeGreaterThan(0);
    expect(Object.keys({ ...copy.variants?.[0] })).toContain('rationale');
  });

  it('has no provision that it does not hold', () => {
    expect(openPack(packLibrary(data))?.provision('no.such')).toBeUndefined();
  });

  it.each(['', 'no line ends here', '{}\n', '{"format":"dtca/library-pack-0"}\n'])('is not read from other bytes: %j', (text) => {
    expect(openPack(new TextEncoder().encode(text))).toBeUndefined();
  });
});
