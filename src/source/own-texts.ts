import type { Library, LinkedFinding, Predicate } from '../model/index.ts';
import type { ArrangementFile } from './arrangement.ts';
import { checkArrangement } from './check-arrangement.ts';
import { compileConditions } from './compile-conditions.ts';

/** The words that an arrangement brings itself, checked, and their conditions parsed. */
export function readOwnTexts(file: ArrangementFile, library: Library): { readonly findings: readonly LinkedFinding[]; readonly predicates: Readonly<Record<string, Predicate>> } {
  const { predicates } = compileConditions(file.arrangement.add.map((addition) => ({ variants: [addition] })), library.parameters);
  return { findings: checkArrangement(file, library), predicates };
}
