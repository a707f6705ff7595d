import type { Clause, ClauseText, Finding, Layouts, Library, Parameter, Provision, Span, Variant } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { sha256 } from '../model/hash.ts';
import { termsOfClauses } from '../text/terms-in.ts';
import { hashProvision } from '../text/hash-leaves.ts';
import { compileConditions } from './compile-conditions.ts';
import type { Layer } from './layer.ts';
import { variantFrom } from './provision.ts';
import type { Extension } from './provision.ts';
import { readSkeleton } from './skeleton.ts';

/** A library as plain JSON: what is compiled, cached and read back. */
export interface LibraryData extends Omit<Library, 'provisionIds' | 'provision' | 'identity'> {
  readonly provisions: readonly Provision[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Lays layers over each other, the first at the bottom. A field set by two overlays is a conflict that shows both places. */
export function overlay(layers: readonly Layer[], base?: LibraryData): { readonly data: LibraryData; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const provisions = new Map<string, Provision>((base?.provisions ?? []).map((provision) => [provision.id, provision]));
  let order = [...provisions.keys()];
  const data: Mutable<LibraryData> = {
    names: [...(base?.names ?? [])],
    provisions: [],
    articles: base?.articles ?? [],
    parameters: base?.parameters ?? {},
    definitions: base?.definitions ?? [],
    parties: base?.parties ?? {},
    vocabulary: base?.vocabulary ?? {},
    layouts: base?.layouts ?? {},
    predicates: {},
    constraints: {},
  };
  const set = new SetOnce(findings);

  layers.forEach((layer, depth) => {
    const bottom = depth === 0 && !base;
    for (const { provision, base: baseHash } of layer.provisions) {
      const target = provision.replaces.find((id) => provisions.has(id)) ?? (provision.replaces.length === 0 && provisions.has(provision.id) ? undefined : provision.id);
      const existing = provisions.get(provision.id);
      if (existing && !provision.replaces.includes(provision.id)) {
        findings.push({
          rule: 'duplicate-provision', severity: 'error', message: `the provision “${provision.id}” is defined twice`, ...at(provision.span),
          hint: bottom ? 'give each provision an id of its own' : 'to change a provision of a lower library, write “extends:” or “replaces:”', related: [{ message: `first in ${existing.library}`, ...at(existing.span) }],
        });
        continue;
      }
      const replaced = target === undefined ? undefined : provisions.get(target);
      if (replaced && !bottom) {
        set.mark(replaced.id, provision.span, layer.name);
        stale(replaced, baseHash, provision.span, findings);
        provisions.delete(replaced.id);
        order = order.map((id) => (id === replaced.id ? provision.id : id));
      } else order.push(provision.id);
      provisions.set(provision.id, provision);
    }
    for (const extension of layer.extensions) {
      const existing = provisions.get(extension.extends);
      if (!existing) {
        const near = nearest(extension.extends, [...provisions.keys()]);
        findings.push({
          rule: 'unknown-provision', severity: 'error', message: `there is no provision “${extension.extends}” to extend`, span: extension.yaml.at(['extends']),
          ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }),
        });
        continue;
      }
      stale(existing, extension.base, extension.yaml.at(['base']), findings);
      provisions.set(existing.id, extend(existing, extension, set, findings));
    }
    const parameters: Record<string, Parameter> = { ...data.parameters };
    for (const parameter of layer.parameters) {
      const existing = parameters[parameter.name];
      if (existing && bottom) findings.push({ rule: 'duplicate-parameter', severity: 'error', message: `the parameter “${parameter.name}” is declared twice`, ...at(parameter.span), related: [{ message: 'first here', ...at(existing.span) }] });
      else if (existing && existing.type !== parameter.type) findings.push({ rule: 'overlay-conflict', severity: 'error', message: `the parameter “${parameter.name}” is ${existing.type} below and ${parameter.type} here; an overlay keeps the type`, ...at(parameter.span), related: [{ message: 'declared here', ...at(existing.span) }] });
      else {
        if (existing) set.mark(`parameter ${parameter.name}`, parameter.span, layer.name);
        parameters[parameter.name] = existing ? { ...existing, ...parameter, ask: { ...existing.ask, ...parameter.ask } } : parameter;
      }
    }
    data.parameters = parameters;
    data.definitions = merge(data.definitions, layer.definitions, (key, span) => set.mark(`definition ${key}`, span, layer.name));
    data.articles = merge(data.articles, layer.articles, () => undefined);
    data.parties = { ...data.parties, ...Object.fromEntries(layer.parties.map((party) => [party.id, party])) };
    const vocabulary = { ...data.vocabulary };
    for (const entry of layer.vocabulary) {
      const below = vocabulary[entry.language];
      vocabulary[entry.language] = below ? { ...below, ...entry, instruments: { ...below.instruments, ...entry.instruments }, languages: { ...below.languages, ...entry.languages } } : entry;
    }
    data.vocabulary = vocabulary;
    data.names = [...data.names, { name: layer.name, version: layer.version, hash: hashLayer(layer) }];
  });
  data.provisions = order.flatMap((id) => provisions.get(id) ?? []);
  const articles = data.articles.map((article) => article.id);
  const layouts: Record<string, Layouts> = { ...data.layouts };
  for (const skeleton of layers.flatMap((layer) => layer.skeletons)) {
    const read = readSkeleton(skeleton, articles);
    findings.push(...read.findings);
    if (read.layouts) layouts[skeleton.id] = read.layouts;
  }
  data.layouts = layouts;
  Object.assign(data, compileConditions(data.provisions, data.parameters));
  return { data, findings };
}

