import { type DraftTerm, type Finding, type Inline, type Language, type Value, textOf } from '../../model/index.ts';
import type { Positions } from '../positions.ts';
import { mergeTexts, tidyText } from '../tidy.ts';
import { type Opened, parseOpening } from './inline-comment.ts';
import { checksum, decodeId } from './escape.ts';
import { rereadInline } from './reread.ts';
import type { Token } from './tokens.ts';

/** What reading inlines needs to know, and where it reports. */
export interface InlineReader {
  readonly source: string;
  readonly positions: Positions;
  readonly values: ReadonlyMap<string, Value>;
  readonly terms: ReadonlyMap<string, DraftTerm>;
  readonly findings: Finding[];
  /** Parameters and terms whose words a person has changed. */
  readonly changed: Set<string>;
}

/** A comment or tag that is open, and what has been read since. */
interface Frame {
  readonly opened: Opened | { readonly kind: 'root' | 'ins' | 'del' };
  readonly at: number;
  readonly end: number;
  readonly content: Inline[];
  href?: string;
}

/** The words of a cell with what the comments around them say they are. `offset` is where the cell begins. */
export function readInlines(reader: InlineReader, tokens: readonly Token[], offset: number, language: Language): readonly Inline[] {
  const root: Frame = { opened: { kind: 'root' }, at: 0, end: 0, content: [] };
  const stack: Frame[] = [root];
  const top = (): Frame => stack.at(-1) ?? root;
  const report = (rule: string, severity: Finding['severity'], message: string, at: number, end: number): void => {
    reader.findings.push({ rule, severity, message, span: reader.positions.span(offset + at, offset + end) });
  };
  const close = (end: number): void => {
    const frame = stack.pop();
    if (frame !== undefined) top().content.push(...finish(frame, end));
  };
  const finish = (frame: Frame, end: number): readonly Inline[] => {
    const { opened } = frame;
    const content = mergeTexts(frame.content);
    switch (opened.kind) {
      case 'root':
        return content;
      case 'ins':
        return [{ type: 'insertion', content }];
      case 'del':
        return [{ type: 'deletion', content }];
      case 'moved': {
        // The tag inside is for the eye.
        const [only] = content;
        const inner = content.length === 1 && (only?.type === 'insertion' || only?.type === 'deletion') ? only.content : content;
        return [{ type: 'moved', direction: opened.direction, id: opened.id, content: inner }];
      }
      case 'bracket': {
        const options = frame.content.flatMap((inline) => (inline.type === 'bracket' ? inline.options : []));
        const between = textOf(frame.content.filter((inline) => inline.type !== 'bracket'));
        if (!/^\[?[ /]*\]?$/.test(between)) {
          report('bracket-reworded', 'warning', `words between the options of a bracket were left out: “${between.trim()}”`, frame.at, end);
        }
        return [{ type: 'bracket', options, ...(opened.note !== undefined && { note: opened.note }) }];
      }
      case 'option':
        // Carried as a bracket of one option until the bracket around it closes.
        if (top().opened.kind !== 'bracket') return content;
        return [{ type: 'bracket', options: [{ ...(opened.party !== undefined && { party: opened.party }), content }] }];
      case 'atom': {
        if (content.some((inline) => inline.type !== 'text')) {
          report('draft-comment', 'warning', 'a comment that marks a value, term or reference is not closed; the words stay as they are', frame.at, frame.end);
          return content;
        }
        const text = textOf(content);
        const made = opened.make(text, frame.href === undefined ? undefined : decodeId(frame.href));
        if (made === undefined) {
          report('draft-comment', 'warning', 'what this comment refers to is missing; the words stay as plain text', frame.at, frame.end);
          return content;
        }
        if (checksum(text) === opened.sum || checksum(tidyText(text)) === opened.sum) return [made];
        return rereadInline(made, tidyText(text), language, reader.terms, (rule, severity, message) => {
          report(rule, severity, message, frame.end, Math.max(frame.end, end));
        }, reader.changed);
      }
    }
  };

  for (const token of tokens) {
    switch (token.kind) {
      case 'text':
        top().content.push({ type: 'text', text: token.text });
        break;
      case 'indent':
        top().content.push({ type: 'text', text: '\u2003' });
        break;
      case 'link': {
        const frame = top();
        if (frame.opened.kind === 'atom' && token.href.startsWith('#')) frame.href = stripPrefix(token.href.slice(1));
        frame.content.push({ type: 'text', text: token.text });
        break;
      }
      case 'tag': {
        if (token.name === 'br') top().content.push({ type: 'text', text: ' ' });
        else if (token.name === 'ins' || token.name === 'del') {
          if (!token.closing && stack.length < 100) stack.push({ opened: { kind: token.name }, at: token.at, end: token.end, content: [] });
          else if (token.closing && top().opened.kind === token.name) close(token.at);
        }
        break;
      }
      case 'comment': {
        if (token.body === '/') {
          while (stack.length > 1 && (top().opened.kind === 'ins' || top().opened.kind === 'del')) close(token.at);
          if (stack.length > 1) close(token.at);
          else report('draft-comment', 'warning', 'this comment closes nothing; what it closed is plain text now', token.at, token.end);
          break;
        }
        const opened = parseOpening(token.body, reader.values);
        if (opened !== undefined && stack.length < 100) stack.push({ opened, at: token.at, end: token.end, content: [] });
        else if (token.body !== '.') report('draft-comment', 'warning', 'this comment cannot be read and was left out', token.at, token.end);
        break;
      }
      case 'anchor':
        report('draft-comment', 'info', 'an anchor inside a paragraph was left out', token.at, token.end);
        break;
      case 'mark':
        break;
    }
  }
  const end = tokens.at(-1)?.end ?? 0;
  while (stack.length > 1) {
    const frame = top();
    if (frame.opened.kind === 'atom') {
      report('draft-comment', 'warning', 'what this comment opens is not closed; the words after it stay as plain text', frame.at, frame.end);
      stack.pop();
      top().content.push(...frame.content);
    } else {
      report('draft-comment', 'warning', 'what opens here is not closed; it was taken to run to the end of the paragraph', frame.at, frame.end);
      close(end);
    }
  }
  return mergeTexts(root.content);
}

/** `ru--article:scope` in a link of the second language's text. */
function stripPrefix(anchor: string): string {
  return anchor.replace(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*--/, '');
}
