import type { Environment } from '@marcbachmann/cel-js';
import { checkExpression } from '../expressions/compile.ts';
import type { Names } from '../expressions/scope.ts';
import type { Clause, Condition, LinkedFinding, Span } from '../model/index.ts';
import { checkEach } from './check-each.ts';
import { checkTable } from './check-table.ts';
import { checkTexts } from './check-leaf.ts';
import type { LeafWorld } from './check-leaf.ts';

/** What a condition may say: its types as CEL knows them, and the names with their columns. */
export interface Grammar {
  readonly environment: Environment;
  readonly names: Names;
}

/** Checks clauses down to their leaves: conditions, what they repeat over, tables, every name in their words. `of`: whose they are. */
export function checkClauses(clauses: readonly Clause[], of: string, grammar: Grammar, world: LeafWorld, findings: LinkedFinding[]): void {
  const check = (node: Clause, each: string | undefined): void => {
    if (node.when) checkCondition(node.when, grammar, `the condition of “${node.key}”`, findings);
    const inner = node.each?.in ?? each;
    if (node.each) checkEach(node, world, findings);
    checkTable(node, world, findings);
    const scope = inner === undefined ? world : { ...world, each: inner };
    if (node.text) checkTexts(node.text, scope, node.leafSpans ?? {}, '', node.span, findings);
    if (node.tail) checkTexts(node.tail, scope, node.leafSpans ?? {}, 'tail.', node.span, findings);
    if (node.single) {
      const over = node.clauses[0]?.each?.in;
      if (over === undefined || node.clauses.length > 1 || node.clauses.some((point) => point.when ?? point.table ?? point.clauses[0]) || node.tail || node.each) findings.push({ rule: 'wrong-type', severity: 'error', message: `“single” of “${node.key}” is for a clause that has one sub-clause, which repeats over a list and has words alone`, ...at(Object.entries(node.leafSpans ?? {}).find(([key]) => key.startsWith('single.'))?.[1] ?? node.span) });
      else checkTexts(node.single, { ...world, each: over }, node.leafSpans ?? {}, 'single.', node.span, findings);
    }
    if (!node.text && node.clauses.length === 0) findings.push({ rule: 'empty-clause', severity: 'error', message: `the clause “${node.key}” of “${of}” has no words`, ...at(node.span) });
    for (const child of node.clauses) check(child, inner);
  };
  for (const node of clauses) check(node, undefined);
}

/** Checks that a condition or constraint is CEL over declared names, and true or false. */
export function checkCondition(source: Condition, { environment, names }: Grammar, what: string, findings: LinkedFinding[]): void {
  const fault = checkExpression(environment, source.source, names);
  if (fault) findings.push({ rule: 'condition-invalid', severity: 'error', message: `${what}: ${fault.message}`, ...(source.span ? { span: shift(source.span, fault.offset) } : {}), hint: `the expression is ${source.source}`, explains: [`condition:${source.source}`], follows: namesIn(source.source).map((name) => `parameter:${name}`) });
}

/** Parameters that an expression reads, whether or not they exist. */
function namesIn(source: string): readonly string[] {
  return Array.from(source.matchAll(/[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*/g), ([name]) => name);
}

function at(span: Span | undefined): { readonly span?: Span } {
  return span === undefined ? {} : { span };
}

function shift(span: Span, offset: number): Span {
  return { ...span, start: { ...span.start, column: span.start.column + offset, offset: span.start.offset + offset } };
}
