import { z } from 'zod';
import type { Draft } from '../draft.ts';
import { REGISTERS } from '../language.ts';
import { STAGES } from '../draft.ts';
import type { Node } from '../node.ts';
import { type Agrees, type Mutable, agrees } from './exact.ts';
import { InlineSchema } from './inline.ts';
import { LanguageSchema, ValueSchema, localized } from './value.ts';

const inlines = localized(z.array(InlineSchema));

const NodeSchema = z.strictObject({
  id: z.string().min(1),
  type: z.enum(['recital', 'article', 'paragraph', 'point', 'annex', 'table', 'row', 'cell', 'signature']),
  ordinal: z.int().positive().exactOptional(),
  label: localized(z.string()).exactOptional(),
  heading: inlines.exactOptional(),
  content: inlines.exactOptional(),
  get children() {
    return z.array(NodeSchema);
  },
  tail: inlines.exactOptional(),
  provenance: z.strictObject({
    library: z.string(),
    provision: z.string(),
    version: z.string(),
    variant: z.string(),
    clause: z.string(),
    reason: z.string().exactOptional(),
    departure: z.strictObject({ by: z.string(), on: z.string(), why: z.string() }).exactOptional(),
  }).exactOptional(),
  state: z.enum(['open', 'ad-referendum', 'agreed', 'reserved', 'package']).exactOptional(),
  annex: z.strictObject({
    kind: z.enum(['integral', 'administrative', 'model']),
    amendableBy: z.string().exactOptional(),
    edition: z.string().exactOptional(),
    effective: z.string().exactOptional(),
    marking: z.string().exactOptional(),
    heldSeparately: z.boolean().exactOptional(),
  }).exactOptional(),
  total: z.literal(true).exactOptional(),
  party: z.string().exactOptional(),
});

const MetaSchema = z.strictObject({
  id: z.string(),
  instrument: z.string(),
  edition: z.string().exactOptional(),
  stage: z.enum(STAGES),
  register: z.enum(REGISTERS),
  languages: z.array(LanguageSchema).min(1),
  numbering: z.strictObject({
    article: z.enum(['arabic', 'roman']),
    paragraph: z.literal('arabic'),
    point: z.enum(['arabic', 'latin']),
  }),
  original: z.string().exactOptional(),
  audience: z.union([z.literal('internal'), z.strictObject({ for: z.string() })]),
  notice: localized(z.string()).exactOptional(),
  marking: z.string().exactOptional(),
});

const BasisSchema = z.strictObject({
  arrangement: z.strictObject({ id: z.string(), hash: z.string() }).exactOptional(),
  libraries: z.array(z.strictObject({ name: z.string(), version: z.string(), hash: z.string() })),
  framework: z.strictObject({ id: z.string(), edition: z.string(), hash: z.string(), file: z.string().exactOptional() }).exactOptional(),
});

const PartySchema = z.strictObject({
  id: z.string(),
  concluder: z.enum(['state', 'government', 'ministry', 'agency', 'organisation']),
  name: localized(z.string()),
  language: LanguageSchema,
  binding: z.boolean().exactOptional(),
});

const TermSchema = z.strictObject({
  id: z.string(),
  name: localized(z.string()),
  forms: localized(z.array(z.string())).exactOptional(),
  origin: z.enum(['self', 'framework']),
});

const frame = z.strictObject({
  schema: z.literal('dtca/draft-1'),
  meta: MetaSchema,
  basis: BasisSchema,
  parties: z.array(PartySchema),
  terms: z.array(TermSchema),
  values: z.array(z.strictObject({ name: z.string(), value: ValueSchema, source: z.enum(['arrangement', 'framework', 'default']) })),
  incorporated: z.array(z.strictObject({ provision: z.string(), article: z.string(), mode: z.enum(['cited', 'full']) })),
});

const draft = frame.extend({
  title: inlines,
  preamble: z.array(NodeSchema),
  articles: z.array(NodeSchema),
  annexes: z.array(NodeSchema),
  closing: z.array(NodeSchema),
  signatures: z.array(NodeSchema),
});

agrees<Agrees<z.infer<typeof NodeSchema>, Mutable<Node>>>(true);
agrees<Agrees<z.infer<typeof draft>, Mutable<Draft>>>(true);

/** A draft as JSON. */
export const DraftSchema: z.ZodType<Mutable<Draft>> = draft;

/** Everything of a draft that is not its text: what Markdown keeps in its last comment. */
export type DraftFrame = Omit<Draft, 'title' | 'preamble' | 'articles' | 'annexes' | 'closing' | 'signatures'>;

agrees<Agrees<z.infer<typeof frame>, Mutable<DraftFrame>>>(true);
