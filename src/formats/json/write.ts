import { type Draft, compareStrings } from '../../model/index.ts';
import { UNSEALED, seal } from '../seal.ts';

/** Order of keys in the file: identity first, words next, children after them, where it came from last. */
const ORDER = [
  'schema', 'id', 'type', 'name', 'meta', 'basis', 'title', 'parties', 'preamble', 'articles', 'closing', 'signatures', 'annexes',
  'instrument', 'edition', 'stage', 'register', 'languages', 'numbering', 'original', 'audience', 'notice', 'marking',
  'ordinal', 'label', 'party', 'state', 'annex', 'parameter', 'term', 'of', 'kind', 'direction', 'value', 'form', 'note', 'text',
  'heading', 'content', 'options', 'children', 'tail', 'provenance', 'terms', 'values', 'incorporated', 'hash',
];

const RANK = new Map(ORDER.map((key, index) => [key, index]));

function byRank(a: string, b: string): number {
  return (RANK.get(a) ?? ORDER.length) - (RANK.get(b) ?? ORDER.length) || compareStrings(a, b);
}

/** The same JSON with its keys in order, whatever order they were made in. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => byRank(a, b)).map(([key, field]) => [key, ordered(field)]));
}

/** Characters that an editor does not show, or shows as others, stand as escapes. */
const UNSEEN = /[\u007F-\u009F\u200B\u200E\u200F\u061C\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A draft as JSON, with its own hash as last field; the same bytes for the same draft. */
export function writeJson(draft: Draft): string {
  const text = JSON.stringify(ordered({ ...draft, hash: UNSEALED }), undefined, 2);
  return seal(`${text.replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`);
}
