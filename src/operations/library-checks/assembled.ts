import { atLeast, type Clause, type Finding, type LinkedFinding, type Related } from '../../model/index.ts';
import type { LibraryCheck, Scene, SceneDraft } from '../library-world.ts';
import { settingInWords } from '../synthesis/setting.ts';

export const check: LibraryCheck = {
  id: 'assembled',
  title: 'What assembly or any rule finds in the texts, wherever an arrangement may hold them',
  *check({ scenes }) {
    const told = new Map<string, { readonly finding: Finding; readonly seen: Related[] }>();
    const note = (finding: Finding, draft: SceneDraft): void => {
      const key = JSON.stringify([finding.rule, finding.node?.id, finding.node?.language, finding.span, finding.node === undefined ? finding.message : '']);
      const known = told.get(key);
      const where = { message: `in ${settingInWords(draft.scenario.setting)}` };
      if (!known) told.set(key, { finding, seen: [where] });
      else if (known.seen.length < SHOWN && !known.seen.some(({ message }) => message === where.message)) known.seen.push(where);
    };
    for (const { drafts } of scenes) {
      for (const draft of drafts) {
        for (const finding of draft.findings) if (atLeast(finding.severity, 'warning')) note(plain(finding), draft);
        for (const finding of absent(draft)) note(finding, draft);
      }
    }
    for (const { finding, seen } of told.values()) yield { ...finding, related: [...(finding.related ?? []), ...seen] };
    yield* unassemblable(scenes);
  },
};

/** Provisions of which no variant can stand in an instrument, and variants that can stand nowhere, for what they require or exclude. */
function* unassemblable(scenes: readonly Scene[]): Iterable<LinkedFinding> {
  const stands = new Set(scenes.flatMap(({ setting, drafts }) => drafts.flatMap(({ scenario }) => [...scenario.choose].flatMap(([id, variant]) => [`${id} ${setting.instrument}`, `${id}:${variant.id}`]))));
  const told = new Set<string>();
  for (const { cover, setting } of scenes) {
    for (const { target: { provision, variant }, reason } of cover.refused) {
      // Conditions that are never met and registers are told by themselves; what a framework settles is cited.
      if (reason !== 'requirement' && reason !== 'conflict') continue;
      const [whole, one] = [`${provision.id} ${setting.instrument}`, `${provision.id}:${variant.id}`];
      const [key, what, span] = !stands.has(one) ? [one, `“${one}” can stand nowhere`, variant.span] : [whole, `“${provision.id}” cannot stand in ${setting.instrument} in any variant`, provision.span];
      if (told.has(key) || stands.has(key)) continue;
      told.add(key);
      yield { rule: 'unassemblable', severity: 'error', message: `${what}: ${reason === 'conflict' ? 'it excludes what it requires' : 'what it requires cannot stand there'}`, ...(span ? { span } : {}), hint: 'change what it requires, or the instruments that it names' };
    }
  }
}

/** Settings shown with a finding; one is enough to see it. */
const SHOWN = 3;

/** The article's number in a draft that nobody sees says nothing: the clause is named by its id. */
function plain(linked: LinkedFinding): Finding {
  const { explains: _, follows: __, node, related, ...finding } = linked;
  const address = node && { id: node.id, ...(node.language === undefined ? {} : { language: node.language }) };
  return { ...finding, ...(address ? { node: address } : {}), ...(related ? { related: related.map(({ node: other, ...rest }) => ({ ...rest, ...(other ? { node: { id: other.id } } : {}) })) } : {}) };
}

/** What was chosen and has no block in the text. */
function absent({ scenario, present }: SceneDraft): readonly Finding[] {
  return [...scenario.choose].flatMap(([id, variant]) =>
    present.has(`${id}:${variant.id}`) || repeatsCited(variant.clauses) ? [] : [{ rule: 'text-absent', severity: 'warning' as const, message: `“${id}:${variant.id}” was chosen, its condition holds, and none of its clauses stands in the text`, ...(variant.span ? { span: variant.span } : {}) }]);
}

/** The list of the framework's articles may be empty, as may that of the terms. */
function repeatsCited(clauses: readonly Clause[]): boolean {
  return clauses.some((clause) => clause.each?.in === 'cited' || clause.each?.in === 'terms' || repeatsCited(clause.clauses));
}
