import type { Folding } from './fold.ts';
import type { Paint } from './paint.ts';

/** How the edge may show itself: colours, the width of the terminal, and whether it is one. */
export interface Look extends Folding {
  readonly paint: Paint;
}
