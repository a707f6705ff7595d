import { celEngine } from '../expressions/engine.ts';
import { conditionEnvironment, constraintEnvironment } from '../expressions/environment.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { conditionNames, constraintNames } from '../expressions/scope.ts';
import { servesParties } from '../model/index.ts';
import type { ClauseText, Definition, LinkedFinding, Provision, Span, Variant } from '../model/index.ts';
import { isLeaf } from '../text/is-leaf.ts';
import { nearest } from '../text/nearest.ts';
import { checkClauses, checkCondition } from './check-clauses.ts';
import type { Grammar } from './check-clauses.ts';
import { checkLanguages } from './check-languages.ts';
import { checkTexts } from './check-leaf.ts';
import type { LeafWorld } from './check-leaf.ts';
import { clauseIds } from './clause-ids.ts';
import type { LibraryData } from './overlay.ts';
import type { Places } from './provision.ts';

/** What holds between the parts of a library: every name resolves, every condition types, every requirement ends. */
export function checkLibrary(data: LibraryData, places: Places = new Map()): readonly LinkedFinding[] {
  const findings: LinkedFinding[] = [];
  const grammar: Grammar = { environment: conditionEnvironment(data.parameters), names: conditionNames(data.parameters) };
  const engine = celEngine(data.parameters);
  const world: LeafWorld = {
    parameters: data.parameters,
    definitions: new Map(data.definitions.map((definition) => [definition.id, definition])),
    articles: new Set(data.articles.map((article) => article.id)),
    clauses: clauseIds(data.provisions),
  };
  for (const parameter of Object.values(data.parameters)) {
    if (!parameter.constraint) continue;
    const constraint: Grammar = { environment: constraintEnvironment(parameter), names: constraintNames(parameter) };
    checkCondition(parameter.constraint, constraint, `the constraint of “${parameter.name}”`, findings);
    const predicate = data.constraints[parameter.name];
    if (!parameter.default || !predicate) continue;
    const answer = evaluate(predicate, { value: () => parameter.default, language: 'en' }, engine);
    if (answer.kind === 'answer' && !answer.value)
      findings.push({ rule: 'constraint-broken', severity: 'error', message: `the default of “${parameter.name}” does not meet its constraint: ${parameter.constraint.source}`, ...at(places.get(`parameter ${parameter.name} default`) ?? parameter.span), ...(parameter.constraint.span ? { related: [{ message: 'declared here', span: parameter.constraint.span }] } : {}) });
  }
  for (const definition of data.definitions)
    if (definition.text) checkTexts(definition.text, { ...world, parameterList: undefined, anyNumber: definition.parties === 'any' }, definition.leafSpans ?? {}, '', definition.span, findings);
  sharedNames(data.definitions, places, findings);
  const ids = new Set(data.provisions.map((provision) => provision.id));
  for (const provision of data.provisions) checkProvision(provision, ids, data, grammar, world, places, findings);
  checkMatters(data, places, findings);
  circles(data.provisions, places, findings);
  return findings;
}

function checkProvision(provision: Provision, ids: ReadonlySet<string>, data: LibraryData, grammar: Grammar, world: LeafWorld, places: Places, findings: LinkedFinding[]): void {
  const place = provision.span === undefined ? {} : { span: provision.span };
  const unknown: Unknown = (what, name, known, of, field) => {
    const near = nearest(name, [...known]);
    const span = places.get(`${of} ${field} ${name}`) ?? provision.span;
    findings.push({ rule: `unknown-${what}`, severity: 'error', message: `“${provision.id}” names the ${what} “${name}”, which does not exist`, ...at(span), ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }), follows: [`${what}:${name}`], explains: [`absent:${name}`] });
  };
  if (!world.articles.has(provision.article)) unknown('article', provision.article, world.articles, provision.id, 'article');
  const families = Object.values(data.layouts).flatMap(({ alone }) => alone.treaty.families);
  for (const instrument of provision.instruments)
    if (!Object.hasOwn(data.layouts, instrument) && !families.includes(instrument)) unknown('instrument', instrument, [...Object.keys(data.layouts), ...families], provision.id, 'instruments');
  for (const [instrument, { alone }] of Object.entries(data.layouts)) {
    const why = alone.treaty.forbidden[provision.article];
    if (why !== undefined && provision.instruments.includes(instrument)) findings.push({ rule: 'article-forbidden', severity: 'error', message: `“${provision.id}” is listed for ${instrument}, which may not have the article “${provision.article}”: ${why}`, ...at(places.get(`${provision.id} instruments ${instrument}`) ?? provision.span) });
  }
  for (const name of provision.parameters) if (!Object.hasOwn(data.parameters, name)) unknown('parameter', name, Object.keys(data.parameters), provision.id, 'parameters');
  for (const name of provision.defines) if (!world.definitions.has(name)) unknown('term', name, world.definitions.keys(), provision.id, 'defines');
  for (const field of ['requires', 'conflicts'] as const) for (const name of provision[field]) if (!ids.has(name)) unknown('provision', name, ids, provision.id, field);
  if (provision.when) checkCondition(provision.when, grammar, `the condition of “${provision.id}”`, findings);
  const scope: LeafWorld = { ...world, parameterList: provision.parameters };
  if (provision.citation) checkTexts(provision.citation, { ...scope, cited: true, anyNumber: provision.parties === 'any' }, citationSpans(provision.id, provision.citation, places), '', provision.span, findings);
  if (provision.variants.length === 0) findings.push({ rule: 'missing-key', severity: 'error', message: `“${provision.id}” has no variant`, ...place });
  checkLanguages(provision, findings);
  for (const variant of provision.variants) checkVariant(provision, variant, ids, grammar, scope, findings, unknown);
}

