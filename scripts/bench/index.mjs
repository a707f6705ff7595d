// Prints how long the commands take, beside the machine's bare start, and how they grow. Tables to read, never a test:
// times are the machine's. `node scripts/bench/index.mjs [start-up|growth] [--rounds N] [--pages 30,300,3000]`.
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { growth } from './growth.mjs';
import { startUp } from './start-up.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '15' }, pages: { type: 'string', default: '30,300,3000' } } });
const wanted = (name) => positionals.length === 0 || positionals.includes(name);
const folder = mkdtempSync(path.join(os.tmpdir(), 'dtca-bench-'));
try {
  console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}\n`);
  if (wanted('start-up')) {
    console.log(`Milliseconds, ${values.rounds} rounds\n`);
    startUp(folder, Number(values.rounds));
  }
  if (wanted('growth')) {
    console.log('\nPages of two columns, 200 words in each; time over bare node, most memory held\n');
    growth(folder, values.pages.split(',').map(Number), 3);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
