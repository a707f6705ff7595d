import type { Change, ChangeClass, Comparison, Segment } from '../model/index.ts';
import { numberOf, placeOf, shortened, textsOf, wordsOf } from './change-words.ts';
import { changesInWords } from './count.ts';

const CLASSES: readonly ChangeClass[] = ['substantive', 'editorial', 'typographic'];

/** For a comment on a pull request: what is of substance stands open, the rest folds. */
export function markdownChanges(comparison: Comparison): string {
  const lines = [`**${changesInWords(comparison)}** between ${code(comparison.before)} and ${code(comparison.after)}`];
  for (const kind of CLASSES) {
    const changes = comparison.changes.filter((change) => change.class === kind);
    if (changes.length === 0) continue;
    const list = changes.map(item);
    if (kind === 'substantive') lines.push('', `### ${title(kind)}`, '', ...list);
    else lines.push('', `<details><summary>${title(kind)} (${changes.length})</summary>`, '', ...list, '', '</details>');
  }
  return `${lines.join('\n')}\n`;
}

function item(change: Change): string {
  const where = change.kind === 'revalued' ? change.node : placeOf(change);
  const place = where === change.node ? '' : ` ${escape(where)}`;
  const lines = [`- **${change.kind}**${place} ${code(change.node)}`];
  for (const line of body(change)) lines.push('', `  ${line}`);
  for (const [index, consequence] of (change.consequences ?? []).entries()) {
    const where = consequence.place === undefined ? '' : `${escape(placeOf(consequence.place))}: `;
    if (index === 0) lines.push('');
    lines.push(`  - ${where}${escape(consequence.message)}`);
  }
  return lines.join('\n');
}

function body(change: Change): readonly string[] {
  const { before, after, places } = change;
  switch (change.kind) {
    case 'added':
      return after === undefined ? [] : textsOf(after).map(([language, text]) => `${label(language)}${whole('ins', text)}`);
    case 'removed':
      return before === undefined ? [] : textsOf(before).map(([language, text]) => `${label(language)}${whole('del', text)}`);
    case 'revalued': {
      const old = before === undefined ? '' : whole('del', before.text);
      const now = after === undefined ? '' : whole('ins', after.text);
      const where = (places ?? []).map((place) => escape(place.after === undefined ? placeOf(place) : numberOf(place.after)));
      return [[old, now].filter((text) => text !== '').join(' → '), ...(where.length === 0 ? [] : [`in ${where.join(', ')}`])];
    }
    case 'reworded':
    case 'retitled':
    case 'moved':
    case 'renumbered':
      return wordsOf(change).map(([language, segments]) => `${label(language)}${shortened(segments).map(words).join('')}`);
  }
}

function words({ kind, text }: Segment): string {
  switch (kind) {
    case 'same':
      return lines(escape(text));
    case 'insertion':
      return whole('ins', text);
    case 'deletion':
      return whole('del', text);
  }
}

function whole(tag: 'ins' | 'del', text: string): string {
  return `<${tag}>${lines(escape(text))}</${tag}>`;
}

/** A list item's text stays one paragraph: a blank line would end it. */
function lines(text: string): string {
  return text.replace(/\n+/gu, '<br>');
}

function label(language: string): string {
  return language === '' ? '' : `*${escape(language)}* `;
}

/** Text that Markdown and HTML leave alone, wherever in a line it stands. */
function escape(text: string): string {
  return text
    .replace(/[&<>]/gu, (character) => ENTITIES[character] ?? character)
    .replace(/[\\`*_{}[\]()#+\-.!|~@$]/gu, (character) => `\\${character}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A code span whose fence is longer than any run of backticks in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/gu, ' ')}${pad}${fence}`;
}

function title(kind: ChangeClass): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
