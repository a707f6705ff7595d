import type { Forms, Localized } from '../model/index.ts';
import type { RawForms } from './schemas/common.ts';

/** A noun's forms as written: one string is its nominative. */
export function form(raw: RawForms): Forms {
  if (typeof raw === 'string') return { nom: raw };
  const { nom, ...rest } = raw;
  const forms: Record<string, string | boolean> = {};
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) forms[key] = value;
  return { nom, ...forms };
}

export function formsOf(raw: Readonly<Record<string, RawForms>>): Localized<Forms> {
  return Object.fromEntries(Object.entries(raw).map(([language, forms]) => [language, form(forms)]));
}
