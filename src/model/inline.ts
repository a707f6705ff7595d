import type { Case } from './language.ts';
import type { Value } from './value.ts';

/**
 * How a value was rendered, so that a reader can render it again and see whether a person changed it.
 * `words`: figures and words together, "ninety (90) calendar days".
 */
export interface ValueForm {
  readonly style?: 'figures' | 'words';
  readonly case?: Case;
  /** Which cell, item or share of the parameter: `item`, a column name, or a party id. */
  readonly part?: string;
}

export interface TextInline { readonly type: 'text'; readonly text: string }

/** `parameter` is the path of the value: `finance.ceiling`, `project.sites[east].place`. */
export interface ValueInline {
  readonly type: 'value';
  readonly parameter: string;
  readonly value: Value;
  readonly form?: ValueForm;
  readonly text: string;
}

/** A defined term in use. `term` is the definition's id. */
export interface TermInline { readonly type: 'term'; readonly term: string; readonly text: string }

/** The place that defines a term: “Launch Data”. `text` is without quotation marks. */
export interface DefinitionInline { readonly type: 'definition'; readonly term: string; readonly text: string }

/**
 * A reference. `self`: `id` is a node of this draft. `framework`: `id` is a node of the framework.
 * `text` is as rendered after numbering: "Article 8(2)", "пунктом 2 статьи 8".
 */
export interface ReferenceInline {
  readonly type: 'reference';
  readonly instrument: 'self' | 'framework';
  readonly id: string;
  readonly form?: { readonly case?: Case };
  readonly text: string;
}

/** A proper name that is no wording of this instrument: a party's name, the title of the framework, a marking. */
export interface NameInline { readonly type: 'name'; readonly of: string; readonly text: string }

/** `open`: must be filled before signature. `signing`: filled by hand when signing. */
export interface BlankInline {
  readonly type: 'blank';
  readonly kind: 'open' | 'signing';
  readonly parameter: string;
  readonly text: string;
}

/** Text not yet agreed. */
export interface BracketInline {
  readonly type: 'bracket';
  readonly options: readonly { readonly party?: string; readonly content: readonly Inline[] }[];
  readonly note?: string;
}

/** Part of a redline. */
export interface InsertionInline { readonly type: 'insertion'; readonly content: readonly Inline[] }
export interface DeletionInline { readonly type: 'deletion'; readonly content: readonly Inline[] }
/** `from` or `to`: the id of the other end. */
export interface MovedInline {
  readonly type: 'moved';
  readonly direction: 'from' | 'to';
  readonly id: string;
  readonly content: readonly Inline[];
}

export type Inline =
  | TextInline | ValueInline | TermInline | DefinitionInline | ReferenceInline | NameInline | BlankInline
  | BracketInline | InsertionInline | DeletionInline | MovedInline;

/** The visible underscores of a blank, the same length everywhere. */
export const BLANK_TEXT = '____';
