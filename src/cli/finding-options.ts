import type { Command } from 'commander';
import type { Severity } from '../model/index.ts';
import { FINDING_REPORTS } from '../report/index.ts';
import { oneOf } from './usage.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
const FORMATS = Object.keys(FINDING_REPORTS);

export interface FindingFlags {
  readonly format: string;
  readonly failOn: Severity;
}

/** `--format` and `--fail-on`, the same for every command whose product is findings. */
export function withFindings(command: Command, failOn: Severity): Command {
  return command
    .option('-f, --format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'terminal')
    .option('--fail-on <severity>', `exit 1 from this severity on: ${SEVERITIES.join(', ')}`, oneOf('severity', SEVERITIES), failOn);
}
