import type { Inline, Language, NodeType } from '../../model/index.ts';
import { splitLabel } from '../../text/printed-label.ts';
import type { Section } from '../flatten.ts';
import type { LineRow } from './rows.ts';

/** What a line without a comment is taken for. */
export interface NewBlock {
  readonly type: NodeType;
  readonly depth: number;
  readonly section: Section;
  readonly heading: boolean;
  readonly label: Record<Language, string>;
  readonly words: Record<Language, readonly Inline[]>;
}

/** Judges by what a reader would see: a heading or bold line, a number, a letter in brackets, or none of these. */
export function guessBlock(
  row: LineRow, previous: { readonly type: NodeType; readonly depth: number } | undefined, section: Section,
): NewBlock {
  const heading = row.level > 0 || [...row.cells.values()].every((cell) => cell.bold);
  const label: Record<Language, string> = {};
  const words: Record<Language, readonly Inline[]> = {};
  let style = '';
  for (const [language, cell] of row.cells) {
    const [first, ...rest] = cell.inlines;
    const split = first?.type === 'text' ? splitLabel(first.text, { heading }) : undefined;
    if (cell.label !== undefined && cell.label !== '') label[language] = cell.label;
    else if (split !== undefined) {
      label[language] = split.label;
      style ||= split.style;
    }
    const inlines: readonly Inline[] = split === undefined || cell.label !== undefined
      ? cell.inlines : split.rest === '' ? rest : [{ type: 'text', text: split.rest }, ...rest];
    if (inlines.length > 0) words[language] = inlines;
  }
  const base = { heading, label, words };
  if (heading) {
    const annex = Object.values(label).some((text) => /^(annex|appendix|приложение)/i.test(text));
    return annex ? { type: 'annex', depth: 0, section: 'annexes', ...base } : { type: 'article', depth: 0, section: 'articles', ...base };
  }
  if (style !== '' && !/^\d+(\.\d+)*\.?$/.test(style) && previous !== undefined) {
    return { type: 'point', depth: previous.type === 'point' ? previous.depth : previous.depth + 1, section, ...base };
  }
  switch (section) {
    case 'preamble':
      return { type: 'recital', depth: 0, section, ...base };
    case 'articles':
    case 'annexes':
      return { type: 'paragraph', depth: 1, section, ...base };
    case 'closing':
    case 'signatures':
      return { type: 'paragraph', depth: 0, section: 'closing', ...base };
  }
}
