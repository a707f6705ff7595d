import { foldTypography } from '../text/typography.ts';
import { isStable } from './identity.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { similarPairs, type Candidate } from './similarity.ts';
import { type Unit } from './units.ts';

/** Which block of one draft is which block of the other: indices, -1 for none. */
export interface Alignment {
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  /** How alike two blocks were that neither an id nor equal text brought together. */
  readonly similarity: ReadonlyMap<number, number>;
}

export interface AlignOptions {
  /** Ids are the same on both sides and settle the matter. */
  readonly byId: boolean;
  /** The words by which a block is known. */
  readonly textBefore: (unit: Unit) => string;
  readonly textAfter: (unit: Unit) => string;
}

const THRESHOLD = 0.25;
// With ids, a block under another id must be plainly the same text to be taken for a renamed one.
const RENAMED = 0.7;

/** Brings blocks together: by id, by text that stands once on each side, by neighbourhood, by similarity, by children. */
export function align(before: readonly Unit[], after: readonly Unit[], options: AlignOptions): Alignment {
  const aligner = new Aligner(before, after, options);
  if (options.byId) aligner.ids();
  aligner.titles();
  if (!aligner.complete()) {
    aligner.equalText();
    aligner.similarText(options.byId ? RENAMED : THRESHOLD);
    if (!options.byId) aligner.titlesAtLast();
    aligner.parents();
  }
  return aligner;
}

class Aligner implements Alignment {
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  readonly similarity = new Map<number, number>();
  readonly #before: readonly Unit[];
  readonly #after: readonly Unit[];
  readonly #options: AlignOptions;
  /** How many certain blocks stand before each block: equal numbers lie between the same two. */
  #gapBefore: Int32Array;
  #gapAfter: Int32Array;

  constructor(before: readonly Unit[], after: readonly Unit[], options: AlignOptions) {
    this.#before = before;
    this.#after = after;
    this.#options = options;
    this.forward = new Int32Array(before.length).fill(-1);
    this.backward = new Int32Array(after.length).fill(-1);
    this.#gapBefore = new Int32Array(before.length);
    this.#gapAfter = new Int32Array(after.length);
  }

  complete(): boolean {
    return !this.forward.includes(-1) || !this.backward.includes(-1);
  }

