import type { Localized } from './language.ts';

/** A bound value of a parameter, plain JSON. */
export type Value =
  | { readonly type: 'text'; readonly text: Localized<string> }
  | { readonly type: 'integer'; readonly integer: number }
  | { readonly type: 'boolean'; readonly boolean: boolean }
  /** `minor`: the amount in minor units of the currency (cents), as decimal digits. `currency`: ISO 4217. */
  | { readonly type: 'money'; readonly currency: string; readonly minor: string }
  /** ISO 8601 duration with one unit or several: `P90D`, `P1Y6M`, `PT60S`. */
  | { readonly type: 'duration'; readonly iso: string }
  /** ISO 8601 calendar date: `2026-11-23`. */
  | { readonly type: 'date'; readonly date: string }
  /** `percent`: a decimal without exponent or trailing zeros, `33.4`. Ordered as the arrangement declares its parties. */
  | { readonly type: 'share'; readonly shares: readonly { readonly party: string; readonly percent: string }[] }
  | { readonly type: 'choice'; readonly choice: string }
  | { readonly type: 'party'; readonly party: string }
  | { readonly type: 'list'; readonly items: readonly ListItem[] }
  | { readonly type: 'table'; readonly rows: readonly TableRow[] };

export type ParameterType = Value['type'];

export const PARAMETER_TYPES: readonly ParameterType[] = [
  'text', 'integer', 'boolean', 'money', 'duration', 'date', 'share', 'choice', 'party', 'list', 'table',
];

/** An entry of a list. `key` is unique in its list and becomes part of node ids. */
export interface ListItem {
  readonly key: string;
  readonly text: Localized<string>;
}

/** A row of a table. A cell that was not supplied is absent, and renders as a blank. */
export interface TableRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, Value>>;
}
