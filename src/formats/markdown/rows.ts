import { language as rulesOf } from '../../languages/index.ts';
import type { Language } from '../../model/index.ts';
import type { Place } from '../placed-result.ts';
import type { Block, TableRow } from './blocks.ts';
import { type Cell, type GridMark, readCell, readGridCell } from './read-cell.ts';
import type { InlineReader } from './read-inlines.ts';

/** A line of the text with its words in every language, as it stands in the file. */
export interface LineRow {
  readonly kind: 'line';
  readonly place: Place;
  /** By language, in the order of the file. */
  readonly cells: Map<Language, Cell>;
  /** Number of `#`; 0 in a paragraph or a table. */
  readonly level: number;
}

/** A row of a real table. */
export interface GridRow {
  readonly kind: 'grid';
  readonly place: Place;
  /** Opens its table. */
  readonly first: boolean;
  readonly mark?: GridMark;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly mark?: GridMark;
  readonly place: Place;
  readonly words: Map<Language, ReturnType<typeof readGridCell>['inlines']>;
}

export type Row = LineRow | GridRow;

/** Blocks as rows. Texts that stand one after the other, one per language, are laid side by side again. */
export function readRows(blocks: readonly Block[], reader: InlineReader, languages: readonly Language[]): readonly Row[] {
  const rows: Row[] = [];
  const lead = languages[0] ?? 'en';
  let part: { readonly language: Language; readonly prefix: string } | undefined;
  const merge = new Merge(rows);
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const cell = readCell(reader, block.place, part?.language ?? lead, part?.prefix ?? '');
      if (cell.mark?.kind === 'language') {
        const following = part !== undefined;
        part = { language: cell.mark.language, prefix: `${cell.mark.language}--` };
        if (following) merge.start();
        continue;
      }
      const row: Row = { kind: 'line', place: block.place, cells: new Map([[cell.language, cell]]), level: block.level };
      merge.add(row);
    } else if (isGridBlock(block.rows, reader.source)) {
      const inOne = part === undefined ? languages : [part.language];
      block.rows.forEach((row, index) => merge.add(readGridRow(row, reader, inOne, part?.prefix ?? '', block.rows[0]?.cells.length ?? 0, index === 0)));
    } else {
      const columns = part === undefined ? columnLanguages(block.rows, reader.source, languages) : [part.language];
      for (const row of block.rows) if (!isHeader(row, reader.source)) rows.push(readColumns(row, reader, columns));
    }
  }
  return rows;
}

/** Lays the lines of a further language beside those of the first. */
class Merge {
  readonly #rows: Row[];
  #known: Map<string, number> | undefined;
  #extra: { readonly after: number; readonly row: Row }[] = [];
  #at = -1;

  constructor(rows: Row[]) {
    this.#rows = rows;
  }

  start(): void {
    this.#flush();
    this.#known = new Map(this.#rows.flatMap((row, index) => { const key = keyOf(row); return key === undefined ? [] : [[key, index]]; }));
    this.#at = -1;
  }

  add(row: Row): void {
    if (this.#known === undefined) {
      this.#rows.push(row);
      return;
    }
    const key = keyOf(row);
    const index = key === undefined ? undefined : this.#known.get(key);
    const other = index === undefined ? undefined : this.#rows[index];
    if (index === undefined || other === undefined || !lay(row, other)) {
      // A line that the first language does not have stands after the one before it.
      this.#rows.push(row);
      this.#extra.push({ after: this.#at, row });
      return;
    }
    this.#at = index;
  }

  #flush(): void {
    if (this.#extra.length === 0) return;
    const base = this.#rows.slice(0, this.#rows.length - this.#extra.length);
    const moved = this.#extra;
    this.#rows.length = 0;
    let next = 0;
    for (let index = -1; index < base.length; index += 1) {
      const row = base[index];
      if (row !== undefined) this.#rows.push(row);
      for (; next < moved.length && moved[next]?.after === index; next += 1) {
        const extra = moved[next];
        if (extra !== undefined) this.#rows.push(extra.row);
      }
    }
    for (; next < moved.length; next += 1) {
      const extra = moved[next];
      if (extra !== undefined) this.#rows.push(extra.row);
    }
    this.#extra = [];
  }
}

