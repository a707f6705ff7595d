import * as z from 'zod/mini';
import {
  Certainty, ClauseTexts, FormsByLanguage, FormsText, Key, LanguageTag, ParameterName, PartyId, Texts, TextsByRegister, Version, WordedForName, Words,
} from './common.ts';

const PARAMETER_TYPE = ['text', 'integer', 'boolean', 'money', 'duration', 'date', 'share', 'choice', 'party', 'list', 'table'] as const;
const COLUMN_TYPE = ['text', 'integer', 'boolean', 'money', 'duration', 'date', 'choice', 'party'] as const;

export const IndexSchema = z.strictObject({
  $schema: z.optional(z.string()),
  name: Key,
  version: Version,
  provisions: z.optional(z.array(Words)),
  definitions: z.optional(z.array(Key)),
});

export const ArticlesSchema = z.record(
  Key,
  z.strictObject({ kind: z.optional(z.enum(['preamble', 'article', 'annex', 'closing'])), title: TextsByRegister, aliases: z.optional(z.array(Words)) }),
);

const MatterId = z.string().check(z.regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/));

export const MattersSchema = z.record(MatterId, z.strictObject({ title: Texts }));

export const ParametersSchema = z.record(
  ParameterName,
  z.strictObject({
    type: z.enum(PARAMETER_TYPE),
    unit: z.optional(z.enum(['calendar', 'working'])),
    default: z.optional(z.unknown()),
    constraint: z.optional(Words),
    options: z.optional(z.array(z.strictObject({ id: Key, label: FormsByLanguage }))),
    columns: z.optional(
      z.array(z.strictObject({ key: z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)), type: z.enum(COLUMN_TYPE), label: Texts, required: z.optional(z.boolean()), covers: z.optional(z.enum(['parties'])) })),
    ),
    signing: z.optional(z.boolean()),
    ask: Texts,
    help: z.optional(Texts),
  }),
);

export const DefinitionSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: Key,
  name: TextsByRegister,
  text: z.optional(ClauseTexts),
  parties: z.optional(WordedForName),
  forms: z.optional(z.record(LanguageTag, z.array(Words))),
  avoid: z.optional(z.record(LanguageTag, z.array(Words))),
  kept: z.optional(Words),
});

const CONCLUDERS = ['state', 'government', 'ministry', 'agency', 'organisation'] as const;

/** What stands on paper, in each language of the State that it is known in. */
const Marking = z.record(LanguageTag, Words);

export const PartySchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: PartyId,
  language: z.union([LanguageTag, z.array(LanguageTag).check(z.minLength(1))]),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  label: FormsByLanguage,
  short: z.optional(FormsByLanguage),
  state: FormsByLanguage,
  concluders: z.partialRecord(z.enum(CONCLUDERS), FormsByLanguage),
  signatories: z.optional(z.partialRecord(z.enum(CONCLUDERS), z.strictObject({ office: Texts, note: z.optional(Words), certainty: Certainty }))),
  classification: z.optional(z.array(z.strictObject({ level: Key, marking: Marking, note: z.optional(Words), certainty: Certainty }))),
  legend: z.optional(z.strictObject({ marking: Marking, note: z.optional(Words), certainty: Certainty })),
  notes: z.optional(z.array(z.strictObject({ on: Words, note: Words, certainty: Certainty }))),
  matters: z.optional(z.record(MatterId, z.strictObject({ authority: Words, cite: z.optional(Words), note: z.optional(Words), certainty: Certainty }))),
});

const InstrumentNames = z.strictObject({ full: FormsText, short: FormsText, title: z.optional(Words) });

export const VocabularySchema = z.strictObject({
  $schema: z.optional(z.string()),
  language: LanguageTag,
  instruments: z.record(Key, z.strictObject({ treaty: z.optional(InstrumentNames), memorandum: z.optional(InstrumentNames) })),
  languages: z.record(LanguageTag, FormsText),
  title: Words,
  signature: z.strictObject({ for: Words, name: Words, office: Words }),
});

export type RawParty = z.infer<typeof PartySchema>;
