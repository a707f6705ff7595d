import type { Draft } from '../../model/index.ts';
import { ordered } from '../ordered.ts';
import { UNSEALED, seal } from '../seal.ts';

/** Characters that an editor does not show, or shows as others, stand as escapes. */
const UNSEEN = /[\u007F-\u009F\u200B\u200E\u200F\u061C\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A draft as JSON, with its own hash as last field; the same bytes for the same draft. */
export function writeJson(draft: Draft): string {
  const text = JSON.stringify(ordered({ ...draft, hash: UNSEALED }), undefined, 2);
  return seal(`${text.replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`);
}
