import type { ArticleKind, Definition, Leaf, Library, Provision } from '../model/index.ts';
import { provisionsOf } from '../model/provisions-of.ts';
import { leavesOfClause } from '../text/leaves-of.ts';
import { rulesOf, stemsOf } from '../text/stems-of.ts';

/** A heading under which a provision may be looked for. */
export interface Heading {
  readonly in: 'id' | 'title' | 'alias' | 'article' | 'variant' | 'term';
  readonly text: string;
  readonly stems: readonly string[];
  /** What a full match of it is worth. */
  readonly weight: number;
}

export interface Indexed {
  readonly provision: Provision;
  readonly headings: readonly Heading[];
  /** Of answers that are equally good, first what stands in the agreement itself and in every text under it. */
  readonly reach: number;
}

export interface SearchIndex {
  readonly entries: readonly Indexed[];
  /** How much each stem of the headings tells: rare ones much, common ones and frame words little. */
  readonly worth: ReadonlyMap<string, number>;
  /** Stems of the headings, by their root and by their first letters: what a word that is not among them may mean. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
  /** What the provisions say, by their ids. Most of the work, so it waits for a question that no heading answers. */
  texts(): ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** So many letters two stems of one word share at least. */
const BEGINNING = 5;

const INDEXES = new WeakMap<Library, SearchIndex>();

/** Made once for a library. */
export function searchIndexOf(library: Library): SearchIndex {
  const known = INDEXES.get(library);
  if (known) return known;
  const made = indexOf(library);
  INDEXES.set(library, made);
  return made;
}

function indexOf(library: Library): SearchIndex {
  const articles = new Map(library.articles.map((article) => [article.id, article]));
  const terms = new Map(library.definitions.map((definition) => [definition.id, namesOf(definition)]));
  const provisions = provisionsOf(library);
  const places = new Map<string, number>();
  // Of an article, what always stands in it before what stands in it on a condition.
  const entries = [...provisions.filter(({ when }) => !when), ...provisions.filter(({ when }) => when)].map((provision): Indexed => {
    const place = places.get(provision.article) ?? 0;
    places.set(provision.article, place + 1);
    return { provision, headings: headingsOf(provision, articles.get(provision.article), place, terms), reach: reachOf(provision) };
  });
  const counts = countsOf(entries.map(({ headings }) => headings.flatMap(({ stems }) => stems)));
  let texts: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  return {
    entries,
    worth: new Map([...counts].map(([stem, count]) => [stem, worthOf(stem, count, entries.length)])),
    families: groupedBy(counts.keys(), rootOf),
    beginnings: groupedBy(counts.keys(), beginningOf),
    texts: () => (texts ??= new Map(entries.map(({ provision }) => [provision.id, textOf(provision)]))),
  };
}

export function beginningOf(stem: string): string {
  return stem.slice(0, BEGINNING);
}

function groupedBy(stems: Iterable<string>, keyOf: (stem: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const stem of stems) {
    const key = keyOf(stem);
    const group = groups.get(key);
    if (group) group.push(stem);
    else groups.set(key, [stem]);
  }
  return groups;
}

/** In how many of the lists each stem stands. */
function countsOf(lists: readonly Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const stem of new Set(list)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** A word that the library does not have counts as one that a single provision has. */
export function worthOf(stem: string, count: number, total: number): number {
  return Math.log(1 + total / Math.max(count, 3)) * (rulesOf(stem)?.weak.has(stem) ? 0.25 : 1);
}

export function rootOf(stem: string): string {
  return rulesOf(stem)?.root(stem) ?? stem;
}

/** `place`: how many provisions of its article stand before it; who looks for an article wants its first provision first. */
function headingsOf(provision: Provision, article: ArticleKind | undefined, place: number, terms: ReadonlyMap<string, readonly string[]>): readonly Heading[] {
  const heading = (where: Heading['in'], weight: number, text: string): Heading => ({ in: where, text, weight, stems: stemsOf(text) });
  const titles = Object.values(article?.title ?? {}).flatMap((title) => (typeof title === 'string' ? [title] : Object.values(title)));
  const follows = place === 0 ? 1 : 0.95 - 0.02 * Math.min(place, 6);
  return [
    ...Object.values(provision.title).map((title) => heading('title', 1, title)),
    ...provision.aliases.map((alias) => heading('alias', 0.97, alias)),
    ...titles.map((title) => heading('article', 0.92 * follows, title)),
    ...(article?.aliases ?? []).map((alias) => heading('article', 0.88 * follows, alias)),
    heading('id', 0.8, provision.id),
    ...provision.variants.map(({ id }) => heading('variant', 0.7, id)),
    ...[...new Set([...provision.defines, ...provision.variants.flatMap((variant) => variant.terms)])].flatMap((term) => terms.get(term) ?? []).map((name) => heading('term', 0.4, name)),
  ].filter(({ stems }) => stems.length > 0);
}

/** What a term is called, and what it is called where it should not be. */
function namesOf({ name, avoid }: Definition): readonly string[] {
  return [...Object.values(name).flatMap((names) => (typeof names === 'string' ? [names] : Object.values(names))), ...Object.values(avoid ?? {}).flat()];
}

function reachOf({ instruments, scope }: Provision): number {
  return (instruments.includes('framework-agreement') ? 1 : 0.96) * (scope === 'optional' ? 0.98 : 1);
}

/** Stems of guidance, rationale and clauses, and how often each stands there. */
function textOf(provision: Provision): ReadonlyMap<string, number> {
  const leaves = provision.variants.flatMap(({ clauses }) => clauses.flatMap(leavesOfClause).map((leaf) => leaf.map(plain).join('')));
  const counts = new Map<string, number>();
  for (const stem of stemsOf([provision.guidance, ...provision.variants.map(({ rationale }) => rationale), ...leaves].join(' '))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** A term's slot holds its id and its form: both are words that one may look for. */
function plain(part: Leaf[number]): string {
  return typeof part === 'string' ? part : ` ${(part.args ?? []).join(' ')} `;
}
