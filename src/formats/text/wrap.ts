const ZERO_WIDTH = /^[\p{M}\p{Cf}]$/u;
const WIDE = /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;
const ASCII = /^[\x20-\x7E]*$/;

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * Breaks a text into lines of at most `width` columns, at spaces that may break. `first` begins the first line, the
 * others are indented as far. A word longer than a line is cut, never inside a letter with its marks.
 */
export function wrap(text: string, width: number, first = ''): string[] {
  const room = Math.max(first === '' ? 1 : 8, width - displayWidth(first));
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const push = (): void => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const length = displayWidth(word);
    if (line !== '' && used + 1 + length > room) push();
    if (length > room) {
      for (const piece of cut(word, room)) {
        if (line !== '') push();
        line = piece;
        used = displayWidth(piece);
      }
    } else {
      used += (line === '' ? 0 : 1) + length;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '' || lines.length === 0) push();
  const indent = ' '.repeat(displayWidth(first));
  return lines.map((content, index) => `${index === 0 ? first : content === '' ? '' : indent}${content}`.replace(/ +$/, ''));
}

/** Pieces of at most `room` columns; marks, joiners and what they join stay together. */
function cut(word: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const [cluster] of word.matchAll(/\P{M}(?:[\p{M}\uFE0F]|\u200D\P{M})*|\p{M}+/gu)) {
    const width = displayWidth(cluster);
    if (piece !== '' && used + width > room) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += cluster;
    used += width;
  }
  return [...pieces, piece];
}
