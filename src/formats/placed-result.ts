import type { Draft, Span } from '../model/index.ts';
import type { ReadResult } from './format.ts';
import type { Positions } from './positions.ts';

/** A stretch of the source, as offsets. */
export interface Place { readonly start: number; readonly end: number }

/** Works positions out when they are first asked for: a draft without findings needs none. */
export class PlacedResult implements ReadResult {
  readonly draft: Draft;
  readonly edited: boolean;
  readonly #places: () => ReadonlyMap<string, Place>;
  readonly #positions: Positions;
  #spans: ReadonlyMap<string, Span> | undefined;

  constructor(draft: Draft, edited: boolean, places: () => ReadonlyMap<string, Place>, positions: Positions) {
    this.draft = draft;
    this.edited = edited;
    this.#places = places;
    this.#positions = positions;
  }

  get spans(): ReadonlyMap<string, Span> {
    this.#spans ??= new Map([...this.#places()].map(([id, place]) => [id, this.#positions.span(place.start, place.end)]));
    return this.#spans;
  }
}
