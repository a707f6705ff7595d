import type { Comparison, Finding, Severity } from '../model/index.ts';
import { CHANGE_KINDS } from '../model/index.ts';

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** "2 errors, 1 warning"; "no findings". */
export function findingsInWords(findings: readonly Finding[]): string {
  const { error, warning, info } = countFindings(findings);
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} for information`] : []),
  ];
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** "4 changes: 1 moved, 3 reworded"; "no changes". */
export function changesInWords({ summary }: Comparison): string {
  if (summary.total === 0) return 'no changes';
  const parts = CHANGE_KINDS.filter((kind) => summary[kind] > 0).map((kind) => `${summary[kind]} ${kind}`);
  return `${plural(summary.total, 'change')}: ${parts.join(', ')}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
