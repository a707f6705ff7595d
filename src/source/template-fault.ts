/** Where a template stops to parse, and why: read from what Handlebars says, which names the place only in a drawing. */
export function templateFault(source: string, error: unknown): { readonly offset: number; readonly message: string } {
  const message = error instanceof Error ? error.message : '';
  const mismatch = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(message);
  if (mismatch) {
    const [, opened = '', closed = '', line = '1', column = '0'] = mismatch;
    return { offset: lineStart(source, Number(line)) + Math.max(0, Number(column) - 3), message: `“${opened}” is closed as “${closed}”` };
  }
  const block = /got 'EOF'/.test(message) ? unclosed(source) : undefined;
  if (block !== undefined) return { offset: block, message: 'the block that opens here is not closed' };
  return { offset: drawnPlace(source, message), message: 'the template does not parse here' };
}

/** The message shows some characters of the text, without its line breaks, and under them a line of dashes to the fault. */
function drawnPlace(source: string, message: string): number {
  const [head = '', drawn = '', dashes = ''] = message.split('\n');
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1);
  const cut = drawn.startsWith('...') ? 3 : 0;
  const shown = drawn.slice(cut).replace(/\.\.\.$/, '');
  const before = dashes.indexOf('^') - cut;
  const kept: number[] = [];
  for (let index = 0; index < source.length; index += 1) if (source[index] !== '\n') kept.push(index);
  const plain = source.replaceAll('\n', '');
  const offsets: number[] = [];
  if (shown === '') return lineStart(source, line);
  for (let found = plain.indexOf(shown); found >= 0; found = plain.indexOf(shown, found + 1)) offsets.push(kept[found + before] ?? source.length);
  const start = lineStart(source, line);
  return offsets.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start))[0] ?? start;
}

function unclosed(source: string): number | undefined {
  const open: number[] = [];
  for (const match of source.matchAll(/\{\{~?([#/])/g)) {
    if (match[1] === '#') open.push(match.index);
    else open.pop();
  }
  return open.at(-1);
}

function lineStart(source: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = source.indexOf('\n', start);
    if (end < 0) return start;
    start = end + 1;
  }
  return start;
}
