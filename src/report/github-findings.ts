import type { Finding, Severity } from '../model/index.ts';
import { citation, place } from './terminal-findings.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that GitHub Actions turns into annotations: `::error file=a.yaml,line=12,col=5,title=rule::message`. */
export function githubFindings(findings: readonly Finding[]): string {
  return findings.map(one).join('');
}

function one(finding: Finding): string {
  const { span } = finding;
  const properties = [
    ...(span === undefined
      ? []
      : [
          `file=${property(span.file)}`,
          `line=${span.start.line}`,
          `endLine=${span.end.line}`,
          `col=${span.start.column}`,
          // Columns only make sense to GitHub where both ends are on one line.
          ...(span.end.line === span.start.line ? [`endColumn=${span.end.column}`] : []),
        ]),
    `title=${property(finding.rule)}`,
  ];
  const lines = [
    `${citation(finding.node)}${finding.message}`,
    ...(finding.related ?? []).map((related) => `${related.span === undefined ? '' : `${place(related.span)}: `}${citation(related.node)}${related.message}`),
    ...(finding.hint === undefined ? [] : [`hint: ${finding.hint}`]),
  ];
  return `::${COMMAND[finding.severity]} ${properties.join(',')}::${data(lines.join('\n'))}\n`;
}

/** The runner decodes exactly these, and no others. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
