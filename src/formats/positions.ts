import type { Position, Span } from '../model/index.ts';

/** Finds line and column of offsets in a text. Lines end at LF, CR LF or CR. */
export class Positions {
  readonly #file: string;
  readonly #starts: number[] = [0];

  constructor(source: string, file: string) {
    this.#file = file;
    for (const end of source.matchAll(/\r\n|\r|\n/g)) this.#starts.push(end.index + end[0].length);
  }

  at(offset: number): Position {
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
