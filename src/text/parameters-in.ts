import type { Clause, Leaf } from '../model/index.ts';
import { HELPERS } from './helpers.ts';
import { leavesOfClause } from './leaves-of.ts';

/** Names of the parameters that a leaf puts into words or adds up. */
export function parametersIn(leaf: Leaf): readonly string[] {
  return leaf.flatMap((part) => {
    if (typeof part === 'string') return [];
    if (part.name.includes('.')) return [part.name];
    const helper = Object.hasOwn(HELPERS, part.name) ? HELPERS[part.name] : undefined;
    return helper?.parameter === true ? (part.args ?? []).slice(0, 1) : [];
  });
}

/** Names of the lists and tables over which a clause itself repeats, and of the sums that its totals are held against. */
export function parametersOfShape({ each, table }: Clause): readonly string[] {
  return [each?.in, table?.in, ...(table?.totals ?? []).map(({ within }) => within)].filter((name) => name !== undefined);
}

/** The same over clauses with all below them, each once. Lists of the assembly, such as `parties`, stand among them. */
export function parametersOfClauses(clauses: readonly Clause[]): readonly string[] {
  const shapes = (clause: Clause): readonly string[] => [...parametersOfShape(clause), ...clause.clauses.flatMap(shapes)];
  return [...new Set([...clauses.flatMap(leavesOfClause).flatMap(parametersIn), ...clauses.flatMap(shapes)])];
}