function citationSpans(provision: string, citation: ClauseText, places: Places): Readonly<Record<string, Span>> {
  const keys = Object.entries(citation).flatMap(([language, words]) => (isLeaf(words) ? [language] : Object.keys(words).map((register) => `${language}.${register}`)));
  return Object.fromEntries(keys.flatMap((key): [string, Span][] => {
    const span = places.get(`${provision} citation ${key}`);
    return span ? [[key, span]] : [];
  }));
}

/** Reports a name that is not known: what kind, which, and whose field it stands in. */
type Unknown = (what: 'article' | 'instrument' | 'parameter' | 'term' | 'provision', name: string, known: Iterable<string>, of: string, field: string) => void;

function checkVariant(
  provision: Provision, variant: Variant, ids: ReadonlySet<string>, grammar: Grammar, world: LeafWorld, findings: LinkedFinding[], unknown: Unknown,
): void {
  for (const field of ['requires', 'conflicts'] as const) for (const name of variant[field]) if (!ids.has(name)) unknown('provision', name, ids, `${provision.id}:${variant.id}`, field);
  if (variant.when) checkCondition(variant.when, grammar, `the condition of “${provision.id}:${variant.id}”`, findings);
  checkClauses(variant.clauses, provision.id, grammar, { ...world, anyNumber: servesParties(provision, variant, Number.POSITIVE_INFINITY) }, findings);
}

/** A matter that is misspelt reaches no authority. */
function checkMatters(data: LibraryData, places: Places, findings: LinkedFinding[]): void {
  const known = data.matters.map(({ id }) => id);
  const check = (matter: string, who: string, span: Span | undefined): void => {
    if (known.includes(matter)) return;
    const near = nearest(matter, known)[0];
    findings.push({ rule: 'unknown-matter', severity: 'warning', message: `“${who}” names the matter “${matter}”, which is not in matters.yaml`, ...at(span), hint: near === undefined ? 'add it to matters.yaml' : `did you mean “${near}”? Else add it to matters.yaml` });
  };
  for (const provision of data.provisions)
    for (const variant of provision.variants) for (const { matter } of variant.raises) check(matter, `${provision.id}:${variant.id}`, variant.span ?? provision.span);
  for (const party of Object.values(data.parties)) for (const matter of Object.keys(party.matters)) check(matter, party.id, places.get(`party ${party.id} matter ${matter}`) ?? party.span);
}

/** Two terms of one name: a reader cannot tell which is meant. */
function sharedNames(definitions: readonly Definition[], places: Places, findings: LinkedFinding[]): void {
  const firsts = new Map<string, Definition>();
  for (const definition of definitions)
    for (const [language, name] of Object.entries(definition.name)) {
      const shared = [...new Set(typeof name === 'string' ? [name] : Object.values(name))].find((words) => (firsts.get(`${language} ${words}`) ?? definition) !== definition);
      const first = shared === undefined ? undefined : firsts.get(`${language} ${shared}`);
      if (first) findings.push({ rule: 'term-defined-twice', severity: 'error', message: `“${shared ?? ''}” is the name of “${definition.id}” and of “${first.id}”`, ...at(places.get(`definition ${definition.id} ${language}`) ?? definition.span), hint: 'give each term its own name', related: [{ message: 'first here', ...at(places.get(`definition ${first.id} ${language}`) ?? first.span) }] });
      for (const words of typeof name === 'string' ? [name] : Object.values(name)) if (!firsts.has(`${language} ${words}`)) firsts.set(`${language} ${words}`, definition);
    }
}

/** Where one provision requires another, by itself or by a variant. */
function requiring(provision: Provision, needed: Provision, places: Places): Span | undefined {
  const owners = [provision.id, ...provision.variants.map((variant) => `${provision.id}:${variant.id}`)];
  return owners.map((owner) => places.get(`${owner} requires ${needed.id}`)).find((span) => span !== undefined) ?? provision.span;
}

/** Provisions that require each other in a circle; each circle once, with all its places. */
function circles(provisions: readonly Provision[], places: Places, findings: LinkedFinding[]): void {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const provision = byId.get(id);
    if (!provision || state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      const circle = path.slice(path.indexOf(id)).flatMap((member) => byId.get(member) ?? []);
      findings.push({
        rule: 'circular-requirement', severity: 'error', message: `these provisions require each other: ${[...circle.map((member) => member.id), id].join(' → ')}`,
        ...at(requiring(provision, circle[1] ?? provision, places)),
        related: circle.slice(1).map((member, index) => ({ message: `“${member.id}” requires the next here`, ...at(requiring(member, circle[index + 2] ?? provision, places)) })),
      });
      return;
    }
    state.set(id, 'open');
    path.push(id);
    for (const next of [...provision.requires, ...provision.variants.flatMap((variant) => variant.requires)]) visit(next);
    path.pop();
    state.set(id, 'done');
  };
  for (const provision of provisions) visit(provision.id);
}

function at(span: Span | undefined): { readonly span?: Span } {
  return span === undefined ? {} : { span };
}
