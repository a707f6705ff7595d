// Writes the generated files of the repository; with `--check` only says which differ from what would be written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { load, root } from './load.mjs';

const { generated } = await load('scripts/generated.mjs', { lazyParts: false });
const files = generated(root);
const check = process.argv.includes('--check');
const stale = [];

for (const [name, content] of Object.entries(files)) {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
  stale.push(name);
  if (check) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
// A folder of generated files holds nothing else: what no longer has a source goes.
for (const folder of new Set(Object.keys(files).map((name) => path.posix.dirname(name)))) {
  if (!existsSync(path.join(root, folder))) continue;
  for (const name of readdirSync(path.join(root, folder))) {
    if (`${folder}/${name}` in files) continue;
    stale.push(`${folder}/${name}`);
    if (!check) rmSync(path.join(root, folder, name), { recursive: true });
  }
}

if (check && stale.length > 0) {
  console.error(`not as generated: ${stale.join(', ')}\nrun “npm run generate” and commit the result`);
  process.exitCode = 1;
} else if (!check) console.log(stale.length === 0 ? 'nothing to do' : stale.map((name) => `wrote ${name}`).join('\n'));
