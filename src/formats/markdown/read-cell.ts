import type { Inline, Language } from '../../model/index.ts';
import type { Place } from '../placed-result.ts';
import { trimGaps } from '../tidy.ts';
import { decodeId } from './escape.ts';
import { type LineMark, parseLineComment } from './line-comment.ts';
import { type InlineReader, readInlines } from './read-inlines.ts';
import { type Token, tokenise } from './tokens.ts';

/** What the first comment of a line says where it is no block's. */
export type Special = { readonly kind: 'title' | 'marking' | 'status' } | { readonly kind: 'notice' | 'language'; readonly language: string };

/** A paragraph or table cell taken apart. */
export interface Cell {
  readonly place: Place;
  readonly language: Language;
  /** Undefined: no anchor. */
  readonly id?: string;
  readonly mark?: LineMark | Special;
  /** What stands before the comment that ends the label; undefined where there is no such comment. */
  readonly label?: string;
  /** The whole line is bold. */
  readonly bold: boolean;
  readonly inlines: readonly Inline[];
}

/** One mark in front of a grid's cell: a row or a cell with its id. */
export interface GridMark { readonly id: string; readonly type: 'row' | 'cell'; readonly ordinal?: number }

export function readCell(reader: InlineReader, place: Place, language: Language, prefix: string): Cell {
  const tokens = tokenise(reader.source.slice(place.start, place.end));
  const bold = isBold(tokens);
  const visible = tokens.filter((token) => token.kind !== 'mark');
  const first = visible[0];
  const id = first?.kind === 'anchor' ? anchorId(first.id, prefix) : undefined;
  const rest = first?.kind === 'anchor' ? visible.slice(1) : visible;
  const commentAt = rest.findIndex((token) => token.kind === 'comment');
  const comment = rest[commentAt];
  const mark = comment?.kind === 'comment' ? parseMark(comment.body) : undefined;
  const opens = comment?.kind === 'comment' && (mark !== undefined || comment.body === '.');
  const label = opens ? trimGaps(rest.slice(0, commentAt).map((token) => (token.kind === 'text' ? token.text : '')).join('')) : undefined;
  const words = opens ? rest.slice(commentAt + 1) : withoutIndent(rest);
  return {
    place, language, bold,
    ...(id !== undefined && { id: mark?.kind === 'text' || mark?.kind === 'tail' ? id.replace(/:(?:text|tail)$/, '') : id }),
    ...(mark && { mark }),
    ...(label !== undefined && { label }),
    inlines: readInlines(reader, words, place.start, language),
  };
}

/** A cell of a real table: marks of its row and of itself, then its words. */
export function readGridCell(
  reader: InlineReader, place: Place, language: Language, prefix: string,
): { readonly marks: readonly GridMark[]; readonly inlines: readonly Inline[] } {
  const tokens = tokenise(reader.source.slice(place.start, place.end)).filter((token) => token.kind !== 'mark');
  const marks: GridMark[] = [];
  let at = 0;
  for (;;) {
    const anchor = tokens[at];
    const comment = tokens[at + 1];
    const mark = comment?.kind === 'comment' ? parseLineComment(comment.body) : undefined;
    const id = anchor?.kind === 'anchor' ? anchorId(anchor.id, prefix) : undefined;
    if (id === undefined || mark?.kind !== 'own' || (mark.type !== 'row' && mark.type !== 'cell')) break;
    marks.push({ id, type: mark.type, ...(mark.ordinal !== undefined && { ordinal: mark.ordinal }) });
    at += 2;
  }
  return { marks, inlines: readInlines(reader, tokens.slice(at), place.start, language) };
}

function anchorId(id: string, prefix: string): string | undefined {
  return decodeId(prefix !== '' && id.startsWith(prefix) ? id.slice(prefix.length) : id);
}

/** Bold from the first word to the last: an emphasis mark before any word, and its partner after all. */
function isBold(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.kind !== 'anchor' && token.kind !== 'indent' && !isBlank(token));
  return first?.kind === 'mark' && (first.mark === '**' || first.mark === '__');
}

function withoutIndent(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex((token) => token.kind !== 'indent');
  return start < 0 ? [] : tokens.slice(start);
}

function isBlank(token: Token): boolean {
  return token.kind === 'text' && token.text.trim() === '';
}

function parseMark(body: string): LineMark | Special | undefined {
  if (body === 'title' || body === 'marking' || body === 'status') return { kind: body };
  const special = /^(notice|language) ([A-Za-z0-9-]+)$/.exec(body);
  if (special?.[1] === 'notice' || special?.[1] === 'language') return { kind: special[1], language: special[2] ?? '' };
  return parseLineComment(body);
}
