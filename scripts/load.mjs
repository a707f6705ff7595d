// Node 20 runs no TypeScript: a script that needs the sources bundles them first, beside the packages they import.
import { mkdirSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What the sources load on demand, a script that calls none of it does without. */
const withoutLazyParts = {
  name: 'without-lazy-parts',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path: specifier }) => (kind === 'dynamic-import' ? { path: specifier, external: true } : undefined));
  },
};

/** The exports of a source file, by its path from the root. */
export async function load(entry, { lazyParts = true } = {}) {
  const folder = path.join(root, 'node_modules/.cache/dtca');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${path.basename(entry).replace(/\W/g, '-')}-${process.pid}.mjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    logLevel: 'error',
    plugins: lazyParts ? [] : [withoutLazyParts],
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
