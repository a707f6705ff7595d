import type { Draft, Outcome } from '../../model/index.ts';
import { foreignDraft, guessLanguage } from '../../text/foreign-draft.ts';
import { bulletOf, indentOf, opensBlock } from '../../text/line-starts.ts';
import { outline, type RawBlock } from '../../text/outline.ts';
import { splitLabel } from '../../text/printed-label.ts';

const TERMINAL = /[.;:,]["”»)]*$/u;

/**
 * Reads plain text that this tool did not write. Paragraphs are parted by blank lines or open with a label; wrapped
 * lines are joined. Whatever the text, there is a draft: findings stay empty.
 */
export function readText(source: string, options: { readonly file?: string; readonly language?: string } = {}): Outcome<Draft> {
  const language = options.language ?? guessLanguage(source);
  const paragraphs = split(source.replace(/^\uFEFF/, '').normalize('NFC'));
  const first = paragraphs[0];
  const hasTitle = first !== undefined && paragraphs.length > 1 && first.text.length <= 200 && !TERMINAL.test(first.text) && splitLabel(first.text) === undefined && bulletOf(first.text) === '';
  const blocks: RawBlock[] = [];
  let bare = false;
  for (const paragraph of hasTitle ? paragraphs.slice(1) : paragraphs) {
    const level = headingLevel(paragraph, bare);
    if (level > 0) {
      const label = splitLabel(paragraph.text, { heading: true });
      blocks.push({ kind: 'heading', level, text: paragraph.text });
      bare = label?.kind === 'division' && label.rest === '';
      continue;
    }
    bare = false;
    const bullet = bulletOf(paragraph.text);
    const text = paragraph.text.slice(bullet.length);
    blocks.push({ kind: 'paragraph', indent: paragraph.indent, text, ...(bullet === '' ? {} : { bullet: true }) });
  }
  return { value: foreignDraft(hasTitle ? first.text : undefined, outline(blocks, language), language), findings: [] };
}

interface Paragraph { readonly indent: number; readonly text: string; readonly lines: number }

function split(source: string): Paragraph[] {
  const out: Paragraph[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const text = lines.join(' ').replace(/\s+/g, ' ').trim();
    if (text !== '') out.push({ indent: indentOf(lines[0] ?? ''), text, lines: lines.length });
    lines = [];
  };
  for (const line of source.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    if (line.trim() === '') flush();
    else {
      if (lines.length > 0 && (opensBlock(line, lines.at(-1) ?? '', lines[0] ?? '') || (lines.length === 1 && inCapitals(lines[0] ?? '') && !inCapitals(line)))) flush();
      lines.push(line);
    }
  }
  flush();
  return out;
}

/** A short line in capitals is a heading, whatever follows it. */
function inCapitals(line: string): boolean {
  return line.length <= 80 && /\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(splitLabel(line.trim(), { heading: true })?.rest ?? line);
}

/** 0: no heading. A text has no marks for headings, so a short line without a full stop that says "Article 5", or stands in capitals, is one. */
function headingLevel({ text, lines, indent }: Paragraph, afterBare: boolean): number {
  if (text.length > 120 || lines > 2) return 0;
  const label = splitLabel(text, { heading: true });
  if (label?.kind === 'division') {
    const strict = splitLabel(text);
    if (strict === undefined && TERMINAL.test(text)) return 0;
    if (TERMINAL.test(label.rest) && label.rest.length > 80) return 0;
    return /^(?:part|title|часть|annex|appendix|schedule|exhibit|приложение)$/.test(label.style) ? 1 : /^(?:chapter|глава|раздел)$/.test(label.style) ? 2 : 3;
  }
  if (TERMINAL.test(text) || lines > 1 || indent > 3 || bulletOf(text) !== '') return 0;
  const words = label?.rest ?? text;
  if (words === '') return 0;
  if (label !== undefined) return /^1\.?$/.test(label.style) && words.length <= 80 && /^\p{Lu}/u.test(words) ? 4 : 0;
  if (afterBare && words.length <= 80) return 5;
  return inCapitals(words) ? 4 : 0;
}
