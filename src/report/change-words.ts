import type { Change, ChangePlace, ChangeSide, Segment } from '../model/index.ts';

/** Words kept on either side of what changed; the rest of an unchanged run is left out. */
const CONTEXT = 8;

/** A word comparison with its long unchanged runs shortened to what a reader needs to find the place. */
export function shortened(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment;
    const first = index === 0;
    const last = index === segments.length - 1;
    const words = segment.text.match(/\S+\s*|^\s+/gu) ?? [];
    const keep = (first ? 0 : CONTEXT) + (last ? 0 : CONTEXT);
    if (words.length <= keep + 2) return segment;
    const before = first ? '' : words.slice(0, CONTEXT).join('');
    const after = last ? '' : words.slice(words.length - CONTEXT).join('');
    return { kind: 'same', text: `${before}… ${after}`.replace(/… $/u, last ? '…' : '… ') };
  });
}

/** "Article 3 › 2. › (1)", or the id where the block has no number. */
export function numberOf(side: Pick<ChangeSide, 'id' | 'path'>): string {
  const path = side.path.filter((step) => step !== '');
  return path.length === 0 ? side.id : path.join(' › ');
}

/** Where a change stands, in both texts if that differs: "Article 3 › 2. → Article 4 › 2.". */
export function placeOf(change: ChangePlace): string {
  const before = change.before === undefined ? undefined : numberOf(change.before);
  const after = change.after === undefined ? undefined : numberOf(change.after);
  if (before === undefined || after === undefined || before === after) return after ?? before ?? '';
  return `${before} → ${after}`;
}

/** The texts of a side by language; a text without languages stands under the empty name. */
export function textsOf(side: ChangeSide): readonly (readonly [language: string, text: string])[] {
  const texts = Object.entries(side.texts ?? {});
  return texts.length === 0 ? [['', side.text]] : texts;
}

/** The same for the word comparison. */
export function wordsOf(change: Change): readonly (readonly [language: string, segments: readonly Segment[]])[] {
  return Object.entries(change.words ?? {}).filter(([, segments]) => segments.some(({ kind }) => kind !== 'same'));
}
