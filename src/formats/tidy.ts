import type { Draft, Inline, Localized, Node } from '../model/index.ts';

/** Spaces, tabs and line ends are one space. No-break spaces are characters of the text and stay. */
const GAP = /[ \t\n\v\f\r]+/g;

const PLAIN = /^[\x20-\x7E]*$/;

/** NFC and single-spaced; edges keep their space, for they may stand beside another inline. */
export function tidyText(text: string): string {
  const composed = PLAIN.test(text) ? text : text.normalize('NFC');
  return composed.replace(GAP, ' ');
}

/** Without white space at the edges; no-break spaces stay. A loop: a pattern would try every run of spaces anew. */
export function trimGaps(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ' \t\n\r'.includes(text.charAt(start))) start += 1;
  while (end > start && ' \t\n\r'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The inlines of a block as the tree holds them: tidy, no empty text, no two texts in a row, no space at the edges. */
function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const merged = mergeTexts(inlines).map(tidyInline);
  const first = merged[0];
  if (first?.type === 'text') merged[0] = { ...first, text: first.text.replace(/^ /, '') };
  const last = merged.at(-1);
  if (last?.type === 'text') merged[merged.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
  return merged.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

/** Texts in a row become one; empty ones go. Pieces are gathered first, so that many of them cost no more than their length. */
export function mergeTexts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  let pieces: string[] = [];
  const flush = (): void => {
    const text = pieces.join('');
    if (text !== '') merged.push({ type: 'text', text });
    pieces = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'text') pieces.push(inline.text);
    else {
      flush();
      merged.push(inline);
    }
  }
  flush();
  return merged;
}

function tidyInline(inline: Inline): Inline {
  switch (inline.type) {
    case 'bracket':
      return { ...inline, options: inline.options.map((option) => ({ ...option, content: mergeTexts(option.content).map(tidyInline) })) };
    case 'insertion':
    case 'deletion':
    case 'moved':
      return { ...inline, content: mergeTexts(inline.content).map(tidyInline) };
    default:
      return { ...inline, text: tidyText(inline.text) };
  }
}

function tidyLocalized(localized: Localized<readonly Inline[]>): Localized<readonly Inline[]> {
  return Object.fromEntries(Object.entries(localized).map(([language, inlines]) => [language, tidyInlines(inlines)]));
}

function tidyNode(node: Node): Node {
  return {
    ...node,
    ...(node.heading && { heading: tidyLocalized(node.heading) }),
    ...(node.content && { content: tidyLocalized(node.content) }),
    ...(node.tail && { tail: tidyLocalized(node.tail) }),
    children: node.children.map(tidyNode),
  };
}

/** A draft whose words a person may have typed, brought to the form that everything else relies on. */
export function tidyDraft(draft: Draft): Draft {
  return {
    ...draft,
    title: tidyLocalized(draft.title),
    preamble: draft.preamble.map(tidyNode),
    articles: draft.articles.map(tidyNode),
    annexes: draft.annexes.map(tidyNode),
    closing: draft.closing.map(tidyNode),
    signatures: draft.signatures.map(tidyNode),
  };
}
