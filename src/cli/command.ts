import type { Command } from 'commander';
import type { Host } from '../model/index.ts';
import type { Look } from '../report/index.ts';
import type { Exit } from './exit.ts';
import type { Operations } from './operations.ts';

/** What a command works with. */
export interface Context {
  readonly host: Host;
  readonly operations: Operations;
  /** How standard output and standard error may look. */
  readonly out: Look;
  readonly err: Look;
  /** Sets the exit code of the run. */
  readonly exit: (code: Exit) => void;
}

/** One subcommand: a file of this shape in `commands/`, and its line in that folder's index. */
export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it does, in a paragraph or two. */
  readonly description: string;
  readonly examples: readonly Example[];
  /** Declares arguments, options and the action. The action loads what is heavy when it runs. */
  define(command: Command, context: Context): void;
}

export interface Example {
  readonly command: string;
  readonly what: string;
}

/** The examples as `--help` shows them. */
export function examplesText(examples: readonly Example[]): string {
  return `\nExamples:\n${examples.map(({ command, what }) => `  $ ${command}\n      ${what}`).join('\n')}\n`;
}
