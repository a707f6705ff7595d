import type * as z from 'zod/mini';
import type { PartyProfile } from '../model/index.ts';
import { formsOf } from './forms.ts';
import type { PartySchema } from './schemas/library.ts';
import type { YamlFile } from './yaml.ts';

/** What a library's file says of a state. */
export function readParty(raw: z.infer<typeof PartySchema>, yaml: YamlFile): PartyProfile {
  const matters: Record<string, PartyProfile['matters'][string]> = {};
  for (const [matter, entry] of Object.entries(raw.matters ?? {})) matters[matter] = { authority: entry.authority, certainty: entry.certainty, ...(entry.cite === undefined ? {} : { cite: entry.cite }) };
  return {
    id: raw.id, language: raw.language, currency: raw.currency, label: formsOf(raw.label), state: formsOf(raw.state),
    concluders: Object.fromEntries(Object.entries(raw.concluders).map(([kind, forms]) => [kind, formsOf(forms ?? {})])),
    matters, span: yaml.at(['id']),
  };
}
