import { createCache } from './cache.ts';
import { createHost } from '../host.ts';
import { run } from './run.ts';

export { COMMANDS } from './commands/index.ts';

/** The process: its arguments, its streams, its exit code. `home` is the folder of the installed package. */
export async function main(home: string): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    // The reader has gone, as with `| head`: there is nobody left to tell.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      process.exit(2);
    });
  }
  // Not `process.exit`: what is still in a pipe has to arrive.
  process.exitCode = await run(process.argv.slice(2), createHost(home, { cache: createCache(process.env) }));
}
