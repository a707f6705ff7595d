import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareStrings } from './model/finding.ts';
import { type Cache, HostError, type FileStat, type Host, type Stream } from './model/host.ts';

/**
 * The real world, for the command line and for developers: files, clock, environment and streams of this process.
 * `home`: the folder of the installed package. Without `cache` nothing is kept between runs.
 */
export function createHost(home: string | URL, options: { readonly cache?: Cache } = {}): Host {
  const cwd = process.cwd();
  const at = (file: string): string => path.resolve(cwd, file);
  return {
    cwd,
    home: typeof home === 'string' ? home : fileURLToPath(home),
    env: process.env,
    today: () => new Date().toISOString().slice(0, 10),
    read: (file) => readBytes(at(file), file)?.toString('utf8'),
    readBytes: (file) => readBytes(at(file), file),
    stat: (file) => statOf(at(file), file),
    list: (folder) => list(at(folder), folder),
    write: (file, content) => writeWhole(at(file), file, content),
    ...(options.cache === undefined ? {} : { cache: options.cache }),
    readRevision: (revision, file) => readRevision(cwd, revision, file),
    stdin: readStdin,
    stdout: streamOf(1),
    stderr: streamOf(2),
  };
}

/** Absent files are an answer, not an error; all else that keeps a file from being read is for the user to know. */
function readBytes(file: string, name: string): Buffer | undefined {
  try {
    // A device has no end to read to.
    const stat = fs.statSync(file);
    if (stat.isCharacterDevice() || stat.isBlockDevice()) return undefined;
    return fs.readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    throw new HostError(`${name} cannot be read: ${reason(error)}`);
  }
}

function statOf(file: string, name: string): FileStat | undefined {
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    return { kind: stat.isDirectory() ? 'folder' : 'file', size: stat.size, mtime: stat.mtimeMs, inode: stat.ino };
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw new HostError(`${name} cannot be read: ${reason(error)}`);
  }
}

function list(folder: string, name: string): readonly string[] | undefined {
  try {
    return fs.readdirSync(folder).toSorted(compareStrings);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw new HostError(`${name} cannot be read: ${reason(error)}`);
  }
}

let interruptHeld = false;

/**
 * Writing is synchronous, so an interrupt that has a listener waits until the file is whole; without one it would
 * leave the temporary file behind.
 */
function holdInterrupt(): void {
  if (interruptHeld) return;
  interruptHeld = true;
  process.once('SIGINT', () => process.exit(130));
}

/** Writes beside the target and renames, so the target is always either the old file or the new one. */
function writeWhole(target: string, name: string, content: string | Uint8Array): void {
  holdInterrupt();
  let temporary: string | undefined;
  try {
    const present = fs.statSync(target, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile() && !present.isDirectory()) {
      // A device or a pipe is written into; renaming a file over it would take it away.
      fs.writeFileSync(target, content);
      return;
    }
    // A link stays a link: the file it points to is the one to replace.
    const file = present === undefined ? target : fs.realpathSync(target);
    const mode = present?.mode;
    const folder = path.dirname(file);
    fs.mkdirSync(folder, { recursive: true });
    temporary = path.join(folder, `.${path.basename(file)}.${process.pid}.tmp`);
    const descriptor = fs.openSync(temporary, 'w');
    try {
      // The user's umask applies to a new file only; an existing one keeps its mode.
      if (mode !== undefined) fs.fchmodSync(descriptor, mode & 0o777);
      fs.writeFileSync(descriptor, content);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
    throw new HostError(`${name} cannot be written: ${reason(error)}`);
  }
}

/** `REV:PATH` as git reads it. The path is relative to the current folder, as the user typed it. */
function readRevision(cwd: string, revision: string, file: string): string | undefined {
  // A revision that begins with a dash would be read as an option.
  if (revision.startsWith('-')) return undefined;
  const relative = path.isAbsolute(file) ? path.relative(cwd, file) : file;
  const place = relative.startsWith('./') || relative.startsWith('../') ? relative : `./${relative}`;
  // Only a comparison with a revision needs child processes; loading them costs every other command its start-up.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const shown = spawnSync('git', ['show', '--no-textconv', '--end-of-options', `${revision}:${place}`], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return shown.status === 0 ? shown.stdout : undefined;
}

function readStdin(): string {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(1 << 16);
  for (;;) {
    try {
      const length = fs.readSync(0, chunk);
      if (length === 0) break;
      chunks.push(Buffer.from(chunk.subarray(0, length)));
    } catch (error) {
      if (hasCode(error, 'EOF')) break;
      if (hasCode(error, 'EAGAIN')) {
        // A terminal or a slow pipe that is not ready yet.
        pause();
        continue;
      }
      throw new HostError(`standard input cannot be read: ${reason(error)}`);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A stream by its descriptor. What is no terminal is written to directly: making Node's stream for a pipe loads the
 * network, and takes longer than the writing.
 */
function streamOf(descriptor: 1 | 2): Stream {
  let known: boolean | undefined;
  const terminal = (): boolean => (known ??= isTerminal(descriptor));
  let open = true;
  return {
    write: (text) => {
      if (text === '' || !open) return;
      if (terminal()) (descriptor === 1 ? process.stdout : process.stderr).write(text);
      else open = writeAll(descriptor, text);
    },
    get terminal() {
      return terminal();
    },
    get width() {
      return terminal() ? (descriptor === 1 ? process.stdout : process.stderr).columns : 80;
    },
  };
}

function isTerminal(descriptor: number): boolean {
  try {
    return fs.fstatSync(descriptor).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    // It was closed before the program began.
    return false;
  }
}

/** False where the reader has gone, as with `| head`: there is nobody left to tell. */
function writeAll(descriptor: number, text: string): boolean {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest));
    } catch (error) {
      if (hasCode(error, 'EPIPE')) return false;
      if (!hasCode(error, 'EAGAIN')) throw new HostError(`${descriptor === 1 ? 'standard output' : 'standard error'} cannot be written: ${reason(error)}`);
      pause();
    }
  }
  return true;
}

/** Waits ten milliseconds for a slow pipe without burning the processor. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would exceed the size limit for files',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a part of its path is not a folder',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return REASONS[error.code] ?? error.code;
  return error instanceof Error ? error.message : String(error);
}
