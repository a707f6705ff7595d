// Writes the golden drafts of `test/golden` anew, the README's picture of one, and the figures in the README of the examples. Read the diff before committing it: that is what they are for.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { load, root } from './load.mjs';

const { goldens } = await load('test/support/goldens.ts');
const { withFigures } = await load('test/support/figures.ts');
const folder = path.join(root, 'test/golden');
mkdirSync(folder, { recursive: true });
const files = await goldens(root);
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(path.join(folder, name));
for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
await import('./picture.mjs');
writeFileSync(path.join(root, 'examples/README.md'), await withFigures(root));
console.log(`wrote ${files.size} drafts to test/golden; read them: git diff test/golden`);
