import { language as rulesOf } from '../../languages/index.ts';
import { type Draft, type Language, type Node, textOf } from '../../model/index.ts';
import { type TextLine, flatten } from '../flatten.ts';
import { computedLabel, headingJoint } from '../labels.ts';
import { isConsecutive, statusLines } from '../status.ts';
import { displayWidth, padEnd, wrap } from './wrap.ts';

const WIDTH = 80;
const GAP = 4;

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
      if (line.kind === 'grid') paragraphs.push(this.#beside((language) => this.#grid(line.node, language)));
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

  /** Columns of equal width, a line under the first row. */
  #grid(table: Node, language: Language): readonly string[] {
    const columns = Math.max(1, ...table.children.map((row) => row.children.length));
    const width = Math.max(8, Math.floor((this.#width - 2 * (columns - 1)) / columns));
    return table.children.flatMap((row, index) => {
      const cells = row.children.map((cell) => wrap(visible(textOf(cell.content?.[language])), width));
      const height = Math.max(0, ...cells.map((cell) => cell.length));
      const lines = Array.from({ length: height }, (_, at) => cells.map((cell) => padEnd(cell[at] ?? '', width)).join('  ').trimEnd());
      return index === 0 && table.children.length > 1 ? [...lines, '-'.repeat(Math.min(this.#width, columns * (width + 2) - 2))] : lines;
    });
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
