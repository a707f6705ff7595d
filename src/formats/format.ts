import type { Draft, Language, Outcome, Span } from '../model/index.ts';

export interface ReadOptions {
  /** Path as the user would type it; for findings. */
  readonly file: string;
}

/** A draft read back from a file. */
export interface ReadResult {
  readonly draft: Draft;
  /** Where each block stands: by node id, and by `spanKey` for its words in one language. */
  readonly spans: ReadonlyMap<string, Span>;
  /** A person has changed the file since it was written. */
  readonly edited: boolean;
}

/** Key in `ReadResult.spans` of a block's words in one language. */
export function spanKey(id: string, language: Language): string {
  return `${id} ${language}`;
}

export type Writer = (draft: Draft) => string;
export type Reader = (source: string, options: ReadOptions) => Outcome<ReadResult> | Promise<Outcome<ReadResult>>;

/** A file format. The functions load their module when they are first called, to keep start-up small. */
export interface Format {
  readonly id: string;
  /** With the leading dot, lower case; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly writer?: () => Promise<Writer>;
  readonly reader?: () => Promise<Reader>;
  /** Whether this tool wrote the text, so that `reader` is the right one for it. Absent: every file of the format may be read. */
  readonly recognise?: () => Promise<(source: string) => boolean>;
  /** True: as written; false: a person has edited it; undefined: not written by this tool. Absent: the format carries no hash. */
  readonly untouched?: () => Promise<(source: string) => boolean | undefined>;
}
