import type { Predicate } from '../model/index.ts';

/** The parameters that a condition reads. */
export function readsOf(predicate: Predicate): readonly string[] {
  switch (predicate.op) {
    case '&&':
    case '||': return [...readsOf(predicate.left), ...readsOf(predicate.right)];
    case '!': return readsOf(predicate.inner);
    case '?:': return [...readsOf(predicate.test), ...readsOf(predicate.yes), ...readsOf(predicate.no)];
    case 'compare': return [predicate.left, predicate.right].flatMap((side) => ('path' in side ? [side.path] : 'size' in side ? [side.size] : 'sum' in side ? [side.sum] : []));
    case 'is': return [predicate.path];
    case 'cel': return predicate.reads;
    case 'fault': return [];
    default: return predicate satisfies never;
  }
}