/** The cell that carries the block's anchor and comment: the first, unless a person has moved the columns. */
export function leadCell(row: LineRow): Cell | undefined {
  const cells = [...row.cells.values()];
  return cells.find((cell) => cell.mark !== undefined) ?? cells.find((cell) => cell.id !== undefined) ?? cells[0];
}

function keyOf(row: Row): string | undefined {
  if (row.kind === 'grid') return row.mark === undefined ? undefined : `grid ${row.mark.id}`;
  const cell = leadCell(row);
  if (cell?.mark?.kind === 'title') return 'title';
  return cell?.id === undefined ? undefined : `${cell.mark?.kind ?? 'own'} ${cell.id}`;
}

function lay(row: Row, beside: Row): boolean {
  if (row.kind === 'line' && beside.kind === 'line') {
    for (const [language, cell] of row.cells) beside.cells.set(language, cell);
    return true;
  }
  if (row.kind === 'grid' && beside.kind === 'grid' && row.cells.length === beside.cells.length) {
    row.cells.forEach((cell, index) => {
      for (const [language, words] of cell.words) beside.cells[index]?.words.set(language, words);
    });
    return true;
  }
  return false;
}

/** A row of a drawn table names no depth: it stands in its table. */
function isGridBlock(rows: readonly TableRow[], source: string): boolean {
  return rows.some((row) => {
    const first = row.cells[0];
    return first !== undefined && /^<a id="?[^"<>\s]*"?><\/a><!--row(?: \d+)?-->/.test(source.slice(first.start, first.end));
  });
}

/** The row that names the languages: above the dashes, without an anchor. */
function isHeader(row: TableRow, source: string): boolean {
  return row.head && !source.slice(row.place.start, row.place.end).includes('<a id=');
}

/** Which language each column holds: as its heading says, else in the order of the languages. */
function columnLanguages(rows: readonly TableRow[], source: string, languages: readonly Language[]): readonly Language[] {
  const head = rows.find((row) => isHeader(row, source));
  const named = head?.cells.map((cell) => source.slice(cell.start, cell.end)) ?? [];
  const found = named.map((name) => languages.find((language) => (rulesOf(language)?.name ?? language) === name));
  return found.every((language) => language !== undefined) && new Set(found).size === languages.length ? found.filter((language) => language !== undefined) : languages;
}

function readColumns(row: TableRow, reader: InlineReader, columns: readonly Language[]): LineRow {
  const cells = new Map<Language, Cell>();
  row.cells.forEach((place, index) => {
    const language = columns[index];
    if (language !== undefined) cells.set(language, readCell(reader, place, language, ''));
  });
  const extra = row.cells[columns.length];
  if (extra !== undefined) {
    reader.findings.push({
      rule: 'draft-table', severity: 'warning', message: `this row has ${row.cells.length} cells, expected ${columns.length}; what is left over was left out`,
      hint: 'write a bar that belongs to the text as \\|', span: reader.positions.span(extra.start, row.place.end),
    });
  }
  return { kind: 'line', place: row.place, cells, level: 0 };
}

function readGridRow(
  row: TableRow, reader: InlineReader, languages: readonly Language[], prefix: string, columns: number, first: boolean,
): GridRow {
  const width = Math.max(1, Math.floor(columns / Math.max(1, languages.length)));
  const read = row.cells.map((place, index) => ({ place, ...readGridCell(reader, place, languages[Math.floor(index / width)] ?? '', prefix) }));
  const rowMark = read[0]?.marks.find((mark) => mark.type === 'row');
  const cells = read.slice(0, width).flatMap((lead, column): GridCell[] => {
    const words = new Map(languages.flatMap((language, index) => {
      const inlines = read[index * width + column]?.inlines ?? [];
      return inlines.length === 0 ? [] : [[language, inlines] as const];
    }));
    const mark = lead.marks.find((candidate) => candidate.type === 'cell');
    // Padding at the end of a short row is no cell.
    return mark === undefined && words.size === 0 ? [] : [{ ...(mark && { mark }), place: lead.place, words }];
  });
  return { kind: 'grid', place: row.place, first, ...(rowMark && { mark: rowMark }), cells };
}
