import { createCache } from './cache.ts';
import { createHost } from '../host.ts';
import { EXIT } from './exit.ts';
import { run } from './run.ts';

export { COMMANDS } from './commands/index.ts';

/** The process: its arguments, its streams, its exit code. `home` is the folder of the installed package. */
export async function main(home: string): Promise<void> {
  // Not `process.exit`: what is still on its way to a terminal has to arrive.
  try {
    process.exitCode = await run(process.argv.slice(2), createHost(home, process.env['DTCA_NO_CACHE'] === '1' ? {} : { cache: createCache(process.env) }));
  } catch {
    // Not even the reason could be written.
    process.exitCode = EXIT.unusable;
  }
}
