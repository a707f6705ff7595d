import type { Layouts, Library, LinkedFinding, Parameter, Provision, Span, Vocabulary } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { sha256 } from '../model/hash.ts';
import { hashProvision } from '../text/hash-leaves.ts';
import { compileConditions } from './compile-conditions.ts';
import { extend } from './extend.ts';
import type { Layer } from './layer.ts';
import type { Places } from './provision.ts';
import { SetOnce } from './set-once.ts';
import { readSkeleton } from './skeleton.ts';

/** A library as plain JSON: what is compiled, cached and read back. */
export interface LibraryData extends Omit<Library, 'provisionIds' | 'provision' | 'brief' | 'identity' | 'defaults'> {
  readonly provisions: readonly Provision[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Lays layers over each other, the first at the bottom. A field set by two overlays is a conflict that shows both places. */
export function overlay(layers: readonly Layer[], base?: LibraryData): { readonly data: LibraryData; readonly places: Places; readonly findings: readonly LinkedFinding[] } {
  const findings: LinkedFinding[] = [];
  const places = new Map<string, Span>();
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
    matters: base?.matters ?? [],
    layouts: base?.layouts ?? {},
    predicates: {},
    constraints: {},
  };
  const set = new SetOnce(findings);
  /** Who stands in the place of what an overlay has replaced. */
  const successors = new Map<string, string>();

  layers.forEach((layer, depth) => {
    const bottom = depth === 0 && !base;
    for (const [key, span] of layer.places) places.set(key, span);
    for (const { provision, base: baseHash } of layer.provisions) {
      // In the bottom layer `replaces` is history: the ids that the provision had in earlier editions.
      const named = bottom ? [] : provision.replaces.map((id) => ({ id, now: successors.get(id) ?? id }));
      const targets = named.flatMap(({ id, now }) => {
        const replaced = provisions.get(now);
        return replaced ? [{ id, replaced }] : [];
      });
      const existing = provisions.get(provision.id);
      if (existing && !targets.some(({ replaced }) => replaced === existing)) {
        findings.push({
          rule: 'duplicate-provision', severity: 'error', message: `the provision “${provision.id}” is defined twice`, ...at(provision.span),
          hint: bottom ? 'give each provision an id of its own' : 'to change a provision of a lower library, write “extends:” or “replaces:”', related: [{ message: `first in ${existing.library}`, ...at(existing.span) }],
          explains: [`duplicate:${provision.id}`],
        });
        continue;
      }
      const first = targets[0];
      if (!first && named[0] && baseHash !== undefined) {
        const near = nearest(named[0].id, [...provisions.keys()])[0];
        findings.push({ rule: 'unknown-provision', severity: 'error', message: `there is no provision “${named[0].id}” to replace`, ...at(provision.span), ...(near === undefined ? {} : { hint: `did you mean “${near}”?` }) });
      }
      for (const { id, replaced } of targets) {
        set.markWhole(id, provision.span, layer.name);
        if (replaced === first?.replaced) {
          stale(replaced, baseHash, provision.span, findings);
          order = order.map((other) => (other === replaced.id ? provision.id : other));
        } else order = order.filter((other) => other !== replaced.id);
        provisions.delete(replaced.id);
        successors.set(id, provision.id);
      }
      if (!first) order.push(provision.id);
      provisions.set(provision.id, provision);
    }
    for (const extension of layer.extensions) {
      const existing = provisions.get(extension.extends);
      if (!existing) {
        const near = nearest(extension.extends, [...provisions.keys()]);
        findings.push({
          rule: 'unknown-provision', severity: 'error', message: `there is no provision “${extension.extends}” to extend`, span: extension.yaml.at(['extends']), follows: [`provision:${extension.extends}`],
          ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }),
        });
        continue;
      }
      stale(existing, extension.base, extension.yaml.at([extension.base === undefined ? 'extends' : 'base']), findings);
      provisions.set(existing.id, extend(existing, extension, set, findings));
    }
    const mark = (what: string) => (id: string, span: Span | undefined): void => {
      if (!bottom) set.mark(`${what} ${id}`, span, layer.name);
    };
    const parameters: Record<string, Parameter> = { ...data.parameters };
    for (const parameter of layer.parameters) {
      const existing = parameters[parameter.name];
      if (existing && bottom) findings.push({ rule: 'duplicate-parameter', severity: 'error', message: `the parameter “${parameter.name}” is declared twice`, ...at(parameter.span), related: [{ message: 'first here', ...at(existing.span) }] });
      else if (existing && existing.type !== parameter.type) findings.push({ rule: 'overlay-conflict', severity: 'error', message: `the parameter “${parameter.name}” is ${existing.type} below and ${parameter.type} here; an overlay keeps the type`, ...at(parameter.span), related: [{ message: 'declared here', ...at(existing.span) }] });
      else {
        mark('parameter')(parameter.name, parameter.span);
        parameters[parameter.name] = existing ? { ...existing, ...parameter, ask: { ...existing.ask, ...parameter.ask } } : parameter;
      }
    }
    data.parameters = parameters;
    data.definitions = merge(data.definitions, layer.definitions, mark('definition'));
    data.articles = merge(data.articles, layer.articles, mark('article'));
    data.matters = merge(data.matters, layer.matters, mark('matter'));
    for (const party of layer.parties) mark('party')(party.id, party.span);
    data.parties = { ...data.parties, ...Object.fromEntries(layer.parties.map((party) => [party.id, party])) };
    for (const entry of layer.vocabulary) data.vocabulary = { ...data.vocabulary, [entry.language]: mergeVocabulary(data.vocabulary[entry.language], entry, (field) => set.mark(`vocabulary ${field}`, entry.span, layer.name)) };
    for (const skeleton of layer.skeletons) mark('template')(skeleton.id, startOf(skeleton.file));
    data.names = [...data.names, { name: layer.name, version: layer.version, hash: hashLayer(layer) }];
  });
  data.provisions = order.flatMap((id) => provisions.get(id) ?? []);
  const articles = data.articles.map((article) => article.id);
  const layouts: Record<string, Layouts> = { ...data.layouts };
  for (const skeleton of layers.flatMap((layer) => layer.skeletons)) {
    const read = readSkeleton(skeleton, articles);
    findings.push(...read.findings.map((finding) => ({ ...finding, explains: [`instrument:${skeleton.id}`] })));
    // Where one has a fault, the one below stands in, so that the rest can be checked.
    if (read.layouts && (read.findings.length === 0 || !Object.hasOwn(layouts, skeleton.id))) layouts[skeleton.id] = read.layouts;
  }
  data.layouts = layouts;
  Object.assign(data, compileConditions(data.provisions, data.parameters));
  return { data, places, findings };
}

