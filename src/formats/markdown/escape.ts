import { ordered } from '../ordered.ts';

/** Everything that Markdown, GitHub or a template engine in front of it could take for markup. */
const MARKUP = /[\\`*_[\]<>|~$#]|&(?=#?\w+;)|!(?=\[)/g;

/**
 * Characters that nobody sees, or that change how others are shown: they stand as character references, so that the
 * visible text is exact and the source shows what it holds. No-break spaces inside a text are ordinary typography.
 */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u1680\u180E\u2000-\u200B\u200E\u200F\u2028-\u202E\u205F-\u2064\u2066-\u206F\u3000\uFEFF]|^[\u00A0\u202F]|[\u00A0\u202F]$/g;

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const HARMLESS = /^[A-Za-z0-9А-яЁё .,:;()'"“”«»’–/%?-]*$/;

/** Text as Markdown that shows exactly that text, in a paragraph, a heading or a table cell. */
export function escapeText(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .replace(LONE, '\uFFFD')
    .replace(MARKUP, (mark, at: number) => (mark === '|' && text[at - 1] === '\\' ? '&#124;' : `\\${mark}`))
    .replace(UNSEEN, (unit) => (unit === '\u00A0' ? '&nbsp;' : `&#x${unit.charCodeAt(0).toString(16).toUpperCase()};`));
}

/** An id as it can stand in an attribute, a link and a comment: no space, no markup, no two hyphens in a row. */
export function encodeId(id: string): string {
  if (id === '') return '%';
  if (/^[\w.:@/]+(?:-[\w.:@/]+)*$/.test(id)) return id;
  return encodeURIComponent(id.replace(LONE, '\uFFFD'))
    .replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(3A|40|2F)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/-(?=-|$)|^-/g, '%2D');
}

/** Undefined where it is no encoded id. */
export function decodeId(encoded: string): string | undefined {
  if (encoded === '%') return '';
  if (!encoded.includes('%')) return encoded;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** JSON, its keys in order, that can stand in a comment, in a table cell. */
export function commentJson(value: unknown): string {
  return JSON.stringify(ordered(value)).replace(
    /-(?=-)|[<>|`\u007F-\u009F\u200B-\u200F\u061C\u2028-\u202E\u2060-\u206F\uFEFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A short sum over a visible text: tells whether a person has changed it. FNV-1a, 32 bits. */
export function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}
