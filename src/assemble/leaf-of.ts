import type { ClauseText, Leaf, Span } from '../model/index.ts';
import { isLeaf } from '../text/is-leaf.ts';
import type { LeafScope } from './context.ts';
import { place } from './input.ts';

/** The leaf of a text in the scope's language and the arrangement's register. A missing one is a finding. */
export function leafOf(words: ClauseText | undefined, scope: LeafScope, span: Span | undefined): Leaf | undefined {
  if (!words) return undefined;
  const inLanguage = words[scope.language];
  const { register } = scope.context.input.arrangement;
  const leaf = inLanguage === undefined || isLeaf(inLanguage) ? inLanguage : inLanguage[register];
  if (!leaf)
    scope.context.report({
      rule: 'missing-translation', severity: 'error',
      message: `“${scope.provision}” has no text in “${scope.language}”${inLanguage === undefined ? '' : ` in the ${register} register`}`, ...place(span), explains: [`text:${scope.provision} ${scope.language}`],
    });
  return leaf;
}
