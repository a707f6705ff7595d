import * as z from 'zod/mini';
import { Certainty, ClauseSchema, ClauseTexts, Key, ParameterName, ProvisionId, RegisterName, Texts, Version, WordedForName, Words } from './common.ts';

const VariantSchema = z.strictObject({
  rank: z.enum(['preferred', 'acceptable', 'exception']),
  rationale: Words,
  raises: z.optional(z.array(z.strictObject({ matter: z.string(), note: z.optional(z.string()) }))),
  when: z.optional(z.string()),
  requires: z.optional(z.array(ProvisionId)),
  conflicts: z.optional(z.array(ProvisionId)),
  registers: z.optional(z.array(RegisterName).check(z.minLength(1))),
  parties: z.optional(WordedForName),
  clauses: z.array(ClauseSchema).check(z.minLength(1)),
});

/** A provision file. An overlay's file has `replaces` or `extends` with `base`; see `overlay.ts`. */
export const ProvisionSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: ProvisionId,
  version: Version,
  article: Key,
  scope: z.enum(['reserved', 'project', 'optional']),
  instruments: z.array(Key).check(z.minLength(1)),
  registers: z.optional(z.array(RegisterName).check(z.minLength(1))),
  parties: z.optional(WordedForName),
  title: Texts,
  aliases: z.optional(z.array(Words)),
  replaces: z.optional(z.array(ProvisionId)),
  base: z.optional(z.string()),
  when: z.optional(z.string()),
  requires: z.optional(z.array(ProvisionId)),
  conflicts: z.optional(z.array(ProvisionId)),
  parameters: z.optional(z.array(ParameterName)),
  defines: z.optional(z.array(Key)),
  citation: z.optional(ClauseTexts),
  guidance: z.optional(Words),
  sources: z.optional(z.array(z.strictObject({ cite: Words, note: z.optional(Words), certainty: Certainty }))),
  variants: z.record(Key, VariantSchema),
});
export type RawProvision = z.infer<typeof ProvisionSchema>;

/** An overlay's addition to a provision: only what is added or changed, by key. */
export const ExtensionSchema = z.strictObject({
  $schema: z.optional(z.string()),
  extends: ProvisionId,
  base: z.optional(z.string()),
  title: z.optional(Texts),
  aliases: z.optional(z.array(Words)),
  guidance: z.optional(Words),
  citation: z.optional(ClauseTexts),
  parameters: z.optional(z.array(ParameterName)),
  sources: z.optional(z.array(z.strictObject({ cite: Words, note: z.optional(Words), certainty: Certainty }))),
  variants: z.optional(z.record(Key, z.partial(VariantSchema))),
});
export type RawExtension = z.infer<typeof ExtensionSchema>;
