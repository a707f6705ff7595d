import { LANGUAGES } from '../languages/index.ts';
import type { Case, Forms, Language } from '../model/index.ts';

/** The title of an instrument declines in its first words, its name; what follows does not change. */
export function declineTitle(title: string, name: Forms, language: Language): Forms {
  const rest = title.startsWith(name.nom) ? title.slice(name.nom.length) : undefined;
  const rules = LANGUAGES[language];
  if (rest === undefined || !rules) return { nom: title };
  const forms: Partial<Record<Case, string>> = {};
  for (const inCase of rules.cases) forms[inCase] = rules.form(name, inCase) + rest;
  return { ...forms, nom: title };
}
