import { diff } from 'fast-myers-diff';
import type { Finding, Related, Span } from '../model/index.ts';

/** Places named in the finding; the file itself shows the rest. */
const SHOWN = 5;

/** A file that a person has edited: which lines differ from what would be written. */
export function editedFinding(path: string, present: string, content: string): Finding {
  const now = present.split(/\r?\n/u);
  const then = content.split('\n');
  const related: Related[] = [];
  let places = 0;
  let first: Span | undefined;
  for (const [nowFrom, nowTo, thenFrom, thenTo] of diff(now, then)) {
    const mine = now.slice(nowFrom, nowTo).map(shown).join(' ').trim();
    const ours = then.slice(thenFrom, thenTo).map(shown).join(' ').trim();
    // The line with the file's own hash, and the comments with ids, are no edit that a person would recognise.
    if (mine === ours) continue;
    places += 1;
    if (related.length === SHOWN) continue;
    const span = lineSpan(path, now, Math.min(nowFrom, now.length - 1));
    first ??= span;
    related.push({ message: difference(mine, ours), span });
  }
  if (places > SHOWN) related.push({ message: `and ${places - SHOWN} more` });
  return {
    rule: 'output-edited',
    severity: 'error',
    message: `${path} is not as it was written: a person may have edited it, so nothing was written`,
    hint: 'keep it under another name, or give --force to overwrite it',
    ...(first === undefined ? {} : { span: first }),
    ...(related.length === 0 ? {} : { related }),
  };
}

/** A line as a reader sees it: without anchors and comments. */
function shown(line: string): string {
  return line.replace(/<!--.*?-->/gu, '').replace(/<a id="[^"]*"><\/a>/gu, '').replace(/\s+/gu, ' ').trim();
}

function difference(mine: string, ours: string): string {
  if (ours === '') return `“${clip(mine, 0)}” would be removed`;
  if (mine === '') return `“${clip(ours, 0)}” would be put in`;
  let same = 0;
  while (same < mine.length && mine[same] === ours[same]) same += 1;
  return `“${clip(mine, same)}” would become “${clip(ours, same)}”`;
}

/** Some words before the place where two lines part, and some after. */
function clip(text: string, from: number): string {
  const start = from <= 30 ? 0 : text.indexOf(' ', from - 30) + 1;
  const part = text.slice(start, start + 80);
  return `${start > 0 ? '…' : ''}${part.trim()}${start + 80 < text.length ? '…' : ''}`;
}

function lineSpan(file: string, lines: readonly string[], index: number): Span {
  let offset = 0;
  for (const line of lines.slice(0, index)) offset += line.length + 1;
  const length = lines[index]?.length ?? 0;
  return {
    file,
    start: { line: index + 1, column: 1, offset },
    end: { line: index + 1, column: length + 1, offset: offset + length },
  };
}
