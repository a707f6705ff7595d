import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node as YamlNode, Pair, Scalar } from 'yaml';
import type { Finding, Position, Span } from '../model/index.ts';

export type Path = readonly (string | number)[];

/** A YAML file, read, with the way back from every value to its place. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** Plain JSON. */
  readonly value: unknown;
  /** Span of the value at a path, or of the deepest part of the path that exists. */
  at(path: Path): Span;
  /** Span of the key at a path. */
  keyAt(path: Path): Span;
  /** Span of a stretch within a string value: offsets count in the value. Exact in `|` blocks and on one line. */
  within(path: Path, offset: number, length: number): Span;
}

const MAX_SIZE = 64 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_RELATED = 5;
const MAX_BRACKETS = 1_000;

/**
 * Parses one YAML 1.2 document. Faults: syntax, duplicate keys, tags, a `%YAML` directive, aliases that explode, depth, size.
 * The value is absent only where the text does not parse.
 */
export function readYaml(text: string, file: string): { readonly yaml?: YamlFile; readonly findings: readonly Finding[] } {
  const counter = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line, column: Math.max(1, col), offset };
  };
  const span = (start: number, end: number): Span => ({ file, start: position(start), end: position(Math.max(start, end)) });
  const origin: Position = { line: 1, column: 1, offset: 0 };
  const fault = (message: string, place?: Span, hint?: string): Finding => ({
    rule: 'yaml-syntax', severity: 'error', message, span: place ?? { file, start: origin, end: origin }, ...(hint === undefined ? {} : { hint }),
  });
  if (text.length > MAX_SIZE) return { findings: [fault(`the file has ${text.length} characters; at most ${MAX_SIZE} are read`)] };
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0 || text.startsWith('\u0000')) return { findings: [fault('the file is not UTF-8', span0(text, file, Math.max(0, lost)), 'save it as UTF-8')] };
  const deep = tooDeep(text);
  if (deep !== undefined) return { findings: [fault('the file is nested too deeply', span0(text, file, deep))] };
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text);
  const clean = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;

  let document: Document.Parsed;
  try {
    document = parseDocument(clean, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, version: '1.2', stringKeys: true });
  } catch (error) {
    return { findings: [fault(error instanceof RangeError ? 'the file is nested too deeply' : 'the file does not parse as YAML')] };
  }
  if (control) return { findings: [fault(`control character U+${control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`, span(control.index, control.index + 1), 'remove it')] };

  const findings: Finding[] = [];
  if (document.directives.yaml.explicit) findings.push(fault('a %YAML directive changes what words mean (NO becomes false)', span(clean.indexOf('%YAML'), clean.indexOf('%YAML') + 5), 'remove the line; files are read as YAML 1.2'));
  const broken = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  for (const error of document.errors) if (error.code === 'DUPLICATE_KEY') findings.push(syntaxFinding(error, clean, span, fault));
  // Once a text has ceased to be YAML, what the parser says of the rest follows from that.
  const [first, ...rest] = broken.map((error) => syntaxFinding(error, clean, span, fault));
  if (first) findings.push(rest.length === 0 ? first : { ...first, related: rest.slice(0, MAX_RELATED).map((finding) => ({ message: finding.message, ...(finding.span ? { span: finding.span } : {}) })) });
  for (const warning of document.warnings) findings.push(fault(warning.code === 'TAG_RESOLVE_FAILED' ? 'a tag is not allowed' : firstSentence(warning.message), span(warning.pos[0], warning.pos[1])));
  if (findings.length > 0) return { findings };
  const tagged = taggedNode(document.contents);
  if (tagged?.range) {
    const before = clean.lastIndexOf('!', tagged.range[0]);
    const bang = clean[before - 1] === '!' ? before - 1 : before;
    return { findings: [fault('a tag is not allowed', span(bang, tagged.range[0]), 'write the value plainly')] };
  }
  const forbidden = forbiddenKey(document.contents);
  if (forbidden?.range) return { findings: [{ ...fault('the key “__proto__” may not be used', span(forbidden.range[0], forbidden.range[1])), rule: 'forbidden-key' }] };
  if (depthOf(document.contents) > MAX_DEPTH) return { findings: [fault('the file is nested too deeply')] };

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const unresolved = error instanceof ReferenceError ? /: (\S+)$/.exec(error.message)?.[1] : undefined;
    if (unresolved !== undefined) {
      const at = clean.indexOf(`*${unresolved}`);
      return { findings: [fault(`the alias “*${unresolved}” stands for nothing`, span(at, at + unresolved.length + 1), 'write the value out')] };
    }
    const alias = /(^|[\s[,{])\*[A-Za-z]/m.exec(clean);
    return { findings: [fault('the aliases of this file expand without bound', alias ? span(alias.index + alias[0].length - 2, alias.index + alias[0].length) : undefined, 'write the values out')] };
  }

  const nodeAt = (path: Path): YamlNode | undefined => {
    let node: unknown = document.contents;
    let last: YamlNode | undefined;
    for (let i = 0; ; i++) {
      if (isAlias(node)) node = node.resolve(document);
      if (isYamlNode(node)) last = node;
      const step = path[i];
      if (step === undefined || !isCollection(node)) return last;
      const next: unknown = node.get(step, true);
      if (next === undefined || next === null) return pairOf(node, step)?.key ?? last;
      node = next;
    }
  };
  const rangeSpan = (node: YamlNode | undefined): Span => {
    const range = node?.range;
    return range ? span(range[0], Math.min(range[1], clean.length)) : { file, start: origin, end: origin };
  };
  return {
    findings,
    yaml: {
      file,
      text,
      value,
      at: (path) => rangeSpan(nodeAt(path)),
      keyAt: (path) => {
        const parent = nodeAt(path.slice(0, -1));
        const step = path.at(-1);
        const key = step === undefined || !isMap(parent) ? undefined : pairOf(parent, step)?.key;
        return rangeSpan(key ?? nodeAt(path));
      },
      within: (path, offset, length) => {
        const node = nodeAt(path);
        if (!isScalar(node) || !node.range) return rangeSpan(node);
        const start = sourceOffset(node, clean, offset);
        return span(start, Math.min(start + length, node.range[1]));
      },
    },
  };
}

