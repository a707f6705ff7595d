import { compareFindings, type Explanation } from '../model/index.ts';
import type { Result } from '../operations/contracts.ts';
import { EXPLANATION_REPORTS, terminalFindings } from '../report/index.ts';
import type { Context } from './command.ts';
import { EXIT } from './exit.ts';

/** Prints an explanation; without one, why there is none. */
export function tell(context: Context, result: Result<Explanation>, format: string): void {
  const { host } = context;
  host.stderr.write(terminalFindings([...result.findings].toSorted(compareFindings), context.err));
  if (result.value === undefined) {
    context.exit(EXIT.unusable);
    return;
  }
  host.stdout.write(EXPLANATION_REPORTS[format]?.(result.value, context.out) ?? '');
  context.exit(EXIT.clean);
}
