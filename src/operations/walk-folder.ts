import type { Host } from '../model/index.ts';

const MAX_FILES = 20_000;
const MAX_DEPTH = 8;

/** The YAML and template files below a folder: as the host knows them, and by path below it. Undefined: no such folder. */
export function walkFolder(host: Host, folder: string): readonly { readonly file: string; readonly path: string }[] | undefined {
  const names = host.list(folder);
  if (!names) return undefined;
  const files: { readonly file: string; readonly path: string }[] = [];
  const down = (outer: string, below: string, entries: readonly string[], depth: number): void => {
    for (const name of entries) {
      if (name.startsWith('.') || name === 'node_modules' || depth > MAX_DEPTH || files.length > MAX_FILES) continue;
      const file = `${outer}/${name}`;
      if (/\.(yaml|hbs)$/.test(name)) {
        files.push({ file, path: `${below}${name}` });
        continue;
      }
      const children = host.list(file);
      if (children) down(file, `${below}${name}/`, children, depth + 1);
    }
  };
  down(folder, '', names, 0);
  return files;
}
