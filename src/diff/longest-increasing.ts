/**
 * The heaviest increasing subsequence: which of `positions` stayed in order, so that as little weight as possible
 * counts as moved. Gives a flag per entry. Of two equally heavy choices the one that ends earlier wins, as in patience
 * sorting. By a Fenwick tree of best sums, in n log n.
 */
export function longestIncreasing(positions: readonly number[], weights: readonly number[]): readonly boolean[] {
  const kept = positions.map(() => false);
  const ranks = new Map(positions.toSorted((a, b) => a - b).map((position, rank) => [position, rank + 1]));
  const size = ranks.size;
  const best = new Float64Array(size + 1);
  const bestAt = new Int32Array(size + 1).fill(-1);
  const previous = new Int32Array(positions.length).fill(-1);
  let top = 0;
  let last = -1;
  const better = (sum: number, at: number, than: number, thanAt: number): boolean =>
    sum > than || (sum === than && sum > 0 && (positions[at] ?? 0) < (positions[thanAt] ?? Infinity));
  positions.forEach((position, i) => {
    const rank = ranks.get(position) ?? 0;
    let sum = 0;
    let from = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const [value, at] = [best[node] ?? 0, bestAt[node] ?? -1];
      if (better(value, at, sum, from)) [sum, from] = [value, at];
    }
    sum += weights[i] ?? 1;
    previous[i] = from;
    for (let node = rank; node <= size; node += node & -node) {
      if (better(sum, i, best[node] ?? 0, bestAt[node] ?? -1)) {
        best[node] = sum;
        bestAt[node] = i;
      }
    }
    if (better(sum, i, top, last)) [top, last] = [sum, i];
  });
  for (let i = last; i !== -1; i = previous[i] ?? -1) kept[i] = true;
  return kept;
}
