import type { LintContext } from './rule.ts';
import { provisionOf, viewOf } from './view.ts';

/** Names of the mandatory articles that the draft does not have. */
export function missingArticles({ draft, mandatory }: LintContext): readonly string[] {
  const view = viewOf(draft);
  return (mandatory ?? []).map((name) => name.replace(/^article:/, '')).filter((name) => !view.byId.has(`article:${name}`));
}

/** True if the draft has the article, or a provision of it in some other article. */
export function hasMatter({ draft }: LintContext, ...names: readonly string[]): boolean {
  const view = viewOf(draft);
  return view.entries.some(({ node }) => names.some((name) => node.id === `article:${name}` || provisionOf(node)?.startsWith(`${name}.`) === true));
}

/** True if the words of some block match. */
export function says({ draft }: LintContext, pattern: RegExp): boolean {
  return viewOf(draft).passages.some(({ text }) => pattern.test(text));
}
