import { sha256 } from '../model/hash.ts';
import type { Host, Library, LinkedFinding } from '../model/index.ts';
import { openPack, packLibrary } from '../source/pack.ts';
import type { LibraryData } from '../source/overlay.ts';
import { cacheName } from './cache.ts';
import type { Result } from './contracts.ts';
import { walkFolder } from './walk-folder.ts';

/** A line of JSON before the pack. `files`: path, size, time of change, inode; `content`: hash of all paths and texts. */
interface Header {
  readonly files: readonly (readonly [path: string, size: number, mtime: number, inode: number])[];
  readonly content: string;
  readonly findings: readonly LinkedFinding[];
}

const NEWLINE = 10;
/** A file changed so shortly before the cache was written may have been changed again in the same tick of its clock. */
const TICK_MS = 2000;

/** The library laid from these folders as it was compiled before; undefined if it was not, or a file has changed since. */
export function readCachedLibrary(host: Host, folders: readonly string[]): Result<Library> | undefined {
  const name = nameOf(host, folders);
  const kept = name === undefined ? undefined : host.cache?.read(name);
  const end = kept?.bytes.indexOf(NEWLINE) ?? -1;
  if (name === undefined || !kept || end < 0) return undefined;
  const header: Header = JSON.parse(new TextDecoder().decode(kept.bytes.subarray(0, end)));
  const now = filesOf(host, folders);
  if (!now) return undefined;
  const touched = now.length !== header.files.length || now.some((file, index) => file[2] > kept.written - TICK_MS || !same(file, header.files[index]));
  if (touched && contentOf(host, now) !== header.content) return undefined;
  const pack = kept.bytes.subarray(end + 1);
  const value = openPack(pack);
  if (!value) return undefined;
  // The same texts with other times, as after a checkout: the next run need not read them.
  if (touched) write(host, name, { ...header, files: now }, pack);
  return { value: { ...value, identity: header.content }, findings: header.findings };
}

/**
 * Keeps what a library is compiled to. Called before the files are read: one that changes between the two is then found
 * changed by the next run, and not taken for what was compiled.
 */
export function prepareCache(host: Host, folders: readonly string[]): ((data: LibraryData, findings: readonly LinkedFinding[]) => void) | undefined {
  const name = nameOf(host, folders);
  const files = name === undefined ? undefined : filesOf(host, folders);
  if (name === undefined || !files) return undefined;
  const content = contentOf(host, files);
  return (data, findings) => write(host, name, { files, content, findings }, packLibrary(data));
}

function same(file: Header['files'][number], other: Header['files'][number] | undefined): boolean {
  return other !== undefined && file[0] === other[0] && file[1] === other[1] && file[2] === other[2] && file[3] === other[3];
}

function write(host: Host, name: string, header: Header, pack: Uint8Array): void {
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(line.length + pack.length);
  bytes.set(line);
  bytes.set(pack, line.length);
  host.cache?.write(name, bytes);
}

/** Findings name files as the user typed their folder, so the same folder typed otherwise is kept apart. */
function nameOf(host: Host, folders: readonly string[]): string | undefined {
  return cacheName(host, 'library', [host.cwd, ...folders]);
}

function filesOf(host: Host, folders: readonly string[]): Header['files'] | undefined {
  const files: Header['files'][number][] = [];
  for (const folder of folders) {
    const walked = walkFolder(host, folder);
    if (!walked) return undefined;
    for (const { file } of walked) {
      const stat = host.stat(file);
      if (stat) files.push([file, stat.size, stat.mtime, stat.inode]);
    }
  }
  return files;
}

function contentOf(host: Host, files: Header['files']): string {
  return sha256(files.map(([file]) => `${file}\n${host.read(file) ?? ''}\n`).join(''));
}
