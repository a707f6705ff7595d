import type { Draft, Outcome } from '../../model/index.ts';
import { foreignDraft, guessLanguage } from '../../text/foreign-draft.ts';
import { bulletOf, indentOf, opensBlock } from '../../text/line-starts.ts';
import { outline, type RawBlock } from '../../text/outline.ts';
import { splitLabel } from '../../text/printed-label.ts';
import { plainInline } from './plain-inline.ts';

// "##Heading" without a space is no heading in CommonMark, but is written so in many published treaties.
const ATX = /^ {0,3}(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const DELIMITER_ROW = /^[\s|:-]*-[\s|:-]*$/;
const COMMENT_LINE = /^\s*<!--/;
const QUOTE = /^ {0,3}>[ \t]?/;

/**
 * Reads Markdown that this tool did not write, line by line: headings, lists, tables and paragraphs with the labels
 * printed before them. Front matter is left out, save its title. Whatever the text, there is a draft: findings stay empty.
 */
export function readForeignMarkdown(source: string, options: { readonly file?: string; readonly language?: string } = {}): Outcome<Draft> {
  const language = options.language ?? guessLanguage(source);
  const { title, lines } = frontMatter(source.replace(/^\uFEFF/, '').normalize('NFC').split(/\r\n|\n|\r/));
  const blocks = new Blocks().read(lines);
  const first = blocks[0];
  const opensWithTitle = title === undefined && first?.kind === 'heading' && isTitle(first, blocks);
  const heading = opensWithTitle ? first.text : title;
  return { value: foreignDraft(heading, outline(opensWithTitle ? blocks.slice(1) : blocks, language), language), findings: [] };
}

/** The first heading is the title if nothing else stands at its level and it carries no number. */
function isTitle(first: RawBlock & { readonly kind: 'heading' }, blocks: readonly RawBlock[]): boolean {
  if (splitLabel(first.text, { heading: true }) !== undefined) return false;
  return first.level === 1 || !blocks.some((block) => block !== first && block.kind === 'heading' && block.level <= first.level);
}

function frontMatter(lines: readonly string[]): { readonly title?: string; readonly lines: readonly string[] } {
  if (lines[0] !== '---') return { lines };
  const end = lines.findIndex((line, i) => i > 0 && (line === '---' || line === '...'));
  if (end === -1) return { lines };
  const title = lines.slice(1, end).map((line) => /^title:\s*(.+)$/.exec(line)?.[1]).find((found) => found !== undefined);
  return { ...(title === undefined ? {} : { title: title.replace(/^(['"])(.*)\1\s*$/, '$2').trim() }), lines: lines.slice(end + 1) };
}

/** The block reader: gathers the lines of a paragraph until something ends it. */
class Blocks {
  readonly #out: RawBlock[] = [];
  #lines: string[] = [];
  #rows: string[][] = [];
  #fence = '';
  #comment = false;

  read(lines: readonly string[]): RawBlock[] {
    for (const line of lines) this.#line(line);
    this.#flush();
    return this.#out;
  }

  #line(raw: string): void {
    if (this.#comment || (COMMENT_LINE.test(raw) && this.#fence === '')) {
      this.#comment = !raw.includes('-->');
      const rest = this.#comment ? '' : raw.slice(raw.indexOf('-->') + 3);
      if (rest.trim() !== '') this.#line(rest);
      return;
    }
    const line = this.#fence === '' ? raw.replace(QUOTE, '') : raw;
    const fence = FENCE.exec(line)?.[1];
    if (this.#fence !== '') {
      if (fence !== undefined && fence.startsWith(this.#fence)) this.#endFence();
      else if (line.trim() === '') this.#flush();
      else this.#lines.push(line);
      return;
    }
    if (fence !== undefined) {
      this.#flush();
      this.#fence = fence;
      return;
    }
    if (line.trim() === '') {
      this.#flush();
      return;
    }
    if (/^\s*\|/.test(line) || (this.#rows.length > 0 && line.includes('|'))) {
      if (this.#lines.length > 0) this.#flush();
      if (!DELIMITER_ROW.test(line)) this.#rows.push(cells(line));
      return;
    }
    if (DELIMITER_ROW.test(line) && line.includes('|') && this.#lines.length === 1 && (this.#lines[0] ?? '').includes('|')) {
      this.#rows = [cells(this.#lines[0] ?? '')];
      this.#lines = [];
      return;
    }
    if (this.#rows.length > 0) this.#flush();
    if (this.#lines.length > 0 && SETEXT.test(line) && bulletOf((this.#lines[0] ?? '').trimStart()) === '') {
      this.#setext(line.includes('=') ? 1 : 2);
      return;
    }
    if (RULE.test(line)) {
      this.#flush();
      return;
    }
    const atx = ATX.exec(line);
    if (atx !== null && isHeading(atx[1] ?? '', atx[2] ?? '', line)) {
      this.#flush();
      this.#push({ kind: 'heading', level: (atx[1] ?? '').length, text: plainInline(atx[2] ?? '') });
      return;
    }
    if (this.#lines.length > 0 && opensBlock(line, this.#lines.at(-1) ?? '', this.#lines[0] ?? '')) this.#flush();
    this.#lines.push(line);
  }

  #setext(level: number): void {
    const text = plainInline(this.#lines.join(' '));
    this.#lines = [];
    this.#push({ kind: 'heading', level, text });
  }

  #endFence(): void {
    this.#flush();
    this.#fence = '';
  }

  #flush(): void {
    if (this.#rows.length > 0) {
      const rows = this.#rows.filter((row) => row.some((cell) => cell !== ''));
      if (rows.length > 0) this.#push({ kind: 'table', indent: 0, rows });
      this.#rows = [];
    }
    const first = this.#lines[0];
    if (first === undefined) return;
    const indent = indentOf(first);
    const bullet = bulletOf(first.trimStart());
    const lines = bullet === '' ? this.#lines : [first.trimStart().slice(bullet.length), ...this.#lines.slice(1)];
    const text = this.#fence === '' ? plainInline(lines.join(' ')) : lines.join(' ').replace(/\s+/g, ' ').trim();
    this.#lines = [];
    if (text !== '') this.#push({ kind: 'paragraph', indent, text, ...(bullet === '' ? {} : { bullet: true }) });
  }

  #push(block: RawBlock): void {
    if (block.kind === 'heading' && block.text === '') return;
    this.#out.push(block);
  }
}

/** "#1 priority" is text; "# Heading", "##Heading" and "#Heading" on a line of its own are headings. */
function isHeading(marks: string, text: string, line: string): boolean {
  return marks.length > 1 || /^ {0,3}#[ \t]/.test(line) || /^\p{Lu}/u.test(text);
}

/** The cells of a table row; `\|` is no border. */
function cells(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => (/^\s*:?-{3,}:?\s*$/.test(cell) ? '' : plainInline(cell.replaceAll('\\|', '|'))));
}
