import type { Segment } from '../model/index.ts';
import { alignTokens, type Run } from './align-tokens.ts';
import { cleanUp } from './clean-up.ts';
import { tokenize, type Token } from './tokens.ts';
import { foldTypography } from './typography.ts';

/**
 * Compares two texts word by word. The `same` and `deletion` segments make up the text before, the `same` and
 * `insertion` segments the text after, to the character.
 */
export function diffWords(before: string, after: string): Segment[] {
  const left = tokenize(before);
  const right = tokenize(after);
  return diffTokens(left.tokens, right.tokens, left.trail, right.trail);
}

/** The same for tokens that carry keys of their own: the target of a reference, the name of a parameter. */
export function diffTokens(before: readonly Token[], after: readonly Token[], trailBefore = '', trailAfter = ''): Segment[] {
  const runs = cleanUp(alignTokens(before, after), before, after);
  const out = new Segments();
  for (const run of runs) {
    if (run.same) writeSame(out, run, before, after);
    else writeChange(out, join(before, run.before), join(after, run.after));
  }
  writeChange(out, trailBefore, trailAfter);
  return out.list();
}

function writeSame(out: Segments, run: Run, before: readonly Token[], after: readonly Token[]): void {
  const [b, a] = [run.before[0], run.after[0]];
  for (let i = 0; i < run.before[1] - b; i += 1) {
    const left = before[b + i];
    const right = after[a + i];
    if (left === undefined || right === undefined) continue;
    writeChange(out, left.lead, right.lead, left.lead !== '' && right.lead !== '');
    // Equal by key is not always equal by text: another quotation mark, or a reference whose target got another number.
    writeChange(out, left.text, right.text, foldTypography(left.text) === foldTypography(right.text));
  }
}

/** White space that both sides open with is no part of the change. */
function writeChange(out: Segments, before: string, after: string, typographic = false): void {
  if (before === after) {
    out.add('same', before);
    return;
  }
  const lead = /^\s*/.exec(before)?.[0] ?? '';
  const common = lead !== '' && after.startsWith(lead) ? lead : '';
  out.add('same', common);
  out.add('deletion', before.slice(common.length), typographic);
  out.add('insertion', after.slice(common.length), typographic);
}

function join(tokens: readonly Token[], [start, end]: readonly [number, number]): string {
  let text = '';
  for (let i = start; i < end; i += 1) {
    const token = tokens[i];
    if (token !== undefined) text += token.lead + token.text;
  }
  return text;
}

/** Segments in the making: neighbours of one kind join, a deletion stands before its insertion. */
class Segments {
  readonly #done: Segment[] = [];
  #deletion = '';
  #insertion = '';
  #typographic = true;

  add(kind: Segment['kind'], text: string, typographic = false): void {
    if (text === '') return;
    if (kind === 'same') {
      const turned = this.#turn(text);
      this.#flush();
      if (text.length > turned) this.#same(text.slice(turned));
      return;
    }
    this.#typographic &&= typographic;
    if (kind === 'deletion') this.#deletion += text;
    else this.#insertion += text;
  }

  list(): Segment[] {
    this.#flush();
    return this.#done;
  }

  #same(text: string): void {
    const last = this.#done.at(-1);
    if (last?.kind === 'same') this.#done[this.#done.length - 1] = { kind: 'same', text: last.text + text };
    else this.#done.push({ kind: 'same', text });
  }

  /** “one[ two] three” is the same edit as “one [two ]three”, and reads better. Says how much of what follows it used up. */
  #turn(following: string): number {
    if ((this.#deletion === '') === (this.#insertion === '')) return 0;
    const space = /^\s+/.exec(this.#deletion + this.#insertion)?.[0] ?? '';
    if (space === '' || !following.startsWith(space) || space === this.#deletion + this.#insertion) return 0;
    this.#same(space);
    if (this.#deletion !== '') this.#deletion = this.#deletion.slice(space.length) + space;
    else this.#insertion = this.#insertion.slice(space.length) + space;
    return space.length;
  }

  #flush(): void {
    const mark = this.#typographic ? { typographic: true as const } : {};
    if (this.#deletion !== '') this.#done.push({ kind: 'deletion', text: this.#deletion, ...mark });
    if (this.#insertion !== '') this.#done.push({ kind: 'insertion', text: this.#insertion, ...mark });
    this.#deletion = '';
    this.#insertion = '';
    this.#typographic = true;
  }
}
