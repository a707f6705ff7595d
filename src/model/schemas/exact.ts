/** A type without its `readonly`s, all the way down: schemas infer mutable arrays and objects. */
export type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

/** `true` if each type is assignable to the other. */
export type Agrees<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Fails to compile where a schema and the hand-written type part: `agrees<Agrees<…>>(true)`. */
export function agrees<Verdict extends true>(verdict: Verdict): Verdict {
  return verdict;
}
