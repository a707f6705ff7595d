import { compareStrings } from '../model/index.ts';

/** Order of keys in the file: identity first, words next, children after them, where it came from last. */
const ORDER = [
  'schema', 'id', 'type', 'name', 'meta', 'basis', 'title', 'parties', 'preamble', 'articles', 'closing', 'signatures', 'annexes',
  'instrument', 'edition', 'stage', 'register', 'languages', 'numbering', 'original', 'audience', 'notice', 'marking',
  'ordinal', 'label', 'party', 'state', 'annex', 'parameter', 'term', 'of', 'kind', 'direction', 'value', 'form', 'note', 'text',
  'heading', 'content', 'options', 'children', 'tail', 'provenance', 'library', 'provision', 'version', 'variant', 'clause', 'reason', 'departure', 'terms', 'values', 'incorporated', 'hash',
];

const RANK = new Map(ORDER.map((key, index) => [key, index]));

function byRank(a: string, b: string): number {
  return (RANK.get(a) ?? ORDER.length) - (RANK.get(b) ?? ORDER.length) || compareStrings(a, b);
}

/** The same JSON with its keys in order, whatever order they were made in. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => byRank(a, b)).map(([key, field]) => [key, ordered(field)]));
}
