import { compareStrings, type Library, type Localized, type Provision } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { rulesOf, stemsOf } from '../text/stems-of.ts';
import { beginningOf, type Heading, type Indexed, rootOf, type SearchIndex, searchIndexOf, worthOf } from './search-index.ts';

/** A provision in a list, with what a person needs to pick it. */
export interface LibraryEntry {
  readonly id: string;
  readonly version: string;
  readonly article: string;
  readonly scope: Provision['scope'];
  readonly title: Localized<string>;
  readonly variants: readonly { readonly id: string; readonly rank: string }[];
  /** In a search: what answered best. */
  readonly match?: Match;
}

/** Where the best answer stands and its words: a title, an alias, a title or alias of its article, a variant's id, a term; none of the text. */
export interface Match {
  readonly in: Heading['in'] | 'text';
  readonly heading?: string;
}

export interface Found {
  readonly provision: Provision;
  readonly score: number;
  readonly match: Match;
}

export function entryOf(provision: Provision, match?: Match): LibraryEntry {
  const { id, version, article, scope, title, variants } = provision;
  return { id, version, article, scope, title, variants: variants.map((variant) => ({ id: variant.id, rank: variant.rank })), ...(match ? { match } : {}) };
}

/** A word that is looked for, with what it is worth, and the stems of the library that answer it and how well (0 to 1). */
interface Wanted {
  readonly worth: number;
  readonly answers: ReadonlyMap<string, number>;
}

/** Below this part of the best score a provision shares a word with the question, and little else. */
const WORTH_SHOWING = 0.4;

/** A heading that answers so well makes it needless to read the texts. */
const ANSWERED = 0.75;

type Texts = ReturnType<SearchIndex['texts']>;
const UNREAD: Texts = new Map();

/** Provisions that the words may mean, best first: by headings of theirs, of their article and those that others use; where none answers, by text. */
export function search(library: Library, query: string): readonly Found[] {
  const index = searchIndexOf(library);
  const found = ranked(index, query, UNREAD);
  return (found[0]?.score ?? 0) >= ANSWERED ? found : ranked(index, query, index.texts());
}

function ranked(index: SearchIndex, query: string, texts: Texts): readonly Found[] {
  const wanted = wantedOf(query, index, texts);
  if (wanted.length === 0) return [];
  const parts = partsOf(query).map((part) => wantedOf(part, index, texts)).filter((part) => part.length > 0);
  const exact = query.trim().toLowerCase();
  const found = index.entries.flatMap((entry): readonly Found[] => {
    if (entry.provision.id === exact) return [{ provision: entry.provision, score: Number.POSITIVE_INFINITY, match: { in: 'id', heading: exact } }];
    const { score, match } = judge(entry, wanted, parts, index, texts.get(entry.provision.id));
    return score > 0 ? [{ provision: entry.provision, score, match }] : [];
  });
  const best = Math.max(0, ...found.map(({ score }) => score).filter(Number.isFinite));
  return found
    .filter(({ score }) => score >= best * WORTH_SHOWING)
    .toSorted((a, b) => (a.score === b.score ? compareStrings(a.provision.id, b.provision.id) : b.score - a.score));
}

interface Judgement { readonly score: number; readonly match: Match }

