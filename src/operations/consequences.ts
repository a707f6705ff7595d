import { atLeast, type Finding, type LinkedFinding, type Related, type Severity } from '../model/index.ts';

/**
 * One fault, one finding: what follows from another finding is `related` to it. The cause weighs as much as the heaviest of
 * its consequences, so that nothing is made light of.
 */
export function foldConsequences(findings: readonly LinkedFinding[]): readonly Finding[] {
  const explained = new Map<string, LinkedFinding[]>();
  const open: { readonly start: string; readonly cause: LinkedFinding }[] = [];
  for (const finding of findings) {
    for (const subject of finding.explains ?? []) {
      if (subject.endsWith('*')) open.push({ start: subject.slice(0, -1), cause: finding });
      else explained.set(subject, [...(explained.get(subject) ?? []), finding]);
    }
  }
  const causeOf = new Map<LinkedFinding, LinkedFinding>();
  for (const finding of findings) {
    const causes = (finding.follows ?? []).flatMap((subject) => [...(explained.get(subject) ?? []), ...open.flatMap(({ start, cause }) => (subject.startsWith(start) ? [cause] : []))]);
    const cause = causes.find((candidate) => rootOf(candidate, causeOf) !== finding);
    if (cause !== undefined) causeOf.set(finding, cause);
  }
  const related = new Map<LinkedFinding, Related[]>();
  const weight = new Map<LinkedFinding, Severity>();
  for (const finding of findings) {
    if (!causeOf.has(finding)) continue;
    const cause = rootOf(finding, causeOf);
    related.set(cause, [...(related.get(cause) ?? []), asRelated(finding), ...(finding.related ?? [])]);
    if (!atLeast(weight.get(cause) ?? cause.severity, finding.severity)) weight.set(cause, finding.severity);
  }
  return findings.filter((finding) => !causeOf.has(finding)).map((finding) => plain(finding, weight.get(finding) ?? finding.severity, related.get(finding) ?? []));
}

function rootOf(finding: LinkedFinding, causeOf: ReadonlyMap<LinkedFinding, LinkedFinding>): LinkedFinding {
  let root = finding;
  for (let cause = causeOf.get(root); cause !== undefined; cause = causeOf.get(root)) root = cause;
  return root;
}

function asRelated({ message, span, node }: Finding): Related {
  return { message, ...(span === undefined ? {} : { span }), ...(node === undefined ? {} : { node }) };
}

function plain(linked: LinkedFinding, severity: Severity, consequences: readonly Related[]): Finding {
  const { explains: _explains, follows: _follows, ...finding } = linked;
  return consequences.length === 0 ? finding : { ...finding, severity, related: [...(finding.related ?? []), ...consequences] };
}
