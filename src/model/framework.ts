import type { Opening } from './arrangement.ts';
import type { DraftTerm, Numbering } from './draft.ts';
import type { Forms, Localized, Register } from './language.ts';
import type { NodeType } from './node.ts';
import type { Value } from './value.ts';

/** One step from an article down to a block. */
export interface PathStep {
  readonly type: NodeType;
  readonly ordinal: number;
  /** Of an article that an amendment inserted: "bis", «бис». Concluded texts are never renumbered. */
  readonly suffix?: Localized<string>;
}

export interface FrameworkArticle {
  /** Node id: `article:liability`. */
  readonly id: string;
  /** Library article it corresponds to: `liability`. */
  readonly article: string;
  /** Provisions it settles. */
  readonly ids: readonly string[];
  readonly ordinal: number;
  /** See `PathStep`. */
  readonly suffix?: Localized<string>;
  readonly title: Localized<string>;
  /** Whether an arrangement must, may or may not deal with the matter itself. */
  readonly rule: 'must' | 'may' | 'mayNot';
  readonly opening: Opening;
  readonly values: Readonly<Record<string, Value>>;
  /** Which variant of each provision stands there, by provision; unknown in a map written by hand. */
  readonly variants?: Readonly<Record<string, string>>;
  /** Ids of the terms it defines. */
  readonly terms: readonly string[];
  /** Paths of its blocks by node id, the article itself included. */
  readonly blocks: Readonly<Record<string, readonly PathStep[]>>;
}

/** The umbrella as an arrangement sees it. Derived from an assembled framework or written by hand. */
export interface FrameworkMap {
  readonly id: string;
  readonly edition: string;
  readonly hash: string;
  /** Path as the user would type it; for findings. */
  readonly file: string;
  /** A map written by hand: the agreement's own words are not known here, only its facts. */
  readonly written?: true;
  readonly register: Register;
  readonly numbering: Numbering;
  readonly title: Localized<Forms>;
  /** Short name: "Agreement", «Соглашение». */
  readonly label: Localized<Forms>;
  readonly place?: Localized<Forms>;
  readonly date?: string;
  readonly parties: readonly string[];
  readonly articles: readonly FrameworkArticle[];
  readonly terms: readonly DraftTerm[];
}
