import { textOf, type Inline, type Segment } from '../model/index.ts';
import { tokenize, type Token } from '../text/tokens.ts';
import { foldTypography } from '../text/typography.ts';
import { diffTokens } from '../text/word-diff.ts';

/** What inlines mean beyond their text, in one comparison. */
export interface Meaning {
  /** References are their targets, not their numbers: the ids are the same on both sides. */
  readonly references: boolean;
  /** Parameters whose value differs between the drafts: they are changes of their own, not of wording. */
  readonly revalued: ReadonlySet<string>;
  /** Parties known by id: their names differ or stand in another order for a reason already told. */
  readonly names: ReadonlySet<string>;
  /** The other party's original: “A and B” against “B and A” is no change. */
  readonly swapped: boolean;
}

/** A reference whose printed number differs, though its target is the same. */
export interface Renumbering { readonly id: string; readonly before: string; readonly after: string }

export interface ContentDifference {
  /** Words differ beyond values and the numbers in references. */
  readonly reworded: boolean;
  /** If reworded: only in quotation marks, dashes and spaces. */
  readonly typographic: boolean;
  /** Revalued parameters that stand in the text, on either side. */
  readonly parameters: readonly string[];
  readonly references: readonly Renumbering[];
  /** Whether a name that differs stands in the text. */
  readonly renamed: boolean;
}

const NOTHING: ContentDifference = { reworded: false, typographic: false, parameters: [], references: [], renamed: false };

/** Compares the words of one block in one language. */
export function compareContent(before: readonly Inline[] | undefined, after: readonly Inline[] | undefined, meaning: Meaning, front: boolean): ContentDifference {
  if (before === after || sameInlines(before ?? [], after ?? [], meaning)) return NOTHING;
  const left = tokensOf(before ?? [], meaning);
  const right = tokensOf(after ?? [], meaning);
  const keysEqual = left.length === right.length && left.every((token, i) => token.key === right[i]?.key);
  // A share of which this part stayed the same is no place where the value changed.
  const values = [...left, ...right].filter((token) => token.parameter !== undefined);
  const written = (tokens: readonly ContentToken[], key: string): string => tokens.filter((token) => token.key === key).map((token) => token.text).join('\u0000');
  const parameters = [...new Set(values.flatMap(({ key, parameter }) => (parameter !== undefined && written(left, key) !== written(right, key) ? [parameter] : [])))];
  if (!keysEqual && !(meaning.swapped && isSwap(left, right, front))) {
    return { ...NOTHING, reworded: true, typographic: folded(left) === folded(right), parameters };
  }
  const references: Renumbering[] = [];
  let renamed = false;
  let spaced = false;
  if (keysEqual) {
    left.forEach((token, i) => {
      const other = right[i];
      if (other === undefined) return;
      if (token.lead !== other.lead) spaced = true;
      if (token.text === other.text) return;
      if (token.reference !== undefined) references.push({ id: token.reference, before: token.text, after: other.text });
      else if (token.key.startsWith(NAME)) renamed = true;
      else if (!token.key.startsWith(VALUE)) spaced = true;
    });
  }
  return { reworded: spaced, typographic: spaced, parameters, references, renamed };
}

/** The word-level comparison of one block in one language. */
export function contentWords(before: readonly Inline[] | undefined, after: readonly Inline[] | undefined, meaning: Meaning): readonly Segment[] {
  return diffTokens(tokensOf(before ?? [], meaning), tokensOf(after ?? [], meaning));
}

/** `finance.shares[us].percent` and `finance.shares` are places of one parameter. */
export function parameterOf(path: string): string {
  const bracket = path.indexOf('[');
  return bracket === -1 ? path : path.slice(0, bracket);
}

/** What a value inline says where: the parameter's path and which part of it. */
export function valueKey(inline: Inline): string | undefined {
  switch (inline.type) {
    case 'value':
      return `${inline.parameter} ${inline.form?.part ?? ''}`;
    case 'blank':
      return `${inline.parameter} `;
    default:
      return undefined;
  }
}

interface ContentToken extends Token {
  readonly parameter?: string;
  readonly reference?: string;
}

const VALUE = '\u0001value ';
const REFERENCE = '\u0001reference ';
const NAME = '\u0001name ';

