/** A place in a file. Lines and columns count from 1, columns in UTF-16 code units; offsets from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file; `end` is exclusive. `file` is the path as the user would type it. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'info';

/** A block of the draft, with the citation that lawyers read: `Article 4(2)`. */
export interface NodeAddress {
  readonly id: string;
  readonly citation?: string;
  readonly language?: string;
}

/** A second place that explains a finding: the first definition of a duplicate, a consequence of the fault. */
export interface Related {
  readonly message: string;
  readonly span?: Span;
  readonly node?: NodeAddress;
}

/** What a rule or a stage reports. */
export interface Finding {
  /** Rule id in kebab case: `undefined-term`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found and what was expected, in one sentence without a full stop. */
  readonly message: string;
  readonly hint?: string;
  readonly span?: Span;
  readonly node?: NodeAddress;
  readonly related?: readonly Related[];
}

/**
 * A finding that knows what follows from it, until the findings of all stages are laid together: a consequence is then
 * `related` to its cause. Subjects are `parameter:finance.shares`, `provision:…`, `term:…`, `party:…`; a `*` at the end of an
 * explained one stands for anything.
 */
export interface LinkedFinding extends Finding {
  /** Subjects whose faults this finding explains. */
  readonly explains?: readonly string[];
  /** Subjects that this finding is a fault of: where another explains one of them, this is its consequence. */
  readonly follows?: readonly string[];
}

/** What every fallible stage returns: a value if there is one, and all findings that could be collected. */
export interface Outcome<T> {
  readonly value?: T;
  readonly findings: readonly LinkedFinding[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** True if `severity` is at or above `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] >= RANK[threshold];
}

/** Order for output: by file, position, then rule and message. Plain code-unit order, the same everywhere. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareStrings(a.span?.file ?? '', b.span?.file ?? '') ||
    (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0) ||
    compareStrings(a.rule, b.rule) ||
    compareStrings(a.message, b.message)
  );
}

/** Code-unit comparison: independent of locale and of the Node version. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
