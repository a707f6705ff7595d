import { sha256 } from '../model/hash.ts';
import type { Host, Library, LinkedFinding, Span } from '../model/index.ts';
import type { LibraryFiles } from '../source/layer.ts';
import type { LibraryData } from '../source/overlay.ts';
import { openPack, packLibrary } from '../source/pack.ts';
import type { Places } from '../source/provision.ts';

/** What the build keeps beside the compiled library, for the checks: the same with all its places. */
export const KEPT = 'dist/library.sources';

/** A line of JSON before the pack. `content`: hash of all paths and texts that it was compiled from. */
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
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const pack = packLibrary(data);
  const bytes = new Uint8Array(line.length + pack.length);
  bytes.set(line);
  bytes.set(pack, line.length);
  return bytes;
}

/** The built-in library as the build compiled it, where every byte of its sources is as it was then. */
export function readPackedSources(host: Host, files: LibraryFiles['files']): { readonly library: Library; readonly places: Places } | undefined {
  const bytes = host.readBytes(`${host.home}/${KEPT}`);
  const end = bytes?.indexOf(NEWLINE) ?? -1;
  if (!bytes || end < 0) return undefined;
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  if (header.content !== contentOf(files)) return undefined;
  const library = openPack(bytes.subarray(end + 1));
  return library && { library, places: new Map(header.places) };
}

function contentOf(files: LibraryFiles['files']): string {
  return sha256(JSON.stringify([...files].map(([path, { text }]) => [path, text])));
}
