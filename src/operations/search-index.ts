import type { ArticleKind, Definition, Leaf, Library, Provision } from '../model/index.ts';
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
  /** Stems of guidance, rationale and clauses, and how often each stands there. */
  readonly text: ReadonlyMap<string, number>;
  /** Of answers that are equally good, first what stands in the agreement itself and in every text under it. */
  readonly reach: number;
}

export interface SearchIndex {
  readonly entries: readonly Indexed[];
  /** How much each stem of the library tells: rare ones much, common ones and frame words little. */
  readonly worth: ReadonlyMap<string, number>;
  /** Stems of the library by their root. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}

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
  const places = new Map<string, number>();
  const entries = library.provisionIds.flatMap((id): readonly Indexed[] => {
    const provision = library.provision(id);
    if (provision === undefined) return [];
    const place = places.get(provision.article) ?? 0;
    places.set(provision.article, place + 1);
    return [{ provision, headings: headingsOf(provision, articles.get(provision.article), place, terms), text: textOf(provision), reach: reachOf(provision) }];
  });
  const counts = new Map<string, number>();
  for (const { headings, text } of entries) {
    for (const stem of new Set([...text.keys(), ...headings.flatMap(({ stems }) => stems)])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const families = new Map<string, string[]>();
  for (const stem of counts.keys()) {
    const root = rootOf(stem);
    const family = families.get(root);
    if (family) family.push(stem);
    else families.set(root, [stem]);
  }
  return { entries, families, worth: new Map([...counts].map(([stem, count]) => [stem, worthOf(stem, count, entries.length)])) };
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
