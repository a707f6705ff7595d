/** One side of a comparison. `path`: a parameter, `value` in a constraint, or `instrument`, `register`. */
export type Operand =
  | { readonly path: string }
  | { readonly size: string }
  /** The sum of a column of a table. */
  | { readonly sum: string; readonly column: string }
  | { readonly text: string }
  /** Decimal digits, with a minus sign where it is negative. */
  | { readonly integer: string }
  | { readonly boolean: boolean }
  | { readonly period: string }
  | { readonly date: string }
  /** `minor`: decimal digits, in minor units of the currency. */
  | { readonly currency: string; readonly minor: string };

export type Relation = '==' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * A condition, parsed and typed when the library was loaded. What is no plain comparison stays CEL, with the parameters
 * that it reads.
 */
export type Predicate =
  | { readonly op: '&&' | '||'; readonly left: Predicate; readonly right: Predicate }
  | { readonly op: '!'; readonly inner: Predicate }
  | { readonly op: '?:'; readonly test: Predicate; readonly yes: Predicate; readonly no: Predicate }
  | { readonly op: 'is'; readonly path: string }
  | { readonly op: 'compare'; readonly by: Relation; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'cel'; readonly source: string; readonly reads: readonly string[] }
  | { readonly op: 'fault'; readonly message: string };
