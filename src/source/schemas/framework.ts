import * as z from 'zod/mini';
import { FormsByLanguage, IsoDate, Key, PartyId, ProvisionId, RegisterName, Texts, TextsByRegister, Words } from './common.ts';

/** A framework map written by hand, for an agreement concluded elsewhere. */
export const FrameworkSchema = z.strictObject({
  $schema: z.optional(z.string()),
  framework: z.strictObject({
    id: Key,
    edition: Words,
    register: z.optional(RegisterName),
    numbering: z.optional(z.strictObject({ article: z.enum(['arabic', 'roman']), point: z.optional(z.enum(['arabic', 'latin'])) })),
    title: FormsByLanguage,
    label: FormsByLanguage,
    place: z.optional(FormsByLanguage),
    date: z.optional(IsoDate),
    parties: z.array(PartyId).check(z.minLength(2)),
  }),
  articles: z.array(
    z.strictObject({
      article: Key,
      ordinal: z.number().check(z.int(), z.positive()),
      /** An article that an amendment inserted: 8 and bis, «бис». */
      suffix: z.optional(Texts),
      title: Texts,
      provisions: z.optional(z.array(ProvisionId)),
      rule: z.optional(z.enum(['must', 'may', 'mayNot'])),
      opening: z.optional(z.enum(['fixed', 'narrow-only', 'fill', 'open'])),
      values: z.optional(z.record(z.string(), z.unknown())),
      terms: z.optional(z.array(Key)),
      /** Clause id → numbers below the article: `liability.third-party/division: [2]`. */
      blocks: z.optional(z.record(Words, z.array(z.number().check(z.int(), z.positive())))),
    }),
  ),
  terms: z.optional(z.record(Key, z.strictObject({ name: TextsByRegister, forms: z.optional(z.record(z.string(), z.array(Words))) }))),
});
export type RawFramework = z.infer<typeof FrameworkSchema>;
