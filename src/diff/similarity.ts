import { wordsOf } from '../text/tokens.ts';

export interface Candidate {
  readonly before: number;
  readonly after: number;
  /** Dice coefficient of the word bigrams, 0 to 1. */
  readonly similarity: number;
}

interface Text { readonly index: number; readonly text: string }

// A bigram that so many blocks share ("of the", "the Parties") says nothing of which block is meant.
const COMMON = 48;
const EDGE = '\u0000';

/**
 * Pairs of texts that share enough word bigrams, through an inverted index, so that each text meets only those it has
 * something in common with.
 */
export function similarPairs(before: readonly Text[], after: readonly Text[], threshold: number): Candidate[] {
  const ids = new Map<string, number>();
  const left = before.map(({ text }) => bigrams(text, ids));
  const right = after.map(({ text }) => bigrams(text, ids));
  const postings = new Map<number, number[]>();
  right.forEach((grams, i) => {
    for (const gram of grams.keys()) {
      const list = postings.get(gram);
      if (list === undefined) postings.set(gram, [i]);
      else list.push(i);
    }
  });
  const out: Candidate[] = [];
  left.forEach((grams, i) => {
    const seen = new Set<number>();
    for (const gram of grams.keys()) {
      const list = postings.get(gram);
      if (list !== undefined && list.length <= COMMON) for (const other of list) seen.add(other);
    }
    for (const other of seen) {
      const similarity = dice(grams, right[other] ?? new Map());
      if (similarity >= threshold) out.push({ before: before[i]?.index ?? 0, after: after[other]?.index ?? 0, similarity });
    }
  });
  return out;
}

function bigrams(text: string, ids: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  const words = wordsOf(text);
  let previous = EDGE;
  for (let i = 0; i <= words.length; i += 1) {
    const word = words[i] ?? EDGE;
    const gram = `${previous} ${word}`;
    let id = ids.get(gram);
    if (id === undefined) {
      id = ids.size;
      ids.set(gram, id);
    }
    counts.set(id, (counts.get(id) ?? 0) + 1);
    previous = word;
  }
  return counts;
}

function dice(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [gram, count] of small) common += Math.min(count, large.get(gram) ?? 0);
  let total = 0;
  for (const count of a.values()) total += count;
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
