import type { Clause, Definition, Departure, FrameworkArticle, Inline, Node, Provision } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import type { FillContext } from './context.ts';
import { fillClauses } from './fill-clause.ts';
import type { ClauseSource } from './fill-clause.ts';
import { fillLeaf } from './fill-leaf.ts';
import { place } from './input.ts';
import type { AssembleInput, Decision, Report } from './input.ts';
import { leafOf } from './leaf-of.ts';
import { scopeFor } from './scope-for.ts';
import { termsToDefine } from './terms.ts';

/** Fills every provision that is in, and the citations that have words of their own. By article, in library order. */
export function fill(context: FillContext, decisions: readonly Decision[], own: ReadonlyMap<string, FrameworkArticle>): ReadonlyMap<string, readonly Node[]> {
  const { input, report } = context;
  const departures = new Map<string, { readonly departure: Departure; readonly index: number }>();
  if (input.departures) input.arrangement.departures.forEach((departure, index) => departures.set(departure.at, { departure, index }));
  const parts: { readonly article: string; readonly terms: boolean; readonly write: (context: FillContext) => readonly Node[] }[] = [];
  for (const decision of decisions) {
    if (decision.state === 'out') continue;
    const { provision, variant } = decision;
    const article = own.get(provision.id);
    if (decision.state === 'cited' && article && provision.citation) parts.push({ article: provision.article, terms: false, write: (inner) => citationOf(provision, article, decision.reason, inner) });
    if (decision.state !== 'in' || !variant) continue;
    const top = provision.article === 'preamble' ? 'recital' : 'paragraph';
    const opening = variant.clauses.find(({ when }) => {
      const answer = when && context.ask(when);
      return answer?.kind !== 'answer' || answer.value;
    });
    const source: ClauseSource = {
      provision: provision.id, top, departures, ...place(provision.span), ...(opening ? { first: opening.key } : {}),
      provenance: { library: provision.library, provision: provision.id, version: provision.version, variant: variant.id, reason: decision.reason },
    };
    parts.push({ article: provision.article, terms: variant.clauses.some(listsTerms), write: (inner) => fillClauses(variant.clauses, source, inner) });
  }
  if (input.departures)
    input.arrangement.add.forEach((addition, index) => {
      const source: ClauseSource = {
        provision: addition.id, top: addition.article === 'preamble' ? 'recital' : 'paragraph', departures, ...place(input.locate(['add', index])),
        provenance: { library: 'arrangement', provision: addition.id, version: '0.0.0', variant: 'text', reason: 'added by the arrangement' },
      };
      parts.push({ article: addition.article, terms: false, write: (inner) => fillClauses(addition.clauses, source, inner) });
    });
  const done = new Map(parts.filter((part) => !part.terms).map((part) => [part, part.write(context)]));
  // What is defined depends on what the other texts use, so definitions come last.
  const withTerms: FillContext = { ...context, terms: termsToDefine(input, context.layout, context.used, context.defined, context.ask) };
  if (parts.some(({ terms }) => terms)) for (const definition of withTerms.terms) wordedFor(definition, input, report);
  for (const part of parts) if (part.terms) done.set(part, part.write(withTerms));
  const byArticle = new Map<string, Node[]>();
  for (const part of parts) byArticle.set(part.article, [...(byArticle.get(part.article) ?? []), ...(done.get(part) ?? [])]);
  for (const [at, { index }] of departures) {
    const known = [...byArticle.values()].flat().flatMap(idsOf);
    const near = nearest(at, known)[0];
    report({ rule: 'unknown-clause', severity: 'error', message: `the departure is from “${at}”, which does not stand in this draft`, ...place(input.locate(['departures', index, 'at'])), ...(near === undefined ? {} : { hint: `did you mean “${near}”?` }) });
  }
  return byArticle;
}

/** A definition that speaks of two parties says something else of three. */
function wordedFor(definition: Definition, input: AssembleInput, report: Report): void {
  const parties = input.arrangement.parties.length;
  if (parties <= 2 || definition.parties === 'any') return;
  report({
    rule: 'parties-too-many', severity: 'error', message: `the definition “${definition.id}” is worded for two parties, and ${parties} conclude`, ...place(input.locate(['parties', 2])),
    hint: 'define the term in a library of your own, with “parties: any”', ...(definition.span ? { related: [{ message: `“${definition.id}” stands here`, span: definition.span }] } : {}),
  });
}

function idsOf(node: Node): readonly string[] {
  return [node.id, ...node.children.flatMap(idsOf)];
}

function listsTerms(clause: Clause): boolean {
  return clause.each?.in === 'terms' || clause.clauses.some(listsTerms);
}

function citationOf(provision: Provision, article: FrameworkArticle, reason: string, context: FillContext): readonly Node[] {
  const content: Record<string, readonly Inline[]> = {};
  for (const language of context.languages) {
    const scope = scopeFor(language, provision.id, context, undefined, provision.span, true);
    const leaf = scope && leafOf(provision.citation, scope, provision.span);
    if (scope && leaf) content[language] = fillLeaf(leaf, { ...scope, cited: article.id });
  }
  return [{ id: `${provision.id}/citation`, type: 'paragraph', content, children: [], provenance: { library: provision.library, provision: provision.id, version: provision.version, variant: 'citation', clause: 'citation', reason } }];
}