function judge({ headings, reach }: Indexed, wanted: readonly Wanted[], parts: readonly (readonly Wanted[])[], index: SearchIndex, text: ReadonlyMap<string, number> | undefined): Judgement {
  const total = sum(wanted, ({ worth }) => worth);
  const touched = headings.filter(({ stems }) => stems.some((stem) => wanted.some(({ answers }) => answers.has(stem))));
  let best = 0;
  let heading: Heading | undefined;
  for (const each of touched) {
    // One part of a heading that names several matters is an answer, if not as good a one.
    const value = each.weight * Math.max(likeness(each, wanted, index), ...parts.map((part) => 0.85 * likeness(each, part, index)));
    if (value > best) {
      best = value;
      heading = each;
    }
  }
  const inHeadings = sum(wanted, ({ worth, answers }) => worth * Math.max(0, ...touched.flatMap(({ stems, weight }) => stems.map((stem) => weight * (answers.get(stem) ?? 0))))) / total;
  const inText = text === undefined ? 0 : sum(wanted, ({ worth, answers }) => worth * bestIn(text, answers)) / total;
  // Most of what is asked has to be there: one common word alone finds half the library.
  if (Math.max(best, inHeadings, inText) < 0.5) return { score: 0, match: { in: 'text' } };
  const match: Match = heading && best > 0.2 ? { in: heading.in, heading: heading.text } : { in: 'text' };
  return { score: (best + 0.3 * inHeadings + 0.15 * inText) * reach, match };
}

/** How much a heading and the words say the same, 0 to 1: each covers the other, and in the same order. */
function likeness({ stems }: Heading, wanted: readonly Wanted[], { worth }: SearchIndex): number {
  const asked = sum(wanted, (word) => word.worth * Math.max(0, ...stems.map((stem) => word.answers.get(stem) ?? 0))) / sum(wanted, (word) => word.worth);
  if (asked === 0) return 0;
  const worthOfStem = (stem: string): number => worth.get(stem) ?? 0;
  const said = sum(stems, (stem) => worthOfStem(stem) * Math.max(0, ...wanted.map(({ answers }) => answers.get(stem) ?? 0))) / sum(stems, worthOfStem);
  const same = stems.length === wanted.length && wanted.every(({ answers }, place) => answers.get(stems[place] ?? '') === 1);
  return (asked ** 0.6 * said ** 0.4) * (same ? 1 : 0.9);
}

/** How well a text answers a word: better, the more often it says it. */
function bestIn(text: ReadonlyMap<string, number>, answers: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [stem, value] of answers) {
    const times = text.get(stem) ?? 0;
    if (times > 0) best = Math.max(best, value * (0.6 + (0.4 * times) / (times + 3)));
  }
  return best;
}

/** "Amendment, Termination, and Duration" asks for three things. */
function partsOf(query: string): readonly string[] {
  const parts = query.split(/[,;()/]|\s(?:and|or|и|или)\s/u).filter((part) => part.trim() !== '');
  return parts.length > 1 ? parts : [];
}

function wantedOf(query: string, index: SearchIndex, texts: Texts): readonly Wanted[] {
  return [...new Set(stemsOf(query))].map((stem) => ({ worth: index.worth.get(stem) ?? worthOf(stem, 1, index.entries.length), answers: answersTo(stem, index, texts) }));
}

/** The word itself, its family, words that stand for it; where the library has none of them, what it may be a slip for. */
function answersTo(stem: string, { worth, families, beginnings }: SearchIndex, texts: Texts): ReadonlyMap<string, number> {
  const answers = new Map<string, number>();
  const add = (answer: string, value: number): void => {
    answers.set(answer, Math.max(value, answers.get(answer) ?? 0));
  };
  if (worth.has(stem) || [...texts.values()].some((text) => text.has(stem))) add(stem, 1);
  for (const other of families.get(rootOf(stem)) ?? []) add(other, 0.8);
  for (const known of beginnings.get(beginningOf(stem)) ?? []) if (akin(stem, known)) add(known, 0.7);
  const slip = answers.size === 0 && stem.length >= 5 ? nearest(stem, [...worth.keys()], 1)[0] : undefined;
  if (slip !== undefined) add(slip, 0.6);
  for (const group of rulesOf(stem)?.related ?? []) if (group.includes(stem)) for (const other of group) add(other, 0.6);
  return answers;
}

/** Two stems with one beginning, of one word, that endings alone do not bring together. */
function akin(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longer && a[shared] === b[shared]) shared += 1;
  return shared >= longer * 0.75;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
