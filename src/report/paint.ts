import { Chalk, type ColorSupportLevel } from 'chalk';

/** The few ways in which text stands out. Without colour each gives the text back, or marks it by signs. */
export interface Paint {
  readonly colour: boolean;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly inserted: (text: string) => string;
  readonly deleted: (text: string) => string;
}

/** Without colour, insertions and deletions are marked as `wdiff` marks them. */
export const PLAIN: Paint = {
  colour: false,
  strong: (text) => text,
  faint: (text) => text,
  error: (text) => text,
  warning: (text) => text,
  info: (text) => text,
  inserted: (text) => `{+${text}+}`,
  deleted: (text) => `[-${text}-]`,
};

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
