import { textOf, type Inline, type Segment } from '../model/index.ts';
import type { Causes } from './causes.ts';
import { compareContent, contentWords, type ContentDifference, type Renumbering } from './content.ts';
import { citationOf, placeOf, sideOf, type Pending } from './pending.ts';
import type { Scene } from './scene.ts';
import { unitText, type Unit } from './units.ts';

/** What the words of matched blocks show. */
export interface Wording {
  readonly changes: readonly Pending[];
  /** Places of each revalued parameter, in the order of the text. */
  readonly revalued: ReadonlyMap<string, readonly (readonly [Unit, Unit])[]>;
}

type Part = 'heading' | 'body' | 'whole';

/** Reworded and retitled blocks; what follows from other changes is told under those. */
export function wordingChanges(scene: Scene, causes: Causes, numbering: ReadonlyMap<number, Pending>, structural: readonly Pending[], parties: Pending | undefined): Wording {
  const changes: Pending[] = [];
  const revalued = new Map<string, (readonly [Unit, Unit])[]>();
  const byId = new Map(scene.byId ? scene.right.map((unit) => [unit.id, unit] as const) : []);
  const removedBlocks = removedIds(scene, structural);
  for (const before of scene.left) {
    const after = scene.right[scene.alignment.forward[before.index] ?? -1];
    if (after === undefined) continue;
    for (const part of partsOf(before, after)) {
      const differences = scene.languages.map((pair) =>
        compareContent(inlinesOf(before, part, pair.before), inlinesOf(after, part, pair.after), scene.meaning, isFront(before)));
      if (!differences.some((difference) => difference !== undefined && isAny(difference))) continue;
      for (const parameter of new Set(differences.flatMap((difference) => difference.parameters))) {
        const places = revalued.get(parameter);
        if (places === undefined) revalued.set(parameter, [[before, after]]);
        else if (places.at(-1)?.[0] !== before) places.push([before, after]);
      }
      const references = differences.flatMap((difference) => difference.references);
      const orphans = references.filter((reference) => !tellReference(scene, before, after, reference, causes, numbering, byId));
      if (differences.some((difference) => difference.renamed)) parties?.consequences.push({ kind: 'text', message: 'the name follows', place: placeOf(scene, before, after) });
      const rewordedIn = differences.map((difference) => difference.reworded || (orphans.length > 0 && difference.references.some((reference) => orphans.includes(reference))));
      if (!rewordedIn.includes(true)) continue;
      if (part === 'body' && tellListEnd(scene, before, after, causes)) continue;
      changes.push(reworded(scene, before, after, part, differences, rewordedIn, orphans.length > 0));
    }
    tellDangling(scene, before, after, removedBlocks, byId);
  }
  return { changes, revalued };
}

function reworded(scene: Scene, before: Unit, after: Unit, part: Part, differences: readonly ContentDifference[], rewordedIn: readonly boolean[], orphans: boolean): Pending {
  const words: Record<string, readonly Segment[]> = {};
  scene.languages.forEach((pair, i) => {
    if (rewordedIn[i] === true) words[pair.key] = contentWords(inlinesOf(before, part, pair.before), inlinesOf(after, part, pair.after), scene.meaning);
  });
  const own = (unit: Unit, language: string): string => (part === 'whole' ? unitText(unit, language) : textOf(inlinesOf(unit, part, language)));
  const [left, right] = [sideOf(scene, 'before', [before], own), sideOf(scene, 'after', [after], own)];
  const typographic = !orphans && differences.every((difference, i) => rewordedIn[i] !== true || difference.typographic);
  return {
    kind: part === 'heading' ? 'retitled' : 'reworded',
    class: typographic ? 'typographic' : 'substantive',
    node: after.id,
    ...(left === undefined ? {} : { before: left }),
    ...(right === undefined ? {} : { after: right }),
    words, consequences: [], order: after.index, headsBefore: [before.index], headsAfter: [after.index],
  };
}

/** A heading that became a paragraph, or the reverse, is compared as a whole. */
function partsOf(before: Unit, after: Unit): readonly Part[] {
  const [left, right] = [before.heading !== undefined, after.heading !== undefined];
  const bodiless = before.body === undefined || after.body === undefined;
  return left !== right && bodiless ? ['whole'] : ['heading', 'body'];
}