/** Remembers which overlay set a field; a second one is a conflict. */
class SetOnce {
  readonly #places = new Map<string, { readonly span: Span | undefined; readonly library: string }>();
  readonly #findings: Finding[];
  constructor(findings: Finding[]) {
    this.#findings = findings;
  }
  mark(field: string, span: Span | undefined, library: string): void {
    const first = this.#places.get(field);
    if (first)
      this.#findings.push({
        rule: 'overlay-conflict', severity: 'error', message: `“${field}” is set by two overlays, ${first.library} and ${library}`, ...at(span),
        hint: 'keep it in one of them', related: [{ message: `set first by ${first.library}`, ...at(first.span) }],
      });
    else this.#places.set(field, { span, library });
  }
}

function stale(provision: Provision, base: string | undefined, span: Span | undefined, findings: Finding[]): void {
  const hash = hashProvision(provision);
  if (base === undefined)
    findings.push({ rule: 'overlay-base-missing', severity: 'info', message: `the overlay of “${provision.id}” does not say which text it was made from`, ...at(span), hint: `add base: "${hash}"` });
  else if (base !== hash)
    findings.push({ rule: 'overlay-base-stale', severity: 'warning', message: `“${provision.id}” has changed since this overlay was made: base is ${base}, the text now ${hash}`, ...at(span), hint: 'compare the texts, then set the new base' });
}

