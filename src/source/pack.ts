import type { Layouts, Library, Parameter, PartyProfile, Predicate, Provision, ProvisionBrief, Variant } from '../model/index.ts';
import { lazyRecord } from './lazy-record.ts';
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

type Places = Readonly<Record<string, Place>>;

/** What an assembly reads all of; of what it reads a few of many, where each stands. */
interface Index extends Omit<LibraryData, 'parameters' | 'parties' | 'layouts' | 'constraints' | 'provisions'> {
  readonly format: typeof FORMAT;
  readonly parameters: Places;
  readonly defaults: NonNullable<Library['defaults']>;
  readonly parties: Places;
  readonly layouts: Places;
  readonly constraints: Places;
  readonly provisions: readonly Row[];
}

const FORMAT = 'dtca/library-pack-5';
const NEWLINE = 10;

/**
 * A library as bytes: a line of JSON with a row for each provision, then blobs: for each provision its head and its notes,
 * for each variant its clauses, for each parameter, constraint, instrument and party what is known of it. An assembly reads
 * only what it uses, however large the library is.
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
  const putEach = (entries: Readonly<Record<string, unknown>>): Places => Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, put(entry)]));
  const { names, articles, definitions, vocabulary, matters, predicates } = data;
  const index: Index = {
    format: FORMAT, names, articles, definitions, vocabulary, matters, predicates, provisions, defaults: defaultsOf(data.parameters),
    parameters: putEach(data.parameters), parties: putEach(data.parties), layouts: putEach(data.layouts), constraints: putEach(data.constraints),
  };
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

function defaultsOf(parameters: LibraryData['parameters']): Index['defaults'] {
  return Object.fromEntries(Object.values(parameters).flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])));
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
  const { provisions, parameters, parties, layouts, constraints, format: _, ...rest } = index;
  const rows = new Map(provisions.map((row) => [row.id, row]));
  const opened = new Map<string, Provision>();
  return {
    ...rest,
    parameters: lazyRecord(parameters, (place): Parameter => JSON.parse(read(place))),
    parties: lazyRecord(parties, (place): PartyProfile => JSON.parse(read(place))),
    layouts: lazyRecord(layouts, (place): Layouts => JSON.parse(read(place))),
    constraints: lazyRecord(constraints, (place): Predicate => JSON.parse(read(place))),
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

/** All of a library at once, for laying another over it. */
export function dataOf(library: Library): LibraryData {
  const { provisionIds, provision: _, brief: __, identity: ___, defaults: ____, ...rest } = library;
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
