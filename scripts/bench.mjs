// Prints how long the commands take beside the machine's bare start. A table to read, never a test: times are the
// machine's. `node scripts/bench.mjs [RUNS]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from './load.mjs';

const runs = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(path.join(os.tmpdir(), 'dtca-bench-'));
const bin = path.join(root, 'bin/dtca.js');
const example = path.join(root, 'examples/fusion-centre/arrangement.yaml');
const first = path.join(folder, 'a.md');
const second = path.join(folder, 'b.md');

/** One run, in milliseconds. */
function once(args, { allowed = [0] } = {}) {
  const start = performance.now();
  const done = spawnSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const time = performance.now() - start;
  if (!allowed.includes(done.status)) throw new Error(`${args.join(' ')} exited ${done.status}\n${done.stderr}`);
  return time;
}

const ROWS = [
  { what: 'bare node', args: ['-e', '0'] },
  { what: 'dtca --version', args: [bin, '--version'], budget: 15 },
  { what: 'dtca draft, both languages, to Markdown', args: [bin, 'draft', example], budget: 60 },
  { what: 'dtca validate', args: [bin, 'validate', example], budget: 80 },
  { what: 'dtca diff of two drafts', args: [bin, 'diff', first, second], budget: 70, allowed: [1] },
];

try {
  once([bin, 'draft', example, '-o', first]);
  const other = readFileSync(first, 'utf8').replace('38,000,000', '40,000,000').replace('16', '18');
  writeFileSync(second, other);
  const times = ROWS.map(() => []);
  // Round by round, so that a machine that slows down slows every row alike. The first round fills the caches.
  for (let round = 0; round <= runs; round += 1) {
    for (const [index, row] of ROWS.entries()) {
      const time = once(row.args, row);
      if (round > 0) times[index].push(time);
    }
  }
  const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const least = (list) => Math.min(...list);
  console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, ${runs} runs, milliseconds\n`);
  console.log('| What | least | median | over bare node (median) | budget |\n|---|---:|---:|---:|---:|');
  for (const [index, { what, budget }] of ROWS.entries()) {
    const list = times[index];
    const over = index === 0 ? '' : (middle(list) - middle(times[0])).toFixed(0);
    console.log(`| ${what} | ${least(list).toFixed(0)} | ${middle(list).toFixed(0)} | ${over} | ${budget === undefined ? '' : `+${budget}`} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
