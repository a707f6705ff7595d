/**
 * One paragraph of words in one language, as the library holds it: text and slots.
 * A slot is `{{name}}` or `{{helper "literal" key="literal"}}`; see `src/text/helpers.ts` for the closed list.
 */
export type Leaf = readonly (string | Slot)[];

export interface Slot {
  /** A helper's name, or the path of a value: `finance.ceiling`. */
  readonly name: string;
  readonly args?: readonly string[];
  readonly hash?: Readonly<Record<string, string>>;
  /** UTF-16 offset in the leaf's source, for findings. */
  readonly at?: number;
}
