import type { Draft, Node, Value } from '../model/index.ts';
import { viewOf } from './view.ts';

interface Held { readonly parameter: string; readonly value: Value }

const HELD = new WeakMap<Draft, readonly Held[]>();

/**
 * Every value that the draft holds: those bound to it, and any other that stands in the text under the same name, as where
 * a person changed a draft by hand. Parts of a value (a cell, a share) are not values of their own.
 */
export function valuesOf(draft: Draft): readonly Held[] {
  const known = HELD.get(draft);
  if (known !== undefined) return known;
  const found = collect(draft);
  HELD.set(draft, found);
  return found;
}

function collect(draft: Draft): readonly Held[] {
  const found = draft.values.map(({ name, value }) => ({ parameter: name, value }));
  const same = new Set<Value>(draft.values.map(({ value }) => value));
  const known = new Map(found.map(({ parameter, value }) => [parameter, new Set([JSON.stringify(value)])]));
  for (const { pieces } of viewOf(draft).passages) {
    for (const { inline } of pieces) {
      if (inline.type !== 'value' || inline.parameter.includes('[') || same.has(inline.value)) continue;
      same.add(inline.value);
      const text = JSON.stringify(inline.value);
      const seen = known.get(inline.parameter) ?? new Set<string>();
      known.set(inline.parameter, seen);
      if (seen.has(text)) continue;
      seen.add(text);
      // A cell or item has a type of its own and is no second value of the whole.
      if (seen.size > 1 && inline.form?.part !== undefined && inline.value.type !== 'share') continue;
      found.push({ parameter: inline.parameter, value: inline.value });
    }
  }
  return found;
}

/** Blocks in which a parameter's value stands, in the order of the text. */
export function usesOf(draft: Draft, parameter: string): readonly Node[] {
  const nodes = new Set<Node>();
  for (const { entry, pieces } of viewOf(draft).passages) {
    if (entry !== undefined && pieces.some(({ inline }) => (inline.type === 'value' || inline.type === 'blank') && (inline.parameter === parameter || inline.parameter.startsWith(`${parameter}[`)))) nodes.add(entry.node);
  }
  return [...nodes];
}
