import type { LinkedFinding } from '../../model/index.ts';
import { leavesOfText, ownWords, type LibraryText } from '../library-texts.ts';
import type { LibraryCheck } from '../library-world.ts';

/** Words in a row that two texts may share. */
const SHINGLE = 4;
/** Shorter texts are alike by nature: “The Parties shall consult.” */
const LEAST_WORDS = 12;
/** Measured on the built-in library: what says different things stays below, what was copied lies above. */
const ALIKE = 0.8;

interface Shingled {
  readonly text: LibraryText;
  readonly own: ReadonlySet<string>;
}

export const check: LibraryCheck = {
  id: 'alike',
  title: 'Texts of two provisions of one instrument that say the same in nearly the same words',
  *check({ texts, languages }) {
    const [language = 'en'] = languages;
    for (const { one, other, share } of alikeTexts(texts, language)) {
      const finding: LinkedFinding = {
        rule: 'alike', severity: 'warning', message: `“${one.id}” and “${other.id}” share ${Math.round(share * 100)} per cent of their wording`,
        ...at(other, language), hint: 'let one provision say it and the other refer to it; or say what sets them apart',
        related: [{ message: `“${one.id}” stands here`, ...at(one, language) }],
      };
      yield finding;
    }
  },
};

/** Pairs of texts of different provisions that may stand in one instrument, with the share of the shorter one’s wording. */
function alikeTexts(texts: readonly LibraryText[], language: string, least = ALIKE): readonly { readonly one: LibraryText; readonly other: LibraryText; readonly share: number }[] {
  const shingled = texts.flatMap((text): readonly Shingled[] => {
    if (!text.variant) return [];
    const own = new Set(leavesOfText(text).filter((leaf) => leaf.language === language).flatMap(({ leaf }) => shinglesOf(ownWords(leaf))));
    return own.size >= LEAST_WORDS - SHINGLE + 1 ? [{ text, own }] : [];
  });
  // Only texts that share a row of words are ever compared.
  const holders = new Map<string, number[]>();
  shingled.forEach(({ own }, index) => {
    for (const shingle of own) {
      const list = holders.get(shingle);
      if (list) list.push(index);
      else holders.set(shingle, [index]);
    }
  });
  const shared = new Map<string, number>();
  for (const list of holders.values()) {
    // A row of words that is everywhere tells nothing apart.
    if (list.length > 40) continue;
    for (const [at, one] of list.entries()) for (const other of list.slice(at + 1)) if (shingled[one]?.text.provision !== shingled[other]?.text.provision) shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1);
  }
  const pairs = new Map<string, { readonly one: LibraryText; readonly other: LibraryText; readonly share: number }>();
  for (const [key, count] of shared) {
    const [one, other] = key.split(' ').map((index) => shingled[Number(index)]);
    if (!one || !other || !together(one.text, other.text)) continue;
    const share = count / Math.max(one.own.size, other.own.size);
    // Once for two provisions, at the pair that is most alike.
    const pair = `${one.text.provision?.id ?? ''} ${other.text.provision?.id ?? ''}`;
    if (share >= least && share > (pairs.get(pair)?.share ?? 0)) pairs.set(pair, { one: one.text, other: other.text, share });
  }
  return [...pairs.values()];
}

function together({ provision: one }: LibraryText, { provision: other }: LibraryText): boolean {
  return one !== undefined && other !== undefined && one.instruments.some((name) => other.instruments.includes(name)) && !one.conflicts.includes(other.id) && !other.conflicts.includes(one.id);
}

function shinglesOf(words: string): readonly string[] {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+|\uFFFC/gu) ?? [];
  return all.length < SHINGLE ? [] : Array.from({ length: all.length - SHINGLE + 1 }, (_, index) => all.slice(index, index + SHINGLE).join(' '));
}

function at(text: LibraryText, language: string): Pick<LinkedFinding, 'span'> {
  const span = text.at(language);
  return span ? { span } : {};
}
