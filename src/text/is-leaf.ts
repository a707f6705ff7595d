import type { Leaf, Register } from '../model/index.ts';

/** True if a language's words are one leaf for both registers; else they are one for each. */
export function isLeaf(words: Leaf | Readonly<Partial<Record<Register, Leaf>>>): words is Leaf {
  return Array.isArray(words);
}