  ids(): void {
    const byId = new Map<string, number>();
    for (const unit of this.#after) if (isStable(unit.id) && !byId.has(unit.id)) byId.set(unit.id, unit.index);
    for (const unit of this.#before) {
      const found = byId.get(unit.id);
      if (found !== undefined) this.#match(unit.index, found);
    }
  }

  /** A title is a title, unless its words stand elsewhere on the other side. */
  titles(): void {
    const [left, right] = [this.#before[0], this.#after[0]];
    if (left?.type !== 'title' || right?.type !== 'title') return;
    if (this.#options.byId || this.#options.textBefore(left) === this.#options.textAfter(right)) this.#match(0, 0);
  }

  titlesAtLast(): void {
    if (this.#before[0]?.type === 'title' && this.#after[0]?.type === 'title') this.#match(0, 0);
  }

  equalText(): void {
    const left = this.#keys(this.#before, this.forward, this.#options.textBefore);
    const right = this.#keys(this.#after, this.backward, this.#options.textAfter);
    const leftGroups = group(left);
    const rightGroups = group(right);
    for (const [key, ones] of leftGroups) {
      const others = rightGroups.get(key);
      const [one, other] = [ones[0], others?.[0]];
      if (others?.length === 1 && ones.length === 1 && one !== undefined && other !== undefined) this.#match(one, other);
    }
    this.#neighbours(left, right);
    this.#findGaps();
    // What stands several times and has no matched neighbour: in order, first what lies between the same certain blocks.
    for (const [key, ones] of leftGroups) {
      const others = rightGroups.get(key);
      if (others === undefined) continue;
      this.#inOrder(ones, others, (b) => `${this.#gapBefore[b]} ${this.#before[b]?.number}`, (a) => `${this.#gapAfter[a]} ${this.#after[a]?.number}`);
      this.#inOrder(ones, others, (b) => String(this.#gapBefore[b]), (a) => String(this.#gapAfter[a]));
    }
    for (const [key, ones] of leftGroups) {
      const others = rightGroups.get(key);
      if (others === undefined) continue;
      const parentBefore = (b: number): number => {
        const parent = this.#before[b]?.parent ?? -1;
        return parent === -1 ? -1 : (this.forward[parent] ?? -1) === -1 ? -2 : (this.forward[parent] ?? -1);
      };
      const parentAfter = (a: number): number => this.#after[a]?.parent ?? -1;
      const numberBefore = (b: number): string => this.#before[b]?.number ?? '';
      const numberAfter = (a: number): string => this.#after[a]?.number ?? '';
      this.#inOrder(ones, others, (b) => `${parentBefore(b)} ${numberBefore(b)}`, (a) => `${parentAfter(a)} ${numberAfter(a)}`);
      this.#inOrder(ones, others, (b) => String(parentBefore(b)), (a) => String(parentAfter(a)));
      this.#inOrder(ones, others, numberBefore, numberAfter);
      this.#inOrder(ones, others, () => '', () => '');
    }
  }

  /** Matches equal texts in order, within those that agree in something more. */
  #inOrder(ones: readonly number[], others: readonly number[], traitBefore: (b: number) => string, traitAfter: (a: number) => string): void {
    const waiting = new Map<string, number[]>();
    for (const a of others.toReversed()) {
      if (this.backward[a] !== -1) continue;
      const list = waiting.get(traitAfter(a));
      if (list === undefined) waiting.set(traitAfter(a), [a]);
      else list.push(a);
    }
    for (const b of ones) {
      if (this.forward[b] !== -1) continue;
      const a = waiting.get(traitBefore(b))?.pop();
      if (a !== undefined) this.#match(b, a);
    }
  }

  similarText(threshold: number): void {
    const free = (units: readonly Unit[], taken: Int32Array, text: (unit: Unit) => string) =>
      units.filter((unit) => taken[unit.index] === -1 && this.#comparable(unit)).map((unit) => ({ index: unit.index, text: text(unit) }));
    const pairs = similarPairs(
      free(this.#before, this.forward, this.#options.textBefore),
      free(this.#after, this.backward, this.#options.textAfter),
      threshold,
    );
    const rank = (pair: Candidate): number =>
      pair.similarity
      + (this.#gapBefore[pair.before] === this.#gapAfter[pair.after] ? 0.2 : 0)
      + (this.#sameParent(pair.before, pair.after) ? 0.05 : 0)
      + (this.#before[pair.before]?.number === this.#after[pair.after]?.number ? 0.03 : 0);
    const ranked = pairs.map((pair) => ({ pair, rank: rank(pair) }));
    ranked.sort((x, y) =>
      y.rank - x.rank || Math.abs(x.pair.before - x.pair.after) - Math.abs(y.pair.before - y.pair.after) || x.pair.before - y.pair.before || x.pair.after - y.pair.after);
    for (const { pair } of ranked) {
      if (this.forward[pair.before] !== -1 || this.backward[pair.after] !== -1) continue;
      this.#match(pair.before, pair.after);
      this.similarity.set(pair.before, pair.similarity);
    }
  }

  /** Blocks whose children mostly found each other: a heading written anew, a table, a list without words of its own. */
  parents(): void {
    for (let b = this.#before.length - 1; b >= 0; b -= 1) {
      const unit = this.#before[b];
      if (unit === undefined || this.forward[b] !== -1 || unit.end === b + 1) continue;
      const votes = new Map<number, number>();
      let weight = 0;
      for (let child = b + 1; child < unit.end; child += this.#span(child)) {
        const size = 1 + (this.#before[child]?.size ?? 0);
        weight += size;
        const other = this.forward[child] ?? -1;
        const parent = other === -1 ? -1 : (this.#after[other]?.parent ?? -1);
        const alike = (this.#after[parent]?.type === 'table') === (unit.type === 'table');
        if (parent !== -1 && alike && this.backward[parent] === -1) votes.set(parent, (votes.get(parent) ?? 0) + size);
      }
      const [best, votesFor] = [...votes].reduce((top, vote) => (vote[1] > top[1] ? vote : top), [-1, 0]);
      if (best !== -1 && votesFor * 2 > weight) this.#match(b, best);
    }
  }

  #span(index: number): number {
    return (this.#before[index]?.end ?? index + 1) - index;
  }

  #match(b: number, a: number): void {
    if (this.forward[b] !== -1 || this.backward[a] !== -1) return;
    this.forward[b] = a;
    this.backward[a] = b;
  }

  #sameParent(b: number, a: number): boolean {
    const [left, right] = [this.#before[b]?.parent ?? -1, this.#after[a]?.parent ?? -1];
    return left === -1 ? right === -1 : this.forward[left] === right;
  }

  /** With ids, rows and signatures are known by id alone: their words are too short to know them by. */
  #comparable(unit: Unit): boolean {
    return !this.#options.byId || (unit.type !== 'row' && unit.type !== 'cell' && unit.type !== 'signature' && unit.size > 24);
  }

  #keys(units: readonly Unit[], taken: Int32Array, text: (unit: Unit) => string): Map<number, string> {
    const keys = new Map<number, string>();
    for (const unit of units) {
      if (taken[unit.index] !== -1 || !this.#comparable(unit)) continue;
      const key = foldTypography(text(unit));
      if (key !== '') keys.set(unit.index, key);
    }
    return keys;
  }

  /** Certain blocks are those matched so far that keep their order. */
  #findGaps(): void {
    const matched = this.#before.filter((unit) => this.forward[unit.index] !== -1);
    const kept = longestIncreasing(matched.map((unit) => this.forward[unit.index] ?? -1), matched.map((unit) => unit.size + 1));
    const certainBefore = new Set(matched.filter((_, i) => kept[i]).map((unit) => unit.index));
    let count = 0;
    this.#gapBefore = Int32Array.from(this.#before, ({ index }) => (certainBefore.has(index) ? (count += 1) : count));
    count = 0;
    this.#gapAfter = Int32Array.from(this.#after, ({ index }) => (certainBefore.has(this.backward[index] ?? -1) ? (count += 1) : count));
  }

  /** Text that stands several times goes with its neighbours and its parents. */
  #neighbours(left: ReadonlyMap<number, string>, right: ReadonlyMap<number, string>): void {
    const queue: number[] = [];
    const tryMatch = (b: number, a: number): void => {
      if (this.forward[b] !== -1 || this.backward[a] !== -1) return;
      const key = left.get(b);
      if (key === undefined || key !== right.get(a)) return;
      this.#match(b, a);
      queue.push(b);
    };
    const spread = (b: number): void => {
      const a = this.forward[b] ?? -1;
      if (a === -1) return;
      tryMatch(b + 1, a + 1);
      tryMatch(b - 1, a - 1);
      tryMatch(this.#before[b]?.parent ?? -1, this.#after[a]?.parent ?? -1);
    };
    for (let b = 0; b < this.#before.length; b += 1) spread(b);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) spread(next);
  }
}

function group(keys: ReadonlyMap<number, string>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, key] of keys) {
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [index]);
    else list.push(index);
  }
  return groups;
}