function extend(existing: Provision, extension: Extension, set: SetOnce, findings: Finding[]): Provision {
  const { raw, yaml } = extension;
  const mark = (field: string, path: readonly (string | number)[]): void => set.mark(`${existing.id} ${field}`, yaml.at(path), extension.library);
  for (const language of Object.keys(raw.title ?? {})) mark(`title.${language}`, ['title', language]);
  if (raw.guidance !== undefined) mark('guidance', ['guidance']);
  if (raw.citation !== undefined) for (const language of Object.keys(raw.citation)) mark(`citation.${language}`, ['citation', language]);
  const variants = new Map(existing.variants.map((variant) => [variant.id, variant]));
  for (const [id, change] of Object.entries(raw.variants ?? {})) {
    const below = variants.get(id);
    const clauses = extension.clauses.get(id);
    if (!below) {
      if (change.rank === undefined || change.rationale === undefined || !clauses) {
        findings.push({ rule: 'missing-key', severity: 'error', message: `the new variant “${id}” of “${existing.id}” needs rank, rationale and clauses`, span: yaml.keyAt(['variants', id]) });
        continue;
      }
      mark(`variant ${id}`, ['variants', id]);
      variants.set(id, variantFrom(id, { ...change, rank: change.rank, rationale: change.rationale }, clauses, yaml));
      continue;
    }
    if (change.rank !== undefined) mark(`${id}.rank`, ['variants', id, 'rank']);
    if (change.rationale !== undefined) mark(`${id}.rationale`, ['variants', id, 'rationale']);
    const merged: Variant = {
      ...below,
      ...(change.rank === undefined ? {} : { rank: change.rank }),
      ...(change.rationale === undefined ? {} : { rationale: change.rationale }),
      raises: [...below.raises, ...(change.raises ?? []).map((raise) => ({ matter: raise.matter }))],
      clauses: clauses ? mergeClauses(below.clauses, clauses, (key, span) => set.mark(`${existing.id} ${id}/${key}`, span, extension.library)) : below.clauses,
    };
    variants.set(id, { ...merged, terms: termsOfClauses(merged.clauses) });
  }
  return {
    ...existing,
    title: { ...existing.title, ...raw.title },
    aliases: [...existing.aliases, ...(raw.aliases ?? [])],
    guidance: raw.guidance === undefined ? existing.guidance : raw.guidance,
    parameters: [...new Set([...existing.parameters, ...(raw.parameters ?? [])])],
    ...(extension.citation === undefined ? {} : { citation: { ...existing.citation, ...extension.citation } }),
    variants: [...variants.values()],
  };
}

/** Lays clauses over clauses by key: languages are added or replaced, new clauses follow at the end. */
function mergeClauses(below: readonly Clause[], above: readonly Clause[], mark: (key: string, span: Span | undefined) => void): readonly Clause[] {
  const result = [...below];
  for (const clause of above) {
    const index = result.findIndex((candidate) => candidate.key === clause.key);
    const existing = result[index];
    if (!existing) {
      mark(clause.key, clause.span);
      result.push(clause);
      continue;
    }
    for (const language of Object.keys(clause.text ?? {})) mark(`${clause.key}.${language}`, clause.leafSpans?.[language] ?? clause.span);
    const text = mergeText(existing.text, clause.text);
    const tail = mergeText(existing.tail, clause.tail);
    result[index] = {
      ...existing,
      ...(text === undefined ? {} : { text }),
      ...(tail === undefined ? {} : { tail }),
      clauses: mergeClauses(existing.clauses, clause.clauses, (key, span) => mark(`${clause.key}/${key}`, span)),
      leafSpans: { ...existing.leafSpans, ...clause.leafSpans },
    };
  }
  return result;
}

function mergeText(below: ClauseText | undefined, above: ClauseText | undefined): ClauseText | undefined {
  return below === undefined && above === undefined ? undefined : { ...below, ...above };
}

function merge<T extends { readonly id: string; readonly span?: Span }>(below: readonly T[], above: readonly T[], mark: (id: string, span: Span | undefined) => void): readonly T[] {
  const result = new Map(below.map((entry) => [entry.id, entry]));
  for (const entry of above) {
    if (result.has(entry.id)) mark(entry.id, entry.span);
    result.set(entry.id, entry);
  }
  return [...result.values()];
}

function hashLayer(layer: Layer): string {
  return sha256([layer.name, layer.version, ...layer.provisions.map(({ provision }) => `${provision.id} ${hashProvision(provision)}`), ...layer.extensions.map((extension) => `${extension.extends} ${sha256(extension.yaml.text)}`)].join('\n')).slice(0, 16);
}

function at(span: Span | undefined): { readonly span?: Span } {
  return span === undefined ? {} : { span };
}
