import { compareStrings, type Language, type Library, type Span } from '../model/index.ts';
import { sha256 } from '../model/hash.ts';
import { printLeaf } from '../text/print-leaf.ts';
import { leavesOfText, type LibraryText } from './library-texts.ts';

/** Stands beside a library’s `index.yaml`. */
export const LOCK_NAME = 'translations.lock.yaml';

/** Which source text and which translation were confirmed together. Two, where two branches that were merged confirmed each its own. */
export interface Confirmed {
  readonly source: string;
  readonly target: string;
}

/** What a library folder records of its translations. */
export interface TranslationLock {
  /** The folder as findings name it. */
  readonly root: string;
  /** The lock’s path as findings name it. */
  readonly file: string;
  /** By text and language; absent where there is no lock. */
  readonly confirmed?: ReadonlyMap<string, readonly Confirmed[]>;
  /** Lines that are none of a lock’s, from 1. */
  readonly strange: readonly number[];
}

/** A clause with its points apart, a citation or a definition: what is translated and confirmed as one. */
export interface TranslationUnit {
  readonly id: string;
  readonly hashes: ReadonlyMap<Language, string>;
  readonly at: (language: Language) => Span | undefined;
}

const HEAD = [
  '# Which English text each translation was confirmed against: text: { language: source-translation }.',
  '# Kept by “dtca library translated”. After a merge conflict keep the lines of both sides and run “dtca library check”.',
];
const LINE = /^([^\s#][^\s]*): \{ (.*) \}$/;
const PAIR = /^([a-z]{2,3}): ([0-9a-f]{12})-([0-9a-f]{12})$/;

/** Reads a lock line by line: lines that a merge has doubled count both. */
export function readLock(root: string, file: string, text: string | undefined): TranslationLock {
  if (text === undefined) return { root, file, strange: [] };
  const confirmed = new Map<string, Confirmed[]>();
  const strange: number[] = [];
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [, id, rest = ''] = LINE.exec(line) ?? [];
    const pairs = rest.split(', ').map((pair) => PAIR.exec(pair));
    if (id === undefined || pairs.includes(null)) strange.push(index + 1);
    for (const pair of id === undefined ? [] : pairs) {
      const [, language = '', source = '', target = ''] = pair ?? [];
      const key = keyOf(id ?? '', language);
      confirmed.set(key, [...(confirmed.get(key) ?? []), { source, target }]);
    }
  });
  return { root, file, confirmed, strange };
}

/** One line a text, sorted, so that two people who confirm different texts do not meet. */
export function printLock(entries: ReadonlyMap<string, ReadonlyMap<Language, Confirmed>>): string {
  const lines = [...entries].toSorted(([a], [b]) => compareStrings(a, b)).flatMap(([id, languages]) => {
    const pairs = [...languages].toSorted(([a], [b]) => compareStrings(a, b)).map(([language, { source, target }]) => `${language}: ${source}-${target}`);
    return pairs.length === 0 ? [] : [`${id}: { ${pairs.join(', ')} }`];
  });
  return `${[...HEAD, ...lines].join('\n')}\n`;
}

export function keyOf(id: string, language: Language): string {
  return `${id} ${language}`;
}

/** What is translated in a library, in its order. Hashes are of words and slots, never of values. */
export function unitsOf(texts: readonly LibraryText[], library: Library): readonly TranslationUnit[] {
  const byId = new Map<string, LibraryText[]>();
  for (const text of texts) byId.set(text.id, [...(byId.get(text.id) ?? []), text]);
  const units = [...byId].map(([id, parts]): TranslationUnit => {
    const printed = new Map<Language, string[]>();
    const say = (language: Language, words: string): void => void printed.set(language, [...(printed.get(language) ?? []), words]);
    const { definition } = parts[0] ?? {};
    for (const [language, name] of Object.entries(definition?.name ?? {})) say(language, JSON.stringify(name));
    for (const text of parts) for (const { language, register, leaf } of leavesOfText(text)) say(language, `${text.part} ${register ?? ''} ${printLeaf(leaf)}`);
    return { id, hashes: new Map([...printed].map(([language, words]) => [language, shortHash(words.join('\n'))])), at: (language) => parts[0]?.at(language) };
  });
  const worded = new Set(units.map(({ id }) => id));
  // A term that texts define as they go has only its names.
  const named = library.definitions.filter(({ id }) => !worded.has(`definitions/${id}`)).map(({ id, name, span }): TranslationUnit => ({
    id: `definitions/${id}`, hashes: new Map(Object.entries(name).map(([language, words]) => [language, shortHash(JSON.stringify(words))])), at: () => span,
  }));
  return [...units, ...named];
}

function shortHash(text: string): string {
  return sha256(text).slice(0, 12);
}

/** The lock of the folder in which the text of a unit stands. */
export function lockOf(unit: TranslationUnit, language: Language, locks: readonly TranslationLock[]): TranslationLock | undefined {
  const file = unit.at(language)?.file;
  return file === undefined ? undefined : locks.findLast(({ root }) => file.startsWith(`${root}/`));
}

export type TranslationState = 'confirmed' | 'stale' | 'changed' | 'new';

/** How a translation stands to what was confirmed of it. A translation that was polished alone stays confirmed. */
export function stateOf(unit: TranslationUnit, source: Language, target: Language, lock: TranslationLock): TranslationState {
  const entries = lock.confirmed?.get(keyOf(unit.id, target));
  if (!entries || entries.length === 0) return 'new';
  const [now, then] = [unit.hashes.get(source), unit.hashes.get(target)];
  if (entries.some((entry) => entry.source === now)) return 'confirmed';
  return entries.some((entry) => entry.target === then) ? 'stale' : 'changed';
}
