import { compareFindings, type Finding, type Host, type LinkedFinding } from '../model/index.ts';
import { provisionsOf } from '../model/provisions-of.ts';
import { foldConsequences } from './consequences.ts';
import type { Result } from './contracts.ts';
import { CHECKS } from './library-checks/index.ts';
import type { LibraryOptions } from './library.ts';
import { worldOf, type LibraryWorld } from './library-world.ts';
import { readSources, type LibrarySources } from './read-library.ts';
import { LOCK_NAME, readLock, type TranslationLock } from './translation-lock.ts';

/** What a library holds. */
export interface LibraryCounts {
  readonly articles: number;
  readonly provisions: number;
  readonly variants: number;
  /** Paragraphs and points with words of their own. */
  readonly clauses: number;
  readonly terms: number;
  readonly parameters: number;
  readonly parties: number;
  readonly instruments: number;
  /** Drafts that were assembled to see every text stand somewhere. */
  readonly drafts: number;
}

export interface LibraryCheckup {
  readonly counts: LibraryCounts;
  readonly findings: readonly Finding[];
}

/** Everything that can be found about a library as a whole, read from its sources: the built-in one with the user’s own over it. */
export function checkLibrary(host: Host, options: LibraryOptions): Result<LibraryCheckup> {
  const sources = readSources(host, options.libraries ?? []);
  if (!sources.value) return { findings: foldConsequences(sources.findings), unreadable: true };
  const findings: LinkedFinding[] = [...sources.findings];
  const world = libraryWorld(host, sources.value);
  // A library that does not hold together would fail everywhere for the same reason.
  const broken = findings.some(({ severity }) => severity === 'error');
  if (!broken) for (const each of CHECKS) for (const finding of each.check(world)) if (!findings.some((known) => same(known, finding))) findings.push(finding);
  const told = foldConsequences(findings).toSorted(compareFindings);
  return { value: { counts: countsOf(world, broken), findings: told }, findings: told, ...(told.some(({ rule }) => rule === 'yaml-syntax') ? { unreadable: true } : {}) };
}

export function libraryWorld(host: Host, { library, places, roots }: LibrarySources): LibraryWorld {
  const locks = roots.map(({ root, folder }): TranslationLock => readLock(root, `${root}/${LOCK_NAME}`, host.read(`${folder}/${LOCK_NAME}`)));
  const own = roots.map(({ root, folder }) => ({ file: `${root}/coverage.yaml`, text: host.read(`${folder}/coverage.yaml`) })).findLast(({ text }) => text !== undefined);
  return worldOf({ library, citations: places, locks, today: host.today(), ...(own?.text === undefined ? {} : { coverage: { file: own.file, text: own.text } }) });
}

/** Two checks may come upon one fault. */
function same(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.message === other.message && one.span?.start.offset === other.span?.start.offset && one.span?.file === other.span?.file;
}

function countsOf(world: LibraryWorld, broken: boolean): LibraryCounts {
  const provisions = provisionsOf(world.library);
  return {
    articles: world.library.articles.length,
    provisions: provisions.length,
    variants: provisions.reduce((sum, { variants }) => sum + variants.length, 0),
    clauses: world.texts.filter(({ variant, part }) => variant !== undefined && part === 'text').length,
    terms: world.library.definitions.length,
    parameters: Object.keys(world.library.parameters).length,
    parties: Object.keys(world.library.parties).length,
    instruments: Object.keys(world.library.layouts).length,
    drafts: broken ? 0 : world.scenes.reduce((sum, { drafts }) => sum + drafts.length, 0),
  };
}
