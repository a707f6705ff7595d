import type { Library, Provision } from './library.ts';

/** Every provision of a library, in its order. */
export function provisionsOf(library: Library): readonly Provision[] {
  return library.provisionIds.flatMap((id) => library.provision(id) ?? []);
}
