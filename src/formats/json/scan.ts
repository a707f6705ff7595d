import { FORBIDDEN_KEY } from '../check-draft.ts';
import type { Place } from '../placed-result.ts';

export interface JsonScan {
  /** The first place where the text is no JSON. */
  readonly fault?: { readonly offset: number; readonly expected: string };
  /** Keys that an object has twice. */
  readonly duplicates: readonly { readonly key: string; readonly first: Place; readonly second: Place }[];
  /** Keys that may not be used at all. */
  readonly forbidden: readonly Place[];
  /** Where objects and arrays first nest deeper than the limit. */
  readonly tooDeep?: Place;
  /** Value (or key, under `path` + '\u0000') by its path: `articles/0/id`. Only those asked for. */
  readonly places: ReadonlyMap<string, Place>;
  /** Objects that have children, by their id: the place of the id. */
  readonly ids: ReadonlyMap<string, Place>;
}

interface Frame {
  readonly kind: 'object' | 'array';
  readonly path: string;
  readonly start: number;
  readonly keys: Map<string, Place>;
  key: string;
  index: number;
  id?: { readonly text: string; readonly place: Place };
}

const TOKEN = /[ \t\n\r]*(?:([{}[\],:])|("[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expect = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

const NESTING_LIMIT = 1000;

/**
 * Walks JSON text without building it: what is wrong, and where things stand. A loop, not a recursion, so that no
 * depth of nesting breaks it. Linear in the length of the text.
 */
export function scanJson(source: string, wanted: ReadonlySet<string> = new Set()): JsonScan {
  const duplicates: { key: string; first: Place; second: Place }[] = [];
  const forbidden: Place[] = [];
  const places = new Map<string, Place>();
  const ids = new Map<string, Place>();
  const stack: Frame[] = [];
  let tooDeep: Place | undefined;
  let expect: Expect = 'value';
  let at = source.startsWith('\uFEFF') ? 1 : 0;

  const result = (fault?: JsonScan['fault']): JsonScan =>
    ({ ...(fault && { fault }), duplicates, forbidden, ...(tooDeep && { tooDeep }), places, ids });
  const pathHere = (): string => {
    const top = stack.at(-1);
    return top === undefined ? '' : `${top.path}/${top.kind === 'object' ? top.key : top.index}`;
  };
  const valueDone = (start: number, end: number, path: string): Expect => {
    if (wanted.has(path)) places.set(path, { start, end });
    return stack.length === 0 ? 'end' : 'comma';
  };

  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    if (token === null) {
      const offset = at + (/^[ \t\n\r]*/.exec(source.slice(at, at + 1000))?.[0].length ?? 0);
      if (expect === 'end' && offset >= source.length) return result();
      return result({ offset, expected: expected(expect) });
    }
    const end = TOKEN.lastIndex;
    const [, mark, string, scalar] = token;
    const start = end - (mark ?? string ?? scalar ?? '').length;
    at = end;
    const top = stack.at(-1);

    if (expect === 'key' || expect === 'first-key') {
      if (mark === '}' && expect === 'first-key') {
        stack.pop();
        expect = valueDone(top?.start ?? start, end, pathHere());
        continue;
      }
      if (string === undefined || top === undefined) return result({ offset: start, expected: expected(expect) });
      const key = unquote(string);
      const first = top.keys.get(key);
      if (first === undefined) top.keys.set(key, { start, end });
      else duplicates.push({ key, first, second: { start, end } });
      if (key === FORBIDDEN_KEY) forbidden.push({ start, end });
      top.key = key;
      const path = `${pathHere()}\u0000`;
      if (wanted.has(path)) places.set(path, { start, end });
      expect = 'colon';
    } else if (expect === 'colon') {
      if (mark !== ':') return result({ offset: start, expected: expected(expect) });
      expect = 'value';
    } else if (expect === 'comma') {
      if (top === undefined) return result({ offset: start, expected: expected(expect) });
      if (mark === ',') {
        top.index += 1;
        expect = top.kind === 'object' ? 'key' : 'value';
      } else if (mark === (top.kind === 'object' ? '}' : ']')) {
        stack.pop();
        if (top.id !== undefined && top.keys.has('children') && !ids.has(top.id.text)) ids.set(top.id.text, top.id.place);
        expect = valueDone(top.start, end, pathHere());
      } else return result({ offset: start, expected: expected(expect) });
    } else if (expect === 'end') {
      return result({ offset: start, expected: expected(expect) });
    } else if (mark === '{' || mark === '[') {
      const kind = mark === '{' ? 'object' : 'array';
      if (stack.length >= NESTING_LIMIT) {
        tooDeep = { start, end };
        return result();
      }
      stack.push({ kind, path: pathHere(), start, keys: new Map(), key: '', index: 0 });
      expect = kind === 'object' ? 'first-key' : 'first-value';
    } else if (mark === ']' && expect === 'first-value') {
      stack.pop();
      expect = valueDone(top?.start ?? start, end, pathHere());
    } else if (mark === undefined) {
      if (top?.kind === 'object' && top.key === 'id' && string !== undefined) top.id = { text: unquote(string), place: { start, end } };
      expect = valueDone(start, end, pathHere());
    } else return result({ offset: start, expected: expected(expect) });
  }
}

function unquote(string: string): string {
  const parsed: unknown = string.includes('\\') ? JSON.parse(string) : string.slice(1, -1);
  return typeof parsed === 'string' ? parsed : '';
}

function expected(expect: Expect): string {
  switch (expect) {
    case 'value': return 'a value';
    case 'first-value': return 'a value or “]”';
    case 'key': return 'a key in quotation marks';
    case 'first-key': return 'a key in quotation marks or “}”';
    case 'colon': return '“:”';
    case 'comma': return '“,” or the closing bracket';
    case 'end': return 'nothing more';
  }
}
