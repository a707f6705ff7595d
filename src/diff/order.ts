import type { Alignment } from './align.ts';
import { longestIncreasing } from './longest-increasing.ts';
import type { Unit } from './units.ts';

export interface OrderOptions {
  /** With ids a block under another parent has moved; without, the nesting was guessed and only the order of the text counts. */
  readonly byId: boolean;
  /** Blocks whose order says nothing. */
  readonly unordered: (unit: Unit) => boolean;
  /** Whether a matched block reads the same on both sides. */
  readonly verbatim: (before: Unit, after: Unit) => boolean;
}

// What certainly stayed outweighs anything that may have.
const CERTAIN = 1e9;

/**
 * Which matched blocks moved, by index before. Among the children of one block as little as possible counts as moved:
 * with ids as few characters as possible, without them as few unchanged blocks as possible, because a block that was
 * also reworded is a weaker witness of where it stood. Where a parent was added or removed, its children count as its parent's, and the order of the text decides.
 */
export function movedBlocks(before: readonly Unit[], after: readonly Unit[], alignment: Alignment, options: OrderOptions): Set<number> {
  const { forward, backward } = alignment;
  const nearestBefore = nearestMatched(before, forward);
  const nearestAfter = nearestMatched(after, backward);
  const weights = subtreeSums(before, (unit) => unit.size + 1);
  const witnesses = options.byId ? [] : subtreeSums(before, (unit) => {
    const other = after[forward[unit.index] ?? -1];
    return other !== undefined && unit.size > 0 && options.verbatim(unit, other) ? 1 : 0;
  });
  const moved = new Set<number>();
  const uncertain = new Set<number>();
  const siblings = new Map<number, number[]>();

  for (const unit of before) {
    const a = forward[unit.index] ?? -1;
    const other = after[a];
    if (other === undefined || options.unordered(unit)) continue;
    const parent = nearestBefore[unit.index] ?? -1;
    const parentAfter = nearestAfter[a] ?? -1;
    if ((parent === -1 ? -1 : forward[parent]) === parentAfter) {
      const list = siblings.get(parent);
      if (list === undefined) siblings.set(parent, [unit.index]);
      else list.push(unit.index);
    } else if (options.byId && parent === unit.parent && parentAfter === other.parent) moved.add(unit.index);
    else uncertain.add(unit.index);
  }
  for (const list of siblings.values()) {
    const kept = options.byId ? keep(list, forward, weights) : keepWitnesses(list, forward, weights, witnesses);
    for (const b of list) if (!kept.has(b)) moved.add(b);
  }
  if (uncertain.size > 0) settle(before, after, alignment, moved, uncertain, options);
  return moved;
}

function keep(list: readonly number[], forward: Int32Array, weights: readonly number[]): Set<number> {
  const kept = longestIncreasing(list.map((b) => forward[b] ?? -1), list.map((b) => weights[b] ?? 1));
  return new Set(list.filter((_, i) => kept[i]));
}

/** First those that read the same, each counting one; then the others, as far as they fit between. */
function keepWitnesses(list: readonly number[], forward: Int32Array, weights: readonly number[], witnesses: readonly number[]): Set<number> {
  const first = list.filter((b) => (witnesses[b] ?? 0) > 0);
  const certain = keep(first, forward, witnesses);
  const candidates = list.filter((b) => (witnesses[b] ?? 0) === 0 || certain.has(b));
  const kept = longestIncreasing(
    candidates.map((b) => forward[b] ?? -1),
    candidates.map((b) => (certain.has(b) ? CERTAIN : (weights[b] ?? 1))),
  );
  return new Set(candidates.filter((_, i) => kept[i]));
}

/** Uncertain blocks stayed if, in the order of the text, they fit between those that stayed. */
function settle(
  before: readonly Unit[], after: readonly Unit[], { forward, backward }: Alignment,
  moved: Set<number>, uncertain: ReadonlySet<number>, options: OrderOptions,
): void {
  // The moved block that a block goes along with, -1 for none, on either side.
  const regionBefore = new Int32Array(before.length).fill(-1);
  // Whether a block stands under an uncertain one: then it proves nothing.
  const under = new Uint8Array(before.length);
  for (const { index, parent } of before) {
    if (parent === -1) continue;
    regionBefore[index] = moved.has(parent) ? parent : (regionBefore[parent] ?? -1);
    under[index] = uncertain.has(parent) ? 1 : (under[parent] ?? 0);
  }
  const regionAfter = new Int32Array(after.length).fill(-1);
  for (const { index, parent } of after) {
    if (parent === -1) continue;
    const twin = backward[parent] ?? -1;
    regionAfter[index] = twin !== -1 && moved.has(twin) ? twin : (regionAfter[parent] ?? -1);
  }
  const lists = new Map<number, number[]>();
  const astray: number[] = [];
  for (const unit of before) {
    const { index } = unit;
    const a = forward[index] ?? -1;
    if (a === -1 || moved.has(index) || options.unordered(unit)) continue;
    const region = regionBefore[index] ?? -1;
    if (region !== regionAfter[a]) {
      if (uncertain.has(index)) astray.push(index);
      continue;
    }
    const list = lists.get(region);
    if (list === undefined) lists.set(region, [index]);
    else list.push(index);
  }
  for (const b of astray) moved.add(b);
  for (const list of lists.values()) {
    if (!list.some((b) => uncertain.has(b))) continue;
    const kept = longestIncreasing(
      list.map((b) => forward[b] ?? -1),
      list.map((b) => (uncertain.has(b) || under[b] === 1 ? 1 + (before[b]?.size ?? 0) : CERTAIN)),
    );
    list.forEach((b, i) => {
      if (kept[i] !== true && uncertain.has(b)) moved.add(b);
    });
  }
}

function nearestMatched(units: readonly Unit[], match: Int32Array): Int32Array {
  const nearest = new Int32Array(units.length).fill(-1);
  for (const { index, parent } of units) {
    nearest[index] = parent === -1 ? -1 : match[parent] === -1 ? (nearest[parent] ?? -1) : parent;
  }
  return nearest;
}

function subtreeSums(units: readonly Unit[], own: (unit: Unit) => number): number[] {
  const sums = units.map(own);
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const parent = units[index]?.parent ?? -1;
    if (parent !== -1) sums[parent] = (sums[parent] ?? 0) + (sums[index] ?? 0);
  }
  return sums;
}
