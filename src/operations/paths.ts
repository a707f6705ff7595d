import * as path from 'node:path';
import type { Host } from '../model/index.ts';

/** The folder that a project's paths may not leave: the nearest one above a file that holds `.git` or `package.json`. */
export function projectRoot(host: Host, file: string): string {
  const start = path.dirname(path.resolve(host.cwd, file));
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (host.stat(path.join(folder, '.git')) || host.stat(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  return start.startsWith(host.cwd) ? host.cwd : path.dirname(start);
}

/** A path written in a file, as one the user could type; undefined where it leaves the project. */
export function beside(host: Host, file: string, written: string): string | undefined {
  const joined = path.isAbsolute(written) ? written : path.join(path.dirname(file), written);
  const full = path.resolve(host.cwd, joined);
  const root = projectRoot(host, file);
  return full === root || full.startsWith(root + path.sep) ? joined : undefined;
}

export function extensionOf(file: string): string {
  return path.extname(file).toLowerCase();
}

export function folderOf(file: string): string {
  return path.dirname(file);
}

/** A path as one would type it in the folder. */
export function relativeTo(folder: string, file: string): string {
  return path.relative(folder, file) || '.';
}
