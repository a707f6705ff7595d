import { language as rulesOf } from '../../languages/index.ts';
import { type Draft, type Language, type Node, textOf } from '../../model/index.ts';
import { type TextLine, flatten } from '../flatten.ts';
import { computedLabel, headingJoint } from '../labels.ts';
import { isConsecutive, statusLines } from '../status.ts';
import { columnWidths } from './column-widths.ts';
import { displayWidth, padEnd, wrap } from './wrap.ts';

const WIDTH = 80;
const GAP = 4;
const COLUMN_GAP = 2;

/** Words of the cells, by row. */
type Cells = readonly (readonly string[])[];

/** Controls and marks that change the direction of text: shown by number, for a terminal would obey them. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

function visible(text: string): string {
  return text.replace(UNSEEN, (unit) => `[U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** A draft as plain text, wrapped at 80 columns: one language across, two side by side, more or signed copies one after the other. */
export function writeText(draft: Draft): string {
  const { languages, marking, notice } = draft.meta;
  const beside = languages.length === 2 && !isConsecutive(draft.meta);
  const parts = beside ? [languages] : languages.map((language) => [language]);
  const front = [statusLines(draft.meta).join(' · '), marking ?? '', ...languages.map((language) => notice?.[language] ?? '')];
  const paragraphs = [
    ...front.filter((line) => line !== '').map((line) => wrap(visible(line), WIDTH).join('\n')),
    ...parts.flatMap((part) => new Page(draft, part).write()),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The text in one language, or in two columns. */
class Page {
  readonly #draft: Draft;
  readonly #languages: readonly Language[];
  readonly #width: number;

  constructor(draft: Draft, languages: readonly Language[]) {
    this.#draft = draft;
    this.#languages = languages;
    this.#width = languages.length === 2 ? (WIDTH - GAP) / 2 : WIDTH;
  }

  write(): readonly string[] {
    const paragraphs = [this.#beside((language) => wrap(visible(textOf(this.#draft.title[language])), this.#width))];
    for (const line of flatten(this.#draft)) {
      if (line.kind === 'grid') paragraphs.push(this.#table(line.node));
      else paragraphs.push(this.#beside((language) => this.#paragraph(line, language)));
    }
    return paragraphs.filter((paragraph) => paragraph !== '');
  }

  #paragraph(line: TextLine, language: Language): readonly string[] {
    const words = visible(textOf(line.words[language]));
    const label = line.kind === 'own' ? this.#label(line.node, line.points, language) : '';
    if (words === '' && label === '') return [];
    if (line.node.type === 'article' || line.node.type === 'annex') {
      const joint = label === '' || words === '' || line.kind !== 'own' ? '' : headingJoint(label, rulesOf(language));
      return wrap(`${label}${joint}${words}`, this.#width);
    }
    const step = this.#languages.length === 2 ? 2 : 4;
    const indent = ' '.repeat(Math.min(8, line.points + (line.node.type === 'point' ? 1 : 0)) * step);
    return wrap(words, this.#width, label === '' ? indent : `${indent}${label} `);
  }

  #label(node: Node, points: number, language: Language): string {
    return visible(node.label?.[language] ?? computedLabel(node, points, this.#draft.meta, rulesOf(language)));
  }

  /** Side by side like everything else; where words would have to be cut for that, one language after the other. */
  #table(table: Node): string {
    const words = (language: Language): Cells => table.children.map((row) => row.children.map((cell) => visible(textOf(cell.content?.[language]))));
    const narrow = this.#languages.map((language) => columnWidths(words(language), this.#width, COLUMN_GAP));
    if (narrow.every((widths) => widths !== undefined)) {
      const widths = new Map(this.#languages.map((language, index) => [language, narrow[index] ?? []]));
      return this.#beside((language) => grid(words(language), widths.get(language) ?? []));
    }
    const across = this.#languages.map((language) => {
      const cells = words(language);
      const columns = Math.max(1, ...cells.map((row) => row.length));
      const equal = Math.max(8, Math.floor((WIDTH - COLUMN_GAP * (columns - 1)) / columns));
      return grid(cells, columnWidths(cells, WIDTH, COLUMN_GAP) ?? Array.from({ length: columns }, () => equal)).join('\n');
    });
    return across.join('\n\n');
  }

  /** One column, or two beside each other. */
  #beside(make: (language: Language) => readonly string[]): string {
    const [left = [], right] = this.#languages.map(make);
    if (right === undefined) return left.join('\n');
    const height = Math.max(left.length, right.length);
    const lines = Array.from({ length: height }, (_, at) => {
      const first = left[at] ?? '';
      const second = right[at] ?? '';
      return second === '' ? first : `${padEnd(first, Math.max(this.#width, displayWidth(first)))}${' '.repeat(GAP)}${second}`;
    });
    return lines.join('\n');
  }
}

/** Rows of wrapped cells, a line under the first. */
function grid(rows: Cells, widths: readonly number[]): readonly string[] {
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, 0) + COLUMN_GAP * (widths.length - 1));
  return rows.flatMap((row, index) => {
    const cells = row.map((cell, column) => wrap(cell, widths[column] ?? 8));
    const height = Math.max(0, ...cells.map((cell) => cell.length));
    const lines = Array.from({ length: height }, (_, at) => cells.map((cell, column) => padEnd(cell[at] ?? '', widths[column] ?? 8)).join(' '.repeat(COLUMN_GAP)).trimEnd());
    return index === 0 && rows.length > 1 ? [...lines, rule] : lines;
  });
}
