import { Chalk, type ColorSupportLevel } from 'chalk';
import type { Paint } from './paint.ts';

/** Loaded only where there is colour: what chalk asks the terminal costs every other run its start-up. */
export function coloured(level: Exclude<ColorSupportLevel, 0>): Paint {
  const chalk = new Chalk({ level });
  return {
    colour: true,
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    error: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    info: (text) => chalk.cyan(text),
    // Underline and strike keep the two apart for readers who do not tell red from green.
    inserted: (text) => chalk.green.underline(text),
    deleted: (text) => chalk.red.strikethrough(text),
  };
}
