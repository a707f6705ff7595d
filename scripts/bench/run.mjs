// Runs one command of the built program and says how long it took and how much memory it held at most.
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const bin = path.join(root, 'bin/dtca.js');
const peak = path.join(root, 'scripts/bench/peak.cjs');

/** One run: `time` in milliseconds, `memory` in MB where it was asked for. Output goes to a pipe, as in CI. */
export function run(args, { cwd, allowed = [0], memory = false } = {}) {
  const start = performance.now();
  const done = spawnSync(process.execPath, [...(memory ? ['--require', peak] : []), ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 30 });
  const time = performance.now() - start;
  if (!allowed.includes(done.status)) throw new Error(`${args.join(' ')} exited ${done.status ?? done.signal}\n${done.stderr.slice(0, 2000)}`);
  return { time, memory: Number(/^peak (\d+)$/m.exec(done.stderr)?.[1] ?? 0) / 1024 };
}

export const least = (list) => Math.min(...list);
export const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
