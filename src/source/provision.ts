import type { Clause, ClauseText, Finding, Provision, Variant } from '../model/index.ts';
import { termsOfClauses } from '../text/terms-in.ts';
import { checkShape } from './check.ts';
import { readClauses, readCondition, readTexts } from './clauses.ts';
import { ExtensionSchema, ProvisionSchema } from './schemas/provision.ts';
import type { RawExtension, RawProvision } from './schemas/provision.ts';
import type { YamlFile } from './yaml.ts';

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
  readonly findings: readonly Finding[];
}

/** Reads one provision file of a library. */
export function readProvision(yaml: YamlFile, library: string): ProvisionFile {
  const findings: Finding[] = [];
  if (typeof yaml.value === 'object' && yaml.value !== null && 'extends' in yaml.value) {
    const shape = checkShape(ExtensionSchema, yaml);
    if (!shape.value) return { findings: shape.findings };
    const raw = shape.value;
    const clauses = new Map<string, readonly Clause[]>();
    for (const [id, variant] of Object.entries(raw.variants ?? {}))
      if (variant.clauses) clauses.set(id, readClauses(variant.clauses, yaml, ['variants', id, 'clauses'], findings));
    const citation = raw.citation === undefined ? undefined : readTexts(raw.citation, yaml, ['citation'], '', {}, findings);
    return {
      extension: { extends: raw.extends, library, yaml, raw, clauses, ...(raw.base === undefined ? {} : { base: raw.base }), ...(citation === undefined ? {} : { citation }) },
      findings,
    };
  }
  const shape = checkShape(ProvisionSchema, yaml);
  if (!shape.value) return { findings: shape.findings };
  const provision = build(shape.value, yaml, library, findings);
  return { provision, findings, ...(shape.value.base === undefined ? {} : { base: shape.value.base }) };
}

function build(raw: RawProvision, yaml: YamlFile, library: string, findings: Finding[]): Provision {
  return {
    id: raw.id,
    version: raw.version,
    library,
    article: raw.article,
    scope: raw.scope,
    instruments: raw.instruments,
    ...(raw.registers === undefined ? {} : { registers: raw.registers }),
    title: raw.title,
    aliases: raw.aliases ?? [],
    replaces: raw.replaces ?? [],
    ...(raw.when === undefined ? {} : { when: readCondition(raw.when, yaml, ['when']) }),
    requires: raw.requires ?? [],
    conflicts: raw.conflicts ?? [],
    parameters: raw.parameters ?? [],
    defines: raw.defines ?? [],
    ...(raw.citation === undefined ? {} : { citation: readTexts(raw.citation, yaml, ['citation'], '', {}, findings) }),
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
    clauses,
    terms: termsOfClauses(clauses),
    span: yaml.keyAt(['variants', id]),
  };
}

export function raisesOf(raw: RawVariant['raises']): Variant['raises'] {
  return (raw ?? []).map((raise) => ({ matter: raise.matter, ...(raise.note === undefined ? {} : { note: raise.note }) }));
}

export function sourcesOf(raw: RawProvision['sources']): Provision['sources'] {
  return (raw ?? []).map((source) => ({ cite: source.cite, certainty: source.certainty, ...(source.note === undefined ? {} : { note: source.note }) }));
}
