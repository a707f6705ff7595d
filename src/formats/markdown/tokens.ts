/** A piece of a paragraph or cell. `at` and `end` are offsets in the cell. */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'indent'; readonly at: number; readonly end: number }
  | { readonly kind: 'comment'; readonly body: string; readonly at: number; readonly end: number }
  | { readonly kind: 'anchor'; readonly id: string; readonly at: number; readonly end: number }
  | { readonly kind: 'tag'; readonly name: string; readonly closing: boolean; readonly at: number; readonly end: number }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly at: number; readonly end: number }
  | { readonly kind: 'mark'; readonly mark: string; readonly at: number; readonly end: number };

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', shy: '\u00AD',
  ndash: '–', mdash: '—', hellip: '…', laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', bdquo: '„', lsquo: '‘', rsquo: '’', sect: '§',
};

const SPECIAL = /[\\&<[*_`~]/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/y;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,31}));/y;
const ANCHOR = /<a (?:id|name)="?([^"<>\s]*)"?>(?:<\/a>)?/y;
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?:\s[^<>]*)?>/y;
const LINK = /\[((?:\\[^]|[^[\]\\])*)\]\(([^()\s]*)\)/y;
const MARK = /\*+|_+|`+|~+/y;

/** Cuts a paragraph or cell of our Markdown into what it is made of. Linear; never fails: what is no markup is text. */
export function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let pending = '';
  let pendingAt = 0;
  let at = 0;
  let noMoreComments = false;
  const flush = (): void => {
    if (pending !== '') tokens.push({ kind: 'text', text: pending, at: pendingAt, end: at });
    pending = '';
  };
  const text = (piece: string, length: number): void => {
    if (pending === '') pendingAt = at;
    pending += piece;
    at += length;
  };
  const token = (made: Token): void => {
    flush();
    tokens.push(made);
    at = made.end;
  };
  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(source)?.index ?? source.length;
    if (next > at) text(source.slice(at, next), next - at);
    if (next >= source.length) break;
    const character = source[next] ?? '';
    if (character === '\\') {
      const escape = match(ESCAPE, source, at);
      text(escape?.[1] ?? '\\', escape === undefined ? 1 : 2);
    } else if (character === '&') {
      const entity = match(ENTITY, source, at);
      const decoded = entity && decode(entity);
      if (entity?.[3] === 'emsp') token({ kind: 'indent', at, end: at + entity[0].length });
      else text(decoded ?? '&', decoded === undefined ? 1 : (entity?.[0].length ?? 1));
    } else if (character === '<') {
      const end = !noMoreComments && source.startsWith('<!--', at) ? source.indexOf('-->', at + 4) : -1;
      if (end >= 0) {
        token({ kind: 'comment', body: source.slice(at + 4, end).trim(), at, end: end + 3 });
        continue;
      }
      if (source.startsWith('<!--', at)) noMoreComments = true;
      const anchor = match(ANCHOR, source, at);
      const tag = match(TAG, source, at);
      if (anchor !== undefined) token({ kind: 'anchor', id: anchor[1] ?? '', at, end: at + anchor[0].length });
      else if (tag !== undefined) {
        token({ kind: 'tag', name: (tag[2] ?? '').toLowerCase(), closing: tag[1] === '/', at, end: at + tag[0].length });
      } else text('<', 1);
    } else if (character === '[') {
      const link = match(LINK, source, at);
      if (link === undefined) text('[', 1);
      else token({ kind: 'link', text: plain(link[1] ?? ''), href: link[2] ?? '', at, end: at + link[0].length });
    } else {
      const mark = match(MARK, source, at)?.[0] ?? character;
      token({ kind: 'mark', mark, at, end: at + mark.length });
    }
  }
  flush();
  return resolveMarks(tokens, source);
}

/** The words of a link: text, escapes and references only. */
function plain(source: string): string {
  return source
    .replace(/\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,31}));/g, (whole, escaped, decimal, hex, name) =>
      typeof escaped === 'string' ? escaped : (decode([whole, decimal, hex, name]) ?? whole));
}

function decode(entity: readonly (string | undefined)[]): string | undefined {
  const [, decimal, hex, name] = entity;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
  if (code === undefined) return name !== undefined && Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

/**
 * Emphasis that opens and closes leaves no trace but its first mark, so that a bold line can be told; the rest is
 * text. Our own text has every such character escaped, so what is found here a person typed, or it marks a heading.
 */
function resolveMarks(tokens: readonly Token[], source: string): readonly Token[] {
  if (!tokens.some((token) => token.kind === 'mark')) return tokens;
  const open = new Map<string, number>();
  const paired = new Set<number>();
  tokens.forEach((token, index) => {
    if (token.kind !== 'mark') return;
    const { mark, at, end } = token;
    const opener = open.get(mark);
    const spaceBefore = at === 0 || /\s/.test(source[at - 1] ?? ' ');
    const spaceAfter = end >= source.length || /\s/.test(source[end] ?? ' ');
    const inWord = mark.startsWith('_') && !spaceBefore && !spaceAfter && /\w/.test(source[at - 1] ?? '') && /\w/.test(source[end] ?? '');
    if (mark.length > 3 || inWord || mark === '~') return;
    if (opener !== undefined && !spaceBefore) {
      paired.add(opener).add(index);
      open.delete(mark);
    } else if (!spaceAfter) open.set(mark, index);
  });
  return tokens.flatMap((token, index): Token[] =>
    token.kind !== 'mark' ? [token] : paired.has(index) ? [token] : [{ kind: 'text', text: token.mark, at: token.at, end: token.end }]);
}
