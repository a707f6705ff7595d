import { sideOf, type Pending } from './pending.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

/** What was added, removed and moved: each block in one change only. */
export function structuralChanges(scene: Scene): Pending[] {
  return [...removals(scene), ...additions(scene), ...moves(scene)];
}

function additions(scene: Scene): Pending[] {
  return runsOfNew(scene.right, scene.alignment.backward, scene.byId).map(({ heads, blocks }) => {
    const after = sideOf(scene, 'after', blocks);
    return {
      kind: 'added', class: 'substantive', node: heads[0]?.id ?? '', ...(after === undefined ? {} : { after }),
      consequences: [], order: heads[0]?.index ?? 0, headsBefore: [], headsAfter: heads.map((unit) => unit.index),
    };
  });
}

function removals(scene: Scene): Pending[] {
  // A removed block is told where it would stand: after the last block before it that is still there.
  const { forward } = scene.alignment;
  const positions = new Float64Array(scene.left.length);
  let last = -1;
  scene.left.forEach((_, index) => {
    const a = forward[index] ?? -1;
    if (a !== -1 && !scene.moved.has(index)) last = a;
    positions[index] = last + 0.5;
  });
  return runsOfNew(scene.left, forward, scene.byId).map(({ heads, blocks }) => {
    const before = sideOf(scene, 'before', blocks);
    const first = heads[0];
    return {
      kind: 'removed', class: 'substantive', node: first?.id ?? '', ...(before === undefined ? {} : { before }),
      consequences: [], order: positions[first?.index ?? 0] ?? 0, headsBefore: heads.map((unit) => unit.index), headsAfter: [],
    };
  });
}

/**
 * Blocks without a twin, a block and what was added with it in one; blocks of one provision that follow each other too.
 * What stands under such a block but has a twin is left out: it is not new.
 */
function runsOfNew(units: readonly Unit[], match: Int32Array, byId: boolean): { readonly heads: readonly Unit[]; readonly blocks: readonly Unit[] }[] {
  const runs: { heads: Unit[]; blocks: Unit[] }[] = [];
  const runOf = new Map<number, { heads: Unit[]; blocks: Unit[] }>();
  for (const unit of units) {
    if (match[unit.index] !== -1) continue;
    const parent = runOf.get(unit.parent);
    if (parent !== undefined) {
      parent.blocks.push(unit);
      runOf.set(unit.index, parent);
      continue;
    }
    const last = runs.at(-1);
    const head = last?.heads.at(-1);
    if (byId && last !== undefined && head !== undefined && head.end === unit.index && head.parent === unit.parent && sameProvision(head, unit)) {
      last.heads.push(unit);
      last.blocks.push(unit);
      runOf.set(unit.index, last);
      continue;
    }
    const run = { heads: [unit], blocks: [unit] };
    runs.push(run);
    runOf.set(unit.index, run);
  }
  return runs;
}

function sameProvision(one: Unit, other: Unit): boolean {
  const provision = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')));
  return provision(one.id) !== '' && provision(one.id) === provision(other.id);
}

/** One change per run of moved blocks that follow each other on both sides. */
function moves(scene: Scene): Pending[] {
  const { forward, backward } = scene.alignment;
  const rankBefore = ranks(scene.left, forward);
  const rankAfter = ranks(scene.right, backward);
  const runs: Unit[][] = [];
  // Runs by the place at which the next block would have to stand.
  const open = new Map<string, Unit[]>();
  for (const b of [...scene.moved].toSorted((x, y) => x - y)) {
    const unit = scene.left[b];
    const twin = scene.right[forward[b] ?? -1];
    if (unit === undefined || twin === undefined) continue;
    const parents = scene.byId ? ` ${unit.parent} ${twin.parent}` : '';
    const begin = `${rankBefore[unit.index]} ${rankAfter[twin.index]}${parents}`;
    const run = open.get(begin) ?? [];
    if (run.length === 0) runs.push(run);
    else open.delete(begin);
    run.push(unit);
    open.set(`${rankBefore[unit.end]} ${rankAfter[twin.end]}${parents}`, run);
  }
  return runs.map((heads): Pending => {
    const blocks = heads.flatMap((head) => movedAlong(scene, head));
    const twins = blocks.flatMap((unit) => scene.right[forward[unit.index] ?? -1] ?? []);
    const before = sideOf(scene, 'before', blocks);
    const after = sideOf(scene, 'after', twins.toSorted((x, y) => x.index - y.index));
    const headTwins = heads.map((head) => forward[head.index] ?? -1);
    return {
      kind: 'moved',
      class: heads.every((head) => staysInArticle(scene, head)) ? 'editorial' : 'substantive',
      node: heads[0]?.id ?? '',
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      consequences: [], order: Math.min(...headTwins), headsBefore: heads.map((unit) => unit.index), headsAfter: headTwins,
    };
  });
}

/** The block and what went along with it. */
function movedAlong(scene: Scene, head: Unit): Unit[] {
  const { forward } = scene.alignment;
  const twin = scene.right[forward[head.index] ?? -1];
  if (twin === undefined) return [];
  return scene.left.slice(head.index, head.end).filter((unit) => {
    const a = forward[unit.index] ?? -1;
    return a >= twin.index && a < twin.end && (unit === head || !scene.moved.has(unit.index));
  });
}

/** Number of matched blocks that stand before each index. */
function ranks(units: readonly Unit[], match: Int32Array): Int32Array {
  const out = new Int32Array(units.length + 1);
  for (let i = 0; i < units.length; i += 1) out[i + 1] = (out[i] ?? 0) + (match[i] === -1 ? 0 : 1);
  return out;
}

function staysInArticle(scene: Scene, head: Unit): boolean {
  const twin = scene.right[scene.alignment.forward[head.index] ?? -1];
  if (twin === undefined) return false;
  const [from, to] = [divisionOf(scene.left, head), divisionOf(scene.right, twin)];
  if (from === undefined || to === undefined) return from === to && head.region === twin.region && head.region !== 'articles';
  return scene.alignment.forward[from.index] === to.index;
}

/** The nearest article or annex that a block stands in. */
function divisionOf(units: readonly Unit[], unit: Unit): Unit | undefined {
  let at = units[unit.parent];
  while (at !== undefined && at.type !== 'article' && at.type !== 'annex') at = units[at.parent];
  return at;
}
