import type { Comparison, Explanation, Finding } from '../model/index.ts';
import { githubFindings } from './github-findings.ts';
import { jsonChanges } from './json-changes.ts';
import { jsonFindings } from './json-findings.ts';
import { markdownChanges } from './markdown-changes.ts';
import type { Look } from './look.ts';
import { PLAIN } from './paint.ts';
import { terminalChanges } from './terminal-changes.ts';
import { terminalExplanation } from './terminal-explanation.ts';
import { terminalFindings } from './terminal-findings.ts';

export { findingsInWords, plural } from './count.ts';
export { fold } from './fold.ts';
export type { Look } from './look.ts';
export { PLAIN, type Paint } from './paint.ts';
export { visible } from './visible.ts';
export { terminalExplanation, terminalFindings };

export const PLAIN_LOOK: Look = { paint: PLAIN, width: 80 };

/** The ways to report findings, by the name that `--format` takes. */
export const FINDING_REPORTS: Readonly<Record<string, (findings: readonly Finding[], look: Look) => string>> = {
  terminal: terminalFindings,
  json: jsonFindings,
  github: githubFindings,
};

/** The ways to report a comparison. */
export const CHANGE_REPORTS: Readonly<Record<string, (comparison: Comparison, look: Look) => string>> = {
  terminal: terminalChanges,
  json: jsonChanges,
  markdown: markdownChanges,
};

/** The ways to report an explanation. */
export const EXPLANATION_REPORTS: Readonly<Record<string, (explanation: Explanation, look: Look) => string>> = {
  terminal: (explanation, look) => terminalExplanation(explanation, look.paint, look.width),
  json: (explanation) => `${JSON.stringify(explanation, undefined, 2)}\n`,
};
