import { atLeast, type Finding, type LinkedFinding, type Related } from '../model/index.ts';

/**
 * One fault, one finding: what follows from another finding is `related` to it. A consequence that weighs more than its
 * cause stays on its own, so that nothing is made light of.
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
  for (const finding of causeOf.keys()) if (!atLeast(rootOf(finding, causeOf).severity, finding.severity)) causeOf.delete(finding);
  const related = new Map<LinkedFinding, Related[]>();
  for (const finding of findings) {
    if (!causeOf.has(finding)) continue;
    const cause = rootOf(finding, causeOf);
    related.set(cause, [...(related.get(cause) ?? []), asRelated(finding)]);
  }
  return findings.filter((finding) => !causeOf.has(finding)).map((finding) => plain(finding, related.get(finding) ?? []));
}

function rootOf(finding: LinkedFinding, causeOf: ReadonlyMap<LinkedFinding, LinkedFinding>): LinkedFinding {
  let root = finding;
  for (let cause = causeOf.get(root); cause !== undefined; cause = causeOf.get(root)) root = cause;
  return root;
}

function asRelated({ message, span, node }: Finding): Related {
  return { message, ...(span === undefined ? {} : { span }), ...(node === undefined ? {} : { node }) };
}

function plain({ explains: _, follows: __, ...finding }: LinkedFinding, consequences: readonly Related[]): Finding {
  return consequences.length === 0 ? finding : { ...finding, related: [...(finding.related ?? []), ...consequences] };
}
