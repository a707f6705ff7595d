import type { Worker } from 'node:worker_threads';
import type { Aside, Host } from '../model/index.ts';
import { createHost } from '../host.ts';

/** What a thread is told when it starts. `taken`: how many pieces both have taken, in memory that they share. */
interface Told {
  readonly home: string;
  readonly task: string;
  readonly input: string;
  readonly taken: Int32Array;
}

/** A second thread of the program as it is built, where the machine has a processor for it. */
export function createAside(home: string): NonNullable<Host['aside']> {
  return (task, input) => {
    if (process.getBuiltinModule('node:os').availableParallelism() < 2) return undefined;
    const taken = new Int32Array(new SharedArrayBuffer(4));
    const told: Told = { home, task, input, taken };
    return { next: () => Atomics.add(taken, 0, 1), result: start(home, told) };
  };
}

function start(home: string, workerData: Told): Aside['result'] {
  let worker: Worker;
  try {
    const threads = process.getBuiltinModule('node:worker_threads');
    worker = new threads.Worker(`${home}/bin/worker.js`, { workerData, stdout: true, stderr: true });
  } catch {
    return () => Promise.resolve(undefined);
  }
  const ended = new Promise<string | undefined>((resolve) => {
    worker.once('message', (message: unknown) => resolve(typeof message === 'string' ? message : undefined));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return () => ended;
}

/** In the second thread. */
export async function work({ home, task, input, taken }: Told): Promise<string | undefined> {
  const { DRAFTS, draftsAside } = await import('../operations/share-drafts.ts');
  return task === DRAFTS ? draftsAside(createHost(home), input, () => Atomics.add(taken, 0, 1)) : undefined;
}
