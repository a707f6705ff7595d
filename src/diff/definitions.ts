import type { Inline } from '../model/index.ts';
import { placeOf, type Pending, type SideName } from './pending.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

/**
 * An entry of the definitions that came or went because the first use came or the last one went: told under the
 * change that brought or took the use. Gives the changes that remain.
 */
export function withoutFollowingDefinitions(scene: Scene, changes: readonly Pending[]): Pending[] {
  if (!scene.byId) return [...changes];
  const gone = follow(scene, changes, 'before');
  const come = follow(scene, changes, 'after');
  return changes.filter((change) => !gone.has(change) && !come.has(change));
}

function follow(scene: Scene, changes: readonly Pending[], side: SideName): ReadonlySet<Pending> {
  const units = side === 'before' ? scene.left : scene.right;
  const match = side === 'before' ? scene.alignment.forward : scene.alignment.backward;
  const heads = side === 'before' ? 'headsBefore' : 'headsAfter';
  const kind = side === 'before' ? 'removed' : 'added';
  const entries = new Map<string, { readonly change: Pending; readonly unit: Unit }>();
  for (const change of changes) {
    const [head, ...more] = change[heads];
    const unit = head === undefined ? undefined : units[head];
    if (change.kind !== kind || unit === undefined) continue;
    for (const other of [unit, ...more.flatMap((index) => units[index] ?? [])]) {
      const term = entryTerm(scene, side, other);
      if (term !== undefined) entries.set(term, { change, unit: other });
    }
  }
  if (entries.size === 0) return new Set();
  const owners = ownersOf(units, match, changes, heads);
  const uses = usesOf(scene, side, units, new Set(entries.keys()));
  const otherSide = usesOf(scene, side === 'before' ? 'after' : 'before', side === 'before' ? scene.right : scene.left, new Set(entries.keys()));

  const causeOf = (term: string, seen: ReadonlySet<string>): Pending | undefined => {
    const entry = entries.get(term);
    if (entry === undefined || otherSide.has(term)) return undefined;
    let cause: Pending | undefined;
    for (const user of uses.get(term) ?? []) {
      if (user === entry.unit) continue;
      const own = entryTerm(scene, side, user);
      const found = own !== undefined && entries.has(own)
        ? (seen.has(own) ? undefined : causeOf(own, new Set([...seen, own])))
        : owners.get(user.index);
      cause = found ?? cause;
    }
    return cause;
  };

  // A change that holds several entries follows only if all of them do.
  const following = new Set<Pending>();
  for (const change of new Set([...entries.values()].map((entry) => entry.change))) {
    const group = [...entries].filter(([, entry]) => entry.change === change);
    if (group.length < change[heads].length) continue;
    const causes = group.map(([term, { unit }]) => ({ term, unit, cause: causeOf(term, new Set([term])) }));
    if (causes.some(({ cause }) => cause === undefined || cause === change)) continue;
    following.add(change);
    for (const { term, unit, cause } of causes) {
      cause?.consequences.push({
        kind: 'definition',
        message: side === 'before' ? `the definition of “${nameOf(scene, side, unit, term)}” is left out: nothing uses it` : `the definition of “${nameOf(scene, side, unit, term)}” is added: it is now used`,
        place: side === 'before' ? placeOf(scene, unit, undefined) : placeOf(scene, undefined, unit),
      });
    }
  }
  return following;
}

/** The change that a block belongs to, by index. */
function ownersOf(units: readonly Unit[], match: Int32Array, changes: readonly Pending[], heads: 'headsBefore' | 'headsAfter'): Map<number, Pending> {
  const owners = new Map<number, Pending>();
  for (const change of changes) {
    for (const head of change[heads]) {
      if (change.kind === 'reworded' || change.kind === 'retitled') owners.set(head, change);
      else if (change.kind !== 'moved') {
        for (let i = head; i < (units[head]?.end ?? head); i += 1) if (match[i] === -1) owners.set(i, change);
      }
    }
  }
  return owners;
}

/** The term of an entry in a list of definitions: `definitions.terms/entry[launch-data]`. */
function entryTerm(scene: Scene, side: SideName, unit: Unit): string | undefined {
  const key = /\[([^[\]]+)\]$/.exec(unit.id)?.[1];
  if (key === undefined) return undefined;
  return inlinesOf(scene, side, unit).some((inline) => inline.type === 'definition' && inline.term === key) ? key : undefined;
}

function usesOf(scene: Scene, side: SideName, units: readonly Unit[], terms: ReadonlySet<string>): Map<string, Unit[]> {
  const uses = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const inline of inlinesOf(scene, side, unit)) {
      if (inline.type !== 'term' || !terms.has(inline.term)) continue;
      const list = uses.get(inline.term);
      if (list === undefined) uses.set(inline.term, [unit]);
      else if (list.at(-1) !== unit) list.push(unit);
    }
  }
  return uses;
}

function inlinesOf(scene: Scene, side: SideName, unit: Unit): readonly Inline[] {
  return scene.languages.flatMap((pair) => [...(unit.heading?.[pair[side]] ?? []), ...(unit.body?.[pair[side]] ?? [])]);
}

function nameOf(scene: Scene, side: SideName, unit: Unit, term: string): string {
  const language = scene.languages[0]?.[side] ?? '';
  const found = unit.body?.[language]?.find((inline) => inline.type === 'definition');
  return found?.type === 'definition' ? found.text : term;
}
