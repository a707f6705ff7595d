import { sha256 } from '../model/hash.ts';

/** Stands in for the hash until the rest of the file is known. */
const OPEN = '0'.repeat(64);

/** The line that carries a file's own hash: `sha256 <hex>` in Markdown, `"hash": "<hex>",` in JSON. */
const LINE = /^(?:sha256 |[ \t]*"hash":[ \t]*")([0-9a-f]{64})(?:",?)?[ \t]*$/m;

/** Hash of a text without its hash line, byte-order mark and line endings: a checkout may change those two. */
function bodyHash(text: string, index: number, length: number): string {
  return sha256(text.slice(0, index) + text.slice(index + length));
}

/** What a writer puts where the hash will stand; `seal` fills it in. */
export const UNSEALED = OPEN;

/** Fills in the hash of a file that holds `UNSEALED` once, on its hash line. */
export function seal(text: string): string {
  const at = text.lastIndexOf(OPEN);
  const start = text.lastIndexOf('\n', at) + 1;
  const found = LINE.exec(text.slice(start));
  if (at < 0 || found?.index !== 0) return text;
  return text.slice(0, at) + bodyHash(text, start, found[0].length) + text.slice(at + OPEN.length);
}

/** True: as it was written; false: edited since; undefined: it carries no hash. `from` is where to look for the line. */
export function sealState(source: string, from: (text: string) => number): boolean | undefined {
  const marked = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const text = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  const start = from(text);
  if (start < 0) return undefined;
  const found = LINE.exec(text.slice(start));
  if (found?.[1] === undefined) return undefined;
  return bodyHash(text, start + found.index, found[0].length) === found[1];
}
