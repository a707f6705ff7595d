import Handlebars from 'handlebars';
import type { Concluder, Finding, Layout, Layouts, Skeleton, Span, Step } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { templateFault } from './template-fault.ts';

/** The conditions a skeleton may use. */
interface SkeletonFacts {
  readonly framework: boolean;
  readonly memorandum: boolean;
  readonly treaty: boolean;
}

const MAX_SIZE = 100_000;
const STEPS: Readonly<Record<string, { readonly args: number; readonly keys: readonly string[] }>> = {
  layout: { args: 0, keys: ['kind', 'concluder', 'article', 'point', 'families'] },
  title: { args: 0, keys: [] },
  preamble: { args: 0, keys: [] },
  article: { args: 1, keys: ['mandatory'] },
  annex: { args: 1, keys: ['mandatory'] },
  forbidden: { args: 1, keys: ['because'] },
  closing: { args: 0, keys: [] },
  signatures: { args: 0, keys: ['by'] },
};
const FAMILIES = /^[a-z][a-z-]*(?: [a-z][a-z-]*)*$/;
const FACTS = ['framework', 'memorandum', 'treaty'];
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  by: ['all', 'first'],
  kind: ['framework', 'arrangement'],
  concluder: ['state', 'government', 'ministry', 'agency', 'organisation'],
  article: ['arabic', 'roman'],
  point: ['arabic', 'latin'],
};

/**
 * Reads a skeleton: checks it, then runs it in each case that it can tell apart. A skeleton that could do anything but
 * place is never run; one that places an unknown article is.
 */
export function readSkeleton(skeleton: Skeleton, articles: readonly string[]): { readonly layouts?: Layouts; readonly findings: readonly Finding[] } {
  const findings = checkSkeleton(skeleton, articles);
  if (findings.some((finding) => finding.rule === 'template-invalid')) return { findings };
  const run = (framework: boolean, register: 'treaty' | 'memorandum'): Layout => runSkeleton(skeleton, { framework, treaty: register === 'treaty', memorandum: register === 'memorandum' });
  const both = (framework: boolean): Layouts['alone'] => ({ treaty: run(framework, 'treaty'), memorandum: run(framework, 'memorandum') });
  return { layouts: { framework: both(true), alone: both(false) }, findings };
}

/**
 * Checks a skeleton before it runs: only the placing helpers with quoted arguments, `if` and `unless` over the known facts,
 * and no text outside a helper. So it can neither loop nor reach a prototype or a file.
 */
function checkSkeleton(skeleton: Skeleton, articles: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [];
  const offsets = [0];
  for (let i = skeleton.source.indexOf('\n'); i >= 0; i = skeleton.source.indexOf('\n', i + 1)) offsets.push(i + 1);
  const position = (place: { readonly line: number; readonly column: number }): Span['start'] => ({ line: place.line, column: place.column + 1, offset: (offsets[place.line - 1] ?? 0) + place.column });
  const positionAt = (offset: number): Span['start'] => {
    const line = offsets.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (offsets[line] ?? 0) + 1, offset };
  };
  const report = (node: { readonly loc: hbs.AST.SourceLocation }, message: string, hint?: string, rule = 'template-invalid'): void => {
    findings.push({ rule, severity: 'error', message, span: { file: skeleton.file, start: position(node.loc.start), end: position(node.loc.end) }, ...(hint === undefined ? {} : { hint }) });
  };
  if (skeleton.source.length > MAX_SIZE) {
    const start = { line: 1, column: 1, offset: 0 };
    return [{ rule: 'template-invalid', severity: 'error', message: `the template has ${skeleton.source.length} characters; at most ${MAX_SIZE} are read`, span: { file: skeleton.file, start, end: start } }];
  }
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(skeleton.source);
  } catch (error) {
    const fault = templateFault(skeleton.source, error);
    const start = positionAt(fault.offset);
    return [{ rule: 'template-invalid', severity: 'error', message: fault.message, span: { file: skeleton.file, start, end: start } }];
  }
  const placedAt = new Map<string, Span>();
  const call = (node: hbs.AST.MustacheStatement): void => {
    const path = node.path;
    const name = path.type === 'PathExpression' && 'original' in path ? String(path.original) : '';
    const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
    if (!step || ('data' in path && path.data)) {
      const near = nearest(name, Object.keys(STEPS));
      report(node, `a template places articles by ${Object.keys(STEPS).join(', ')}; found “${name}”`, near[0] === undefined ? undefined : `did you mean “${near[0]}”?`);
      return;
    }
    if (node.params.length !== step.args || node.params.some((param) => param.type !== 'StringLiteral')) report(node, `“${name}” takes ${step.args} quoted argument${step.args === 1 ? '' : 's'}`);
    for (const pair of node.hash?.pairs ?? []) {
      const value = pair.value.type === 'StringLiteral' && 'value' in pair.value ? String(pair.value.value) : undefined;
      if (!step.keys.includes(pair.key) || value === undefined) report(node, `“${name}” takes ${step.keys.length === 0 ? 'no further words' : `${step.keys.join(', ')}, each quoted`}; found “${pair.key}”`);
      else if (CHOICES[pair.key]?.includes(value) === false) report(node, `“${pair.key}” is one of ${CHOICES[pair.key]?.join(', ') ?? ''}; found “${value}”`);
      else if (pair.key === 'families' && !FAMILIES.test(value)) report(node, `“families” are names in small letters, with spaces between; found “${value}”`);
    }
    const [argument] = node.params;
    const id = argument && 'value' in argument ? String(argument.value) : '';
    if (step.args === 1 && !articles.includes(id)) {
      const near = nearest(id, articles);
      report(node, `there is no article “${id}”`, near[0] === undefined ? undefined : `did you mean “${near[0]}”?`, 'unknown-article');
    }
    if (name === 'forbidden' && !node.hash?.pairs.some((pair) => pair.key === 'because')) report(node, `“forbidden” says why: because="…"`);
    if (name === 'layout') return;
    const span: Span = { file: skeleton.file, start: position(node.loc.start), end: position(node.loc.end) };
    const what = name === 'forbidden' ? 'article' : name;
    const first = placedAt.get(`${what} ${id}`);
    if (first === undefined) placedAt.set(`${what} ${id}`, span);
    // Either branch of a condition may place it.
    else if (branches === 0) findings.push({ rule: 'template-invalid', severity: 'error', message: `${id === '' ? `“${what}”` : `the ${what} “${id}”`} is placed twice`, span, hint: 'keep one of them', related: [{ message: 'first here', span: first }] });
  };
  let branches = 0;
  const reportWords = (node: hbs.AST.Statement, message: string): void => {
    const from = (offsets[node.loc.start.line - 1] ?? 0) + node.loc.start.column;
    const start = positionAt(from + Math.max(0, skeleton.source.slice(from).search(/\S/)));
    findings.push({ rule: 'template-invalid', severity: 'error', message, span: { file: skeleton.file, start, end: position(node.loc.end) } });
  };
  const visit = (body: readonly hbs.AST.Statement[]): void => {
    for (const node of body)
      switch (node.type) {
        case 'ContentStatement':
          if ('value' in node && /\S/.test(String(node.value))) reportWords(node, 'text in a template stands outside every helper; the words live in provisions');
          break;
        case 'CommentStatement':
          break;
        case 'MustacheStatement':
          if (isMustache(node)) call(node);
          break;
        case 'BlockStatement': {
          if (!isBlock(node)) break;
          const name = node.path.original;
          const fact = node.params[0];
          if ((name !== 'if' && name !== 'unless') || node.params.length !== 1 || fact?.type !== 'PathExpression' || !('original' in fact) || !FACTS.includes(String(fact.original)) || node.program.blockParams?.length)
            report(node, `a template knows the conditions if and unless over ${FACTS.join(', ')}; found “${String(name)}”`);
          branches += 1;
          visit(node.program.body);
          visit(node.inverse?.body ?? []);
          branches -= 1;
          break;
        }
        default:
          report(node, `${node.type} is not allowed in a template`);
      }
  };
  visit(program.body);
  return findings;
}

