import type { Explanation, Fact } from '../model/index.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/** Title, words and facts; sections indented under their headings. Wrapped to the width given. */
export function terminalExplanation(explanation: Explanation, paint: Paint, width: number): string {
  const lines = [`${paint.strong(visible(explanation.title))}  ${paint.faint(visible(explanation.id))}`];
  lines.push(...part(explanation, '', paint, width));
  for (const section of explanation.sections) {
    lines.push('', paint.strong(visible(section.title)), ...part(section, '  ', paint, width));
  }
  return `${lines.join('\n')}\n`;
}

function part(of: Pick<Explanation, 'paragraphs' | 'facts'>, indent: string, paint: Paint, width: number): readonly string[] {
  const lines = of.paragraphs.flatMap((paragraph) => wrapped(visible(paragraph), indent, width));
  return [...lines, ...factLines(of.facts, indent, paint, width)];
}

/** Beyond this a label stands on a line of its own. */
const LABEL = 24;

function factLines(facts: readonly Fact[], indent: string, paint: Paint, width: number): readonly string[] {
  const widest = Math.min(LABEL, Math.max(0, ...facts.map(({ label }) => label.length)));
  const hang = `${indent}${' '.repeat(widest + 2)}`;
  return facts.flatMap(({ label, value }) => {
    const lines = wrapped(visible(value), hang, width);
    if (label.length > widest) return [`${indent}${paint.faint(label)}`, ...lines];
    return [`${indent}${paint.faint(label.padEnd(widest))}  ${(lines[0] ?? '').slice(hang.length)}`, ...lines.slice(1)];
  });
}

/** Breaks at spaces; lines that the writer broke stay broken, and words longer than the line stay whole. */
function wrapped(text: string, indent: string, width: number): readonly string[] {
  const limit = Math.max(40, Math.min(width, 100)) - indent.length;
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > limit) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current].map((part) => `${indent}${part}`.trimEnd());
  });
}
