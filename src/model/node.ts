import type { Inline } from './inline.ts';
import type { Localized } from './language.ts';

/** Where a node came from. Never leaves the building. */
export interface Provenance {
  readonly library: string;
  readonly provision: string;
  readonly version: string;
  readonly variant: string;
  readonly clause: string;
  /** Why the provision stands here: "mandatory in implementing-arrangement", "required by finance.shares". */
  readonly reason?: string;
  /** The arrangement departs here from the library's text, on record. */
  readonly departure?: { readonly by: string; readonly on: string; readonly why: string };
}

export type NodeType =
  | 'recital' | 'article' | 'paragraph' | 'point' | 'annex' | 'table' | 'row' | 'cell' | 'signature';

export type NodeState = 'open' | 'ad-referendum' | 'agreed' | 'reserved' | 'package';

/**
 * A block of the tree.
 * - `id`: stable identity, `provision[@placement]/clause.path[item]`; an article is `article:<name>`.
 * - `ordinal`: position among its numbered siblings from 1; absent where the block is not numbered.
 * - `label`: the label as printed in a text that this tool did not number; absent otherwise.
 * - `heading`, `content`, `tail`: inlines per language. A block's own words come before its children, its tail after.
 */
export interface Node {
  readonly id: string;
  readonly type: NodeType;
  readonly ordinal?: number;
  readonly label?: Localized<string>;
  readonly heading?: Localized<readonly Inline[]>;
  readonly content?: Localized<readonly Inline[]>;
  readonly children: readonly Node[];
  readonly tail?: Localized<readonly Inline[]>;
  readonly provenance?: Provenance;
  readonly state?: NodeState;
  /** For `annex`: status of the annex. */
  readonly annex?: {
    readonly kind: 'integral' | 'administrative' | 'model';
    readonly amendableBy?: string;
    readonly edition?: string;
    readonly effective?: string;
    readonly marking?: string;
    readonly heldSeparately?: boolean;
  };
  /** For `row`: it says what other rows of its table add up to. */
  readonly total?: true;
  /** For `signature`: whose block it is. */
  readonly party?: string;
}
