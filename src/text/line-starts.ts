import { splitLabel } from './printed-label.ts';

const BULLET = /^(?:[-*+•·▪◦–—−])\s+/u;
const OPEN_END = /(?:[.;:,]|\b(?:and|or)|(?<![\p{L}])(?:и|или))["”»)*_]*\s*$/iu;

/** The bullet that a line opens with, its white space included; empty if none. */
export function bulletOf(line: string): string {
  return BULLET.exec(line)?.[0] ?? '';
}

/**
 * Whether a line that follows another without a blank line opens a block of its own: a list item or a labelled
 * paragraph, and no wrapped line that happens to begin with "2." (“… under paragraph / 2. of …”).
 */
export function opensBlock(line: string, previous: string, opening: string): boolean {
  const text = line.trimStart();
  const found = splitLabel(text);
  if (found === undefined) {
    return bulletOf(text) !== '' && (bulletOf(opening.trimStart()) !== '' || indentOf(line) > indentOf(opening) || OPEN_END.test(previous));
  }
  if (OPEN_END.test(previous) || /(?: {2}|\\)$/.test(previous)) return true;
  return splitLabel(opening.trimStart())?.style === found.style;
}

/** Columns of white space before a line; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ' || character === '\u00A0') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}
