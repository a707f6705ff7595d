import { language as rulesOf } from '../../languages/index.ts';
import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { DIGIT } from '../signs.ts';
import { viewOf, type Passage } from '../view.ts';
import { quoteSome } from '../words.ts';

export const rule: Rule = {
  id: 'parity-numbers',
  code: 'B03',
  severity: 'error',
  title: 'Numbers, dates or references that differ between the languages of a block',
  why: 'Two amounts, two periods or two citations are two bargains, and both texts bind.',
  follows: ['words-figures-differ', 'dangling-reference', 'numeric-date', 'parity-structure', 'placeholder-text', 'blank-open', 'bracket-open', 'currency-bare', 'departure-unrecorded'],
  good: () => ({ title: 'The same day and the same number', draft: paragraphs([{ en: 'Within sixty (60) days after 4 June 2028.', ru: 'В течение 60 (шестидесяти) дней после 4 июня 2028 года.' }]) }),
  bad: () => ({ title: 'Sixty days, ninety days', draft: paragraphs([{ en: 'Within sixty (60) days.', ru: 'В течение 90 (девяноста) дней.' }]) }),
  *check({ draft }) {
    const [first, ...others] = draft.meta.languages;
    if (first === undefined || others.length === 0) return;
    const view = viewOf(draft);
    for (const { node } of view.entries) {
      const passages = view.passagesOf.get(node) ?? [];
      const leading = factsOf(passages.filter(({ language }) => language === first));
      if (leading === undefined) continue;
      for (const language of others) {
        const other = factsOf(passages.filter((passage) => passage.language === language));
        const message = other === undefined ? undefined : difference(leading, other, first, language);
        if (message !== undefined) yield { message, hint: 'make both languages say the same', node };
      }
    }
  },
};

interface Facts {
  /** Targets of references. */
  readonly references: ReadonlySet<string>;
  readonly dates: readonly string[];
  /** Figures outside dates, and outside references. */
  readonly numbers: readonly string[];
  /** Figures outside dates. */
  readonly all: readonly string[];
}

function factsOf(passages: readonly Passage[]): Facts | undefined {
  if (passages.length === 0) return undefined;
  const references = new Set<string>();
  const dates: string[] = [];
  const numbers: string[] = [];
  const all: string[] = [];
  for (const { language, text, pieces, signs } of passages) {
    const rules = rulesOf(language);
    if (rules === undefined) return undefined;
    for (const { inline } of pieces) if (inline.type === 'reference') references.add(`${inline.instrument}:${inline.id}`);
    if ((signs & DIGIT) === 0) continue;
    // Without a year there is no date.
    const found = /\d{4}/.test(text) ? rules.dates(text) : [];
    for (const { iso } of found) dates.push(iso);
    for (const { index, value } of rules.numbers(text)) {
      if (found.some((date) => date.index <= index && index < date.index + date.length)) continue;
      const inline = pieces.find((piece) => piece.start <= index && index < piece.end)?.inline;
      if (inline?.type === 'name') continue;
      all.push(value);
      if (inline?.type !== 'reference') numbers.push(value);
    }
  }
  return { references, dates, numbers, all };
}

function difference(a: Facts, b: Facts, first: string, second: string): string | undefined {
  const same = [...a.references].every((id) => b.references.has(id)) && a.references.size === b.references.size;
  const parts = [
    // Where one language cites in typed words, the figures must do.
    ...(same || (a.references.size !== b.references.size && tell('numbers', a.all, b.all, first, second) === undefined) ? [] : [tell('references', [...a.references], [...b.references], first, second)]),
    tell('dates', a.dates, b.dates, first, second),
    same ? tell('numbers', a.numbers, b.numbers, first, second) : tell('numbers', a.all, b.all, first, second),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** What one side has more often than the other. */
function tell(what: string, a: readonly string[], b: readonly string[], first: string, second: string): string | undefined {
  const [left, right] = [surplus(a, b), surplus(b, a)];
  if (left.length === 0 && right.length === 0) return undefined;
  const side = (language: string, items: readonly string[]): string => `${items.length === 0 ? 'nothing' : quoteSome(items.map((item) => item.replace(/^(?:self|framework):/, '')))} in ${language}`;
  return `the ${what} differ: ${side(first, left)}, ${side(second, right)}`;
}

function surplus(a: readonly string[], b: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of b) counts.set(item, (counts.get(item) ?? 0) + 1);
  return a.filter((item) => {
    const left = counts.get(item) ?? 0;
    counts.set(item, left - 1);
    return left <= 0;
  });
}
