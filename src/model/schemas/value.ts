import { z } from 'zod';
import { CASES } from '../language.ts';
import type { Value } from '../value.ts';
import { type Agrees, type Mutable, agrees } from './exact.ts';

export const LanguageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'expected a language tag such as en or ru');

export const localized = <Schema extends z.ZodType>(schema: Schema) => z.record(LanguageSchema, schema);

export const CaseSchema = z.enum(CASES);

const ListItemSchema = z.strictObject({ key: z.string(), text: localized(z.string()) });

const TableRowSchema = z.strictObject({
  key: z.string(),
  get cells() {
    return z.record(z.string(), ValueSchema);
  },
});

export const ValueSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: localized(z.string()) }),
  z.strictObject({ type: z.literal('integer'), integer: z.int() }),
  z.strictObject({ type: z.literal('boolean'), boolean: z.boolean() }),
  z.strictObject({
    type: z.literal('money'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code'),
    minor: z.string().regex(/^-?\d+$/, 'expected decimal digits'),
  }),
  z.strictObject({ type: z.literal('duration'), iso: z.string().regex(/^P[\dA-Z.]+$/, 'expected an ISO 8601 duration') }),
  z.strictObject({ type: z.literal('date'), date: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'expected an ISO 8601 date') }),
  z.strictObject({ type: z.literal('share'), shares: z.array(z.strictObject({ party: z.string(), percent: z.string() })) }),
  z.strictObject({ type: z.literal('choice'), choice: z.string() }),
  z.strictObject({ type: z.literal('party'), party: z.string() }),
  z.strictObject({ type: z.literal('list'), items: z.array(ListItemSchema) }),
  z.strictObject({
    type: z.literal('table'),
    get rows() {
      return z.array(TableRowSchema);
    },
  }),
]);

agrees<Agrees<z.infer<typeof ValueSchema>, Mutable<Value>>>(true);
