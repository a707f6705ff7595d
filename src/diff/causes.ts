import type { Pending } from './pending.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

interface Position { readonly cause: Pending; readonly index: number }
interface Siblings { readonly before: Position[]; readonly after: Position[] }

/** Finds what made a number change: what was added, removed or moved in the same list of siblings. */
export class Causes {
  readonly #scene: Scene;
  readonly #lists = new Map<string, Siblings>();
  readonly #moves = new Map<number, Pending>();

  constructor(scene: Scene, structural: readonly Pending[]) {
    this.#scene = scene;
    for (const cause of structural) {
      for (const index of cause.headsBefore) {
        this.#list(this.#keyBefore(scene.left[index])).before.push({ cause, index });
        if (cause.kind === 'moved') this.#moves.set(index, cause);
      }
      for (const index of cause.headsAfter) this.#list(this.#keyAfter(scene.right[index])).after.push({ cause, index });
    }
    for (const { before, after } of this.#lists.values()) {
      before.sort((x, y) => x.index - y.index);
      after.sort((x, y) => x.index - y.index);
    }
  }

  /** The change that a matched block moved with as its head. */
  ofMove(before: Unit): Pending | undefined {
    return this.#moves.get(before.index);
  }

  /** The nearest cause before the block in its list; if none precedes it, the nearest after it. */
  nearest(before: Unit, after: Unit): Pending | undefined {
    const list = this.#lists.get(this.#keyAfter(after));
    if (list === undefined) return undefined;
    const [gone, fromBefore] = around(list.before, before.index);
    const [come, fromAfter] = around(list.after, after.index);
    // What follows is a cause only where nothing precedes: a second paragraph gives the first its number.
    return closer(gone, before.index, come, after.index) ?? closer(fromBefore, before.index, fromAfter, after.index);
  }

  #list(key: string): Siblings {
    const found = this.#lists.get(key) ?? { before: [], after: [] };
    this.#lists.set(key, found);
    return found;
  }

  #keyBefore(unit: Unit | undefined): string {
    if (unit === undefined) return '';
    if (unit.parent === -1) return unit.region;
    const parent = this.#scene.alignment.forward[unit.parent] ?? -1;
    return parent === -1 ? `before ${unit.parent}` : `after ${parent}`;
  }

  #keyAfter(unit: Unit | undefined): string {
    if (unit === undefined) return '';
    return unit.parent === -1 ? unit.region : `after ${unit.parent}`;
  }
}

function closer(one: Position | undefined, at: number, other: Position | undefined, otherAt: number): Pending | undefined {
  if (one === undefined || other === undefined) return (one ?? other)?.cause;
  return Math.abs(one.index - at) <= Math.abs(other.index - otherAt) ? one.cause : other.cause;
}

/** The last position before an index and the first after it. */
function around(list: readonly Position[], index: number): readonly [Position | undefined, Position | undefined] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return [list[low - 1], list[low]?.index === index ? list[low + 1] : list[low]];
}
