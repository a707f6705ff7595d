import { atLeast, compareStrings, type Finding, type Language, type NodeAddress, type Related, type Severity } from '../model/index.ts';
import { citationOf } from './citation.ts';
import type { LintContext, Rule, RuleFinding } from './rule.ts';
import { RULES } from './rules/index.ts';
import { viewOf, type View } from './view.ts';
import { applyWaivers } from './waivers.ts';

/** `parameter`: the value at fault, where it is one; the position is then the value's. `subjects`: as the rule gave them. `near`: the block
 * after which what is missing would stand. */
export type LintFinding = Finding & { readonly parameter?: string; readonly subjects?: readonly string[]; readonly near?: string };

/** A finding with its rule, before it is addressed. */
export interface Raised { readonly rule: Rule; readonly finding: RuleFinding }

export interface LintOptions {
  /** Ids of the rules to run; absent: all. */
  readonly rules?: readonly string[];
}

/**
 * Runs the rules over every language of a draft. One fault is one finding: what follows from it is `related`. Waived
 * findings are left out; waivers that serve nothing, or serve no longer, are findings. In the order of the text.
 */
export function lint(context: LintContext, options: LintOptions = {}): readonly LintFinding[] {
  const wanted = options.rules === undefined ? undefined : new Set(options.rules);
  const view = viewOf(context.draft);
  const raised: Raised[] = [];
  for (const rule of RULES) {
    if (wanted !== undefined && !wanted.has(rule.id)) continue;
    for (const finding of rule.check(context)) raised.push({ rule, finding });
  }
  const kept = applyWaivers(context, raised, wanted);
  const order = (finding: RuleFinding): number => (finding.node === undefined ? -1 : (view.byId.get(finding.node.id)?.order ?? -1));
  const languages = context.draft.meta.languages;
  const rank = ({ finding }: Raised): number => (finding.language === undefined ? -1 : languages.indexOf(finding.language));
  return fold(kept, view)
    .toSorted((a, b) => order(a.finding) - order(b.finding) || compareStrings(a.rule.id, b.rule.id) || rank(a) - rank(b) || compareStrings(a.finding.message, b.finding.message))
    .map((each) => address(each, context));
}

type Consequence = RuleFinding & { readonly severity: Severity };
type Folded = Raised & { readonly consequences: readonly Consequence[] };

/** Moves what a rule reports as a consequence of another's finding under that finding. */
function fold(raised: readonly Raised[], view: View): readonly Folded[] {
  const causes = new Map<string, Map<Rule, Raised[]>>();
  for (const each of raised) {
    for (const key of keysOf(each.finding, view)) {
      const rules = causes.get(key) ?? new Map<Rule, Raised[]>();
      causes.set(key, rules);
      const list = rules.get(each.rule);
      if (list === undefined) rules.set(each.rule, [each]);
      else list.push(each);
    }
  }
  const causeOf = new Map<Raised, Raised>();
  for (const each of raised) {
    const cause = each.rule.follows === undefined ? undefined : causeAmong(keysOf(each.finding, view).flatMap((key) => [...(causes.get(key) ?? [])]), each, causeOf);
    if (cause !== undefined) causeOf.set(each, cause);
  }
  const consequences = new Map<Raised, Consequence[]>();
  for (const each of raised) {
    if (!causeOf.has(each)) continue;
    const cause = root(each, causeOf);
    const list = consequences.get(cause);
    const consequence = { ...each.finding, severity: each.finding.severity ?? each.rule.severity };
    if (list === undefined) consequences.set(cause, [consequence]);
    else list.push(consequence);
  }
  return raised.filter((each) => !causeOf.has(each)).map((each) => ({ ...each, consequences: consequences.get(each) ?? [] }));
}

function root(raised: Raised, causeOf: ReadonlyMap<Raised, Raised>): Raised {
  let at = raised;
  for (let cause = causeOf.get(at); cause !== undefined; cause = causeOf.get(at)) at = cause;
  return at;
}

function causeAmong(candidates: readonly (readonly [Rule, readonly Raised[]])[], effect: Raised, causeOf: ReadonlyMap<Raised, Raised>): Raised | undefined {
  const { follows = [], id } = effect.rule;
  for (const [rule, list] of candidates) {
    const named = follows.includes(rule.id);
    if (rule.id === id || (!named && !(follows.includes('*') && rule.words === true))) continue;
    const found = list.find((other) => (named || speakAlike(other.finding, effect.finding)) && root(other, causeOf) !== effect);
    if (found !== undefined) return found;
  }
  return undefined;
}

function speakAlike({ language: a }: RuleFinding, { language: b }: RuleFinding): boolean {
  return a === undefined || b === undefined || a === b;
}

/** A block explains what is found in it and in the blocks under it. */
function keysOf(finding: RuleFinding, view: View): readonly string[] {
  const keys = [...(finding.subjects ?? [])];
  if (finding.parameter !== undefined) keys.push(`parameter:${finding.parameter}`);
  if (finding.node !== undefined) {
    const entry = view.byId.get(finding.node.id);
    keys.push(finding.node.id);
    if (entry !== undefined && finding.subjects === undefined) keys.push(...entry.ancestors.filter((node) => node.type !== 'article').map((node) => node.id));
  }
  return keys;
}

function address({ rule, finding, consequences }: Folded, context: LintContext): LintFinding {
  const related: Related[] = [
    ...(finding.related ?? []).map(({ message, node }) => ({ message, ...(node === undefined ? {} : { node: addressOf(node.id, context) }) })),
    ...consequences.map(({ message, node, language }) => ({ message, ...(node === undefined ? {} : { node: addressOf(node.id, context, language) }) })),
  ];
  return {
    rule: rule.id,
    // One fault weighs as much as the heaviest of what follows from it.
    severity: consequences.reduce((heaviest, consequence) => (atLeast(heaviest, consequence.severity) ? heaviest : consequence.severity), finding.severity ?? rule.severity),
    message: finding.message,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    ...(finding.node === undefined ? {} : { node: addressOf(finding.node.id, context, finding.language) }),
    ...(finding.parameter === undefined ? {} : { parameter: finding.parameter }),
    ...(finding.near === undefined ? {} : { near: finding.near.id }),
    ...(finding.subjects === undefined ? {} : { subjects: finding.subjects }),
    ...(related.length === 0 ? {} : { related }),
  };
}

/** Findings are worded in English: so are citations, where the draft has an English text. */
function addressOf(id: string, { draft }: LintContext, language?: Language): NodeAddress {
  const cited = draft.meta.languages.includes('en') ? 'en' : (draft.meta.languages[0] ?? 'en');
  const citation = citationOf(draft, id, cited);
  return { id, ...(citation === undefined ? {} : { citation }), ...(language === undefined ? {} : { language }) };
}
