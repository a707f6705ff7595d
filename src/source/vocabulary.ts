import type * as z from 'zod/mini';
import type { Finding, Leaf, Vocabulary } from '../model/index.ts';
import { readLeaf } from './clauses.ts';
import { form, formsOf } from './forms.ts';
import type { VocabularySchema } from './schemas/library.ts';
import type { YamlFile } from './yaml.ts';

/** The names and patterns of one language. */
export function readVocabulary(raw: z.infer<typeof VocabularySchema>, yaml: YamlFile, findings: Finding[]): Vocabulary {
  const instruments: Record<string, Vocabulary['instruments'][string]> = {};
  for (const [instrument, registers] of Object.entries(raw.instruments))
    instruments[instrument] = Object.fromEntries(Object.entries(registers).flatMap(([register, names]) => (names ? [[register, { full: form(names.full), short: form(names.short) }]] : [])));
  const signature = (key: 'for' | 'name' | 'office'): Leaf => readLeaf(raw.signature[key], yaml, ['signature', key], findings);
  return {
    language: raw.language, instruments, languages: formsOf(raw.languages), title: readLeaf(raw.title, yaml, ['title'], findings),
    signature: { for: signature('for'), name: signature('name'), office: signature('office') }, span: yaml.at(['language']),
  };
}
