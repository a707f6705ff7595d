import type { Draft, Language } from '../model/index.ts';
import { wordsOf } from '../text/tokens.ts';
import { align, type Alignment } from './align.ts';
import { valueKey, type Meaning } from './content.ts';
import { sharesIds } from './identity.ts';
import { movedBlocks } from './order.ts';
import { splitMerged } from './split-merged.ts';
import { unitsOf, unitText, type Unit } from './units.ts';

/** A language of the comparison: its name, and what it is called on either side if the drafts share none. */
export interface LanguagePair { readonly key: Language; readonly before: Language; readonly after: Language }

/** Two drafts laid side by side: everything that the changes are read from. */
export interface Scene {
  readonly before: Draft;
  readonly after: Draft;
  readonly left: readonly Unit[];
  readonly right: readonly Unit[];
  /** The leading language first. */
  readonly languages: readonly LanguagePair[];
  /** The drafts carry the same ids, so numbers follow and references are known. */
  readonly byId: boolean;
  readonly alignment: Alignment;
  /** Matched blocks that moved, by index before. */
  readonly moved: ReadonlySet<number>;
  readonly meaning: Meaning;
  /** Parties whose name differs. */
  readonly renamed: readonly string[];
}

// A block that is less alike than this is not the same one if it also stands elsewhere.
const ALIKE_ELSEWHERE = 0.5;

export function layOut(before: Draft, after: Draft): Scene {
  const languages = languagePairs(before, after);
  const [leading] = languages;
  let left: readonly Unit[] = unitsOf(before, leading?.before ?? '');
  let right: readonly Unit[] = unitsOf(after, leading?.after ?? '');
  const byId = sharesIds(left, right);
  if (!byId && leading !== undefined && languages.length === 1) {
    left = splitMerged(left, right, leading.before, leading.after);
    right = splitMerged(right, left, leading.after, leading.before);
  }
  const swapped = before.meta.original !== after.meta.original;
  // A heading without words is known by its number.
  const textBefore = remembered((unit) => languages.map((pair) => unitText(unit, pair.before)).join('\n').trim() || unit.number);
  const textAfter = remembered((unit) => languages.map((pair) => unitText(unit, pair.after)).join('\n').trim() || unit.number);
  const alignment = align(left, right, { byId, textBefore, textAfter });
  const order = { byId, unordered: (unit: Unit): boolean => unit.region === 'title' || (!byId && isScrap(unit, textBefore(unit))) || (swapped && unit.region === 'signatures'), verbatim: (one: Unit, other: Unit): boolean => textBefore(one) === textAfter(other) };
  let moved = movedBlocks(left, right, alignment, order);
  const doubtful = [...moved].filter((b) => (alignment.similarity.get(b) ?? 1) < ALIKE_ELSEWHERE);
  if (doubtful.length > 0) {
    for (const b of doubtful) {
      const a = alignment.forward[b] ?? -1;
      alignment.forward[b] = -1;
      if (a !== -1) alignment.backward[a] = -1;
    }
    moved = movedBlocks(left, right, alignment, order);
  }
  const renamed = renamedParties(before, after, languages);
  return { before, after, left, right, languages, byId, alignment, moved, renamed, meaning: meaningOf(before, after, left, right, languages, byId, swapped, renamed) };
}

function remembered(text: (unit: Unit) => string): (unit: Unit) => string {
  const known: string[] = [];
  return (unit) => (known[unit.index] ??= text(unit));
}

/** A cell or line of a word or two, such as "2c": it stands in many places, so its order says nothing. */
function isScrap(unit: Unit, text: string): boolean {
  return unit.end === unit.index + 1 && unit.number === '' && wordsOf(text).length < 3;
}

function languagePairs(before: Draft, after: Draft): readonly LanguagePair[] {
  const common = before.meta.languages.filter((language) => after.meta.languages.includes(language));
  if (common.length > 0) return common.map((language) => ({ key: language, before: language, after: language }));
  const [first, second] = [before.meta.languages[0] ?? 'en', after.meta.languages[0] ?? 'en'];
  return [{ key: second, before: first, after: second }];
}

function renamedParties(before: Draft, after: Draft, languages: readonly LanguagePair[]): string[] {
  return before.parties
    .filter((party) => {
      const other = after.parties.find((candidate) => candidate.id === party.id);
      return other !== undefined && languages.some((pair) => party.name[pair.before] !== other.name[pair.after]);
    })
    .map((party) => party.id);
}

function meaningOf(
  before: Draft, after: Draft, left: readonly Unit[], right: readonly Unit[],
  languages: readonly LanguagePair[], byId: boolean, swapped: boolean, renamed: readonly string[],
): Meaning {
  const parties = [...before.parties, ...after.parties].map((party) => party.id);
  return {
    references: byId,
    revalued: revaluedKeys(left, right, languages),
    names: new Set(swapped ? parties : renamed),
    swapped,
  };
}

/** Values that stand in both drafts and differ, by parameter and part. */
function revaluedKeys(left: readonly Unit[], right: readonly Unit[], languages: readonly LanguagePair[]): Set<string> {
  const values = (units: readonly Unit[], side: 'before' | 'after'): Map<string, string> => {
    const found = new Map<string, string>();
    for (const unit of units) {
      for (const pair of languages) {
        for (const inlines of [unit.heading?.[pair[side]], unit.body?.[pair[side]]]) {
          for (const inline of inlines ?? []) {
            const key = inline.type === 'value' || inline.type === 'blank' ? valueKey(inline) : undefined;
            if (key === undefined || found.has(key)) continue;
            found.set(key, inline.type === 'value' ? JSON.stringify(inline.value) : '');
          }
        }
      }
    }
    return found;
  };
  const [were, are] = [values(left, 'before'), values(right, 'after')];
  const revalued = new Set<string>();
  for (const [key, was] of were) {
    const is = are.get(key);
    if (is !== undefined && is !== was) revalued.add(key);
  }
  return revalued;
}

