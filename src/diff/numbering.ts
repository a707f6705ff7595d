import type { Causes } from './causes.ts';
import { placeOf, sideOf, subtree, type Pending } from './pending.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

export interface Numbering {
  /** Numbers that changed with no cause that the comparison could tell. */
  readonly changes: readonly Pending[];
  /** What renumbered a block, by index after. */
  readonly causes: ReadonlyMap<number, Pending>;
}

/**
 * Blocks whose number changed. Where both drafts carry the same ids a number only follows from what was added, removed
 * or moved, and is told under that. A text from elsewhere carries its numbers as words, so each is a change.
 */
export function renumberings(scene: Scene, causes: Causes): Numbering {
  const changes: Pending[] = [];
  const found = new Map<number, Pending>();
  for (const before of scene.left) {
    const after = scene.right[scene.alignment.forward[before.index] ?? -1];
    if (after === undefined || before.number === after.number) continue;
    const cause = scene.byId ? (causes.ofMove(before) ?? causes.nearest(before, after)) : undefined;
    if (cause === undefined) {
      const change = renumbered(scene, before, after);
      changes.push(change);
      found.set(after.index, change);
    } else {
      found.set(after.index, cause);
      cause.consequences.push({ kind: 'renumbered', message: message(before.number, after.number), place: placeOf(scene, before, after) });
    }
  }
  return { changes, causes: found };
}

function renumbered(scene: Scene, before: Unit, after: Unit): Pending {
  const [left, right] = [sideOf(scene, 'before', subtree(scene.left, before)), sideOf(scene, 'after', subtree(scene.right, after))];
  return {
    kind: 'renumbered', class: 'editorial', node: after.id, ...(left === undefined ? {} : { before: left }), ...(right === undefined ? {} : { after: right }),
    consequences: [], order: after.index, headsBefore: [], headsAfter: [],
  };
}

function message(before: string, after: string): string {
  if (before === '') return `now numbered ${after}`;
  return after === '' ? `${before} is no longer numbered` : `${before} is now ${after}`;
}
