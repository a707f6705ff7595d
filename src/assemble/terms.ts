import type { Answer } from '../expressions/evaluate.ts';
import type { Clause, ClauseText, Condition, Definition, Leaf } from '../model/index.ts';
import { isLeaf } from '../text/is-leaf.ts';
import type { AssembleInput } from './input.ts';
import type { Layout } from './skeleton.ts';

type Ask = (condition: Condition) => Answer;

/** Ids of the terms that a leaf uses, those behind `{{party "receiving"}}` included. */
export function termsIn(leaf: Leaf, known: ReadonlyMap<string, Definition>): readonly string[] {
  return leaf.flatMap((part) => {
    if (typeof part === 'string') return [];
    const first = part.args?.[0] ?? '';
    if (part.name === 'term') return [first];
    return part.name === 'party' && known.has(`${first}-party`) ? [`${first}-party`] : [];
  });
}

/** Every leaf of a text, whatever its language and register. */
export function leavesOf(text: ClauseText | undefined): readonly Leaf[] {
  return Object.values(text ?? {}).flatMap((words) => (words === undefined ? [] : isLeaf(words) ? [words] : [words.treaty ?? [], words.memorandum ?? []]));
}

/**
 * The terms that this draft defines, in the order of the library: those its texts use, and those that their definitions
 * use. An arrangement leaves out what the framework defines; a framework also defines what its arrangements' usual texts
 * will use.
 */
export function termsToDefine(input: AssembleInput, layout: Layout, used: ReadonlySet<string>, definedInText: ReadonlySet<string>, ask: Ask): readonly Definition[] {
  const known = new Map(input.library.definitions.map((definition) => [definition.id, definition]));
  const inherited = new Set((input.framework?.terms ?? []).map((term) => term.id));
  const wanted = new Set<string>();
  const queue = [...used, ...(layout.kind === 'framework' ? childTerms(input, known, ask) : [])];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (wanted.has(id) || inherited.has(id)) continue;
    wanted.add(id);
    for (const leaf of leavesOf(known.get(id)?.text)) queue.push(...termsIn(leaf, known));
  }
  return input.library.definitions.filter((definition) => wanted.has(definition.id) && definition.text !== undefined && !definedInText.has(definition.id));
}

/** Terms of the usual texts of the instruments below a framework: project provisions, and reserved ones set out there. */
function childTerms(input: AssembleInput, known: ReadonlyMap<string, Definition>, ask: Ask): readonly string[] {
  return input.library.provisionIds.flatMap((id) => {
    const provision = input.library.provision(id);
    if (!provision || provision.scope === 'optional') return [];
    // What the framework reserves and rules out, no arrangement will set out: its terms would be defined and never used.
    const answer = provision.scope === 'reserved' && provision.when ? ask(provision.when) : undefined;
    if (answer?.kind === 'answer' && !answer.value) return [];
    const clause = (node: Clause): readonly string[] => [
      ...leavesOf(node.text).flatMap((leaf) => termsIn(leaf, known)),
      ...leavesOf(node.tail).flatMap((leaf) => termsIn(leaf, known)),
      ...node.clauses.flatMap(clause),
    ];
    return (provision.variants.find((variant) => variant.rank === 'preferred') ?? provision.variants[0])?.clauses.flatMap(clause) ?? [];
  });
}
