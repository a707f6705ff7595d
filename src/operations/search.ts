import { type ArticleKind, compareStrings, type Leaf, type Library, type Localized, type Provision } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { leavesOfClause } from '../text/leaves-of.ts';

/** A provision in a list, with what a person needs to pick it. */
export interface LibraryEntry {
  readonly id: string;
  readonly version: string;
  readonly article: string;
  readonly scope: Provision['scope'];
  readonly title: Localized<string>;
  readonly variants: readonly { readonly id: string; readonly rank: string }[];
}

export function entryOf(provision: Provision): LibraryEntry {
  const { id, version, article, scope, title, variants } = provision;
  return { id, version, article, scope, title, variants: variants.map((variant) => ({ id: variant.id, rank: variant.rank })) };
}

interface Field {
  readonly weight: number;
  readonly stems: ReadonlySet<string>;
}

interface Entry {
  readonly provision: Provision;
  readonly fields: readonly Field[];
}

/** Provisions that the words may mean, best first: by id, titles, headings under which others put it, guidance and text. */
export function search(library: Library, query: string): readonly Provision[] {
  const articles = new Map(library.articles.map((article) => [article.id, article]));
  const entries = library.provisionIds.flatMap((id): readonly Entry[] => {
    const provision = library.provision(id);
    return provision === undefined ? [] : [{ provision, fields: fieldsOf(provision, articles.get(provision.article)) }];
  });
  const known = new Map<string, number>();
  for (const { fields } of entries) {
    const own = new Set(fields.flatMap(({ stems }) => [...stems]));
    for (const stem of own) known.set(stem, (known.get(stem) ?? 0) + 1);
  }
  const wanted = [...stemsOf(query)].map((stem) => (known.has(stem) ? stem : (corrected(stem, known) ?? stem)));
  const exact = query.trim().toLowerCase();
  return entries
    .map((entry) => ({ provision: entry.provision, score: entry.provision.id === exact ? Number.POSITIVE_INFINITY : score(entry, wanted, known, entries.length) }))
    .filter((found) => found.score > 0)
    .toSorted((a, b) => (a.score === b.score ? compareStrings(a.provision.id, b.provision.id) : b.score - a.score))
    .map(({ provision }) => provision);
}

/** A rare word says more than a common one; a heading that has all the words says most. */
function score({ fields }: Entry, wanted: readonly string[], known: ReadonlyMap<string, number>, total: number): number {
  let sum = 0;
  let matched = 0;
  for (const stem of wanted) {
    const best = Math.max(0, ...fields.filter(({ stems }) => stems.has(stem)).map(({ weight }) => weight));
    if (best === 0) continue;
    matched += 1;
    sum += best * Math.log(1 + total / (known.get(stem) ?? 1));
  }
  const whole = fields.filter(({ stems }) => wanted.every((stem) => stems.has(stem))).map(({ weight }) => weight);
  // Most of the words have to be there: one common word alone finds half the library.
  if (matched * 2 < wanted.length) return 0;
  return sum * (matched / wanted.length) + Math.max(0, ...whole) * 2;
}

function fieldsOf(provision: Provision, article: ArticleKind | undefined): readonly Field[] {
  const field = (weight: number, ...texts: readonly string[]): Field => ({ weight, stems: stemsOf(texts.join(' ')) });
  const headings = Object.values(article?.title ?? {}).flatMap((title) => (typeof title === 'string' ? [title] : Object.values(title)));
  return [
    field(5, provision.id),
    ...Object.values(provision.title).map((title) => field(5, title)),
    ...provision.aliases.map((alias) => field(5, alias)),
    field(2, ...headings, ...(article?.aliases ?? [])),
    field(1, provision.guidance, ...provision.variants.map(({ rationale }) => rationale)),
    field(1, ...provision.variants.flatMap(({ clauses }) => clauses.flatMap(leavesOfClause).map((leaf) => leaf.map(plain).join('')))),
  ];
}

/** A term's slot holds its id and its form: both are words that one may look for. */
function plain(part: Leaf[number]): string {
  return typeof part === 'string' ? part : ` ${(part.args ?? []).join(' ')} `;
}

/** A word that the library does not have: another of its family (indemnity, indemnification), else a slip of the pen. */
function corrected(stem: string, known: ReadonlyMap<string, number>): string | undefined {
  if (stem.length < 4) return undefined;
  const needed = Math.max(5, Math.ceil(stem.length * 0.6));
  let family: { readonly word: string; readonly shared: number } | undefined;
  for (const word of known.keys()) {
    const shared = sharedStart(stem, word);
    if (shared >= needed && shared > (family?.shared ?? 0)) family = { word, shared };
  }
  return family?.word ?? nearest(stem, [...known.keys()], 1)[0];
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const LITTLE = new Set(['the', 'of', 'and', 'or', 'a', 'an', 'to', 'in', 'for', 'on', 'by', 'with', 'и', 'в', 'о', 'об', 'на', 'по', 'с', 'для', 'или', 'от', 'из']);

function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().replaceAll('ё', 'е').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !LITTLE.has(word)).map(stem));
}

const ENGLISH = [['ies', 'y'], ['sses', 'ss'], ['ations', 'at'], ['ation', 'at'], ['ating', 'at'], ['ated', 'at'], ['ments', 'ment'], ['ings', ''], ['ing', ''], ['ers', 'er'], ['ed', ''], ['es', ''], ['s', ''], ['e', '']] as const;
const RUSSIAN = /(?:иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|ость|ости|остью|ые|ие|ый|ий|ой|ая|яя|ое|ее|ую|юю|ых|их|ым|им|ом|ем|ов|ев|ей|ия|ию|ии|ием|а|я|о|е|у|ю|ы|и|ь)$/u;

/** As much stemming as finding needs: plural and singular, and the commonest endings, fall together. */
function stem(word: string): string {
  if (/[а-я]/u.test(word)) return word.length > 4 ? word.replace(RUSSIAN, '') : word;
  if (word.length <= 3 || word.endsWith('ss')) return word;
  for (const [ending, rest] of ENGLISH) {
    if (word.endsWith(ending) && word.length - ending.length + rest.length >= 3) return word.slice(0, word.length - ending.length) + rest;
  }
  return word;
}
