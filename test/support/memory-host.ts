import * as path from 'node:path';
import { compareStrings } from '../../src/model/finding.ts';
import { HostError, type Host } from '../../src/model/host.ts';

export interface MemoryHost extends Host {
  /** By absolute path. */
  readonly files: Map<string, string>;
  /** What was written to the streams so far. */
  readonly printed: { out: string; err: string };
}

export interface MemoryOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly today?: string;
  readonly terminal?: boolean;
  readonly width?: number;
  readonly revisions?: Readonly<Record<string, string>>;
  /** The installed package: read from the real disk instead of from memory. */
  readonly package?: Host;
  /** Paths that refuse to be written, with the reason. */
  readonly unwritable?: Readonly<Record<string, string>>;
}

/** A world in memory: `/project` is the current folder, `/package` the installed package. */
export function memoryHost(options: MemoryOptions = {}): MemoryHost {
  const cwd = '/project';
  const at = (file: string): string => path.posix.resolve(cwd, file);
  const files = new Map<string, string>([['/package/package.json', '{ "version": "1.2.3" }']]);
  for (const [name, text] of Object.entries(options.files ?? {})) files.set(at(name), text);
  const printed = { out: '', err: '' };
  const look = { terminal: options.terminal ?? false, width: options.width ?? 80 };
  const under = (folder: string): readonly string[] => {
    const prefix = folder === '/' ? '/' : `${folder}/`;
    const names = [...files.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length).split('/', 1)[0] ?? '');
    return [...new Set(names)].toSorted(compareStrings);
  };
  const real = options.package;
  const inPackage = (file: string): boolean => real !== undefined && (at(file) === real.home || at(file).startsWith(`${real.home}/`));
  return {
    cwd,
    home: real?.home ?? '/package',
    env: options.env ?? {},
    files,
    printed,
    today: () => options.today ?? '2026-11-23',
    read: (file) => (inPackage(file) ? real?.read(file) : files.get(at(file))),
    readBytes: (file) => {
      if (inPackage(file)) return real?.readBytes(file);
      const text = files.get(at(file));
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    stat: (file) => {
      if (inPackage(file)) return real?.stat(file);
      const text = files.get(at(file));
      if (text !== undefined) return { kind: 'file', size: new TextEncoder().encode(text).length, mtime: 0, inode: 0 };
      return under(at(file)).length > 0 ? { kind: 'folder', size: 0, mtime: 0, inode: 0 } : undefined;
    },
    list: (folder) => {
      if (inPackage(folder)) return real?.list(folder);
      const names = under(at(folder));
      return names.length === 0 ? undefined : names;
    },
    write: (file, content) => {
      const reason = options.unwritable?.[file];
      if (reason !== undefined) throw new HostError(`${file} cannot be written: ${reason}`);
      files.set(at(file), typeof content === 'string' ? content : new TextDecoder().decode(content));
    },
    readRevision: (revision, file) => options.revisions?.[`${revision}:${file}`],
    stdin: () => options.stdin ?? '',
    stdout: { ...look, write: (text) => void (printed.out += text) },
    stderr: { ...look, write: (text) => void (printed.err += text) },
  };
}
