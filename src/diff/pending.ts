import type { Change, ChangePlace, ChangeSide, Consequence, Localized, Segment } from '../model/index.ts';
import type { LanguagePair, Scene } from './scene.ts';
import { pathOf, unitText, type Unit } from './units.ts';

/** A change in the making. */
export interface Pending {
  readonly kind: Change['kind'];
  readonly class: Change['class'];
  readonly node: string;
  readonly before?: ChangeSide;
  readonly after?: ChangeSide;
  readonly words?: Localized<readonly Segment[]>;
  readonly places?: readonly ChangePlace[];
  readonly consequences: Consequence[];
  /** Position in the text after, for the order of the list. */
  readonly order: number;
  /** For a change of structure: the blocks at its head, by index on either side. */
  readonly headsBefore: readonly number[];
  readonly headsAfter: readonly number[];
}

export type SideName = 'before' | 'after';

type Words = (unit: Unit, language: string) => string;

/** One side of a change: the first block gives the address, all of them the text. */
export function sideOf(scene: Scene, side: SideName, units: readonly Unit[], words: Words = unitText): ChangeSide | undefined {
  const [first] = units;
  if (first === undefined) return undefined;
  const text = (pair: LanguagePair): string => units.map((unit) => words(unit, pair[side])).filter((line) => line !== '').join('\n');
  const texts: Record<string, string> = {};
  for (const pair of scene.languages) texts[pair.key] = text(pair);
  const [leading] = scene.languages;
  return {
    ...addressOf(scene, side, first),
    text: leading === undefined ? '' : (texts[leading.key] ?? ''),
    ...(scene.languages.length > 1 ? { texts } : {}),
  };
}

export function addressOf(scene: Scene, side: SideName, unit: Unit): { readonly id: string; readonly number: string; readonly path: readonly string[] } {
  return { id: unit.id, number: unit.number, path: pathOf(side === 'before' ? scene.left : scene.right, unit) };
}

/** A place on both sides. */
export function placeOf(scene: Scene, before: Unit | undefined, after: Unit | undefined): ChangePlace {
  return {
    ...(before === undefined ? {} : { before: addressOf(scene, 'before', before) }),
    ...(after === undefined ? {} : { after: addressOf(scene, 'after', after) }),
  };
}

/** The numbers that lead to a block, as one reads them: "Article 4, 2., (1)". */
export function citationOf(scene: Scene, side: SideName, unit: Unit): string {
  const path = pathOf(side === 'before' ? scene.left : scene.right, unit);
  return path.length > 0 ? path.join(', ') : unit.id;
}

/** A block and all below it. */
export function subtree(units: readonly Unit[], unit: Unit): readonly Unit[] {
  return units.slice(unit.index, unit.end);
}
