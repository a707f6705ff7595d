/** What is known of a file without reading it: enough to tell whether a cache is fresh. */
export interface FileStat {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
  readonly inode: number;
}

/** The only door to files, clock, environment and streams. Paths are as the user typed them, or absolute. */
export interface Host {
  /** Current folder, absolute. */
  readonly cwd: string;
  /** Folder of the installed package: holds `dist/` and the built-in library. Absolute. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today, ISO date, UTC. */
  today(): string;
  /** Text of a file as UTF-8; undefined if it does not exist or is no file. Throws `HostError` where it cannot be read. */
  read(path: string): string | undefined;
  readBytes(path: string): Uint8Array | undefined;
  stat(path: string): FileStat | undefined;
  /** Names in a folder, sorted by code unit; undefined if there is no such folder. */
  list(path: string): readonly string[] | undefined;
  /** Atomic: the file is whole or unchanged. Creates missing folders. Throws `HostError`. */
  write(path: string, content: string | Uint8Array): void;
  /** Where derived data is kept between runs; absent where nothing is kept. */
  readonly cache?: Cache;
  /** A file at a git revision; undefined if the revision or file is not there. */
  readRevision(revision: string, path: string): string | undefined;
  /** All of standard input. */
  stdin(): string;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** Data that could be derived anew, in a folder that only this user can write. It may vanish at any time; nothing here throws. */
export interface Cache {
  /** `written`: milliseconds since the epoch. */
  read(name: string): { readonly bytes: Uint8Array; readonly written: number } | undefined;
  write(name: string, bytes: Uint8Array): void;
}

export interface Stream {
  write(text: string): void;
  readonly terminal: boolean;
  /** Columns of the terminal; 80 where it is none. */
  readonly width: number;
}

/** A file or stream that could not be used; the message names it and says why, for the user. */
export class HostError extends Error {
  override readonly name = 'HostError';
}