function sameInlines(before: readonly Inline[], after: readonly Inline[], meaning: Meaning): boolean {
  const plain = (inlines: readonly Inline[]): boolean => inlines.every((inline) => inline.type !== 'reference');
  if (before.length === after.length && before.every((inline, i) => sameInline(inline, after[i], meaning))) return true;
  return (!meaning.references || (plain(before) && plain(after))) && textOf(before) === textOf(after);
}

function sameInline(before: Inline, after: Inline | undefined, meaning: Meaning): boolean {
  if (after === undefined || before.type !== after.type) return false;
  if (!('text' in before) || !('text' in after)) return textOf([before]) === textOf([after]);
  if (before.text !== after.text) return false;
  if (!meaning.references || before.type !== 'reference' || after.type !== 'reference') return true;
  return before.id === after.id && before.instrument === after.instrument;
}

function tokensOf(inlines: readonly Inline[], meaning: Meaning): ContentToken[] {
  const out: ContentToken[] = [];
  let text = '';
  let lead = '';
  const flush = (): void => {
    if (text === '') return;
    const { tokens, trail } = tokenize(text);
    out.push(...tokens);
    lead = trail;
    text = '';
  };
  for (const inline of inlines) {
    const whole = wholeOf(inline, meaning);
    if (whole === undefined) {
      if (text === '') [text, lead] = [lead, ''];
      text += textOf([inline]);
    } else {
      flush();
      out.push({ lead, ...whole });
      lead = '';
    }
  }
  flush();
  if (lead !== '') out.push({ lead: '', text: lead, key: lead });
  return out;
}

/** An inline that is one token: known by what it stands for, not by its text. */
function wholeOf(inline: Inline, meaning: Meaning): Omit<ContentToken, 'lead'> | undefined {
  switch (inline.type) {
    case 'value':
    case 'blank': {
      const key = valueKey(inline) ?? '';
      return meaning.revalued.has(key) ? { text: inline.text, key: VALUE + key, parameter: parameterOf(inline.parameter) } : undefined;
    }
    case 'reference':
      if (!meaning.references) return undefined;
      return { text: inline.text, key: `${REFERENCE}${inline.instrument} ${inline.id}`, reference: inline.id };
    case 'name':
      return meaning.names.has(inline.of) ? { text: inline.text, key: NAME + inline.of } : undefined;
    case 'text':
    case 'term':
    case 'definition':
    case 'bracket':
    case 'insertion':
    case 'deletion':
    case 'moved':
      return undefined;
    default: {
      const never: never = inline;
      return never;
    }
  }
}

function folded(tokens: readonly ContentToken[]): string {
  let text = '';
  for (const token of tokens) text += token.lead + (token.key.startsWith('\u0001') ? token.key : token.text);
  return foldTypography(text);
}

// Longer stretches are no names of parties or languages.
const SWAP = 80;

const JOINING = /^(?:and|or|the|и|или|[,/])$/i;

/**
 * Whether one list is the other with two stretches around a middle exchanged: “A and B”, “B and A”. In an article
 * only a word or two around a conjunction, for “A pays B” is not “B pays A”.
 */
function isSwap(before: readonly ContentToken[], after: readonly ContentToken[], front: boolean): boolean {
  if (before.length !== after.length) return false;
  const left = before.map((token) => token.key);
  const right = after.map((token) => token.key);
  while (left.length > 0 && left[0] === right[0]) {
    left.shift();
    right.shift();
  }
  while (left.length > 0 && left.at(-1) === right.at(-1)) {
    left.pop();
    right.pop();
  }
  const n = left.length;
  if (n > SWAP) return false;
  const matches = (from: readonly string[], start: number, end: number, at: number): boolean => {
    for (let i = start; i < end; i += 1) if (from[i] !== right[at + i - start]) return false;
    return true;
  };
  for (let first = 1; first < n; first += 1) {
    if (!matches(left, 0, first, n - first)) continue;
    for (let second = first; second < n; second += 1) {
      if (!matches(left, second, n, 0) || !matches(left, first, second, n - second)) continue;
      if (front || (first <= 2 && n - second <= 2 && left.slice(first, second).every((word) => JOINING.test(word)))) return true;
    }
  }
  return false;
}
