/**
 * A record whose entries are made when they are first read. The getters are its own and enumerable, so that a copy of it is
 * whole.
 */
export function lazyRecord<P, T>(places: Readonly<Record<string, P>>, read: (place: P) => T): Readonly<Record<string, T>> {
  const record: Record<string, T> = {};
  for (const [id, place] of Object.entries(places)) {
    let made: { readonly value: T } | undefined;
    Object.defineProperty(record, id, { enumerable: true, configurable: true, get: (): T => (made ??= { value: read(place) }).value });
  }
  return record;
}
