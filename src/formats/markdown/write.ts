import { language as rulesOf } from '../../languages/index.ts';
import type { Draft, Inline, Language, Localized, Node } from '../../model/index.ts';
import { type GridLine, type TextLine, flatten } from '../flatten.ts';
import { computedLabel, headingJoint } from '../labels.ts';
import { seal } from '../seal.ts';
import { isConsecutive, statusLines } from '../status.ts';
import { encodeId, escapeText } from './escape.ts';
import { writeFrame } from './frame.ts';
import { lineComment } from './line-comment.ts';
import { type InlineContext, writeInlines } from './write-inlines.ts';

/**
 * A draft as Markdown that reads back to the same tree. One language: headings and paragraphs. Two and more: a table
 * with one row per paragraph; for signature, one language after the other.
 */
export function writeMarkdown(draft: Draft): string {
  const { languages } = draft.meta;
  const values = new Map(draft.values.map((bound) => [bound.name, bound.value]));
  const body = isConsecutive(draft.meta)
    ? languages.flatMap((language, index) => [
        `<a id="language.${language}"></a><!--language ${language}-->`,
        ...new Body(draft, [language], { values, anchor: index === 0 ? '' : `${language}--` }).write(),
      ])
    : new Body(draft, languages, { values, anchor: '' }).write();
  return seal([...front(draft), ...body, writeFrame(draft)].join('\n\n'));
}

/** What stands before the title: status, marking, notice. */
function front(draft: Draft): readonly string[] {
  const status = statusLines(draft.meta).map((line) => `**${line}**`).join(' · ');
  const { marking, notice } = draft.meta;
  return [
    ...(status === '' ? [] : [`${status}<!--status-->`]),
    ...(marking === undefined ? [] : [`<a id="marking"></a><!--marking-->${escapeText(marking)}`]),
    ...draft.meta.languages.flatMap((language) => {
      const text = notice?.[language];
      return text === undefined ? [] : [`<a id="notice.${language}"></a><!--notice ${language}-->${escapeText(text)}`];
    }),
  ];
}

/** The text in some languages: one as paragraphs, several as columns. Each entry of the result is a Markdown block. */
class Body {
  readonly #draft: Draft;
  readonly #languages: readonly Language[];
  readonly #context: InlineContext;
  readonly #blocks: string[] = [];
  #rows: string[] = [];

  constructor(draft: Draft, languages: readonly Language[], context: InlineContext) {
    this.#draft = draft;
    this.#languages = languages;
    this.#context = context;
  }

  write(): readonly string[] {
    this.#title();
    for (const line of flatten(this.#draft)) {
      if (line.kind === 'grid') this.#grid(line);
      else this.#line(line);
    }
    this.#endTable();
    return this.#blocks;
  }

  get #columns(): boolean {
    return this.#languages.length > 1;
  }

  #title(): void {
    const words = this.#languages.map((language) => this.#words(this.#draft.title, language));
    const opening = `<a id="${this.#context.anchor}title"></a>`;
    if (this.#columns) this.#row(words.map((text, index) => `${index === 0 ? opening : ''}${bold(`${index === 0 ? '<!--title-->' : ''}${text}`, text)}`));
    else this.#blocks.push(`# ${opening}<!--title-->${words[0] ?? ''}`);
  }

  #line(line: TextLine): void {
    const cells = this.#languages.map((language, index) => this.#cell(line, language, index === 0));
    // A table without words of its own, or with words in the first language only, is a mark between two tables, not an empty row.
    if (this.#columns && (line.node.type !== 'table' || cells.slice(1).some((cell) => cell !== ''))) this.#row(cells);
    else this.#block(cells[0] ?? '', line);
  }

  #block(text: string, line: TextLine): void {
    this.#endTable();
    const level = line.heading && line.kind === 'own' && (line.node.type === 'article' || line.node.type === 'annex')
      ? `${'#'.repeat(Math.min(2 + line.depth, 6))} ` : '';
    this.#blocks.push(level + text);
  }

  /** Anchor, label, comment, words. The label ends where the comment begins. */
  #cell(line: TextLine, language: Language, first: boolean): string {
    const { node, kind } = line;
    const words = this.#words(line.words, language);
    const label = kind === 'own' ? this.#label(node, line.points, language, words !== '') : '';
    const comment = first ? lineComment(line) : label === '' ? '' : '<!--.-->';
    const anchor = first ? `<a id="${this.#context.anchor}${encodeId(node.id)}${kind === 'own' ? '' : `:${kind}`}"></a>` : '';
    const text = `${label}${comment}${words}`;
    const inHeading = !this.#columns && line.heading && (node.type === 'article' || node.type === 'annex');
    return `${anchor}${text === '' ? '' : this.#indent(line)}${line.heading && !inHeading ? bold(text, label + words) : text}`;
  }

  #indent(line: TextLine): string {
    const inset = line.node.type === 'point' && !this.#columns ? 1 : 0;
    return '&emsp;'.repeat(Math.min(line.points + inset, 8));
  }

  #label(node: Node, points: number, language: Language, hasWords: boolean): string {
    const rules = rulesOf(language);
    const label = node.label?.[language] ?? computedLabel(node, points, this.#draft.meta, rules);
    if (label === '') return '';
    const joint = hasWords && (node.type === 'article' || node.type === 'annex') ? headingJoint(label, rules) : ' ';
    return `${escapeText(label)}${joint}`;
  }

  #words(words: Localized<readonly Inline[]>, language: Language): string {
    return writeInlines(words[language] ?? [], this.#context);
  }

  /** A real table: one column per cell and language, the languages side by side as in the rest of the text. */
  #grid({ node }: GridLine): void {
    this.#endTable();
    const width = Math.max(...node.children.map((row) => row.children.length));
    const rows = node.children.map((row) => {
      const columns = this.#languages.flatMap((language, index) =>
        Array.from({ length: width }, (_, column) => {
          const cell = row.children[column];
          const opening = index === 0 && column === 0 ? this.#mark(row) : '';
          if (cell === undefined) return opening;
          return `${opening}${index === 0 ? this.#mark(cell) : ''}${this.#words(cell.content ?? {}, language)}`;
        }),
      );
      return `| ${columns.join(' | ')} |`;
    });
    const [head = '', ...rest] = rows;
    this.#blocks.push([head, `|${' --- |'.repeat(width * this.#languages.length)}`, ...rest].join('\n'));
  }

  #mark(node: Node): string {
    return `<a id="${this.#context.anchor}${encodeId(node.id)}"></a><!--${node.type}${node.ordinal === undefined ? '' : ` ${node.ordinal}`}-->`;
  }

  #row(cells: readonly string[]): void {
    if (this.#rows.length === 0) {
      const names = this.#languages.map((language) => escapeText(rulesOf(language)?.name ?? language));
      this.#rows.push(`| ${names.join(' | ')} |`, `|${' --- |'.repeat(names.length)}`);
    }
    this.#rows.push(`| ${cells.join(' | ')} |`);
  }

  #endTable(): void {
    if (this.#rows.length > 0) this.#blocks.push(this.#rows.join('\n'));
    this.#rows = [];
  }
}

function bold(text: string, visible: string): string {
  return visible === '' ? text : `**${text}**`;
}