function isMustache(node: hbs.AST.Statement): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}
function isBlock(node: hbs.AST.Statement): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

/** Runs a checked skeleton in Handlebars: what it places, in order. */
function runSkeleton(skeleton: Skeleton, facts: SkeletonFacts): Layout {
  const steps: Step[] = [];
  const forbidden: Record<string, string> = {};
  let signedBy: Layout['signedBy'] = 'all';
  const layout: { kind: Layout['kind']; concluder: Concluder; article: 'arabic' | 'roman'; point: 'arabic' | 'latin'; families: readonly string[] } = { kind: 'arrangement', concluder: 'government', article: 'arabic', point: 'arabic', families: [] };
  const handlebars = Handlebars.create();
  const simple = (kind: 'title' | 'preamble' | 'closing'): void =>
    handlebars.registerHelper(kind, () => {
      steps.push({ kind });
      return '';
    });
  for (const kind of ['title', 'preamble', 'closing'] as const) simple(kind);
  handlebars.registerHelper('signatures', (options: Handlebars.HelperOptions) => {
    if (options.hash['by'] === 'first') signedBy = 'first';
    steps.push({ kind: 'signatures' });
    return '';
  });
  handlebars.registerHelper('forbidden', (id: string, options: Handlebars.HelperOptions) => {
    forbidden[id] = String(options.hash['because']);
    return '';
  });
  for (const kind of ['article', 'annex'] as const)
    handlebars.registerHelper(kind, (id: string, options: Handlebars.HelperOptions) => {
      steps.push({ kind, id, mandatory: options.hash['mandatory'] === 'true' });
      return '';
    });
  handlebars.registerHelper('layout', (options: Handlebars.HelperOptions) => {
    const hash: Readonly<Record<string, unknown>> = options.hash;
    if (hash['kind'] === 'framework') layout.kind = 'framework';
    if (typeof hash['families'] === 'string') layout.families = hash['families'].split(' ');
    if (hash['article'] === 'roman') layout.article = 'roman';
    if (hash['point'] === 'latin') layout.point = 'latin';
    const concluder = (['state', 'government', 'ministry', 'agency', 'organisation'] as const).find((known) => known === hash['concluder']);
    if (concluder) layout.concluder = concluder;
    return '';
  });
  handlebars.compile(skeleton.source, { knownHelpersOnly: false })({ ...facts }, { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false });
  return { kind: layout.kind, families: layout.families, concluder: layout.concluder, numbering: { article: layout.article, paragraph: 'arabic', point: layout.point }, steps, forbidden, signedBy };
}
