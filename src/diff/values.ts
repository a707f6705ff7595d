import type { Inline } from '../model/index.ts';
import { parameterOf, valueKey } from './content.ts';
import { addressOf, placeOf, type Pending, type SideName } from './pending.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

/** One change per revalued parameter, wherever its value stands. */
export function revaluations(scene: Scene, places: ReadonlyMap<string, readonly (readonly [Unit, Unit])[]>): Pending[] {
  return [...places].map(([parameter, pairs]): Pending => {
    const before = valueSide(scene, 'before', parameter, pairs.map(([unit]) => unit));
    const after = valueSide(scene, 'after', parameter, pairs.map(([, unit]) => unit));
    return {
      kind: 'revalued', class: 'substantive', node: parameter,
      ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }),
      places: pairs.map(([left, right]) => placeOf(scene, left, right)),
      consequences: [], order: pairs[0]?.[1].index ?? 0, headsBefore: [], headsAfter: [],
    };
  });
}

function valueSide(scene: Scene, side: SideName, parameter: string, units: readonly Unit[]): Pending['before'] {
  const first = units[0];
  if (first === undefined) return undefined;
  const texts: Record<string, string> = {};
  for (const pair of scene.languages) texts[pair.key] = renderings(scene, units, parameter, pair[side]);
  const text = texts[scene.languages[0]?.key ?? ''] ?? '';
  return { ...addressOf(scene, side, first), text, ...(scene.languages.length > 1 ? { texts } : {}) };
}

/** How a parameter's changed values are written in these blocks: each way once. */
function renderings(scene: Scene, units: readonly Unit[], parameter: string, language: string): string {
  const found = new Set<string>();
  const look = (inline: Inline): void => {
    const key = valueKey(inline);
    if (key === undefined || !scene.meaning.revalued.has(key)) return;
    if ((inline.type === 'value' || inline.type === 'blank') && parameterOf(inline.parameter) === parameter) found.add(inline.text);
  };
  for (const unit of units) {
    unit.heading?.[language]?.forEach(look);
    unit.body?.[language]?.forEach(look);
  }
  return [...found].join(', ');
}
