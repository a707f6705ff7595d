import type { Engine } from '../expressions/evaluate.ts';
import type { Arrangement, BoundValue, FrameworkMap, Language, Library, LinkedFinding, Predicate, Provision, Span, Stage, Value, Variant } from '../model/index.ts';

/** Everything an assembly reads: data, no files. */
export interface AssembleInput {
  readonly library: Library;
  /** The conditions of the texts that the arrangement adds, parsed, by their source. */
  readonly predicates?: Readonly<Record<string, Predicate>>;
  /** For conditions that are more than comparisons; needed where the library holds such. */
  readonly engine?: Engine;
  readonly arrangement: Arrangement;
  /** Values of the arrangement, typed, by parameter. */
  readonly values: ReadonlyMap<string, { readonly value: Value; readonly span?: Span }>;
  /** Place in the arrangement file of the value at a path; with `key`, of its key. */
  readonly locate: (path: readonly (string | number)[], key?: boolean) => Span | undefined;
  readonly framework?: FrameworkMap;
  /** Order of languages; absent: the arrangement's. */
  readonly languages?: readonly Language[];
  /** The party whose original it is. */
  readonly original?: string;
  readonly stage: Stage;
  /** False: as the library and the choices have it, without departures and additions. */
  readonly departures: boolean;
  /** True: blocks, numbers and terms without words; what an instrument below sees of a framework. */
  readonly outline?: boolean;
}

export interface Bound extends BoundValue {
  readonly span?: Span;
}

/** A provision that was considered, with what was decided and why. */
export interface Decision {
  readonly id: string;
  readonly provision: Provision;
  readonly state: 'in' | 'cited' | 'out';
  readonly reason: string;
  readonly variant?: Variant;
  readonly variants: readonly { readonly id: string; readonly chosen: boolean; readonly reason: string }[];
}

/** Where findings of a stage go. */
export type Report = (finding: LinkedFinding) => void;

/** A finding's place, where there is one. */
export function place(span: Span | undefined): { readonly span?: Span } {
  return span === undefined ? {} : { span };
}
