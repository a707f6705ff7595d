import type { Run } from './align-tokens.ts';
import { isWord, type Token } from './tokens.ts';

// An equal stretch of more words than this is never swallowed by the edits around it.
const ISLAND = 4;

/**
 * Groups edits as people read them: a stray equal word between two larger edits joins them, and an edit that may
 * stand in several places stands at the edge of a sentence or clause. After the semantic clean-up of
 * diff-match-patch, on words instead of characters.
 */
export function cleanUp(runs: readonly Run[], before: readonly Token[], after: readonly Token[]): Run[] {
  return swallow(shift(swallow([...runs], before, after), before, after), before, after);
}

function swallow(runs: readonly Run[], before: readonly Token[], after: readonly Token[]): Run[] {
  let current = merge(runs);
  for (let again = true; again; ) {
    again = false;
    const next: Run[] = [];
    for (let i = 0; i < current.length; i += 1) {
      const run = current[i];
      if (run === undefined) continue;
      const previous = next.at(-1);
      const following = current[i + 1];
      if (run.same && previous !== undefined && following !== undefined && isIsland(run, previous, following, before, after)) {
        next.push({ ...run, same: false });
        again = true;
      } else next.push(run);
    }
    current = merge(next);
  }
  return current;
}

function isIsland(run: Run, previous: Run, following: Run, before: readonly Token[], after: readonly Token[]): boolean {
  let words = 0;
  for (let i = run.before[0]; i < run.before[1]; i += 1) if (isWord(before[i]?.text ?? '')) words += 1;
  if (words > ISLAND) return false;
  const size = length(before, run.before);
  // Marks alone between two edits say nothing; words must be outweighed on both sides.
  if (words === 0) return edit(previous, before, after) >= size && edit(following, before, after) >= size;
  return size <= edit(previous, before, after) && size <= edit(following, before, after);
}

function edit(run: Run, before: readonly Token[], after: readonly Token[]): number {
  return Math.max(length(before, run.before), length(after, run.after));
}

function length(tokens: readonly Token[], [start, end]: readonly [number, number]): number {
  let size = 0;
  for (let i = start; i < end; i += 1) size += tokens[i]?.text.length ?? 0;
  return size;
}

/** Slides a pure insertion or deletion between two equal runs to where it reads best. */
function shift(runs: readonly Run[], before: readonly Token[], after: readonly Token[]): Run[] {
  const out: Run[] = [];
  let carry = 0; // how far the edit just written moved: the equal run after it begins that much later
  runs.forEach((run, i) => {
    if (run.same) {
      out.push({ same: true, before: [run.before[0] + carry, run.before[1]], after: [run.after[0] + carry, run.after[1]] });
      carry = 0;
      return;
    }
    const inserted = run.before[0] === run.before[1];
    const pure = inserted || run.after[0] === run.after[1];
    const previous = out.at(-1);
    const following = runs[i + 1];
    const room = previous === undefined ? 0 : previous.before[1] - previous.before[0];
    const roomAfter = following === undefined ? 0 : following.before[1] - following.before[0];
    const by = pure ? bestShift(inserted ? after : before, inserted ? run.after : run.before, room, roomAfter) : 0;
    if (by !== 0) {
      const start: readonly [number, number] = previous === undefined ? [0, 0] : [previous.before[0], previous.after[0]];
      if (previous !== undefined) out.pop();
      out.push({ same: true, before: [start[0], run.before[0] + by], after: [start[1], run.after[0] + by] });
    }
    out.push({ same: false, before: [run.before[0] + by, run.before[1] + by], after: [run.after[0] + by, run.after[1] + by] });
    if (by < 0 && following === undefined) {
      out.push({ same: true, before: [run.before[1] + by, run.before[1]], after: [run.after[1] + by, run.after[1]] });
    } else carry = by;
  });
  return merge(out);
}

function bestShift(tokens: readonly Token[], [start, end]: readonly [number, number], room: number, roomAfter: number): number {
  let best = 0;
  let bestScore = score(tokens, start, end);
  for (let by = -1; -by <= room && tokens[start + by]?.key === tokens[end + by]?.key; by -= 1) {
    const value = score(tokens, start + by, end + by);
    if (value > bestScore) [best, bestScore] = [by, value];
  }
  for (let by = 1; by <= roomAfter && tokens[start + by - 1]?.key === tokens[end + by - 1]?.key; by += 1) {
    const value = score(tokens, start + by, end + by);
    if (value > bestScore) [best, bestScore] = [by, value];
  }
  return best;
}

/** How well an edit stands between two tokens: after a sentence, after a clause, at the beginning or end. */
function score(tokens: readonly Token[], start: number, end: number): number {
  const edge = (token: Token | undefined): number => {
    if (token === undefined) return 5;
    if (/^[.!?;:]$/.test(token.text)) return 4;
    if (/^[,)»”]$/.test(token.text)) return 2;
    return 0;
  };
  return edge(tokens[start - 1]) + edge(tokens[end - 1]);
}

/** Drops empty runs and joins neighbours of one kind. */
function merge(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    if (run.before[0] === run.before[1] && run.after[0] === run.after[1]) continue;
    const last = out.at(-1);
    if (last !== undefined && last.same === run.same) {
      out[out.length - 1] = { same: run.same, before: [last.before[0], run.before[1]], after: [last.after[0], run.after[1]] };
    } else out.push(run);
  }
  return out;
}
