import type { Answer } from '../expressions/evaluate.ts';
import type { Condition, Definition, Layout } from '../model/index.ts';
import { leavesOf } from '../text/leaves-of.ts';
import { termsIn } from '../text/terms-in.ts';
import type { AssembleInput } from './input.ts';

type Ask = (condition: Condition) => Answer;

/**
 * The terms that this draft defines, in the order of the library: those its texts use, and those that their definitions
 * use. An arrangement leaves out what the framework defines; a framework also defines what its arrangements' usual texts
 * will use.
 */
export function termsToDefine(input: AssembleInput, layout: Layout, used: ReadonlySet<string>, definedInText: ReadonlySet<string>, ask: Ask): readonly Definition[] {
  const known = new Map(input.library.definitions.map((definition) => [definition.id, definition]));
  const inherited = new Set((input.framework?.terms ?? []).map((term) => term.id));
  const wanted = new Set<string>();
  const queue = [...used, ...(layout.kind === 'framework' ? childTerms(input, ask) : [])];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (wanted.has(id) || inherited.has(id)) continue;
    wanted.add(id);
    for (const leaf of leavesOf(known.get(id)?.text)) queue.push(...termsIn(leaf));
  }
  return input.library.definitions.filter((definition) => wanted.has(definition.id) && definition.text !== undefined && !definedInText.has(definition.id));
}

/** Terms of the usual texts of the instruments below a framework: project provisions, and reserved ones set out there. */
function childTerms(input: AssembleInput, ask: Ask): readonly string[] {
  return input.library.provisionIds.flatMap((id) => {
    const provision = input.library.brief(id)?.scope === 'optional' ? undefined : input.library.provision(id);
    if (!provision) return [];
    // What the framework reserves and rules out, no arrangement will set out: its terms would be defined and never used.
    const answer = provision.scope === 'reserved' && provision.when ? ask(provision.when) : undefined;
    if (answer?.kind === 'answer' && !answer.value) return [];
    return (provision.variants.find((variant) => variant.rank === 'preferred') ?? provision.variants[0])?.terms ?? [];
  });
}
