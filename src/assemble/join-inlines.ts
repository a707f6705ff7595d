import type { Inline } from '../model/index.ts';
import type { LeafScope } from './context.ts';

/** Lays things in a row as the language lists them: "A, B and C". Each may be several inlines. */
export function joinInlines(items: readonly (readonly Inline[])[], { rules }: Pick<LeafScope, 'rules'>): readonly Inline[] {
  // The list is made of marks, then each mark gives way to what it stands for.
  const row = rules.list(items.map((_, index) => `\u0001${index}\u0001`));
  return row.split('\u0001').flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 1) return items[Number(piece)] ?? [];
    return piece === '' ? [] : [{ type: 'text', text: piece }];
  });
}
