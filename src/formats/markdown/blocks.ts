import type { Place } from '../placed-result.ts';
import { FRAME_OPEN } from './frame.ts';

/** A block of the file; places are offsets in the source. */
export type Block =
  | { readonly kind: 'paragraph'; readonly place: Place; readonly level: number }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly place: Place;
  readonly cells: readonly Place[];
  /** Stands above the line of dashes. */
  readonly head: boolean;
}

export interface Layout {
  readonly blocks: readonly Block[];
  /** The JSON of the last comment; absent where there is none. */
  readonly frame?: Place;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const DELIMITERS = /^[ \t|:-]+$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Where the last comment begins; -1 where there is none. */
export function frameStart(source: string): number {
  for (let at = source.lastIndexOf('<!--dtca draft'); at >= 0; at = at === 0 ? -1 : source.lastIndexOf('<!--dtca draft', at - 1)) {
    const before = source[at - 1];
    const rest = source.slice(at + FRAME_OPEN.length - 1, at + FRAME_OPEN.length);
    if ((before === undefined || before === '\n' || before === '\r' || before === '\uFEFF') && /^[\r\n]/.test(rest)) return at;
  }
  return -1;
}

/** The blocks of a file of ours, and what a person may have put between them. */
export function layOut(source: string): Layout {
  const start = frameStart(source);
  const close = start < 0 ? -1 : source.indexOf('-->', start);
  const frameEnd = start < 0 ? -1 : close < 0 ? source.length : close + 3;
  const hash = start < 0 ? -1 : source.lastIndexOf('sha256 ', frameEnd);
  const blocks: Block[] = [];
  let paragraph: { start: number; end: number } | undefined;
  let rows: TableRow[] = [];
  let inComment = false;
  const flush = (): void => {
    if (paragraph !== undefined) blocks.push({ kind: 'paragraph', place: paragraph, level: 0 });
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    paragraph = undefined;
    rows = [];
  };

  for (const line of lines(source)) {
    if (start >= 0 && line.start >= start && line.start < frameEnd) {
      flush();
      continue;
    }
    const text = source.slice(line.start, line.end);
    if (inComment || (/^ {0,3}<!--/.test(text) && paragraph === undefined)) {
      inComment = !text.includes('-->');
      continue;
    }
    if (text.trim() === '') {
      flush();
      continue;
    }
    const heading = HEADING.exec(text);
    if (heading !== null) {
      flush();
      const end = line.start + headingEnd(text);
      const at = line.start + heading[0].length;
      blocks.push({ kind: 'paragraph', place: { start: Math.min(at, end), end: Math.max(at, end) }, level: heading[1]?.length ?? 1 });
    } else if (/^ {0,3}\|/.test(text) || rows.length > 0) {
      if (paragraph !== undefined) flush();
      const previous = rows.at(-1);
      if (rows.length === 1 && previous !== undefined && text.includes('-') && DELIMITERS.test(text)) rows = [{ ...previous, head: true }];
      else rows.push({ place: line, cells: splitRow(source, line), head: false });
    } else if (RULE.test(text)) {
      flush();
    } else {
      paragraph ??= { start: line.start, end: line.end };
      paragraph.end = line.end;
    }
  }
  flush();
  return { blocks, ...(start >= 0 && { frame: { start: start + FRAME_OPEN.length - 1, end: hash > start ? hash : frameEnd } }) };
}

/** Where a heading's words end: before the marks that may close it. */
function headingEnd(text: string): number {
  const words = text.trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const closed = end < words.length && (words[end - 1] === ' ' || words[end - 1] === '\t');
  return closed ? words.slice(0, end).trimEnd().length : words.length;
}

function* lines(source: string): Generator<Place> {
  const END = /\r\n|\r|\n/g;
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  for (let found = END.exec(source); found !== null; found = END.exec(source)) {
    yield { start, end: found.index };
    start = END.lastIndex;
  }
  if (start < source.length) yield { start, end: source.length };
}

/** Cells as GitHub parts them: a bar with a backslash before it is no border. */
function splitRow(source: string, line: Place): readonly Place[] {
  const cells: Place[] = [];
  let start = line.start;
  for (let at = line.start; at < line.end; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '|') {
      cells.push(trim(source, { start, end: at }));
      start = at + 1;
    }
  }
  const last = trim(source, { start, end: line.end });
  if (last.start < last.end) cells.push(last);
  const [first] = cells;
  return first !== undefined && first.start >= first.end ? cells.slice(1) : cells;
}

function trim(source: string, { start, end }: Place): Place {
  let from = start;
  let to = end;
  while (from < to && (source[from] === ' ' || source[from] === '\t')) from += 1;
  while (to > from && (source[to - 1] === ' ' || source[to - 1] === '\t')) to -= 1;
  return { start: from, end: to };
}
