import { LANGUAGES } from '../languages/index.ts';
import type { Span } from '../model/index.ts';
import type { FillContext, Item, LeafScope } from './context.ts';

/** What a leaf of a provision may see in a language; undefined where the language is none of ours. */
export function scopeFor(language: string, provision: string, context: FillContext, item: Item | undefined, span: Span | undefined, opens: boolean): LeafScope | undefined {
  const rules = LANGUAGES[language];
  return rules && { context, language, rules, provision, opens, ...(item ? { item } : {}), ...(span ? { span } : {}) };
}
