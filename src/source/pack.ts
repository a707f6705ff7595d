import type { Library, Provision, Variant } from '../model/index.ts';
import type { LibraryData } from './overlay.ts';

/** Where a blob stands after the index: first byte and length. */
type Place = readonly [start: number, length: number];

type PackedVariant = Omit<Variant, 'rationale' | 'raises' | 'clauses'> & { readonly clauses: Place };
type PackedProvision = Omit<Provision, 'aliases' | 'guidance' | 'sources' | 'variants'> & { readonly notes: Place; readonly variants: readonly PackedVariant[] };

/** What a person reads about a provision; assembly does not. */
interface Notes extends Pick<Provision, 'aliases' | 'guidance' | 'sources'> {
  readonly variants: readonly Pick<Variant, 'rationale' | 'raises'>[];
}

interface Index extends Omit<LibraryData, 'provisions'> {
  readonly format: typeof FORMAT;
  readonly provisions: readonly PackedProvision[];
}

const FORMAT = 'dtca/library-pack-1';
const NEWLINE = 10;

/**
 * A library as bytes: a line of JSON that says what there is and where, then one blob per variant's clauses and one per
 * provision's notes, so that an assembly reads only the texts it uses.
 */
export function packLibrary(data: LibraryData): Uint8Array {
  const encoder = new TextEncoder();
  const blobs: Uint8Array[] = [];
  let length = 0;
  const put = (value: unknown): Place => {
    const blob = encoder.encode(JSON.stringify(value));
    const place: Place = [length, blob.length];
    blobs.push(blob);
    length += blob.length;
    return place;
  };
  const provisions = data.provisions.map((provision): PackedProvision => {
    const { aliases, guidance, sources, variants, ...head } = provision;
    const packed = variants.map((variant): PackedVariant => packVariant(variant, put));
    const notes: Notes = { aliases, guidance, sources, variants: variants.map(({ rationale, raises }) => ({ rationale, raises })) };
    return { ...head, notes: put(notes), variants: packed };
  });
  const { names, articles, parameters, definitions, parties, vocabulary, layouts, predicates, constraints } = data;
  const index: Index = { format: FORMAT, names, articles, parameters, definitions, parties, vocabulary, layouts, predicates, constraints, provisions };
  const line = encoder.encode(`${JSON.stringify(index)}\n`);
  const bytes = new Uint8Array(line.length + length);
  bytes.set(line);
  let at = line.length;
  for (const blob of blobs) {
    bytes.set(blob, at);
    at += blob.length;
  }
  return bytes;
}

function packVariant(variant: Variant, put: (value: unknown) => Place): PackedVariant {
  const { rationale: _, raises: __, clauses, ...rest } = variant;
  return { ...rest, clauses: put(clauses) };
}

/** The library in a pack, or nothing if the bytes are none. A provision's texts are parsed when they are first read. */
export function openPack(bytes: Uint8Array): Library | undefined {
  const end = bytes.indexOf(NEWLINE);
  const decoder = new TextDecoder();
  // The pack is the tool's own: written by it, where only it and the user write.
  const index: Index | undefined = end < 0 ? undefined : JSON.parse(decoder.decode(bytes.subarray(0, end)));
  if (index?.format !== FORMAT) return undefined;
  const read = ([start, length]: Place): string => decoder.decode(bytes.subarray(end + 1 + start, end + 1 + start + length));
  const { provisions, format: _, ...rest } = index;
  const packed = new Map(provisions.map((provision) => [provision.id, provision]));
  const opened = new Map<string, Provision>();
  return {
    ...rest,
    provisionIds: [...packed.keys()],
    provision: (id) => {
      const known = opened.get(id);
      const head = known ? undefined : packed.get(id);
      if (!head) return known;
      const provision = open(head, read);
      opened.set(id, provision);
      return provision;
    },
  };
}

/** All of a library at once, for laying another over it. */
export function dataOf(library: Library): LibraryData {
  const { provisionIds, provision: _, identity: __, ...rest } = library;
  return { ...rest, provisions: provisionIds.flatMap((id) => library.provision(id) ?? []) };
}

// The getters are the object's own and enumerable, so that a copy of it is whole.
function open({ notes: place, variants, ...head }: PackedProvision, read: (place: Place) => string): Provision {
  let notes: Notes | undefined;
  const noted = (): Notes => {
    const made: Notes = notes ?? JSON.parse(read(place));
    notes = made;
    return made;
  };
  return {
    ...head,
    get aliases() { return noted().aliases; },
    get guidance() { return noted().guidance; },
    get sources() { return noted().sources; },
    variants: variants.map((variant, index) => openVariant(variant, () => noted().variants[index], read)),
  };
}

function openVariant({ clauses: place, ...head }: PackedVariant, noted: () => Notes['variants'][number] | undefined, read: (place: Place) => string): Variant {
  let clauses: Variant['clauses'] | undefined;
  return {
    ...head,
    get rationale() { return noted()?.rationale ?? ''; },
    get raises() { return noted()?.raises ?? []; },
    get clauses() {
      const made: Variant['clauses'] = clauses ?? JSON.parse(read(place));
      clauses = made;
      return made;
    },
  };
}
