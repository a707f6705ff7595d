import type * as z from 'zod/mini';
import type { Finding, InstrumentName, Leaf, Vocabulary } from '../model/index.ts';
import { readLeaf } from './clauses.ts';
import { form, formsOf } from './forms.ts';
import type { VocabularySchema } from './schemas/library.ts';
import type { YamlFile } from './yaml.ts';

type RawName = NonNullable<z.infer<typeof VocabularySchema>['instruments'][string]['treaty']>;

/** The names and patterns of one language. */
export function readVocabulary(raw: z.infer<typeof VocabularySchema>, yaml: YamlFile, findings: Finding[]): Vocabulary {
  const nameOf = (names: RawName, path: readonly string[]): InstrumentName => ({
    full: form(names.full), short: form(names.short), ...(names.title === undefined ? {} : { title: readLeaf(names.title, yaml, path, findings) }),
  });
  const instruments: Record<string, Vocabulary['instruments'][string]> = {};
  for (const [instrument, registers] of Object.entries(raw.instruments))
    instruments[instrument] = Object.fromEntries(Object.entries(registers).flatMap(([register, names]) => (names ? [[register, nameOf(names, ['instruments', instrument, register, 'title'])]] : [])));
  const signature = (key: 'for' | 'name' | 'office'): Leaf => readLeaf(raw.signature[key], yaml, ['signature', key], findings);
  return {
    language: raw.language, instruments, languages: formsOf(raw.languages), title: readLeaf(raw.title, yaml, ['title'], findings),
    signature: { for: signature('for'), name: signature('name'), office: signature('office') }, span: yaml.at(['language']),
  };
}
