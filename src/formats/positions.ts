import type { Position, Span } from '../model/index.ts';

/** Finds line and column of offsets in a text. Lines end at LF, CR LF or CR. */
export class Positions {
  readonly #source: string;
  readonly #file: string;
  #starts: readonly number[] | undefined;

  constructor(source: string, file: string) {
    this.#source = source;
    this.#file = file;
  }

  at(offset: number): Position {
    this.#starts ??= [0, ...[...this.#source.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }

  span(start: number, end: number): Span {
    return { file: this.#file, start: this.at(start), end: this.at(Math.max(start, end)) };
  }
}
