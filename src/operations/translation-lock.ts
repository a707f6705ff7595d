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

interface LockLine {
  readonly id?: string;
  readonly pairs: readonly (Confirmed & { readonly language: Language })[];
  /** Not, or not all, a lock’s: what a merge left between. */
  readonly strange: boolean;
}

function lineOf(text: string): LockLine {
  if (text.trim() === '' || text.startsWith('#')) return { pairs: [], strange: false };
  const [, id, rest = ''] = LINE.exec(text) ?? [];
  if (id === undefined) return { pairs: [], strange: true };
  const parts = rest.split(', ').map((part) => PAIR.exec(part));
  return { id, pairs: parts.flatMap((part) => (part ? [{ language: part[1] ?? '', source: part[2] ?? '', target: part[3] ?? '' }] : [])), strange: parts.includes(null) };
}

/** Reads a lock line by line: lines that a merge has doubled count both. */
export function readLock(root: string, file: string, text: string | undefined): TranslationLock {
  if (text === undefined) return { root, file, strange: [] };
  const confirmed = new Map<string, Confirmed[]>();
  const strange: number[] = [];
  text.split(/\r?\n/u).forEach((raw, index) => {
    const line = lineOf(raw);
    if (line.strange) strange.push(index + 1);
    for (const { language, ...entry } of line.pairs) {
      const key = keyOf(line.id ?? '', language);
      confirmed.set(key, [...(confirmed.get(key) ?? []), entry]);
    }
  });
  return { root, file, confirmed, strange };
}

/**
 * A lock with these entries in it, one line a text, sorted, so that two people who confirm different texts do not meet. Every
 * other line stays as it is; only `tidy` takes away what is none of a lock’s, and what it says is gone.
 */
export function recordIn(text: string | undefined, entries: ReadonlyMap<string, ReadonlyMap<Language, Confirmed>>, tidy?: (id: string, language: Language) => boolean): string {
  const lines: { readonly id?: string; readonly line: string }[] = [];
  const printed = new Set<string>();
  const old = text === undefined || text === '' ? HEAD : text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  for (const raw of old) {
    const { id, pairs, strange } = lineOf(raw);
    const entry = id === undefined || printed.has(id) ? undefined : entries.get(id);
    const kept = id === undefined ? [] : pairs.filter(({ language }) => entries.get(id)?.has(language) !== true && tidy?.(id, language) !== true);
    const whole = kept.length === pairs.length && !entry && !(strange && tidy);
    if (whole) lines.push({ ...(id === undefined ? {} : { id }), line: raw });
    else if (id !== undefined && kept.length + (entry?.size ?? 0) > 0) lines.push({ id, line: printLine(id, [...kept.map(({ language, ...rest }) => [language, rest] as const), ...(entry ?? [])]) });
    if (id !== undefined && entry) printed.add(id);
  }
  for (const [id, entry] of entries) {
    if (printed.has(id) || entry.size === 0) continue;
    const next = lines.findIndex((line) => line.id !== undefined && compareStrings(line.id, id) > 0);
    lines.splice(next < 0 ? lines.length : next, 0, { id, line: printLine(id, [...entry]) });
  }
  return lines.map(({ line }) => `${line}${text?.includes('\r\n') === true ? '\r\n' : '\n'}`).join('');
}

function printLine(id: string, pairs: readonly (readonly [Language, Confirmed])[]): string {
  return `${id}: { ${pairs.toSorted(([a], [b]) => compareStrings(a, b)).map(([language, { source, target }]) => `${language}: ${source}-${target}`).join(', ')} }`;
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
