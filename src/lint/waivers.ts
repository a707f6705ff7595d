import type { Waiver } from '../model/index.ts';
import type { LintContext, RuleFinding } from './rule.ts';
import { waiverSubject } from './waiver-subject.ts';
import { rule as expired } from './rules/waiver-expired.ts';
import { rule as unused } from './rules/waiver-unused.ts';
import type { Raised } from './run.ts';
import { clauseOf, viewOf } from './view.ts';

/** Leaves out what is waived, and reports the waivers that waive nothing. An expired waiver waives nothing. */
export function applyWaivers(context: LintContext, raised: readonly Raised[], wanted: ReadonlySet<string> | undefined): readonly Raised[] {
  const waivers = context.waivers ?? [];
  if (waivers.length === 0) return raised;
  const used = new Set<Waiver>();
  const kept = raised.filter(({ rule, finding }) => {
    if (rule.id === expired.id || rule.id === unused.id) return true;
    const matching = waivers.filter((waiver) => waiver.rule === rule.id && covers(waiver.at, finding));
    for (const waiver of matching) used.add(waiver);
    return !matching.some((waiver) => !hasExpired(waiver, context.today));
  });
  if (wanted !== undefined && !wanted.has(unused.id)) return kept;
  const idle = waivers.filter((waiver) => !used.has(waiver) && !hasExpired(waiver, context.today));
  return [...kept, ...idle.map((waiver): Raised => ({ rule: unused, finding: unusedFinding(waiver, context) }))];
}

/** The last day of a waiver is a day on which it holds. */
function hasExpired(waiver: Waiver, today: string): boolean {
  return waiver.until !== undefined && waiver.until < today;
}

function covers(at: string, { node, parameter, subjects }: RuleFinding): boolean {
  return at === parameter || (node !== undefined && (at === node.id || at === clauseOf(node.id))) || (subjects?.includes(at) ?? false);
}

function unusedFinding(waiver: Waiver, context: LintContext): RuleFinding {
  const node = viewOf(context.draft).byId.get(waiver.at)?.node;
  return {
    message: `the waiver of “${waiver.rule}” at “${waiver.at}” (${waiver.by}, ${waiver.on}) waives nothing: the rule finds nothing there`,
    hint: 'take the waiver out of the arrangement',
    subjects: [waiverSubject(waiver)],
    ...(node === undefined ? {} : { node }),
  };
}
