import type { Clause, ClauseText, Finding, Provision, Span, Variant } from '../model/index.ts';
import { askedBy } from '../text/asked-by.ts';
import { isLeaf } from '../text/is-leaf.ts';
import { readCondition } from './clauses.ts';
import { raisesOf, sourcesOf, variantFrom } from './provision.ts';
import type { Extension } from './provision.ts';
import type { SetOnce } from './set-once.ts';
import type { Path } from './yaml.ts';

type Mark = (field: string, span: Span | undefined) => void;

/** Lays an extension over a provision: words by key and language, further variants, guidance. What it does not name stays. */
export function extend(existing: Provision, extension: Extension, set: SetOnce, findings: Finding[]): Provision {
  const { raw, yaml } = extension;
  const put: Mark = (field, span) => set.mark(`${existing.id} ${field}`, span, extension.library);
  const mark = (field: string, path: Path): void => put(field, yaml.at(path));
  for (const language of Object.keys(raw.title ?? {})) mark(`title.${language}`, ['title', language]);
  if (raw.guidance !== undefined) mark('guidance', ['guidance']);
  for (const language of Object.keys(raw.citation ?? {})) mark(`citation.${language}`, ['citation', language]);
  const variants = new Map(existing.variants.map((variant) => [variant.id, variant]));
  for (const [id, change] of Object.entries(raw.variants ?? {})) {
    const below = variants.get(id);
    const clauses = extension.clauses.get(id);
    const { rank, rationale } = change;
    for (const key of ['rank', 'rationale', 'when', 'registers', 'parties'] as const) if (change[key] !== undefined) mark(`${id}.${key}`, ['variants', id, key]);
    const under: Mark = (field, span) => put(`${id}/${field}`, span);
    if (!below) {
      if (rank === undefined || rationale === undefined || !clauses) {
        findings.push({ rule: 'missing-key', severity: 'error', message: `the new variant “${id}” of “${existing.id}” needs rank, rationale and clauses`, span: yaml.keyAt(['variants', id]) });
        continue;
      }
      variants.set(id, variantFrom(id, { ...change, rank, rationale }, mergeClauses([], clauses, under), yaml));
      continue;
    }
    const merged: Variant = {
      ...below,
      ...(rank === undefined ? {} : { rank }),
      ...(rationale === undefined ? {} : { rationale }),
      ...(change.when === undefined ? {} : { when: readCondition(change.when, yaml, ['variants', id, 'when']) }),
      ...(change.registers === undefined ? {} : { registers: change.registers }),
      ...(change.parties === undefined ? {} : { parties: change.parties }),
      raises: [...below.raises, ...raisesOf(change.raises)],
      requires: union(below.requires, change.requires),
      conflicts: union(below.conflicts, change.conflicts),
      clauses: clauses ? mergeClauses(below.clauses, clauses, under) : below.clauses,
    };
    variants.set(id, { ...merged, ...askedBy(merged.clauses) });
  }
  return {
    ...existing,
    title: { ...existing.title, ...raw.title },
    aliases: union(existing.aliases, raw.aliases),
    guidance: raw.guidance ?? existing.guidance,
    parameters: union(existing.parameters, raw.parameters),
    sources: [...existing.sources, ...sourcesOf(raw.sources)],
    ...(extension.citation === undefined ? {} : { citation: mergeText(existing.citation, extension.citation) }),
    variants: [...variants.values()],
  };
}

/** Lays clauses over clauses by key: words are added or replaced by language and register, new clauses follow at the end. */
function mergeClauses(below: readonly Clause[], above: readonly Clause[], mark: Mark): readonly Clause[] {
  const result = [...below];
  for (const clause of above) {
    const found = result.findIndex((candidate) => candidate.key === clause.key);
    const existing: Clause = result[found] ?? { key: clause.key, clauses: [], ...(clause.span ? { span: clause.span } : {}) };
    for (const key of ['when', 'each', 'table'] as const) if (clause[key] !== undefined) mark(`${clause.key}.${key}`, clause.span);
    for (const field of fieldsOf(clause.text, '')) mark(`${clause.key}.${field}`, clause.leafSpans?.[field] ?? clause.span);
    for (const field of fieldsOf(clause.single, 'single.')) mark(`${clause.key}.${field}`, clause.leafSpans?.[field] ?? clause.span);
    for (const field of fieldsOf(clause.tail, 'tail.')) mark(`${clause.key}.${field}`, clause.leafSpans?.[field] ?? clause.span);
    const merged: Clause = {
      ...existing,
      ...(clause.when ? { when: clause.when } : {}),
      ...(clause.each ? { each: clause.each } : {}),
      ...(clause.table ? { table: clause.table } : {}),
      ...(clause.text ? { text: mergeText(existing.text, clause.text) } : {}),
      ...(clause.single ? { single: mergeText(existing.single, clause.single) } : {}),
      ...(clause.tail ? { tail: mergeText(existing.tail, clause.tail) } : {}),
      clauses: mergeClauses(existing.clauses, clause.clauses, (field, span) => mark(`${clause.key}/${field}`, span)),
      leafSpans: { ...existing.leafSpans, ...clause.leafSpans },
    };
    if (found < 0) result.push(merged);
    else result[found] = merged;
  }
  return result;
}

/** The fields that a text sets: `en`, or `ru.treaty` where it is split by register. */
function fieldsOf(text: ClauseText | undefined, prefix: string): readonly string[] {
  return Object.entries(text ?? {}).flatMap(([language, words]) => (isLeaf(words) ? [`${prefix}${language}`] : Object.keys(words).map((register) => `${prefix}${language}.${register}`)));
}

function mergeText(below: ClauseText | undefined, above: ClauseText): ClauseText {
  const merged: Record<string, ClauseText[string]> = { ...below };
  for (const [language, words] of Object.entries(above)) {
    const under = below?.[language];
    // A register that the overlay does not speak of keeps its words.
    merged[language] = isLeaf(words) || under === undefined ? words : { ...(isLeaf(under) ? { treaty: under, memorandum: under } : under), ...words };
  }
  return merged;
}

function union(below: readonly string[], above: readonly string[] | undefined): readonly string[] {
  return [...new Set([...below, ...(above ?? [])])];
}
