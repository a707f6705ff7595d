import { z } from 'zod';
import type { Inline } from '../inline.ts';
import { type Agrees, type Mutable, agrees } from './exact.ts';
import { CaseSchema, ValueSchema } from './value.ts';

const ValueFormSchema = z.strictObject({
  style: z.enum(['figures', 'words']).exactOptional(),
  case: CaseSchema.exactOptional(),
  part: z.string().exactOptional(),
});

const OptionSchema = z.strictObject({
  party: z.string().exactOptional(),
  get content() {
    return z.array(InlineSchema);
  },
});

export const InlineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({
    type: z.literal('value'),
    parameter: z.string(),
    value: ValueSchema,
    form: ValueFormSchema.exactOptional(),
    text: z.string(),
  }),
  z.strictObject({ type: z.literal('term'), term: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('definition'), term: z.string(), text: z.string() }),
  z.strictObject({
    type: z.literal('reference'),
    instrument: z.enum(['self', 'framework']),
    id: z.string(),
    form: z.strictObject({ case: CaseSchema.exactOptional() }).exactOptional(),
    text: z.string(),
  }),
  z.strictObject({ type: z.literal('name'), of: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('blank'), kind: z.enum(['open', 'signing']), parameter: z.string(), text: z.string() }),
  z.strictObject({
    type: z.literal('bracket'),
    get options() {
      return z.array(OptionSchema);
    },
    note: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('insertion'),
    get content() {
      return z.array(InlineSchema);
    },
  }),
  z.strictObject({
    type: z.literal('deletion'),
    get content() {
      return z.array(InlineSchema);
    },
  }),
  z.strictObject({
    type: z.literal('moved'),
    direction: z.enum(['from', 'to']),
    id: z.string(),
    get content() {
      return z.array(InlineSchema);
    },
  }),
]);

agrees<Agrees<z.infer<typeof InlineSchema>, Mutable<Inline>>>(true);