interface YamlFault { readonly code: string; readonly message: string; readonly pos: readonly [number, number] }

function syntaxFinding(error: YamlFault, text: string, span: (a: number, b: number) => Span, fault: (m: string, s?: Span, h?: string) => Finding): Finding {
  const place = span(error.pos[0], error.pos[1]);
  if (error.code !== 'DUPLICATE_KEY') return fault(firstSentence(error.message), place);
  const line = text.slice(error.pos[0]).split(/[\r\n]/, 1)[0] ?? '';
  const key = /^\s*(["']?)([^:"']+)\1\s*:/.exec(line)?.[2] ?? line.trim();
  const indent = /(^|\n)([ ]*)[^\n]*$/.exec(text.slice(0, error.pos[0]))?.[2]?.length ?? 0;
  const first = text.lastIndexOf(`\n${' '.repeat(indent)}${key}:`, error.pos[0] - 1);
  return {
    ...fault(`the key “${key}” stands twice`, place, 'keep one of them'),
    rule: 'duplicate-key',
    ...(first >= 0 || text.startsWith(`${key}:`) ? { related: [{ message: 'first here', span: span(first + 1 + indent, first + 1 + indent + key.length) }] } : {}),
  };
}

function firstSentence(message: string): string {
  if (message.startsWith('Source contains multiple documents')) return 'the file holds more than one document';
  if (/call stack/i.test(message)) return 'the file is nested too deeply';
  const line = message.split('\n')[0] ?? message;
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/[.:]?$/, '');
}

/** Where the n-th character of a scalar's value stands in the file. */
function sourceOffset(node: Scalar, text: string, offset: number): number {
  const start = node.range?.[0] ?? 0;
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return start + 1 + offset;
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return start + offset;
  let line = text.indexOf('\n', start) + 1;
  const indent = /^ */.exec(text.slice(line))?.[0].length ?? 0;
  let rest = offset;
  for (;;) {
    const end = text.indexOf('\n', line);
    const length = (end < 0 ? text.length : end) - line - indent;
    if (rest <= length || end < 0) return line + indent + rest;
    rest -= Math.max(0, length) + 1;
    line = end + 1;
  }
}

function isYamlNode(node: unknown): node is YamlNode {
  return isScalar(node) || isMap(node) || isSeq(node);
}

function pairOf(node: unknown, step: string | number): { readonly key: YamlNode } | undefined {
  if (!isMap(node)) return undefined;
  for (const pair of node.items as readonly Pair[]) if (isPair(pair) && isScalar(pair.key) && pair.key.value === step) return { key: pair.key };
  return undefined;
}

/** The first node that carries a tag of its own. */
function taggedNode(root: unknown): YamlNode | undefined {
  const stack: unknown[] = [root];
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (isYamlNode(node) && node.tag !== undefined) return node;
    if (isMap(node)) for (const pair of node.items) stack.push(pair.key, pair.value);
    else if (isSeq(node)) stack.push(...node.items);
  }
  return undefined;
}

function depthOf(root: unknown): number {
  let deepest = 0;
  const stack: [unknown, number][] = [[root, 1]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, depth] = top;
    deepest = Math.max(deepest, depth);
    if (depth > MAX_DEPTH) return depth;
    if (isMap(node)) for (const pair of node.items) stack.push([pair.value, depth + 1]);
    else if (isSeq(node)) for (const item of node.items) stack.push([item, depth + 1]);
  }
  return deepest;
}

/** Brackets within brackets, or dashes after dashes, beyond anything that a person writes: the parser would take all memory. */
function tooDeep(text: string): number | undefined {
  const dashes = /(?:[-?] ){500}/.exec(text);
  if (dashes) return dashes.index;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
    if (depth > MAX_BRACKETS) return index;
  }
  return undefined;
}

/** A place before anything is parsed. */
function span0(text: string, file: string, offset: number): Span {
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  return { file, start, end: start };
}

/** The first key that some copies would take for a prototype. */
function forbiddenKey(root: unknown): YamlNode | undefined {
  const stack: unknown[] = [root];
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (isSeq(node)) stack.push(...node.items);
    if (!isMap(node)) continue;
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.value === '__proto__') return pair.key;
      stack.push(pair.value);
    }
  }
  return undefined;
}
