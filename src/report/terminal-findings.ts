import type { Finding, NodeAddress, Severity, Span } from '../model/index.ts';
import { fold } from './fold.ts';
import type { Look } from './look.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/**
 * One finding a line, in the form that editors make clickable:
 * `arrangement.yaml:12:5  error  undefined-term  Article 4(2): “Secretariat” is …`
 * with its hint and related places indented below.
 */
export function terminalFindings(findings: readonly Finding[], look: Look): string {
  return fold(findings.map((finding) => one(finding, look.paint)).join(''), look);
}

function one(finding: Finding, paint: Paint): string {
  const head = [
    ...(finding.span === undefined ? [] : [paint.strong(visible(place(finding.span)))]),
    severity(finding.severity, paint),
    paint.faint(finding.rule),
    visible(`${citation(finding.node)}${finding.message}`),
  ].join('  ');
  const lines = [head];
  for (const related of finding.related ?? []) {
    const where = related.span === undefined ? '' : `${visible(place(related.span))}  `;
    lines.push(`  ${where}${visible(`${citation(related.node)}${related.message}`)}`);
  }
  if (finding.hint !== undefined) lines.push(`  hint: ${visible(finding.hint)}`);
  return lines.map((line) => `${line}\n`).join('');
}

function severity(value: Severity, paint: Paint): string {
  switch (value) {
    case 'error':
      return paint.error(value);
    case 'warning':
      return paint.warning(value);
    case 'info':
      return paint.info(value);
  }
}

/** `file:line:column`. */
export function place(span: Span): string {
  return `${span.file}:${span.start.line}:${span.start.column}`;
}

/** The address that lawyers read, with the language where the finding is of one. */
export function citation(node: NodeAddress | undefined): string {
  if (node === undefined) return '';
  const language = node.language === undefined ? '' : ` (${node.language})`;
  return `${node.citation ?? node.id}${language}: `;
}
