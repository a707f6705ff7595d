import { readsOf } from '../expressions/reads-of.ts';
import type { BoundValue, Draft, Forms, FrameworkArticle, FrameworkMap, Library, Node, Opening, PathStep, Provision, Value, Variant } from '../model/index.ts';
import { textOf } from '../model/index.ts';
import { declineTitle } from '../text/decline-title.ts';
import { pathsOf } from './resolve.ts';

export interface FrameworkSource {
  readonly draft: Draft;
  readonly library: Library;
  readonly openings: Readonly<Record<string, Opening>>;
  readonly edition: string;
  readonly hash: string;
  readonly file: string;
}

/** What an arrangement sees of an assembled framework. */
export function frameworkMap(source: FrameworkSource): FrameworkMap {
  const { draft, library } = source;
  const { register, instrument } = draft.meta;
  const paths = pathsOf(draft.articles);
  const names = Object.fromEntries(draft.meta.languages.map((language) => [language, library.vocabulary[language]?.instruments[instrument]?.[register]]));
  const title: Record<string, Forms> = {};
  const label: Record<string, Forms> = {};
  for (const [language, entry] of Object.entries(names)) {
    if (!entry) continue;
    label[language] = entry.short;
    title[language] = declineTitle(textOf(draft.title[language]), entry.full, language);
  }
  const values = new Map(draft.values.map((value) => [value.name, value]));
  return {
    id: draft.meta.id,
    edition: source.edition,
    hash: source.hash,
    file: source.file,
    register,
    numbering: draft.meta.numbering,
    title,
    label,
    ...signing(values),
    parties: draft.parties.map((party) => party.id),
    articles: draft.articles.map((article) => articleOf(article, paths, source, values)),
    terms: draft.terms.map((term) => ({ ...term, origin: 'framework' as const })),
  };
}

/** Where and when it was signed, once its arrangement says so. The place is written as it stands in a sentence. */
function signing(values: ReadonlyMap<string, BoundValue>): Pick<FrameworkMap, 'place' | 'date'> {
  const place = values.get('signing.place')?.value;
  const date = values.get('signing.date')?.value;
  return {
    ...(place?.type === 'text' ? { place: Object.fromEntries(Object.entries(place.text).map(([language, words]) => [language, { nom: words }])) } : {}),
    ...(date?.type === 'date' ? { date: date.date } : {}),
  };
}

function articleOf(article: Node, paths: ReadonlyMap<string, readonly PathStep[]>, source: FrameworkSource, values: ReadonlyMap<string, BoundValue>): FrameworkArticle {
  const ids = [...new Set(article.children.flatMap((child) => child.provenance?.provision ?? []))];
  const provisions = ids.flatMap((id) => source.library.provision(id) ?? []);
  const name = article.id.replace(/^article:/, '');
  const blocks: Record<string, readonly PathStep[]> = {};
  const collect = (node: Node): void => {
    const path = paths.get(node.id);
    if (path) blocks[node.id] = path;
    for (const child of node.children) collect(child);
  };
  collect(article);
  for (const id of ids) blocks[id] = [{ type: 'article', ordinal: article.ordinal ?? 0 }];
  const variants: Record<string, string> = {};
  for (const { provenance } of article.children) if (provenance && provenance.variant !== 'citation') variants[provenance.provision] = provenance.variant;
  const settled: Record<string, Value> = {};
  for (const provision of provisions) {
    const chosen = provision.variants.find(({ id }) => id === variants[provision.id]);
    for (const parameter of provision.parameters) {
      const bound = values.get(parameter);
      if (bound && (bound.source !== 'default' || chosen === undefined || decides(parameter, provision, chosen, source.library))) settled[parameter] = bound.value;
    }
  }
  const title: Record<string, string> = {};
  for (const [language, heading] of Object.entries(article.heading ?? {})) title[language] = textOf(heading);
  return {
    id: article.id,
    article: name,
    ids,
    ordinal: article.ordinal ?? 0,
    title,
    rule: provisions.some((provision) => provision.scope === 'reserved') ? 'mayNot' : 'may',
    opening: source.openings[name] ?? (provisions.some((provision) => provision.scope === 'reserved') ? 'fixed' : 'open'),
    values: settled,
    variants,
    terms: [...new Set(ids.flatMap((id) => source.library.provision(id)?.defines ?? []))],
    blocks,
  };
}

/** Whether the chosen text rests on a parameter: a default that only another variant asks for settles nothing. */
function decides(parameter: string, provision: Provision, chosen: Variant, { predicates }: Library): boolean {
  if (chosen.parameters.includes(parameter)) return true;
  return [provision.when?.source, chosen.when?.source, ...chosen.conditions].some((source) => {
    const predicate = source !== undefined && Object.hasOwn(predicates, source) ? predicates[source] : undefined;
    return predicate !== undefined && readsOf(predicate).includes(parameter);
  });
}
