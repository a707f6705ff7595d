import type { DepartedBase } from '../assemble/departed-bases.ts';
import type { Draft, FrameworkMap, Language, LinkedFinding, Localized, Opening, Span, Stage, Waiver } from '../model/index.ts';

/** What the assembly knows beyond the draft: for findings, explanations and the lock. Never written to a draft. */
export interface Assembled {
  readonly draft: Draft;
  /** What the arrangement's choices produce without departures and additions. Absent where it is the same. */
  readonly standard?: Draft;
  readonly framework?: FrameworkMap;
  /** The arrangement names a framework that could not be read: what depends on it cannot be judged. */
  readonly unread?: true;
  /** Articles that the instrument must have. */
  readonly mandatory: readonly string[];
  /** Every provision considered, in library order, in or out, with its reason. */
  readonly selection: readonly Selected[];
  /** Where each value stands in the file it came from, by parameter. */
  readonly valueSpans: ReadonlyMap<string, Span>;
  /** Where the words of each block stand in the library or arrangement, by node id; the first language's leaf. */
  readonly nodeSpans: ReadonlyMap<string, Span>;
  /** Clause ids of recorded departures, additions and omissions. */
  readonly recorded?: readonly string[];
  /** The library's text of each clause departed from; kept in the lock. */
  readonly bases?: readonly DepartedBase[];
  readonly waivers?: readonly Waiver[];
  /** Where the arrangement records what a finding may be about: `waiver:RULE AT`, and `article:ID` for what it omits. */
  readonly recordSpans?: ReadonlyMap<string, Span>;
  readonly openings?: Readonly<Record<string, Opening>>;
  /** Where the arrangement file begins: the place of what has no better one. */
  readonly start?: Span;
}

export interface Selected {
  readonly provision: string;
  readonly title: Localized<string>;
  readonly state: 'in' | 'cited' | 'out';
  /** "mandatory in implementing-arrangement", "required by finance.cost-shares", "omitted because …". */
  readonly reason: string;
  readonly variants: readonly { readonly id: string; readonly chosen: boolean; readonly reason: string }[];
}

export interface DraftOptions {
  readonly file: string;
  /** Overlay libraries, in order. */
  readonly libraries?: readonly string[];
  readonly languages?: readonly Language[];
  /** The party whose original it is. */
  readonly original?: string;
  readonly stage?: Stage;
  /** The party that the file is for: what must not leave the building is left out. */
  readonly for?: string;
}

/** A result with everything that was found on the way; `unreadable`: the input could not be read or parsed (exit 2). */
export interface Result<T> {
  readonly value?: T;
  readonly findings: readonly LinkedFinding[];
  readonly unreadable?: boolean;
}
