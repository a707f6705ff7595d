import type { Unit } from './units.ts';

// Below this share of common ids, the ids were given by different hands and say nothing.
const ENOUGH = 0.3;

/**
 * Whether the ids of two drafts may be trusted: both carry ids of their own and most of the smaller set stand in the
 * other. Ids that begin with `~` only number the blocks of a text that came from elsewhere.
 */
export function sharesIds(before: readonly Unit[], after: readonly Unit[]): boolean {
  const left = stableIds(before);
  const right = stableIds(after);
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let common = 0;
  for (const id of small) if (large.has(id)) common += 1;
  return common > 0 && common >= ENOUGH * small.size;
}

function stableIds(units: readonly Unit[]): Set<string> {
  return new Set(units.filter((unit) => unit.type !== 'title' && isStable(unit.id)).map((unit) => unit.id));
}

export function isStable(id: string): boolean {
  return id !== '' && !id.startsWith('~');
}
