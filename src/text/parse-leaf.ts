import Handlebars from 'handlebars';
import type { Leaf, Slot } from '../model/index.ts';
import { normaliseText } from './normalise-text.ts';

/** A fault in a leaf; `offset` and `length` in UTF-16 units of the source. */
export interface LeafFault {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

interface Location { readonly start: { readonly line: number; readonly column: number }; readonly end: { readonly line: number; readonly column: number } }

/**
 * Parses a leaf with Handlebars' own parser and keeps the subset that a leaf allows:
 * text, `{{name}}` and `{{helper "literal" key="literal"}}`.
 * Faults are returned, not thrown; the leaf then holds what could be read.
 */
export function parseLeaf(source: string): { readonly leaf: Leaf; readonly faults: readonly LeafFault[] } {
  const slash = source.indexOf('\\');
  if (slash >= 0) return { leaf: plain(source.replaceAll('\\', '')), faults: [{ message: 'a backslash has no meaning in a leaf', offset: slash, length: 1 }] };
  if (!source.includes('{{')) return { leaf: plain(source), faults: [] };
  const faults: LeafFault[] = [];
  const offsets = lineOffsets(source);
  const at = (loc: Location): { offset: number; length: number } => {
    const offset = (offsets[loc.start.line - 1] ?? 0) + loc.start.column;
    const end = (offsets[loc.end.line - 1] ?? 0) + loc.end.column;
    return { offset, length: Math.max(1, end - offset) };
  };
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    const start = offsets[line - 1] ?? 0;
    const brace = source.indexOf('{{', start);
    return {
      leaf: plain(source.replaceAll('{{', '').replaceAll('}}', '')),
      faults: [{ message: 'a slot that does not parse; expected {{name}} or {{helper "literal" key="literal"}}', offset: brace < 0 ? start : brace, length: 2 }],
    };
  }
  const parts: (string | Slot)[] = [];
  for (const statement of program.body) {
    const place = at(statement.loc);
    if (isContent(statement)) parts.push(statement.value);
    else if (isMustache(statement)) {
      const slot = readSlot(statement, place, faults);
      if (slot) parts.push(slot);
    } else faults.push({ message: `${KINDS[statement.type] ?? 'this construct'} is not allowed in a leaf; conditions and repetition belong to the clause (when, each)`, ...place });
  }
  return { leaf: tidy(parts), faults };
}

const KINDS: Readonly<Record<string, string>> = {
  BlockStatement: 'a block', PartialStatement: 'a partial', PartialBlockStatement: 'a partial block', CommentStatement: 'a comment',
  Decorator: 'a decorator', DecoratorBlock: 'a decorator block',
};

function isContent(node: hbs.AST.Statement): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}
function isMustache(node: hbs.AST.Statement): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}
function isPath(node: hbs.AST.Expression): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
function isString(node: hbs.AST.Expression): node is hbs.AST.StringLiteral {
  return node.type === 'StringLiteral';
}

function readSlot(node: hbs.AST.MustacheStatement, place: { offset: number; length: number }, faults: LeafFault[]): Slot | undefined {
  const fault = (message: string): undefined => {
    faults.push({ message, ...place });
    return undefined;
  };
  if (!node.escaped) return fault('triple braces are not allowed in a leaf; write {{name}}');
  if (node.strip.open || node.strip.close) return fault('“~” is not allowed in a leaf; write {{name}}');
  if (!isPath(node.path) || node.path.data || node.path.depth > 0 || !/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)?$/.test(node.path.original))
    return fault('a slot names a helper or a parameter “group.name”');
  const args: string[] = [];
  for (const param of node.params) {
    if (!isString(param)) return fault(`the arguments of “${node.path.original}” are quoted literals`);
    args.push(param.value);
  }
  const hash: Record<string, string> = {};
  for (const pair of node.hash?.pairs ?? []) {
    if (!isString(pair.value)) return fault(`the value of “${pair.key}” is a quoted literal`);
    hash[pair.key] = pair.value.value;
  }
  return {
    name: node.path.original,
    ...(args.length > 0 ? { args } : {}),
    ...(Object.keys(hash).length > 0 ? { hash } : {}),
    at: place.offset,
  };
}

/** Joins neighbouring text, normalises it, trims the ends of the whole. */
function tidy(parts: readonly (string | Slot)[]): Leaf {
  const leaf: (string | Slot)[] = [];
  for (const part of parts) {
    const last = leaf.at(-1);
    if (typeof part === 'string' && typeof last === 'string') leaf[leaf.length - 1] = last + part;
    else leaf.push(part);
  }
  return leaf
    .map((part, index) => {
      if (typeof part !== 'string') return part;
      let text = part.normalize('NFC').replace(/[ \t\r\n\f\v]+/g, ' ');
      if (index === 0) text = text.replace(/^ /, '');
      if (index === leaf.length - 1) text = text.replace(/ $/, '');
      return text;
    })
    .filter((part) => part !== '');
}

function plain(source: string): Leaf {
  const text = normaliseText(source);
  return text === '' ? [] : [text];
}

function lineOffsets(source: string): number[] {
  const offsets = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) offsets.push(i + 1);
  return offsets;
}
