import type { Host, Library } from '../model/index.ts';
import { openPack } from '../source/pack.ts';
import type { Result } from './contracts.ts';

const COMPILED = 'dist/library.pack';

/**
 * The built-in library with the user's own laid over it, in order. Every fault of every file is a finding. What reads
 * and checks sources loads only where there are sources to read: the built-in library was checked when it was compiled.
 */
export async function loadLibrary(host: Host, folders: readonly string[]): Promise<Result<Library>> {
  // What is kept holds the built-in library too, and is named by the build that compiled it.
  const cached = folders.length === 0 ? undefined : (await import('./library-cache.ts')).readCachedLibrary(host, folders);
  if (cached) return cached;
  const bytes = host.readBytes(`${host.home}/${COMPILED}`);
  const builtIn = bytes && openPack(bytes);
  if (builtIn && folders.length === 0) return { value: { ...builtIn, identity: 'built-in' }, findings: [] };
  return (await import('./read-library.ts')).readLibrary(host, folders, builtIn);
}
