import type { Localized } from './language.ts';

export type ChangeKind = 'added' | 'removed' | 'reworded' | 'moved' | 'renumbered' | 'revalued' | 'retitled';

export const CHANGE_KINDS: readonly ChangeKind[] = [
  'added', 'removed', 'reworded', 'moved', 'renumbered', 'revalued', 'retitled',
];

export type ChangeClass = 'substantive' | 'editorial' | 'typographic';

/** A run of words in a comparison. */
export interface Segment {
  readonly kind: 'same' | 'insertion' | 'deletion';
  readonly text: string;
  /** Differs from its counterpart in quotation marks, dashes and spaces only. */
  readonly typographic?: true;
}

/** One side of a change. */
export interface ChangeSide {
  readonly id: string;
  /** The number as printed: "Article 3", "2.", "(1)"; empty where the block has none. */
  readonly number: string;
  /** Numbers of the blocks from the root to this one. */
  readonly path: readonly string[];
  /** The whole block in the leading language, its blocks on lines of their own; for a value, the value as rendered. */
  readonly text: string;
  /** The same in each language, where there are several. */
  readonly texts?: Localized<string>;
}

/** A further place that the same change touches. */
export interface ChangePlace {
  readonly before?: { readonly id: string; readonly number: string; readonly path: readonly string[] };
  readonly after?: { readonly id: string; readonly number: string; readonly path: readonly string[] };
}

/** What follows from a change and is no change of its own. */
export interface Consequence {
  readonly kind: 'renumbered' | 'reference' | 'term' | 'definition' | 'value' | 'text';
  readonly message: string;
  readonly place?: ChangePlace;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  /** Id of the node, or the parameter's name for `revalued`. */
  readonly node: string;
  readonly before?: ChangeSide;
  readonly after?: ChangeSide;
  /** For `reworded` and `retitled`: the word-level comparison per language. */
  readonly words?: Localized<readonly Segment[]>;
  readonly places?: readonly ChangePlace[];
  readonly consequences?: readonly Consequence[];
  /** SHA-256 (16 hex digits) over kind, id and content: not over numbers or positions. */
  readonly fingerprint: string;
}

export interface Comparison {
  readonly schema: 'dtca/changes-1';
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
  readonly summary: Readonly<Record<ChangeKind, number>> & { readonly total: number };
}
