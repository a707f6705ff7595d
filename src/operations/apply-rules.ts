import type { LintContext } from '../lint/rule.ts';
import { lint, type LintFinding } from '../lint/run.ts';
import type { LinkedFinding, Span } from '../model/index.ts';
import type { ReadDraft } from './read-draft.ts';

/** The way from a draft back to its places, and `start`, the place of what has no better one. */
export interface Placing extends Pick<ReadDraft, 'spans' | 'assembled'> {
  readonly start: Span;
}

/** What the rules find in a draft, each finding at its place; `told`: what was found before. */
export function applyRules(context: LintContext, placing: Placing, told: readonly LinkedFinding[]): readonly LinkedFinding[] {
  const seen = new Set(told.map((finding) => `${finding.rule} ${finding.node?.id ?? ''}`));
  return lint(context)
    // Assembly has said so already, at the better place.
    .filter((finding) => finding.rule !== 'dangling-reference' || !seen.has(`${finding.rule} ${finding.node?.id ?? ''}`))
    .map((finding) => placed(finding, placing));
}

function placed({ parameter, subjects, near, ...found }: LintFinding, { spans, assembled, start }: Placing): LinkedFinding {
  const name = parameter?.replace(/\[.*$/, '');
  const causes = [
    ...(name === undefined ? [] : [`parameter:${name}`, `blank:${name}`, `blank:${parameter ?? name}`]),
    ...(subjects ?? []).flatMap((subject) => (subject.startsWith('term:') ? [subject, `blank:${subject.slice(5)}`] : [])),
  ];
  const rest: LinkedFinding = causes.length === 0 ? found : { ...found, follows: causes };
  if (rest.span) return rest;
  const after = near === undefined ? undefined : spans(near, undefined);
  const record = subjects?.map((subject) => assembled?.recordSpans?.get(subject)).find((span) => span !== undefined);
  const row = parameter?.replace(/\][^\]]*$/, ']');
  const value = (row === undefined ? undefined : assembled?.valueSpans.get(row)) ?? (name === undefined ? undefined : assembled?.valueSpans.get(name));
  const node = rest.node === undefined ? undefined : spans(rest.node.id, rest.node.language);
  return { ...rest, span: record ?? value ?? node ?? after ?? assembled?.start ?? start };
}
