const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', ndash: '–', mdash: '—', hellip: '…', laquo: '«', raquo: '»',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', sect: '§', para: '¶', copy: '©', reg: '®', trade: '™', deg: '°', euro: '€',
  shy: '\u00AD', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', bull: '•', middot: '·', times: '×', frac12: '½',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,31}));/y;
const TAG = /<\/?[A-Za-z][^<>]*>|<!--[^]*?-->/y;
const AUTOLINK = /<((?:https?:|mailto:)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const SPECIAL = /[\\`*_[\]!&<~]/;

/** Markdown inline marks resolved to the text that a reader sees: emphasis, links, code, entities, escapes, tags. */
export function plainInline(source: string): string {
  if (!SPECIAL.test(source)) return source.replace(/\s+/g, ' ').trim();
  const closers = matchBrackets(source);
  const out: string[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  const skipTo = new Map<number, number>();
  let i = 0;
  while (i < source.length) {
    const character = source[i] ?? '';
    const skip = skipTo.get(i);
    if (skip !== undefined) {
      i = skip;
      continue;
    }
    switch (character) {
      case '\\':
        if (ESCAPABLE.test(source[i + 1] ?? '')) {
          out.push(source[i + 1] ?? '');
          i += 2;
          continue;
        }
        break;
      case '`': {
        const ticks = /`+/y;
        ticks.lastIndex = i;
        const run = ticks.exec(source)?.[0] ?? '`';
        const end = source.indexOf(run, i + run.length);
        if (end !== -1 && run.length !== 2) {
          out.push(source.slice(i + run.length, end));
          i = end + run.length;
        } else {
          out.push(run);
          i += run.length;
        }
        continue;
      }
      case '!':
        if (source[i + 1] === '[' && linkEnd(source, closers.get(i + 1)) !== undefined) {
          i += 1;
          continue;
        }
        break;
      case '[': {
        const close = closers.get(i);
        const end = linkEnd(source, close);
        if (close !== undefined && end !== undefined) {
          skipTo.set(close, end);
          i += 1;
          continue;
        }
        break;
      }
      case '<': {
        const auto = at(AUTOLINK, source, i);
        const tag = auto ?? at(TAG, source, i);
        if (tag !== undefined) {
          if (auto !== undefined) out.push(auto[1] ?? '');
          else if (/^<br/i.test(tag[0])) out.push(' ');
          i += tag[0].length;
          continue;
        }
        break;
      }
      case '&': {
        const entity = at(ENTITY, source, i);
        const decoded = entity === undefined ? undefined : decode(entity);
        if (entity !== undefined && decoded !== undefined) {
          out.push(decoded);
          i += entity[0].length;
          continue;
        }
        break;
      }
      case '*':
      case '_':
      case '~': {
        let end = i;
        while (source[end] === character) end += 1;
        emphasis(source, i, end, out, open);
        i = end;
        continue;
      }
      default:
    }
    // Runs of ordinary characters are taken at once.
    let next = i + 1;
    while (next < source.length && !SPECIAL.test(source[next] ?? '')) next += 1;
    out.push(source.slice(i, next));
    i = next;
  }
  return out.join('').replace(/\s+/g, ' ').trim();
}

/** A run of `*`, `_` or `~~` that opens or closes emphasis leaves nothing; any other stays. Blanks (`____`) stay. */
function emphasis(source: string, start: number, end: number, out: string[], open: { readonly mark: string; readonly at: number }[]): void {
  const mark = source.slice(start, end);
  const character = mark[0] ?? '';
  const before = source[start - 1] ?? ' ';
  const after = source[end] ?? ' ';
  const tooLong = character === '_' ? mark.length > 2 : mark.length > 3;
  const leftFlanking = !/\s/.test(after) && (character !== '_' || !/[\p{L}\p{N}]/u.test(before));
  const rightFlanking = !/\s/.test(before) && (character !== '_' || !/[\p{L}\p{N}]/u.test(after));
  if (tooLong || (character === '~' && mark.length !== 2)) {
    out.push(mark);
    return;
  }
  const opener = rightFlanking ? open.findLastIndex((entry) => entry.mark === mark) : -1;
  if (opener !== -1) {
    const entry = open[opener];
    if (entry !== undefined) out[entry.at] = '';
    open.length = opener;
  } else {
    // Kept until its other end turns up.
    if (leftFlanking && open.length < 64) open.push({ mark, at: out.length });
    out.push(mark);
  }
}

/** Where each `[` closes, in one pass. */
function matchBrackets(source: string): Map<number, number> {
  const closers = new Map<number, number>();
  const stack: number[] = [];
  for (let i = 0; i < source.length; i += 1) {
    const character = source[i];
    if (character === '\\') i += 1;
    else if (character === '[') stack.push(i);
    else if (character === ']') {
      const start = stack.pop();
      if (start !== undefined) closers.set(start, i);
    }
  }
  return closers;
}

const TARGET = /\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\]/y;

/** The end of `](target)` or `][reference]`, given where `]` stands. */
function linkEnd(source: string, close: number | undefined): number | undefined {
  if (close === undefined) return undefined;
  const target = at(TARGET, source, close + 1);
  return target === undefined ? undefined : close + 1 + target[0].length;
}

function at(pattern: RegExp, source: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(source) ?? undefined;
}

function decode(entity: RegExpExecArray): string | undefined {
  const code = entity[1] !== undefined ? Number.parseInt(entity[1], 10) : entity[2] !== undefined ? Number.parseInt(entity[2], 16) : undefined;
  if (code !== undefined) return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
  return ENTITIES[entity[3] ?? ''];
}
