import type { Inline } from './inline.ts';
import type { Language, Localized, Register } from './language.ts';
import type { Node } from './node.ts';
import type { Value } from './value.ts';

export type Stage = 'negotiating' | 'scrub' | 'signature' | 'conformed';

export const STAGES: readonly Stage[] = ['negotiating', 'scrub', 'signature', 'conformed'];

/** How the divisions of an instrument are numbered; one series for all languages. */
export interface Numbering {
  readonly article: 'arabic' | 'roman';
  readonly paragraph: 'arabic';
  /** `arabic`: (1) / 1); `latin`: (a) in every language. */
  readonly point: 'arabic' | 'latin';
}

export type Concluder = 'state' | 'government' | 'ministry' | 'agency' | 'organisation';

export interface DraftParty {
  readonly id: string;
  readonly concluder: Concluder;
  /** Full name in the nominative, without article: "Government of the United States of America". */
  readonly name: Localized<string>;
  /** Language of the party's own original. */
  readonly language: Language;
  readonly binding?: boolean;
}

export interface DraftTerm {
  readonly id: string;
  readonly name: Localized<string>;
  /** Inflected forms by which use is recognised in running text. */
  readonly forms?: Localized<readonly string[]>;
  /** `self`: defined in this draft; `framework`: inherited from the framework. */
  readonly origin: 'self' | 'framework';
}

export interface BoundValue {
  readonly name: string;
  readonly value: Value;
  readonly source: 'arrangement' | 'framework' | 'default';
}

export interface DraftMeta {
  readonly id: string;
  readonly instrument: string;
  readonly edition?: string;
  readonly stage: Stage;
  readonly register: Register;
  /** Order of languages in the text. */
  readonly languages: readonly Language[];
  readonly numbering: Numbering;
  /** The party whose original this is. Its name, signature and language come first. */
  readonly original?: string;
  /** `internal`, or the id of the party that the file was made for. */
  readonly audience: 'internal' | { readonly for: string };
  /** Warning printed on the first page: "Illustration. Not currently concludable". */
  readonly notice?: Localized<string>;
  readonly marking?: string;
}

/** One record per library, framework and arrangement that made the draft. Hashes: SHA-256, hex. */
export interface Basis {
  readonly arrangement?: { readonly id: string; readonly hash: string };
  readonly libraries: readonly { readonly name: string; readonly version: string; readonly hash: string }[];
  readonly framework?: { readonly id: string; readonly edition: string; readonly hash: string; readonly file?: string };
}

export interface Incorporation {
  readonly provision: string;
  /** Node id of the framework's article, or of this draft's for `full`. */
  readonly article: string;
  readonly mode: 'cited' | 'full';
}

/** The assembled tree: plain JSON. Everything after assembly works on it. */
export interface Draft {
  readonly schema: 'dtca/draft-1';
  readonly meta: DraftMeta;
  readonly basis: Basis;
  readonly title: Localized<readonly Inline[]>;
  readonly parties: readonly DraftParty[];
  readonly preamble: readonly Node[];
  readonly articles: readonly Node[];
  readonly annexes: readonly Node[];
  /** Testimonium and closing words, after the last article and before the signatures. */
  readonly closing: readonly Node[];
  readonly signatures: readonly Node[];
  readonly terms: readonly DraftTerm[];
  readonly values: readonly BoundValue[];
  readonly incorporated: readonly Incorporation[];
}
