import type { Environment } from '@marcbachmann/cel-js';
import { checkExpression } from '../expressions/compile.ts';
import { celEngine } from '../expressions/engine.ts';
import { conditionEnvironment, constraintEnvironment } from '../expressions/environment.ts';
import { evaluate } from '../expressions/evaluate.ts';
import type { Clause, Condition, Finding, Provision, Span, Variant } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { checkTexts } from './check-leaf.ts';
import type { LeafWorld } from './check-leaf.ts';
import { clauseIds } from './clause-ids.ts';
import { checkEach } from './check-each.ts';
import type { LibraryData } from './overlay.ts';

/** What holds between the parts of a library: every name resolves, every condition types, every requirement ends. */
export function checkLibrary(data: LibraryData): readonly Finding[] {
  const findings: Finding[] = [];
  const environment = conditionEnvironment(data.parameters);
  const engine = celEngine(data.parameters);
  const world: LeafWorld = {
    parameters: data.parameters,
    definitions: new Map(data.definitions.map((definition) => [definition.id, definition])),
    articles: new Set(data.articles.map((article) => article.id)),
    clauses: clauseIds(data.provisions),
  };
  for (const parameter of Object.values(data.parameters)) {
    if (!parameter.constraint) continue;
    const constraint = constraintEnvironment(parameter);
    condition(parameter.constraint, constraint, `the constraint of “${parameter.name}”`, findings);
    const predicate = data.constraints[parameter.name];
    if (!parameter.default || !predicate) continue;
    const answer = evaluate(predicate, { value: () => parameter.default, language: 'en' }, engine);
    if (answer.kind === 'answer' && !answer.value)
      findings.push({ rule: 'constraint-broken', severity: 'error', message: `the default of “${parameter.name}” does not meet its constraint: ${parameter.constraint.source}`, ...(parameter.span ? { span: parameter.span } : {}) });
  }
  for (const definition of data.definitions)
    if (definition.text) checkTexts(definition.text, { ...world, parameterList: undefined }, definition.leafSpans ?? {}, '', definition.span, findings);
  const ids = new Set(data.provisions.map((provision) => provision.id));
  for (const provision of data.provisions) checkProvision(provision, ids, data, environment, world, findings);
  circles(data.provisions, findings);
  return findings;
}

function checkProvision(provision: Provision, ids: ReadonlySet<string>, data: LibraryData, environment: Environment, world: LeafWorld, findings: Finding[]): void {
  const place = provision.span === undefined ? {} : { span: provision.span };
  const unknown = (rule: string, what: string, name: string, known: Iterable<string>): void => {
    const near = nearest(name, [...known]);
    findings.push({ rule, severity: 'error', message: `“${provision.id}” names the ${what} “${name}”, which does not exist`, ...place, ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }) });
  };
  if (!world.articles.has(provision.article)) unknown('unknown-article', 'article', provision.article, world.articles);
  for (const instrument of provision.instruments) if (!Object.hasOwn(data.layouts, instrument)) unknown('unknown-instrument', 'instrument', instrument, Object.keys(data.layouts));
  for (const name of provision.parameters) if (!Object.hasOwn(data.parameters, name)) unknown('unknown-parameter', 'parameter', name, Object.keys(data.parameters));
  for (const name of provision.defines) if (!world.definitions.has(name)) unknown('unknown-term', 'term', name, world.definitions.keys());
  for (const name of [...provision.requires, ...provision.conflicts]) if (!ids.has(name)) unknown('unknown-provision', 'provision', name, ids);
  if (provision.when) condition(provision.when, environment, `the condition of “${provision.id}”`, findings);
  const scope: LeafWorld = { ...world, parameterList: provision.parameters };
  if (provision.citation) checkTexts(provision.citation, { ...scope, cited: true }, {}, '', provision.span, findings);
  if (provision.variants.length === 0) findings.push({ rule: 'missing-key', severity: 'error', message: `“${provision.id}” has no variant`, ...place });
  for (const variant of provision.variants) checkVariant(provision, variant, ids, environment, scope, findings, unknown);
}

function checkVariant(
  provision: Provision, variant: Variant, ids: ReadonlySet<string>, environment: Environment, world: LeafWorld, findings: Finding[],
  unknown: (rule: string, what: string, name: string, known: Iterable<string>) => void,
): void {
  for (const name of [...variant.requires, ...variant.conflicts]) if (!ids.has(name)) unknown('unknown-provision', 'provision', name, ids);
  if (variant.when) condition(variant.when, environment, `the condition of “${provision.id}:${variant.id}”`, findings);
  const clause = (node: Clause, each: string | undefined): void => {
    if (node.when) condition(node.when, environment, `the condition of “${node.key}”`, findings);
    const inner = node.each?.in ?? each;
    if (node.each) checkEach(node, world, findings);
    if (node.table && world.parameters[node.table.in]?.type !== 'table')
      findings.push({ rule: 'unknown-parameter', severity: 'error', message: `a table is made from a parameter of type table; “${node.table.in}” is none`, ...(node.span ? { span: node.span } : {}) });
    const scope = inner === undefined ? world : { ...world, each: inner };
    if (node.text) checkTexts(node.text, scope, node.leafSpans ?? {}, '', node.span, findings);
    if (node.tail) checkTexts(node.tail, scope, node.leafSpans ?? {}, 'tail.', node.span, findings);
    if (!node.text && node.clauses.length === 0) findings.push({ rule: 'empty-clause', severity: 'error', message: `the clause “${node.key}” of “${provision.id}” has no words`, ...(node.span ? { span: node.span } : {}) });
    for (const child of node.clauses) clause(child, inner);
  };
  for (const node of variant.clauses) clause(node, undefined);
}

function condition(source: Condition, environment: Environment, what: string, findings: Finding[]): void {
  const fault = checkExpression(environment, source.source);
  if (fault) findings.push({ rule: 'condition-invalid', severity: 'error', message: `${what}: ${fault.message}`, ...(source.span ? { span: shift(source.span, fault.offset) } : {}), hint: `the expression is ${source.source}` });
}

function shift(span: Span, offset: number): Span {
  return { ...span, start: { ...span.start, column: span.start.column + offset, offset: span.start.offset + offset } };
}

/** Provisions that require each other in a circle; each circle once, with all its places. */
function circles(provisions: readonly Provision[], findings: Finding[]): void {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const provision = byId.get(id);
    if (!provision || state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      const circle = path.slice(path.indexOf(id)).flatMap((member) => byId.get(member) ?? []);
      findings.push({
        rule: 'circular-requirement', severity: 'error', message: `these provisions require each other: ${[...circle.map((member) => member.id), id].join(' → ')}`,
        ...(provision.span ? { span: provision.span } : {}),
        related: circle.slice(1).map((member) => ({ message: `“${member.id}” stands here`, ...(member.span ? { span: member.span } : {}) })),
      });
      return;
    }
    state.set(id, 'open');
    path.push(id);
    for (const next of [...provision.requires, ...provision.variants.flatMap((variant) => variant.requires)]) visit(next);
    path.pop();
    state.set(id, 'done');
  };
  for (const provision of provisions) visit(provision.id);
}
