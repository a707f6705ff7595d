import { checkSkeleton } from '../assemble/skeleton.ts';
import type { Host, Library, LinkedFinding } from '../model/index.ts';
import { checkLibrary } from '../source/check-library.ts';
import { readLayer } from '../source/layer.ts';
import type { LibraryFiles } from '../source/layer.ts';
import { overlay } from '../source/overlay.ts';
import type { LibraryData } from '../source/overlay.ts';
import type { Result } from './contracts.ts';

const COMPILED = 'dist/library.json';
const MAX_FILES = 20_000;

/** The built-in library with the user's own laid over it, in order. Every fault of every file is a finding. */
export function loadLibrary(host: Host, folders: readonly string[]): Result<Library> {
  const builtIn = loadBuiltIn(host);
  if (!builtIn.value) return { findings: builtIn.findings, unreadable: true };
  if (folders.length === 0) return { value: libraryOf(builtIn.value), findings: builtIn.findings };
  const findings: LinkedFinding[] = [];
  const layers = folders.flatMap((folder) => {
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
  const laid = overlay(layers, builtIn.value);
  findings.push(...laid.findings, ...checkLibrary(laid.data, laid.places));
  const articles = laid.data.articles.map((article) => article.id);
  const skeletons = { ...builtIn.value.skeletons };
  for (const skeleton of layers.flatMap((layer) => layer.skeletons)) {
    const faults = checkSkeleton(skeleton, articles);
    findings.push(...faults.map((fault) => ({ ...fault, explains: [`instrument:${skeleton.id}`] })));
    // A template with a fault is never run; the one below it stands in, so that the rest can be checked.
    if (faults.length === 0) skeletons[skeleton.id] = skeleton;
  }
  return { value: libraryOf({ ...laid.data, skeletons }), findings: [...builtIn.findings, ...findings] };
}

/** Compiles the library that the package ships; what the build writes. */
export function compileBuiltIn(host: Host): Result<LibraryData> {
  const provisions = readFolder(host, `${host.home}/provisions`, '');
  const templates = readFolder(host, `${host.home}/templates`, 'templates/');
  if (!provisions || !templates) return { findings: [], unreadable: true };
  // Findings name the files as they stand in the package.
  const files = new Map([...provisions].map(([path, source]) => [path, { ...source, file: `provisions/${path}` }]));
  for (const [path, source] of templates) files.set(path, { ...source, file: path });
  const read = readLayer({ root: 'provisions', files });
  if (!read.layer) return { findings: read.findings };
  const laid = overlay([read.layer]);
  const articles = laid.data.articles.map((article) => article.id);
  return { value: laid.data, findings: [...read.findings, ...laid.findings, ...checkLibrary(laid.data, laid.places), ...read.layer.skeletons.flatMap((skeleton) => checkSkeleton(skeleton, articles))] };
}

function loadBuiltIn(host: Host): Result<LibraryData> {
  const compiled = host.read(`${host.home}/${COMPILED}`);
  // The build wrote the file from checked sources; where it is absent, the sources themselves are read.
  if (compiled !== undefined) return { value: JSON.parse(compiled), findings: [] };
  return compileBuiltIn(host);
}

export function libraryOf(data: LibraryData): Library {
  const byId = new Map(data.provisions.map((provision) => [provision.id, provision]));
  const { provisions: _, ...rest } = data;
  return { ...rest, provisionIds: [...byId.keys()], provision: (id) => byId.get(id) };
}

/** The text files below a folder, by path below it. */
export function readFolder(host: Host, folder: string, prefix: string): LibraryFiles['files'] | undefined {
  const names = host.list(folder);
  if (!names) return undefined;
  const files = new Map<string, { readonly file: string; readonly text: string }>();
  const down = (path: string, below: string, entries: readonly string[], depth: number): void => {
    for (const name of entries) {
      if (name.startsWith('.') || name === 'node_modules' || depth > 8 || files.size > MAX_FILES) continue;
      const inner = `${path}/${name}`;
      if (/\.(yaml|hbs)$/.test(name)) {
        const text = host.read(inner);
        if (text !== undefined) files.set(`${below}${name}`, { file: inner, text });
        continue;
      }
      const children = host.list(inner);
      if (children) down(inner, `${below}${name}/`, children, depth + 1);
    }
  };
  down(folder, prefix, names, 0);
  return files;
}
