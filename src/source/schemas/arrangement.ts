import * as z from 'zod/mini';
import { ClauseSchema, ClauseTexts, IsoDate, Key, LanguageTag, PartyId, ProvisionId, RegisterName, Texts, Words } from './common.ts';

const PartySchema = z.union([
  PartyId,
  z.strictObject({
    id: PartyId,
    concluder: z.optional(z.enum(['state', 'government', 'ministry', 'agency', 'organisation'])),
    binding: z.optional(z.boolean()),
    signatories: z.optional(z.array(z.strictObject({ office: Texts, name: z.optional(Texts) }))),
  }),
]);

export const ArrangementSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: Key,
  edition: z.optional(Words),
  status: z.optional(z.enum(['draft', 'signed'])),
  instrument: Key,
  framework: z.optional(Words),
  register: z.optional(RegisterName),
  languages: z.array(LanguageTag).check(z.minLength(1)),
  parties: z.array(PartySchema).check(z.minLength(2)),
  title: Texts,
  notice: z.optional(Texts),
  marking: z.optional(Words),
  values: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  choose: z.optional(z.record(ProvisionId, Key)),
  incorporate: z.optional(z.union([z.enum(['cited', 'full']), z.record(Words, z.enum(['cited', 'full']))])),
  omit: z.optional(z.array(z.strictObject({ provision: ProvisionId, reason: Words }))),
  add: z.optional(z.array(z.strictObject({ id: ProvisionId, article: Key, title: z.optional(Texts), clauses: z.array(ClauseSchema).check(z.minLength(1)) }))),
  departures: z.optional(
    z.array(z.strictObject({ at: Words, base: z.optional(Words), text: z.optional(ClauseTexts), by: Words, on: IsoDate, why: Words, approvals: z.optional(z.array(Words)) })),
  ),
  waivers: z.optional(z.array(z.strictObject({ rule: Key, at: Words, by: Words, on: IsoDate, reason: Words, until: z.optional(IsoDate) }))),
  openings: z.optional(z.record(Key, z.enum(['fixed', 'narrow-only', 'fill', 'open']))),
});
export type RawArrangement = z.infer<typeof ArrangementSchema>;
