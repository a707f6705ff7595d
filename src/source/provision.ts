import type { Clause, ClauseText, Finding, Provision, Span, Variant } from '../model/index.ts';
import { askedBy } from '../text/asked-by.ts';
import { checkShape } from './check.ts';
import { readClauses, readCondition, readTexts } from './clauses.ts';
import { ExtensionSchema, ProvisionSchema } from './schemas/provision.ts';
import type { RawExtension, RawProvision } from './schemas/provision.ts';
import type { Path, YamlFile } from './yaml.ts';

/** What an overlay adds to a provision of a lower layer. */
export interface Extension {
  readonly extends: string;
  readonly base?: string;
  readonly library: string;
  readonly yaml: YamlFile;
  readonly raw: RawExtension;
  readonly citation?: ClauseText;
  /** Clauses by variant id; a variant that the base lacks is added whole. */
  readonly clauses: ReadonlyMap<string, readonly Clause[]>;
}

export interface ProvisionFile {
  readonly provision?: Provision;
  readonly base?: string;
  readonly extension?: Extension;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/** Where a provision names other things: `visits.first requires finance.ceiling`. For findings; never compiled. */
export type Places = ReadonlyMap<string, Span>;

/** Reads one provision file of a library. */
export function readProvision(yaml: YamlFile, library: string): ProvisionFile {
  const findings: Finding[] = [];
  if (typeof yaml.value === 'object' && yaml.value !== null && 'extends' in yaml.value) {
    const shape = checkShape(ExtensionSchema, yaml);
    if (!shape.value) return { findings: shape.findings, places: new Map() };
    const raw = shape.value;
    const clauses = new Map<string, readonly Clause[]>();
    for (const [id, variant] of Object.entries(raw.variants ?? {}))
      if (variant.clauses) clauses.set(id, readClauses(variant.clauses, yaml, ['variants', id, 'clauses'], findings));
    const citations: Record<string, Span> = {};
    const citation = raw.citation === undefined ? undefined : readTexts(raw.citation, yaml, ['citation'], '', citations, findings);
    return {
      extension: { extends: raw.extends, library, yaml, raw, clauses, ...(raw.base === undefined ? {} : { base: raw.base }), ...(citation === undefined ? {} : { citation }) },
      places: new Map([...Object.entries(citations).map(([key, span]): [string, Span] => [`${raw.extends} citation ${key}`, span]), ...placesIn(raw.extends, raw, yaml, []), ...variantPlaces(raw.extends, raw.variants ?? {}, yaml)]),
      findings,
    };
  }
  const shape = checkShape(ProvisionSchema, yaml);
  if (!shape.value) return { findings: shape.findings, places: new Map() };
  const citations: Record<string, Span> = {};
  const provision = build(shape.value, yaml, library, citations, findings);
  const places = new Map([...Object.entries(citations).map(([key, span]): [string, Span] => [`${provision.id} citation ${key}`, span]), ...placesIn(provision.id, shape.value, yaml, []), ...variantPlaces(provision.id, shape.value.variants, yaml)]);
  return { provision, places, findings, ...(shape.value.base === undefined ? {} : { base: shape.value.base }) };
}

function build(raw: RawProvision, yaml: YamlFile, library: string, citations: Record<string, Span>, findings: Finding[]): Provision {
  return {
    id: raw.id,
    version: raw.version,
    library,
    article: raw.article,
    scope: raw.scope,
    instruments: raw.instruments,
    ...(raw.registers === undefined ? {} : { registers: raw.registers }),
    ...(raw.parties === undefined ? {} : { parties: raw.parties }),
    title: raw.title,
    aliases: raw.aliases ?? [],
    replaces: raw.replaces ?? [],
    ...(raw.when === undefined ? {} : { when: readCondition(raw.when, yaml, ['when']) }),
    requires: raw.requires ?? [],
    conflicts: raw.conflicts ?? [],
    parameters: raw.parameters ?? [],
    defines: raw.defines ?? [],
    ...(raw.citation === undefined ? {} : { citation: readTexts(raw.citation, yaml, ['citation'], '', citations, findings) }),
    guidance: raw.guidance ?? '',
    sources: sourcesOf(raw.sources),
    variants: Object.entries(raw.variants).map(([id, variant]) => readVariant(id, variant, yaml, findings)),
    span: yaml.at(['id']),
  };
}

type RawVariant = NonNullable<RawProvision['variants'][string]>;

function readVariant(id: string, raw: RawVariant, yaml: YamlFile, findings: Finding[]): Variant {
  return variantFrom(id, raw, readClauses(raw.clauses, yaml, ['variants', id, 'clauses'], findings), yaml);
}

export function variantFrom(id: string, raw: Omit<RawVariant, 'clauses'>, clauses: readonly Clause[], yaml: YamlFile): Variant {
  return {
    id,
    rank: raw.rank,
    rationale: raw.rationale,
    raises: raisesOf(raw.raises),
    ...(raw.when === undefined ? {} : { when: readCondition(raw.when, yaml, ['variants', id, 'when']) }),
    requires: raw.requires ?? [],
    conflicts: raw.conflicts ?? [],
    ...(raw.registers === undefined ? {} : { registers: raw.registers }),
    ...(raw.parties === undefined ? {} : { parties: raw.parties }),
    clauses,
    ...askedBy(clauses),
    span: yaml.keyAt(['variants', id]),
  };
}

export function raisesOf(raw: RawVariant['raises']): Variant['raises'] {
  return (raw ?? []).map((raise) => ({ matter: raise.matter, ...(raise.note === undefined ? {} : { note: raise.note }) }));
}

export function sourcesOf(raw: RawProvision['sources']): Provision['sources'] {
  return (raw ?? []).map((source) => ({ cite: source.cite, certainty: source.certainty, ...(source.note === undefined ? {} : { note: source.note }) }));
}

const NAMING = ['article', 'instruments', 'requires', 'conflicts', 'parameters', 'defines'] as const;
type Naming = { readonly [K in (typeof NAMING)[number]]?: string | readonly string[] | undefined };

function placesIn(of: string, raw: Naming, yaml: YamlFile, path: Path): [string, Span][] {
  return NAMING.flatMap((field): [string, Span][] => {
    const names = raw[field];
    if (typeof names === 'string') return [[`${of} ${field} ${names}`, yaml.at([...path, field])]];
    return (names ?? []).map((name, index): [string, Span] => [`${of} ${field} ${name}`, yaml.at([...path, field, index])]);
  });
}

function variantPlaces(provision: string, variants: Readonly<Record<string, Naming>>, yaml: YamlFile): [string, Span][] {
  return Object.entries(variants).flatMap(([id, variant]) => placesIn(`${provision}:${id}`, variant, yaml, ['variants', id]));
}
