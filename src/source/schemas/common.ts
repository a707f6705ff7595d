import * as z from 'zod/mini';
import { isDate } from '../is-date.ts';

/** Ids of provisions: `article.name`. */
export const ProvisionId = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));
export const ParameterName = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/));
export const Key = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/));
export const Words = z.string().check(z.regex(/\S/));
export const Version = z.string().check(z.regex(/^\d+\.\d+\.\d+$/));
export const IsoDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { abort: true }), z.refine(isDate));
export const LanguageTag = z.string().check(z.regex(/^[a-z]{2,3}$/));
export const PartyId = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));

/** Words per language. */
export const Texts = z.record(LanguageTag, Words);
export const TextsByRegister = z.record(LanguageTag, z.union([Words, z.strictObject({ treaty: Words, memorandum: Words })]));

/** A leaf, or one per register. */
const LeafText = z.union([Words, z.strictObject({ treaty: z.optional(Words), memorandum: z.optional(Words) })]);
export const ClauseTexts = z.record(LanguageTag, LeafText);

export const FormsText = z.union([
  Words,
  z.strictObject({
    nom: Words, gen: z.optional(Words), dat: z.optional(Words), acc: z.optional(Words), ins: z.optional(Words), pre: z.optional(Words),
    gender: z.optional(z.enum(['masculine', 'feminine', 'neuter'])), plural: z.optional(z.boolean()),
  }),
]);
export const FormsByLanguage = z.record(LanguageTag, FormsText);

export const RegisterName = z.enum(['treaty', 'memorandum']);
export const WordedForName = z.enum(['two', 'any']);
export const Certainty = z.enum(['verified', 'believed', 'unverified']);

const TableText = z.strictObject({
  in: ParameterName,
  columns: z.array(z.strictObject({ key: z.string(), heading: Texts })).check(z.minLength(1)),
  rows: z.optional(z.enum(['totals'])),
  totals: z.optional(z.array(z.strictObject({
    key: Key, label: z.optional(Texts), sum: z.array(z.string()).check(z.minLength(1)), by: z.optional(z.string()), currency: z.optional(z.enum(['one'])), within: z.optional(ParameterName),
  })).check(z.minLength(1))),
});

/** A clause as written. Further keys are languages with their `RawLeafText`. */
export interface RawClause {
  key: string;
  when?: string | undefined;
  each?: string | undefined;
  table?: z.infer<typeof TableText> | undefined;
  tail?: Record<string, RawLeafText> | undefined;
  single?: Record<string, RawLeafText> | undefined;
  clauses?: RawClause[] | undefined;
  [language: string]: unknown;
}

export const ClauseSchema: z.ZodMiniType<RawClause> = z.catchall(
  z.object({
    key: Key,
    when: z.optional(z.string()),
    each: z.optional(z.string()),
    table: z.optional(TableText),
    tail: z.optional(ClauseTexts),
    single: z.optional(ClauseTexts),
    clauses: z.optional(z.lazy(() => z.array(ClauseSchema))),
  }),
  LeafText,
);
export type RawLeafText = z.infer<typeof LeafText>;
export type RawForms = z.infer<typeof FormsText>;
