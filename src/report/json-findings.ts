import type { Finding, NodeAddress, Related, Span } from '../model/index.ts';
import { countFindings } from './count.ts';

/** The findings as `schemas/findings.json` describes them, keys always in the same order. */
export function jsonFindings(findings: readonly Finding[]): string {
  const document = { schema: 'dtca/findings-1', findings: findings.map(finding), summary: { total: findings.length, ...countFindings(findings) } };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function finding({ rule, severity, message, hint, span, node, related }: Finding): unknown {
  return { rule, severity, message, hint, span: place(span), node: address(node), related: related?.map(relatedPlace) };
}

function relatedPlace({ message, span, node }: Related): unknown {
  return { message, span: place(span), node: address(node) };
}

function place(span: Span | undefined): unknown {
  if (span === undefined) return undefined;
  const at = ({ line, column, offset }: Span['start']): Span['start'] => ({ line, column, offset });
  return { file: span.file, start: at(span.start), end: at(span.end) };
}

function address(node: NodeAddress | undefined): unknown {
  return node === undefined ? undefined : { id: node.id, citation: node.citation, language: node.language };
}
