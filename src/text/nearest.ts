/**
 * The candidates that `word` was most likely meant to be, best first: at most three, and none that would surprise.
 * Case is ignored; a candidate that begins with the word, or has it as one of its dotted parts, counts as near.
 */
export function nearest(word: string, candidates: readonly string[], limit = 3): readonly string[] {
  const wanted = word.toLowerCase();
  if (wanted === '') return [];
  const scored: { readonly candidate: string; readonly score: number }[] = [];
  for (const candidate of candidates) {
    const score = distanceOf(wanted, candidate.toLowerCase());
    if (score !== undefined) scored.push({ candidate, score });
  }
  // Array sort is stable: equally near candidates keep the order in which they were given.
  return scored.toSorted((a, b) => a.score - b.score).slice(0, limit).map(({ candidate }) => candidate);
}

function distanceOf(wanted: string, candidate: string): number | undefined {
  const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
  const distance = edits(wanted, candidate, allowed);
  if (distance <= allowed) return distance;
  // After the true misspellings: an unfinished word, then a dotted part ("cost-shares" for "finance.cost-shares").
  if (wanted.length >= 3 && candidate.startsWith(wanted)) return 100;
  if (candidate.split(/[./:]/).some((part) => part === wanted)) return 100;
  return undefined;
}

/** Damerau–Levenshtein distance (neighbouring letters swapped count once); stops beyond `limit`. */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
