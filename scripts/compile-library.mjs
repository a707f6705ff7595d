// Compiles the built-in library into `dist/library.pack`, so that no run of the program parses its YAML; and for the checks,
// with the places of everything in it, into `dist/library.sources`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { load, root } from './load.mjs';

export async function compileLibrary() {
  const [{ compileForBuild }, { packLibrary }, { createHost }] = await Promise.all([load('src/operations/read-library.ts'), load('src/source/pack.ts'), load('src/host.ts')]);
  const { value, findings } = compileForBuild({ ...hostFields(createHost(root)), home: root });
  const errors = findings.filter((finding) => finding.severity === 'error');
  for (const finding of findings) process.stderr.write(`${finding.span?.file ?? ''}:${finding.span?.start.line ?? ''}:${finding.span?.start.column ?? ''}  ${finding.severity}  ${finding.rule}  ${finding.message}\n`);
  if (value === undefined || errors.length > 0) throw new Error(`the library has ${errors.length} errors`);
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist/library.pack'), packLibrary(withoutLeafSpans(value.data)));
  const sources = path.join(root, 'dist/library.sources');
  if (value.sources === undefined) rmSync(sources, { force: true });
  else writeFileSync(sources, value.sources);
}

/** The built-in library is checked here and now; only a check of it needs the places inside its leaves again. */
function withoutLeafSpans({ parties, ...value }) {
  // Parties have no leaves, and one of them is called `at`.
  return { ...JSON.parse(JSON.stringify(value, (key, inner) => (key === 'leafSpans' || key === 'at' ? undefined : inner))), parties };
}

function hostFields(host) {
  return { read: (file) => host.read(file), list: (folder) => host.list(folder) };
}
