import { z } from 'zod';
import { CHANGE_KINDS, type Comparison } from '../change.ts';
import { type Agrees, type Mutable, agrees } from './exact.ts';
import { localized } from './value.ts';

const SegmentSchema = z.strictObject({ kind: z.enum(['same', 'insertion', 'deletion']), text: z.string(), typographic: z.literal(true).exactOptional() });

const SideSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  texts: localized(z.string()).exactOptional(),
});

const WhereSchema = z.strictObject({ id: z.string(), number: z.string(), path: z.array(z.string()) });

const PlaceSchema = z.strictObject({ before: WhereSchema.exactOptional(), after: WhereSchema.exactOptional() });

const ChangeSchema = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  class: z.enum(['substantive', 'editorial', 'typographic']),
  node: z.string(),
  before: SideSchema.exactOptional(),
  after: SideSchema.exactOptional(),
  words: localized(z.array(SegmentSchema)).exactOptional(),
  places: z.array(PlaceSchema).exactOptional(),
  consequences: z.array(z.strictObject({
    kind: z.enum(['renumbered', 'reference', 'term', 'definition', 'value', 'text']),
    message: z.string(),
    place: PlaceSchema.exactOptional(),
  })).exactOptional(),
  fingerprint: z.string(),
});

const count = z.int().nonnegative();

/** What `dtca diff --format json` prints. */
export const ComparisonSchema = z.strictObject({
  schema: z.literal('dtca/changes-1'),
  before: z.string(),
  after: z.string(),
  changes: z.array(ChangeSchema),
  summary: z.strictObject({
    added: count, removed: count, reworded: count, moved: count, renumbered: count, revalued: count, retitled: count, total: count,
  }),
});

agrees<Agrees<z.infer<typeof ComparisonSchema>, Mutable<Comparison>>>(true);
