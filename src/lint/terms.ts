import type { Language, Localized } from '../model/index.ts';
import type { LintContext } from './rule.ts';

/** A draft made under a framework; a framework's own definitions serve its arrangements. */
export function isArrangement({ draft, framework }: LintContext): boolean {
  return framework !== undefined || draft.basis.framework !== undefined || (draft.meta.instrument !== '' && !draft.meta.instrument.includes('framework'));
}

/** A term as it may stand in running text: its name first, then its inflected forms. */
export function termForms(term: { readonly name: Localized<string>; readonly forms?: Localized<readonly string[]> }, language: Language): readonly string[] {
  const name = term.name[language];
  return [...(name === undefined || name === '' ? [] : [name]), ...(term.forms?.[language] ?? [])];
}

/** Equal names are the same term to a reader, whatever their capitals, and with ё written as е. */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();
}
