import type { Leaf, Register } from '../model/index.ts';

/** One leaf for both registers, or one for each. */
export function isLeaf(words: Leaf | Readonly<Partial<Record<Register, Leaf>>>): words is Leaf {
  return Array.isArray(words);
}
