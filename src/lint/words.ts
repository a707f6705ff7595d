/** How far around a match its sentence is looked for: keeps one endless paragraph linear. */
const REACH = 400;

/** The sentence before a place: from the last full stop or semicolon to it. */
export function sentenceBefore(text: string, index: number): string {
  const window = text.slice(Math.max(0, index - REACH), index);
  const match = /[\s\S]*[.;!?]\s/u.exec(window);
  return match === null ? window : window.slice(match[0].length);
}

/** The sentence after a place, up to its full stop or semicolon. */
export function sentenceAfter(text: string, index: number): string {
  const window = text.slice(index, index + REACH);
  const end = window.search(/[.;!?](?:\s|$)/u);
  return end === -1 ? window : window.slice(0, end);
}

const AROUND = 28;

/** The words around a place, cut at spaces: “… within sixty (90) calendar days …”. */
export function excerpt(text: string, index: number, length: number): string {
  let start = Math.max(0, index - AROUND);
  let end = Math.min(text.length, index + length + AROUND);
  if (start > 0) start = Math.min(index, text.indexOf(' ', start) + 1 || index);
  if (end < text.length) end = Math.max(index + length, text.lastIndexOf(' ', end));
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** “a”, “b” and 3 more. */
export function quoteSome(items: readonly string[], limit = 3): string {
  const shown = items.slice(0, limit).map((item) => `“${item}”`);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : (shown[0] ?? '');
}

export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
