import type { Change, Comparison } from '../model/index.ts';
import { numberOf, placeOf, shortened, textsOf, wordsOf } from './change-words.ts';
import { changesInWords } from './count.ts';
import { fold } from './fold.ts';
import type { Look } from './look.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/** Each change with its words, what follows from it indented below, and a summary line. */
export function terminalChanges(comparison: Comparison, look: Look): string {
  const { paint } = look;
  const blocks = comparison.changes.map((change) => one(change, paint));
  return fold([...blocks, `${paint.strong(changesInWords(comparison))}\n`].join('\n'), look);
}

function one(change: Change, paint: Paint): string {
  // A value has many places, and a block without a number only its id.
  const where = change.kind === 'revalued' ? change.node : placeOf(change);
  const head = [
    paint.strong(change.kind),
    change.class,
    paint.info(visible(where)),
    ...(where === change.node ? [] : [paint.faint(visible(change.node))]),
  ].join('  ');
  const lines = [head, ...body(change, paint).map((line) => `    ${line}`)];
  for (const consequence of change.consequences ?? []) {
    const where = consequence.place === undefined ? '' : `${placeOf(consequence.place)}: `;
    lines.push(`    ${paint.faint(`→ ${visible(`${where}${consequence.message}`)}`)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function body(change: Change, paint: Paint): readonly string[] {
  const { before, after } = change;
  switch (change.kind) {
    case 'added':
      return after === undefined ? [] : textsOf(after).flatMap(([language, text]) => block(language, text, '+ ', paint));
    case 'removed':
      return before === undefined ? [] : textsOf(before).flatMap(([language, text]) => block(language, text, '- ', paint));
    case 'revalued':
      return revalued(change, paint);
    case 'reworded':
    case 'retitled':
    case 'moved':
    case 'renumbered':
      return wordsOf(change).flatMap(([language, segments]) => {
        const text = shortened(segments).map((segment) => {
          const shown = visible(segment.text);
          return segment.kind === 'same' ? shown : around(shown, segment.kind === 'insertion' ? paint.inserted : paint.deleted);
        });
        return text.join('').split('\n').map((line, index) => `${label(index === 0 ? language : '')}${line}`);
      });
  }
}

function revalued({ before, after, places }: Change, paint: Paint): readonly string[] {
  const old = before === undefined ? '' : paint.deleted(visible(before.text));
  const now = after === undefined ? '' : paint.inserted(visible(after.text));
  const where = (places ?? []).map((place) => (place.after === undefined ? placeOf(place) : numberOf(place.after)));
  return [[old, now].filter((text) => text !== '').join(' → '), ...(where.length === 0 ? [] : [`in ${visible(where.join(', '))}`])];
}

/** A whole block, signed line by line: without colour the sign says it all. */
function block(language: string, text: string, sign: '+ ' | '- ', paint: Paint): readonly string[] {
  const mark = sign === '+ ' ? paint.inserted : paint.deleted;
  return text.split('\n').map((line, index) => {
    const shown = visible(line);
    return `${label(index === 0 ? language : '')}${sign}${paint.colour ? mark(shown) : shown}`;
  });
}

/** White space at the edges stays outside the mark, so that a run of words reads as one. */
function around(text: string, mark: (text: string) => string): string {
  const inner = text.trim();
  if (inner === '') return mark(text);
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}${mark(inner)}${text.slice(start + inner.length)}`;
}

function label(language: string): string {
  return language === '' ? '' : `${language}  `;
}
