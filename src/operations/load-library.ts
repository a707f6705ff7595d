import type { Host, Library } from '../model/index.ts';
import { openPack } from '../source/pack.ts';
import type { Result } from './contracts.ts';

const COMPILED = 'dist/library.pack';

/**
 * The built-in library with the user's own laid over it, in order. Every fault of every file is a finding. What reads
 * and checks sources loads only where there are sources to read: the built-in library was checked when it was compiled.
 */
export async function loadLibrary(host: Host, folders: readonly string[]): Promise<Result<Library>> {
  const bytes = host.readBytes(`${host.home}/${COMPILED}`);
  const builtIn = bytes && openPack(bytes);
  if (builtIn && folders.length === 0) return { value: { ...builtIn, identity: 'built-in' }, findings: [] };
  const cached = builtIn && (await import('./library-cache.ts')).readCachedLibrary(host, folders);
  return cached ?? (await import('./read-library.ts')).readLibrary(host, folders, builtIn);
}
