import type { Case, Forms } from '../model/index.ts';

/** The form for a case, else the nominative. */
export function formOf(forms: Forms, grammaticalCase: Case): string;
export function formOf(forms: Forms | undefined, grammaticalCase: Case): string | undefined;
export function formOf(forms: Forms | undefined, grammaticalCase: Case): string | undefined {
  return forms?.[grammaticalCase] ?? forms?.nom;
}