function inlinesOf(unit: Unit, part: Part, language: string): readonly Inline[] | undefined {
  switch (part) {
    case 'heading':
      return unit.heading?.[language];
    case 'body':
      return unit.body?.[language];
    case 'whole': {
      const [heading, body] = [unit.heading?.[language] ?? [], unit.body?.[language] ?? []];
      return heading.length > 0 && body.length > 0 ? [...heading, { type: 'text', text: '\n' }, ...body] : [...heading, ...body];
    }
    default: {
      const never: never = part;
      return never;
    }
  }
}

function isAny(difference: ContentDifference): boolean {
  return difference.reworded || difference.renamed || difference.parameters.length > 0 || difference.references.length > 0;
}

/** Title, preamble, closing and signatures name the parties and languages in the order of the original. */
function isFront(unit: Unit): boolean {
  return unit.region !== 'articles' && unit.region !== 'annexes';
}

/** A reference to a block that got another number follows from what renumbered the block, or moved either end. */
function tellReference(
  scene: Scene, before: Unit, after: Unit, reference: Renumbering, causes: Causes,
  numbering: ReadonlyMap<number, Pending>, byId: ReadonlyMap<string, Unit>,
): boolean {
  const cause = causeAbove(scene, byId.get(reference.id), causes, numbering) ?? causeAbove(scene, after, causes, numbering);
  if (cause === undefined) return false;
  const message = `a reference to ${reference.before} now reads ${reference.after}`;
  const place = placeOf(scene, before, after);
  if (!cause.consequences.some((known) => known.message === message && known.place?.after?.id === place.after?.id)) {
    cause.consequences.push({ kind: 'reference', message, place });
  }
  return true;
}

/** What renumbered or moved a block or one that it stands in. */
function causeAbove(scene: Scene, unit: Unit | undefined, causes: Causes, numbering: ReadonlyMap<number, Pending>): Pending | undefined {
  for (let at = unit; at !== undefined; at = scene.right[at.parent]) {
    const twin = scene.left[scene.alignment.backward[at.index] ?? -1];
    const cause = numbering.get(at.index) ?? (twin === undefined ? undefined : causes.ofMove(twin));
    if (cause !== undefined) return cause;
  }
  return undefined;
}

function removedIds(scene: Scene, structural: readonly Pending[]): ReadonlyMap<string, Pending> {
  const ids = new Map<string, Pending>();
  if (!scene.byId) return ids;
  for (const change of structural) {
    if (change.kind !== 'removed') continue;
    for (const head of change.headsBefore) {
      const unit = scene.left[head];
      for (let i = head; i < (unit?.end ?? head); i += 1) if (scene.alignment.forward[i] === -1) ids.set(scene.left[i]?.id ?? '', change);
    }
  }
  return ids;
}

/** A reference that still stands, though its target was removed. */
function tellDangling(scene: Scene, before: Unit, after: Unit, removed: ReadonlyMap<string, Pending>, byId: ReadonlyMap<string, Unit>): void {
  if (removed.size === 0) return;
  for (const pair of scene.languages) {
    for (const inline of [...(after.heading?.[pair.after] ?? []), ...(after.body?.[pair.after] ?? [])]) {
      if (inline.type !== 'reference' || inline.instrument !== 'self' || byId.has(inline.id)) continue;
      const cause = removed.get(inline.id);
      if (cause === undefined) continue;
      const message = `${citationOf(scene, 'after', after)} still refers to it`;
      if (!cause.consequences.some((known) => known.message === message)) cause.consequences.push({ kind: 'reference', message, place: placeOf(scene, before, after) });
    }
  }
}

const LIST_END = /\s*[;,.:]?\s*(?:(?:and|or)|(?<![\p{L}])(?:и|или))?\s*[;,.:]?\s*$/u;

/** “; and” became “.” because the points around it changed. */
function tellListEnd(scene: Scene, before: Unit, after: Unit, causes: Causes): boolean {
  if (!scene.byId || before.type !== 'point') return false;
  const stripped = (unit: Unit, language: string): string => textOf(unit.body?.[language]).replace(LIST_END, '');
  if (!scene.languages.every((pair) => stripped(before, pair.before) === stripped(after, pair.after))) return false;
  const cause = causes.nearest(before, after);
  cause?.consequences.push({ kind: 'text', message: 'the end of the point follows the list', place: placeOf(scene, before, after) });
  return cause !== undefined;
}
