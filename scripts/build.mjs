// Builds what the package ships: the bundles of the command line, the library for developers with its types, and the
// compiled provisions. `--bundle` stops after the bundles.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The command line as one CommonJS file: Node loads that faster than modules, and lazily required parts stay unevaluated. */
export async function bundleCommandLine(outfile = path.join(root, 'dist/dtca.cjs')) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // One byte per character: read without decoding, and half the memory.
    charset: 'ascii',
    // The function that Node puts around a module; the launcher runs the file as it is.
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    legalComments: 'none',
    logLevel: 'warning',
    // `import()` becomes `require()`: the launcher runs the bundle as a script, which has no loader of modules.
    supported: { 'dynamic-import': false },
    plugins: [withoutLocales, yamlWithoutEnvironment, lazyChildProcess, lazyVendors(path.dirname(outfile))],
  });
  // The bundler leaves expressions as they are; an escape means the same in them.
  writeFileSync(outfile, readFileSync(outfile, 'utf8').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
  // The launcher knows the bundle by this line.
  appendFileSync(outfile, `//${createHash('sha256').update(readFileSync(outfile)).digest('hex')}\n`);
}

/** zod carries its messages in fifty languages; the tool words its findings itself. */
const withoutLocales = {
  name: 'without-locales',
  setup(build) {
    build.onResolve({ filter: /\/locales\/index\.(js|cjs)$/ }, ({ importer }) =>
      importer.includes(`${path.sep}zod${path.sep}`) ? { path: 'locales', namespace: 'empty' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

/** The build of the YAML parser for Node reads the environment at every token, and calls its own parts from module to module. */
const yamlWithoutEnvironment = {
  name: 'yaml-without-environment',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: path.join(root, 'node_modules/yaml/browser/dist/index.js'), sideEffects: false }));
  },
};

/** commander starts other programs for commands that are executables of their own; ours are none, and loading it takes 4 ms. */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup(build) {
    build.onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) => (importer.includes(`${path.sep}commander${path.sep}`) ? { path: 'child_process', namespace: 'lazy' } : undefined));
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: name }) => ({
      contents: `module.exports = { get spawn() { return process.getBuiltinModule('node:${name}').spawn; } };`,
    }));
  },
};

/**
 * What compiles libraries is seldom needed: a bundle of its own for each, loaded when it is first used. `names`: what
 * the sources import from it.
 */
const VENDORS = [
  { package: 'handlebars', names: ['create', 'parseWithoutProcessing'] },
  { package: '@marcbachmann/cel-js', names: ['Environment'] },
];

const vendorFile = ({ package: name }) => `${name.replace(/^.*\//, '')}.cjs`;

function lazyVendors(folder) {
  return {
    name: 'lazy-vendors',
    setup(build) {
      for (const vendor of VENDORS) {
        build.onResolve({ filter: new RegExp(`^${vendor.package}$`) }, () => ({ path: vendor.package, namespace: 'lazy-vendor' }));
        build.onLoad({ filter: new RegExp(`^${vendor.package}$`), namespace: 'lazy-vendor' }, () => ({
        
          contents: `let loaded;
            const load = () => (loaded ??= module.require(__dirname + '/${vendorFile(vendor)}'));
            module.exports = { ${vendor.names.map((name) => `get ${name}() { return load().${name}; }`).join(', ')} };`,
        }));
      }
      build.onEnd(async () => {
        for (const vendor of VENDORS)
          await esbuild.build({
            absWorkingDir: root, stdin: { contents: `export { ${vendor.names.join(', ')} } from '${vendor.package}';`, resolveDir: root }, outfile: path.join(folder, vendorFile(vendor)),
            bundle: true, minify: true, platform: 'node', target: 'node20', format: 'cjs', charset: 'ascii', legalComments: 'none', logLevel: 'warning',
          });
      });
    },
  };
}

async function bundleApi() {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    logLevel: 'warning',
  });
}

function emitTypes() {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const made = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (made.status !== 0) throw new Error('the types could not be emitted');
}

async function main() {
  const bundlesOnly = process.argv.includes('--bundle');
  if (!bundlesOnly) rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await bundleCommandLine();
  const { compileLibrary } = await import('./compile-library.mjs');
  await compileLibrary();
  if (bundlesOnly) return;
  await bundleApi();
  emitTypes();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
