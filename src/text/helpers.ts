/** What a helper in a leaf takes. The list is closed: a name that is not here is a parameter or a fault. */
export interface HelperSignature {
  /** How many quoted arguments: least and most. */
  readonly args: readonly [number, number];
  readonly keys: readonly string[];
  /** The first argument is the name of a parameter. */
  readonly parameter?: true;
  /** Only inside a repeated clause. */
  readonly repeated?: true;
}

const CASE = ['case'] as const;

export const HELPERS: Readonly<Record<string, HelperSignature>> = {
  shall: { args: [0, 0], keys: [] },
  duty: { args: [2, 2], keys: [] },
  agree: { args: [2, 2], keys: [] },
  parties: { args: [0, 0], keys: CASE },
  party: { args: [1, 1], keys: CASE },
  names: { args: [0, 1], keys: CASE },
  instrument: { args: [0, 1], keys: CASE },
  framework: { args: [0, 1], keys: CASE },
  term: { args: [1, 2], keys: [] },
  define: { args: [1, 2], keys: [] },
  ref: { args: [1, 1], keys: CASE },
  cited: { args: [0, 0], keys: CASE },
  here: { args: [0, 0], keys: CASE },
  value: { args: [1, 1], keys: CASE, parameter: true },
  words: { args: [1, 1], keys: CASE, parameter: true },
  list: { args: [1, 1], keys: [], parameter: true },
  total: { args: [1, 1], keys: ['column', 'style', 'case', 'by'], parameter: true },
  item: { args: [1, 1], keys: CASE, repeated: true },
  count: { args: [1, 1], keys: ['case', 'gender'] },
  languages: { args: [0, 2], keys: CASE },
  title: { args: [0, 0], keys: [] },
};
