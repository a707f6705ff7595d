import { cover, type Cover } from './synthesis/cover.ts';
import { settingsOf } from './synthesis/frameworks.ts';
import { belongs, type Setting } from './synthesis/setting.ts';
import type { Space } from './synthesis/space.ts';

/** A setting with the arrangements thought up to show all that can stand in it, not yet assembled. */
export interface ScenePlan {
  readonly setting: Setting;
  readonly cover: Cover;
}

/** Where a text was seen in another setting, a draft shows how it stands in this one. */
const LEAST = 1;

/** The same of the same library, in the same order. */
export function planScenes(space: Space): readonly ScenePlan[] {
  const targets = { treaty: new Set<string>(), memorandum: new Set<string>() };
  const provisions = new Map<string, Set<string>>();
  const size = new Map<string, number>();
  const unordered = settingsOf(space);
  for (const setting of unordered) if (!size.has(setting.instrument)) size.set(setting.instrument, space.library.provisionIds.filter((id) => has(id, setting, space)).length);
  // The instrument with most to show first: the others then show little that it has not.
  const settings = unordered.toSorted((a, b) => (size.get(b.instrument) ?? 0) - (size.get(a.instrument) ?? 0));
  return settings.map((setting): ScenePlan => {
    const key = `${setting.instrument} ${setting.register}`;
    const seen = provisions.get(key) ?? new Set();
    provisions.set(key, seen);
    return { setting, cover: cover(setting, space, { targets: targets[setting.register], provisions: seen }, setting.languages ? 0 : LEAST) };
  });
}

function has(id: string, setting: Setting, space: Space): boolean {
  const brief = space.library.brief(id);
  return brief !== undefined && belongs(brief, setting, space);
}
