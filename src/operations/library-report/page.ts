import { escapeText } from '../../formats/markdown/escape.ts';
import { seal, UNSEALED } from '../../formats/seal.ts';

/** What every page ends with, so that an edit of it is seen before it is overwritten. */
export function sealed(lines: readonly string[]): string {
  return seal(`${lines.join('\n')}\n\n<!-- Made by “dtca library report” from the library; edit that.\nsha256 ${UNSEALED}\n-->\n`);
}

/** Where the line with a page’s own hash stands. */
export function sealStart(text: string): number {
  return text.lastIndexOf('<!-- Made by “dtca library report”');
}

/** Paragraphs written in YAML with line breaks, as one line each. */
export function paragraphs(text: string): readonly string[] {
  return text.trim().split(/\n\s*\n/u).flatMap((paragraph) => {
    const line = escapeText(paragraph.replace(/\s+/gu, ' ').trim());
    return line === '' ? [] : [line, ''];
  });
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`), ''];
}

export { escapeText as plain };
