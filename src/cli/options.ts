import type { Command } from 'commander';
import { collect } from './usage.ts';

/** `--library DIR`, the same for every command that reads the library. */
export function withLibrary(command: Command): Command {
  return command.option('--library <dir>', 'lay a library of your own over the built-in one; repeatable, later ones on top', collect);
}

/** Leaves out what was not given: options are absent, never `undefined`. */
export function libraries(flags: { readonly library?: readonly string[] }): { readonly libraries?: readonly string[] } {
  return flags.library === undefined ? {} : { libraries: flags.library };
}
