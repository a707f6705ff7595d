import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { type Agrees, type Mutable, agrees } from './exact.ts';

const PositionSchema = z.strictObject({ line: z.int().positive(), column: z.int().positive(), offset: z.int().nonnegative() });

const SpanSchema = z.strictObject({ file: z.string(), start: PositionSchema, end: PositionSchema });

const AddressSchema = z.strictObject({
  id: z.string(),
  citation: z.string().exactOptional(),
  language: z.string().exactOptional(),
});

/** What a rule or a stage reports, as JSON. */
export const FindingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string().exactOptional(),
  span: SpanSchema.exactOptional(),
  node: AddressSchema.exactOptional(),
  related: z.array(z.strictObject({
    message: z.string(),
    span: SpanSchema.exactOptional(),
    node: AddressSchema.exactOptional(),
  })).exactOptional(),
});

agrees<Agrees<z.infer<typeof FindingSchema>, Mutable<Finding>>>(true);
