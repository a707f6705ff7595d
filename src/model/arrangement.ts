import type { Concluder } from './draft.ts';
import type { Span } from './finding.ts';
import type { Language, Localized, Register } from './language.ts';
import type { Clause, ClauseText } from './library.ts';

export interface ArrangementParty {
  readonly id: string;
  /** Absent: as usual for the instrument. */
  readonly concluder?: Concluder;
  readonly binding?: boolean;
  readonly signatories?: readonly { readonly office: Localized<string>; readonly name?: Localized<string> }[];
}

/** Text of the project's own, in the same clause form as a provision's. */
export interface Addition {
  readonly id: string;
  readonly article: string;
  readonly title?: Localized<string>;
  readonly clauses: readonly Clause[];
}

export interface Departure {
  /** Clause id: `provision/clause`. */
  readonly at: string;
  /** Hash of the library's leaves that were departed from; a stale one is a finding. */
  readonly base?: string;
  /** Absent: the clause is left out. */
  readonly text?: ClauseText;
  /** Where each leaf begins in its file, by language and register. */
  readonly leafSpans?: Readonly<Record<string, Span>>;
  readonly by: string;
  readonly on: string;
  readonly why: string;
  readonly approvals: readonly string[];
}

export interface Waiver {
  readonly rule: string;
  readonly at: string;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  readonly until?: string;
}

export type Opening = 'fixed' | 'narrow-only' | 'fill' | 'open';

/** The author's choices: `arrangement.yaml`, parsed and checked. `values` are still as written; `bind` types them. */
export interface Arrangement {
  readonly id: string;
  readonly edition?: string;
  readonly status: 'draft' | 'signed';
  readonly instrument: string;
  /** Path of the framework's arrangement file or map, relative to this file. */
  readonly framework?: string;
  readonly register: Register;
  readonly languages: readonly Language[];
  readonly parties: readonly ArrangementParty[];
  /** What the instrument is on: "on a Launch-Data Fusion Centre", «о центре объединения данных о пусках». */
  readonly title: Localized<string>;
  readonly notice?: Localized<string>;
  readonly marking?: string;
  /** Parameter values as written, by full name `group.name`. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly choose: Readonly<Record<string, string>>;
  /** Reserved matters set out in full: by article or provision id, or `*` for all. */
  readonly incorporate: Readonly<Record<string, 'cited' | 'full'>>;
  readonly omit: readonly { readonly provision: string; readonly reason: string }[];
  readonly add: readonly Addition[];
  readonly departures: readonly Departure[];
  readonly waivers: readonly Waiver[];
  /** For a framework: how far an arrangement may touch each article. */
  readonly openings: Readonly<Record<string, Opening>>;
  /** SHA-256 of the file. */
  readonly hash: string;
}
