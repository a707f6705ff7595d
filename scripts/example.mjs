// Drafts the worked example into `out/`, as a reader of the README would.
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { root } from './load.mjs';

const file = 'examples/fusion-centre/arrangement.yaml';
const outputs = ['out/fusion-centre.md', 'out/fusion-centre.json'];
const args = ['bin/dtca.js', 'draft', file, ...outputs.flatMap((output) => ['-o', output])];
const made = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = made.status ?? 1;
if (made.status === 0) console.log(`The fusion centre, in English and Russian:\n${outputs.map((output) => `  ${path.join(root, output)}`).join('\n')}`);
