import type { Change, ChangePlace, ChangeSide, Comparison, Consequence } from '../model/index.ts';

/** The comparison as `schemas/changes.json` describes it, keys always in the same order. */
export function jsonChanges(comparison: Comparison): string {
  const { schema, before, after, changes, summary } = comparison;
  const { total, added, removed, reworded, moved, renumbered, revalued, retitled } = summary;
  const document = {
    schema,
    before,
    after,
    changes: changes.map(one),
    summary: { total, added, removed, reworded, moved, renumbered, revalued, retitled },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function one(change: Change): unknown {
  return {
    kind: change.kind,
    class: change.class,
    node: change.node,
    before: side(change.before),
    after: side(change.after),
    words: change.words,
    places: change.places?.map(place),
    consequences: change.consequences?.map(consequence),
    fingerprint: change.fingerprint,
  };
}

function side(value: ChangeSide | undefined): unknown {
  if (value === undefined) return undefined;
  return { id: value.id, number: value.number, path: value.path, text: value.text, texts: value.texts };
}

function place(value: ChangePlace): unknown {
  const end = (at: ChangePlace['before']): unknown => (at === undefined ? undefined : { id: at.id, number: at.number, path: at.path });
  return { before: end(value.before), after: end(value.after) };
}

function consequence(value: Consequence): unknown {
  return { kind: value.kind, message: value.message, place: value.place === undefined ? undefined : place(value.place) };
}