function stale(provision: Provision, base: string | undefined, span: Span | undefined, findings: LinkedFinding[]): void {
  const hash = hashProvision(provision);
  if (base === undefined)
    findings.push({ rule: 'overlay-base-missing', severity: 'info', message: `the overlay of “${provision.id}” does not say which text it was made from`, ...at(span), hint: `add base: "${hash}"` });
  else if (base !== hash)
    findings.push({ rule: 'overlay-base-stale', severity: 'warning', message: `“${provision.id}” has changed since this overlay was made: base is ${base}, the text now ${hash}`, ...at(span), hint: 'compare the texts, then set the new base' });
}

function merge<T extends { readonly id: string; readonly span?: Span }>(below: readonly T[], above: readonly T[], mark: (id: string, span: Span | undefined) => void): readonly T[] {
  const result = new Map(below.map((entry) => [entry.id, entry]));
  for (const entry of above) {
    mark(entry.id, entry.span);
    result.set(entry.id, entry);
  }
  return [...result.values()];
}

/** Names by instrument and register, and by language; the patterns as a whole. Only what differs from below counts as set. */
function mergeVocabulary(below: Vocabulary | undefined, above: Vocabulary, mark: (field: string) => void): Vocabulary {
  if (!below) return above;
  const instruments: Record<string, Vocabulary['instruments'][string]> = { ...below.instruments };
  for (const [id, registers] of Object.entries(above.instruments)) {
    for (const register of Object.keys(registers)) mark(`${above.language}.${id}.${register}`);
    instruments[id] = { ...instruments[id], ...registers };
  }
  for (const language of Object.keys(above.languages)) mark(`${above.language}.languages.${language}`);
  for (const key of ['title', 'signature'] as const) if (JSON.stringify(below[key]) !== JSON.stringify(above[key])) mark(`${above.language}.${key}`);
  return { ...below, ...above, instruments, languages: { ...below.languages, ...above.languages } };
}

function startOf(file: string): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
}

function hashLayer(layer: Layer): string {
  return sha256([layer.name, layer.version, ...layer.provisions.map(({ provision }) => `${provision.id} ${hashProvision(provision)}`), ...layer.extensions.map((extension) => `${extension.extends} ${sha256(extension.yaml.text)}`)].join('\n')).slice(0, 16);
}

function at(span: Span | undefined): { readonly span?: Span } {
  return span === undefined ? {} : { span };
}
