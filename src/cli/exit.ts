import { atLeast, type Finding, type Severity } from '../model/index.ts';

/** The exit codes that scripts rely on. */
export const EXIT = {
  clean: 0,
  /** The input was read, and has findings or changes at or above `--fail-on`. */
  found: 1,
  /** It could not be read or parsed, or the usage is wrong. */
  unusable: 2,
  /** A fault of the tool. */
  bug: 70,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

export function exitFor(findings: readonly Finding[], failOn: Severity, unreadable: boolean): Exit {
  if (unreadable) return EXIT.unusable;
  return findings.some(({ severity }) => atLeast(severity, failOn)) ? EXIT.found : EXIT.clean;
}
