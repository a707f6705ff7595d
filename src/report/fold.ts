/** What folding has to know of where a report is read. */
export interface Folding {
  readonly width: number;
  /** True on a terminal, which would break long lines in the middle of a word; a file or a pipe gets them whole. */
  readonly fold?: boolean;
}

/** Breaks long lines at spaces; what follows is indented by `hanging` more than the line, or by 4. Colours go on. */
export function fold(text: string, { width, fold: wanted }: Folding, hanging = 4): string {
  if (wanted !== true || width < MIN_WIDTH) return text;
  return text.split('\n').map((line) => (shownWidth(line) > width ? folded(line, width, hanging) : line)).join('\n');
}

const MIN_WIDTH = 40;
// eslint-disable-next-line no-control-regex
const STYLE = /\u001b\[(\d+)m/gu;

function shownWidth(text: string): number {
  // Each letter once, without its marks; what lies beyond the first plane counts as two columns.
  return text.replace(STYLE, '').replace(/\p{M}/gu, '').length;
}

function folded(line: string, width: number, hanging: number): string {
  const indent = ' '.repeat(/^ */u.exec(line.replace(STYLE, ''))?.[0].length ?? 0).concat(' '.repeat(hanging));
  const lines: string[] = [];
  let current = '';
  // Each word with the spaces before it.
  for (const piece of line.match(/ *[^ ]+/gu) ?? []) {
    const joined = current + piece;
    if (current.trim() !== '' && shownWidth(joined) > width) {
      const open = openStyles(current);
      // The indentation of the next line stays without colour or underline.
      lines.push(open === '' ? current : `${current}\u001b[0m`);
      current = `${indent}${open}${piece.trimStart()}`;
    } else current = joined;
  }
  return [...lines, current].join('\n');
}

/** The codes of the styles that begin in a text and do not end in it. */
function openStyles(text: string): string {
  const open = new Map<number, string>();
  for (const [code, number] of text.matchAll(STYLE)) {
    const n = Number(number);
    if (n === 0) open.clear();
    else if (n === 22 || n === 24 || n === 29 || n === 39) open.delete(n);
    else open.set(n <= 2 ? 22 : n === 4 ? 24 : n === 9 ? 29 : 39, code);
  }
  return [...open.values()].join('');
}
