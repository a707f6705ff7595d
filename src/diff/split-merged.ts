import { alignTokens } from '../text/align-tokens.ts';
import { splitLabel } from '../text/printed-label.ts';
import { tokenize, wordsOf, type Token } from '../text/tokens.ts';
import { foldTypography } from '../text/typography.ts';
import { unitText, type Unit } from './units.ts';

// A paragraph lies in a longer one if this share of its word pairs does.
const CONTAINED = 0.6;
const COMMON = 48;

/**
 * Texts from elsewhere are cut into paragraphs in more than one way: two paragraphs run together, one is split, a whole
 * agreement is one line. A long block that holds several blocks of the other side is cut where they are, so that words
 * which stand on both sides meet. Gives the blocks back as they are if there is no such block.
 */
export function splitMerged(coarse: readonly Unit[], fine: readonly Unit[], languageCoarse: string, languageFine: string): readonly Unit[] {
  const coarseTexts = coarse.map((unit) => unitText(unit, languageCoarse));
  const fineTexts = fine.map((unit) => unitText(unit, languageFine));
  const hosted = hostedBy(coarseTexts, fineTexts);
  if (hosted.size === 0) return coarse;
  const pieces = new Map<number, readonly Unit[]>();
  for (const [host, guests] of hosted) {
    const unit = coarse[host];
    const [first, last] = [guests[0], guests.at(-1)];
    if (unit === undefined || first === undefined || last === undefined) continue;
    const cut = cutAt(unit, coarseTexts[host] ?? '', fine.slice(first, last + 1), languageCoarse, languageFine);
    if (cut.length > 1) pieces.set(host, cut);
  }
  return pieces.size === 0 ? coarse : rebuild(coarse, pieces);
}

/** For each long block, the blocks of the other side whose words lie in it, in order; only where there are several. */
function hostedBy(coarse: readonly string[], fine: readonly string[]): Map<number, number[]> {
  const coarseKeys = coarse.map(foldTypography);
  const fineKeys = fine.map(foldTypography);
  const [known, knownFine] = [new Set(fineKeys), new Set(coarseKeys)];
  const postings = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  coarse.forEach((text, i) => {
    if (known.has(coarseKeys[i] ?? '')) return;
    const grams = pairs(text);
    sizes.set(i, grams.size);
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list === undefined) postings.set(gram, [i]);
      else if (list.length < COMMON) list.push(i);
    }
  });
  const hosts = new Map<number, number[]>();
  fine.forEach((text, j) => {
    if (knownFine.has(fineKeys[j] ?? '')) return;
    const grams = pairs(text);
    if (grams.size < 3) return;
    const counts = new Map<number, number>();
    for (const gram of grams) for (const i of postings.get(gram) ?? []) counts.set(i, (counts.get(i) ?? 0) + 1);
    let [best, most] = [-1, 0];
    for (const [i, count] of counts) if (count > most) [best, most] = [i, count];
    if (most < CONTAINED * grams.size || (sizes.get(best) ?? 0) < grams.size) return;
    const list = hosts.get(best);
    if (list === undefined) hosts.set(best, [j]);
    else list.push(j);
  });
  const taken = new Set([...hosts.values()].flat());
  const isLoose = (j: number): boolean => j >= 0 && j < fine.length && !taken.has(j) && !knownFine.has(fineKeys[j] ?? '') && pairs(fine[j] ?? '').size < 3;
  for (const [host, guests] of hosts) {
    if (guests.length < 2) {
      hosts.delete(host);
      continue;
    }
    // What is too short to be known by its words goes with its neighbours.
    for (let j = (guests[0] ?? 0) - 1; isLoose(j); j -= 1) guests.unshift(j);
    for (let j = (guests.at(-1) ?? 0) + 1; isLoose(j); j += 1) guests.push(j);
  }
  return hosts;
}

function pairs(text: string): Set<string> {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let i = 1; i < words.length; i += 1) found.add(`${words[i - 1]} ${words[i]}`);
  return found;
}

/** Cuts a block where the blocks of the other side begin and end. */
function cutAt(unit: Unit, text: string, guests: readonly Unit[], language: string, languageFine: string): readonly Unit[] {
  const { tokens: right } = tokenize(text);
  const left: Token[] = [];
  const bounds: number[] = [];
  for (const guest of guests) {
    for (const token of tokenize(`${guest.number} ${unitText(guest, languageFine)}`).tokens) left.push(token);
    bounds.push(left.length);
  }
  const cuts = [0, ...positions(left, right, bounds.slice(0, -1)), right.length];
  const out: Unit[] = [];
  const { id, region, parent, index, end } = unit;
  guests.forEach((guest, i) => {
    const words = join(right.slice(cuts[i], cuts[i + 1]));
    if (words === '') return;
    const own = i === 0 && unit.number !== '' ? undefined : guest.number === '' ? undefined : splitLabel(words, { heading: true });
    const body = own === undefined ? words : own.rest;
    out.push({
      id, region, parent, index, end,
      type: 'paragraph',
      number: i === 0 && unit.number !== '' ? unit.number : (own?.label ?? ''),
      body: { [language]: [{ type: 'text', text: body }] },
      size: body.length,
    });
  });
  return out;
}

/** Where positions of one token list lie in the other; in what changed, at the end of the change. */
function positions(left: readonly Token[], right: readonly Token[], bounds: readonly number[]): number[] {
  const runs = alignTokens(left, right);
  const out: number[] = [];
  let at = 0;
  for (const bound of bounds) {
    while (at < runs.length - 1 && (runs[at]?.before[1] ?? 0) < bound) at += 1;
    const run = runs[at];
    if (run === undefined) out.push(right.length);
    else if (run.same) {
      const position = run.after[0] + bound - run.before[0];
      out.push(bound === run.before[1] ? afterInsertion(runs[at + 1], position, right) : position);
    } else out.push(run.after[1]);
  }
  return out;
}

/** Words inserted at a cut belong to the sentence that they end, else to what follows. */
function afterInsertion(next: { readonly same: boolean; readonly before: readonly [number, number]; readonly after: readonly [number, number] } | undefined, position: number, right: readonly Token[]): number {
  if (next === undefined || next.same || next.before[0] !== next.before[1]) return position;
  return /[.;:!?]$/.test(right[position - 1]?.text ?? '.') ? position : next.after[1];
}

function join(tokens: readonly Token[]): string {
  return tokens.map((token) => token.lead + token.text).join('').trim();
}

/** The blocks with pieces in the place of those that were cut; what stood under such a block stands under its last piece. */
function rebuild(units: readonly Unit[], pieces: ReadonlyMap<number, readonly Unit[]>): Unit[] {
  const out: Unit[] = [];
  const place = new Map<number, number>();
  for (const unit of units) {
    const parent = unit.parent === -1 ? -1 : (place.get(unit.parent) ?? -1);
    for (const piece of pieces.get(unit.index) ?? [unit]) out.push({ ...piece, parent, index: out.length, end: out.length + 1 });
    place.set(unit.index, out.length - 1);
  }
  for (let i = out.length - 1; i >= 0; i -= 1) {
    const unit = out[i];
    const parent = unit === undefined ? undefined : out[unit.parent];
    if (unit !== undefined && parent !== undefined) parent.end = Math.max(parent.end, unit.end);
  }
  return out;
}
