import { sha256 } from '../model/hash.ts';
import type { Host, Library, LinkedFinding, Span } from '../model/index.ts';
import type { LibraryFiles } from '../source/layer.ts';
import type { LibraryData } from '../source/overlay.ts';
import { openPack, packLibrary } from '../source/pack.ts';
import type { Places } from '../source/provision.ts';

/** What the build keeps beside the compiled library, for the checks: the same with all its places. */
export const KEPT = 'dist/library.sources';

/**
 * Lines before the pack: the hash of all that follows it; then JSON. `content`: hash of all paths and texts that it was
 * compiled from.
 */
interface Header {
  readonly content: string;
  readonly places: readonly (readonly [string, Span])[];
}

const NEWLINE = 10;

export interface Compiled {
  readonly data: LibraryData;
  readonly places: Places;
  readonly findings: readonly LinkedFinding[];
}

/** A library compiled from these files with all its places, as bytes; undefined where anything was found in it. */
export function packSources(files: LibraryFiles['files'], { data, places, findings }: Compiled): Uint8Array | undefined {
  if (findings.length > 0) return undefined;
  const header: Header = { content: contentOf(files), places: [...places] };
  const rest = join(encode(JSON.stringify(header)), packLibrary(data));
  return join(encode(sha256(rest)), rest);
}

/**
 * The built-in library as the build compiled it. Absent where a byte of the sources is another than it was then, or what
 * was kept is cut off or changed.
 */
export function readPackedSources(host: Host, files: LibraryFiles['files']): { readonly library: Library; readonly places: Places } | undefined {
  const [seal, sealed] = split(host.readBytes(`${host.home}/${KEPT}`));
  if (!sealed || seal !== sha256(sealed)) return undefined;
  const [line = '', pack] = split(sealed);
  const header: Header = JSON.parse(line);
  const library = pack && header.content === contentOf(files) ? openPack(pack) : undefined;
  return library && { library, places: new Map(header.places) };
}

function encode(line: string): Uint8Array {
  return new TextEncoder().encode(`${line}\n`);
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

/** The first line, and the bytes after it. */
function split(bytes: Uint8Array | undefined): readonly [string, Uint8Array] | readonly [] {
  const end = bytes?.indexOf(NEWLINE) ?? -1;
  return bytes && end >= 0 ? [new TextDecoder().decode(bytes.subarray(0, end)), bytes.subarray(end + 1)] : [];
}

function contentOf(files: LibraryFiles['files']): string {
  return sha256(JSON.stringify([...files].map(([path, { text }]) => [path, text])));
}
