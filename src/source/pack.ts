import type { Library, PartyProfile, Provision, ProvisionBrief, Variant } from '../model/index.ts';
import type { LibraryData } from './overlay.ts';

/** Where a blob stands after the index: first byte and length. */
type Place = readonly [start: number, length: number];

interface Row extends ProvisionBrief {
  readonly head: Place;
}

type PackedVariant = Omit<Variant, 'rationale' | 'raises' | 'clauses'> & { readonly clauses: Place };
interface Head extends Omit<Provision, keyof ProvisionBrief | keyof Notes> {
  readonly notes: Place;
  readonly variants: readonly PackedVariant[];
}

/** What a person reads about a provision; assembly does not. */
interface Notes extends Pick<Provision, 'aliases' | 'guidance' | 'sources'> {
  readonly variants: readonly Pick<Variant, 'rationale' | 'raises'>[];
}

interface Index extends Omit<LibraryData, 'parties' | 'provisions'> {
  readonly format: typeof FORMAT;
  readonly parties: Readonly<Record<string, Place>>;
  readonly provisions: readonly Row[];
}

const FORMAT = 'dtca/library-pack-4';
const NEWLINE = 10;

/**
 * A library as bytes: a line of JSON with a row for each provision, then blobs: for each provision its head and its notes,
 * for each variant its clauses, for each party what is known of it. An assembly reads only what it uses, however large the library is.
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
  const provisions = data.provisions.map((provision): Row => {
    const { id, article, scope, instruments, when, aliases, guidance, sources, variants, ...rest } = provision;
    const notes: Notes = { aliases, guidance, sources, variants: variants.map(({ rationale, raises }) => ({ rationale, raises })) };
    const head: Head = { ...rest, notes: put(notes), variants: variants.map((variant) => packVariant(variant, put)) };
    return { id, article, scope, instruments, ...(when ? { when } : {}), head: put(head) };
  });
  const parties = Object.fromEntries(Object.entries(data.parties).map(([id, party]) => [id, put(party)]));
  const { names, articles, parameters, definitions, vocabulary, matters, layouts, predicates, constraints } = data;
  const index: Index = { format: FORMAT, names, articles, parameters, definitions, parties, vocabulary, matters, layouts, predicates, constraints, provisions };
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
  const { provisions, parties, format: _, ...rest } = index;
  const rows = new Map(provisions.map((row) => [row.id, row]));
  const opened = new Map<string, Provision>();
  return {
    ...rest,
    parties: openParties(parties, read),
    provisionIds: [...rows.keys()],
    brief: (id) => rows.get(id),
    provision: (id) => {
      const known = opened.get(id);
      const row = known ? undefined : rows.get(id);
      if (!row) return known;
      const provision = open(row, read);
      opened.set(id, provision);
      return provision;
    },
  };
}

/** An arrangement has two parties of the many that are known. */
function openParties(places: Index['parties'], read: (place: Place) => string): Library['parties'] {
  const parties: Record<string, PartyProfile> = {};
  for (const [id, place] of Object.entries(places)) {
    let party: PartyProfile | undefined;
    Object.defineProperty(parties, id, {
      enumerable: true,
      get: (): PartyProfile => {
        const made: PartyProfile = party ?? JSON.parse(read(place));
        party = made;
        return made;
      },
    });
  }
  return parties;
}

/** All of a library at once, for laying another over it. */
export function dataOf(library: Library): LibraryData {
  const { provisionIds, provision: _, brief: __, identity: ___, ...rest } = library;
  return { ...rest, provisions: provisionIds.flatMap((id) => library.provision(id) ?? []) };
}

// The getters are the object's own and enumerable, so that a copy of it is whole.
function open({ head: place, ...brief }: Row, read: (place: Place) => string): Provision {
  const { notes: notesPlace, variants, ...head }: Head = JSON.parse(read(place));
  let notes: Notes | undefined;
  const noted = (): Notes => {
    const made: Notes = notes ?? JSON.parse(read(notesPlace));
    notes = made;
    return made;
  };
  return {
    ...brief,
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
