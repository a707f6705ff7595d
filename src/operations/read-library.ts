import type { Host, Library, LinkedFinding, Span } from '../model/index.ts';
import { checkLibrary } from '../source/check-library.ts';
import { readLayer } from '../source/layer.ts';
import type { Layer, LibraryFiles } from '../source/layer.ts';
import { overlay } from '../source/overlay.ts';
import type { LibraryData } from '../source/overlay.ts';
import { dataOf } from '../source/pack.ts';
import type { Result } from './contracts.ts';
import { prepareCache } from './library-cache.ts';
import { packSources, readPackedSources } from './library-sources.ts';
import { walkFolder } from './walk-folder.ts';

/** Reads and checks the user's libraries over the built-in one; where that was not compiled, its sources too. */
export function readLibrary(host: Host, folders: readonly string[], compiled: Library | undefined): Result<Library> {
  const builtIn: Result<LibraryData> = compiled ? { value: dataOf(compiled), findings: [] } : compileBuiltIn(host);
  if (!builtIn.value) return { findings: builtIn.findings, unreadable: true };
  if (folders.length === 0) return { value: libraryOf(builtIn.value), findings: builtIn.findings };
  const findings: LinkedFinding[] = [];
  const keep = compiled && prepareCache(host, folders);
  const layers = readLayers(host, folders, findings);
  const laid = overlay(layers, builtIn.value);
  findings.push(...laid.findings, ...checkLibrary(laid.data, laid.places));
  keep?.(laid.data, findings);
  return { value: libraryOf(laid.data), findings: [...builtIn.findings, ...findings] };
}

function readLayers(host: Host, folders: readonly string[], findings: LinkedFinding[]): readonly Layer[] {
  return folders.flatMap((folder) => {
    const files = readFolder(host, folder, '');
    if (!files) {
      const start = { line: 1, column: 1, offset: 0 };
      findings.push({ rule: 'missing-file', severity: 'error', message: `there is no folder “${folder}”`, span: { file: folder, start, end: start } });
      return [];
    }
    const read = readLayer({ root: folder, files });
    findings.push(...read.findings);
    return read.layer ? [read.layer] : [];
  });
}

/** Compiles the library that the package ships. */
export function compileBuiltIn(host: Host): Result<LibraryData> {
  const { value, ...rest } = compileFiles(filesOfBuiltIn(host));
  return value ? { value: value.data, ...rest } : rest;
}

/** The same, and its sources packed for the checks where nothing was found in them; what the build writes. */
export function compileForBuild(host: Host): Result<{ readonly data: LibraryData; readonly sources?: Uint8Array }> {
  const files = filesOfBuiltIn(host);
  const { value, ...rest } = compileFiles(files);
  if (!files || !value) return rest;
  const sources = packSources(files, { ...value, findings: rest.findings });
  return { value: { data: value.data, ...(sources ? { sources } : {}) }, ...rest };
}

function compileFiles(files: LibraryFiles['files'] | undefined): Result<Pick<ReturnType<typeof overlay>, 'data' | 'places'>> {
  const read = readBuiltIn(files);
  if (!read.layer) return read.findings.length === 0 ? { findings: [], unreadable: true } : { findings: read.findings };
  const laid = overlay([read.layer]);
  return { value: laid, findings: [...read.findings, ...laid.findings, ...checkLibrary(laid.data, laid.places)] };
}

/** A library read from its sources alone, with the places of everything in them. */
export interface LibrarySources {
  readonly library: Library;
  /** Where its files name things. */
  readonly places: ReadonlyMap<string, Span>;
  /** Its folders, the built-in one first: as findings name them, and as the host knows them. */
  readonly roots: readonly { readonly root: string; readonly folder: string }[];
}

/** The sources of the built-in library with the user's own laid over them; a compiled library has lost its places. */
export function readSources(host: Host, folders: readonly string[]): Result<LibrarySources> {
  const home = host.stat(`${host.home}/provisions`)?.inode;
  // Named as a library of the user's own, the built-in one is not laid over itself.
  const further = folders.filter((folder) => home === undefined || home === 0 || host.stat(folder)?.inode !== home);
  const roots = [{ root: 'provisions', folder: `${host.home}/provisions` }, ...further.map((folder) => ({ root: folder.replace(/\/+$/, ''), folder }))];
  const files = filesOfBuiltIn(host);
  // What the build read and found nothing in says the same when it is read again.
  const packed = files && further.length === 0 ? readPackedSources(host, files) : undefined;
  if (packed) return { value: { ...packed, roots }, findings: [] };
  const builtIn = readBuiltIn(files);
  if (!builtIn.layer) return { findings: builtIn.findings, unreadable: true };
  const findings: LinkedFinding[] = [...builtIn.findings];
  const laid = overlay([builtIn.layer, ...readLayers(host, further, findings)]);
  findings.push(...laid.findings, ...checkLibrary(laid.data, laid.places));
  return { value: { library: libraryOf(laid.data), places: laid.places, roots }, findings };
}

function readBuiltIn(files: LibraryFiles['files'] | undefined): ReturnType<typeof readLayer> {
  return files ? readLayer({ root: 'provisions', files }) : { findings: [] };
}

function filesOfBuiltIn(host: Host): LibraryFiles['files'] | undefined {
  const provisions = readFolder(host, `${host.home}/provisions`, '');
  const templates = readFolder(host, `${host.home}/templates`, 'templates/');
  if (!provisions || !templates) return undefined;
  // Findings name the files as they stand in the package.
  const files = new Map([...provisions].map(([path, source]) => [path, { ...source, file: `provisions/${path}` }]));
  for (const [path, source] of templates) files.set(path, { ...source, file: path });
  return files;
}

export function libraryOf(data: LibraryData): Library {
  const byId = new Map(data.provisions.map((provision) => [provision.id, provision]));
  const { provisions: _, ...rest } = data;
  return { ...rest, provisionIds: [...byId.keys()], provision: (id) => byId.get(id), brief: (id) => byId.get(id) };
}

/** The text files below a folder, by path below it. */
function readFolder(host: Host, folder: string, prefix: string): LibraryFiles['files'] | undefined {
  const files = walkFolder(host, folder)?.flatMap(({ file, path }) => {
    const text = host.read(file);
    return text === undefined ? [] : [[`${prefix}${path}`, { file, text }] as const];
  });
  return files && new Map(files);
}
