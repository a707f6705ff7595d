import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Cache } from '../model/host.ts';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * A cache in the user's cache folder. What is read from it steers the program, so the folder and the file must be this
 * user's, no link, and writable by nobody else; otherwise everything works as without it.
 */
export function createCache(env: Readonly<Record<string, string | undefined>>): Cache {
  let known: { readonly folder: string | undefined } | undefined;
  const folder = (): string | undefined => (known ??= { folder: ownFolder(env) }).folder;
  return {
    read(name) {
      const within = folder();
      if (within === undefined) return undefined;
      try {
        const file = path.join(within, name);
        const stat = fs.lstatSync(file, { throwIfNoEntry: false });
        return stat !== undefined && isOwn(stat) ? { bytes: fs.readFileSync(file), written: stat.mtimeMs } : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, bytes) {
      const within = folder();
      if (within === undefined) return;
      const temporary = path.join(within, `${name}.${process.pid}.tmp`);
      try {
        fs.writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' });
        fs.renameSync(temporary, path.join(within, name));
        for (const old of fs.readdirSync(within)) {
          const file = path.join(within, old);
          if (Date.now() - fs.lstatSync(file).mtimeMs > MONTH_MS) fs.rmSync(file, { force: true });
        }
      } catch {
        fs.rmSync(temporary, { force: true });
      }
    },
  };
}

function ownFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: xdg, HOME: home, USERPROFILE: profile } = env;
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home ?? profile ?? '', '.cache');
  if (!path.isAbsolute(base)) return undefined;
  const folder = path.join(base, 'dtca', 'data');
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return [folder, path.dirname(folder)].every((each) => isOwn(fs.lstatSync(each))) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Windows keeps its own access lists on a profile's folders. */
function isOwn(stat: fs.Stats): boolean {
  if (stat.isSymbolicLink()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}
