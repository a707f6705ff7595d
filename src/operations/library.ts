import type { Explanation, Finding, Host, Library } from '../model/index.ts';
import { provisionsOf } from '../model/provisions-of.ts';
import { nearest } from '../text/nearest.ts';
import { foldConsequences } from './consequences.ts';
import type { Result } from './contracts.ts';
import { describeParty, partyEntry, type PartyEntry } from './describe-party.ts';
import { describeProvision } from './describe-provision.ts';
import { loadLibrary } from './load-library.ts';
import { entryOf, type LibraryEntry, search } from './search.ts';

export interface LibraryOptions {
  /** Overlay libraries, in order. */
  readonly libraries?: readonly string[];
}

/** Every provision, in library order. */
export async function listLibrary(host: Host, options: LibraryOptions): Promise<Result<readonly LibraryEntry[]>> {
  const { value: library, ...rest } = await currentLibrary(host, options.libraries ?? []);
  if (library === undefined) return rest;
  return { ...rest, value: provisionsOf(library).map((provision) => entryOf(provision)) };
}

/** Every party that is known, with what the user must supply for it. */
export async function listParties(host: Host, options: LibraryOptions): Promise<Result<readonly PartyEntry[]>> {
  const { value: library, ...rest } = await currentLibrary(host, options.libraries ?? []);
  if (library === undefined) return rest;
  return { ...rest, value: Object.values(library.parties).map((party) => partyEntry(party, library.matters)) };
}

/** The provisions that any words or heading may mean, best first. */
export async function searchLibrary(host: Host, words: string, options: LibraryOptions): Promise<Result<readonly LibraryEntry[]>> {
  const { value: library, ...rest } = await currentLibrary(host, options.libraries ?? []);
  if (library === undefined) return rest;
  return { ...rest, value: search(library, words).map(({ provision, match }) => entryOf(provision, match)) };
}

/** One provision with its variants, guidance and sources; or one party, by its id. */
export async function showProvision(host: Host, id: string, options: LibraryOptions): Promise<Result<Explanation>> {
  const { value: library, ...rest } = await currentLibrary(host, options.libraries ?? []);
  if (library === undefined) return rest;
  const provision = library.provision(id);
  if (provision !== undefined) return { ...rest, value: describeProvision(provision, library) };
  const party = Object.hasOwn(library.parties, id) ? library.parties[id] : undefined;
  if (party !== undefined) return { ...rest, value: describeParty(party, library.matters) };
  const near = nearest(id, [...library.provisionIds, ...Object.keys(library.parties)]);
  const unknown: Finding = {
    rule: 'unknown-provision',
    severity: 'error',
    message: `there is no provision or party “${id}”`,
    hint: near.length > 0 ? `did you mean ${near.map((name) => `“${name}”`).join(' or ')}?` : `find it by its words: dtca library search ${id}`,
  };
  return { findings: [...rest.findings, unknown] };
}

/** What is looked up is what the files say now: whoever writes a provision looks at it before the next build. */
async function currentLibrary(host: Host, folders: readonly string[]): Promise<Result<Library>> {
  if (folders.length > 0) return loadLibrary(host, folders);
  const { value, findings, ...rest } = (await import('./read-library.ts')).readSources(host, []);
  return { ...rest, findings: foldConsequences(findings), ...(value ? { value: value.library } : {}) };
}
