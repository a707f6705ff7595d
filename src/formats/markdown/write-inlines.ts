import type { Inline, Value } from '../../model/index.ts';
import { checksum, commentJson, encodeId, escapeText } from './escape.ts';

export interface InlineContext {
  /** Values that the file's last comment holds; an inline of the same name and value need not repeat it. */
  readonly values: ReadonlyMap<string, Value>;
  /** Prefix of anchors in this part of the file. */
  readonly anchor: string;
}

/**
 * Inlines as Markdown: the words read clean, and a comment on either side keeps what they are. A comment ends with a
 * sum over the words, so that a reader can tell whether a person changed them.
 */
export function writeInlines(inlines: readonly Inline[], context: InlineContext): string {
  let text = '';
  for (const inline of inlines) text += writeInline(inline, context);
  return text;
}

function writeInline(inline: Inline, context: InlineContext): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text);
    case 'value': {
      const bound = context.values.get(inline.parameter);
      const value = bound !== undefined && sameJson(bound, inline.value) ? {} : { value: inline.value };
      return around('v', [inline.parameter], inline.text, { ...value, ...(inline.form && { form: inline.form }) });
    }
    case 'term':
      return around('t', [inline.term], inline.text);
    case 'definition':
      return around('d', [inline.term], inline.text);
    case 'name':
      return around('n', [inline.of], inline.text);
    case 'blank':
      return around('b', [inline.kind, inline.parameter], inline.text);
    case 'reference': {
      const data = inline.form && { form: inline.form };
      if (inline.instrument === 'framework') return around('f', [inline.id], inline.text, data);
      return `${open('r', [], inline.text, data)}[${escapeText(inline.text)}](#${context.anchor}${encodeId(inline.id)})<!--/-->`;
    }
    case 'bracket': {
      const options = inline.options.map((option) => {
        const party = option.party === undefined ? '' : ` ${encodeId(option.party)}`;
        return `<!--o${party}-->${writeInlines(option.content, context)}<!--/-->`;
      });
      const note = inline.note === undefined ? '' : ` ${commentJson({ note: inline.note })}`;
      return `<!--bracket${note}-->\\[${options.join(' / ')}\\]<!--/-->`;
    }
    case 'insertion':
      return `<ins>${writeInlines(inline.content, context)}</ins>`;
    case 'deletion':
      return `<del>${writeInlines(inline.content, context)}</del>`;
    case 'moved': {
      const tag = inline.direction === 'from' ? 'ins' : 'del';
      return `<!--m ${inline.direction} ${encodeId(inline.id)}--><${tag}>${writeInlines(inline.content, context)}</${tag}><!--/-->`;
    }
  }
}

function open(kind: string, fields: readonly string[], text: string, data: object = {}): string {
  const json = Object.keys(data).length === 0 ? '' : ` ${commentJson(data)}`;
  return `<!--${[kind, ...fields.map(encodeId), checksum(text)].join(' ')}${json}-->`;
}

function around(kind: string, fields: readonly string[], text: string, data?: object): string {
  return `${open(kind, fields, text, data)}${escapeText(text)}<!--/-->`;
}

/** Equality of plain JSON, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)));
}
