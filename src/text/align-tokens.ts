import { diff } from 'fast-myers-diff';
import type { Token } from './tokens.ts';

/** A stretch of both sides: equal token for token, or not. Ends are exclusive; the runs cover both sides in order. */
export interface Run {
  readonly same: boolean;
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
}

// Myers is quadratic where two texts share nothing; past this product of lengths they are compared by clause first.
const LIMIT = 40_000_000;
const CLAUSE_END = /^[.;:!?]$/;

/** Compares two token lists by key. Alternates equal and changed runs. */
export function alignTokens(before: readonly Token[], after: readonly Token[]): Run[] {
  const ids = new Map<string, number>();
  const left = intern(before, ids);
  const right = intern(after, ids);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let tail = 0;
  while (tail < left.length - start && tail < right.length - start && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  const middleLeft = left.subarray(start, left.length - tail);
  const middleRight = right.subarray(start, right.length - tail);
  const edits =
    middleLeft.length * middleRight.length <= LIMIT
      ? [...diff(middleLeft, middleRight)]
      : editsByClause(before.slice(start, left.length - tail), after.slice(start, right.length - tail), middleLeft, middleRight);
  const runs: Run[] = [];
  let b = 0;
  let a = 0;
  for (const [sx, ex, sy, ey] of edits) {
    if (sx + start > b) runs.push({ same: true, before: [b, sx + start], after: [a, sy + start] });
    runs.push({ same: false, before: [sx + start, ex + start], after: [sy + start, ey + start] });
    b = ex + start;
    a = ey + start;
  }
  if (left.length > b) runs.push({ same: true, before: [b, left.length], after: [a, right.length] });
  return runs;
}

type Edit = readonly [number, number, number, number];

/** The same for very long texts: clauses are compared whole, then the words of short stretches that differ. */
function editsByClause(before: readonly Token[], after: readonly Token[], left: Int32Array, right: Int32Array): Edit[] {
  const clausesLeft = clauses(before);
  const clausesRight = clauses(after);
  const ids = new Map<string, number>();
  const internClauses = (tokens: readonly Token[], starts: readonly number[]): Int32Array =>
    intern(starts.slice(0, -1).map((from, i) => {
      const key = tokens.slice(from, starts[i + 1]).map((token) => token.key).join('\u0000');
      return { lead: '', text: '', key };
    }), ids);
  const edits: Edit[] = [];
  for (const [sx, ex, sy, ey] of diff(internClauses(before, clausesLeft), internClauses(after, clausesRight))) {
    const bounds: Edit = [clausesLeft[sx] ?? 0, clausesLeft[ex] ?? 0, clausesRight[sy] ?? 0, clausesRight[ey] ?? 0];
    if ((bounds[1] - bounds[0]) * (bounds[3] - bounds[2]) > LIMIT) edits.push(bounds);
    else {
      for (const [x0, x1, y0, y1] of diff(left.subarray(bounds[0], bounds[1]), right.subarray(bounds[2], bounds[3]))) {
        edits.push([x0 + bounds[0], x1 + bounds[0], y0 + bounds[2], y1 + bounds[2]]);
      }
    }
  }
  return edits;
}

/** Where clauses start, with the end of the text last. */
function clauses(tokens: readonly Token[]): number[] {
  const starts = [0];
  tokens.forEach((token, i) => {
    if (CLAUSE_END.test(token.text) && i + 1 < tokens.length) starts.push(i + 1);
  });
  starts.push(tokens.length);
  return starts;
}

function intern(tokens: readonly Token[], ids: Map<string, number>): Int32Array {
  const out = new Int32Array(tokens.length);
  tokens.forEach((token, i) => {
    let id = ids.get(token.key);
    if (id === undefined) {
      id = ids.size;
      ids.set(token.key, id);
    }
    out[i] = id;
  });
  return out;
}
