import type { ArticleKind, Basis, Draft, FrameworkArticle, Inline, Layout, LinkedFinding, Localized, Node, Span } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { bind } from './bind.ts';
import { conditions } from './conditions.ts';
import type { FillContext } from './context.ts';
import { fill } from './fill.ts';
import { fillLeaf, text } from './fill-leaf.ts';
import { place } from './input.ts';
import type { AssembleInput, Bound, Decision, Report } from './input.ts';
import { nameParties } from './name-parties.ts';
import { number, numberChildren } from './number.ts';
import { aliasesOf, pathsOf, resolve } from './resolve.ts';
import { scopeFor } from './scope-for.ts';
import { select } from './select.ts';
import { signatureBlocks } from './signatures.ts';
import { termsToDefine } from './terms.ts';

export interface AssembleResult {
  readonly draft: Draft;
  readonly layout: Layout;
  readonly decisions: readonly Decision[];
  readonly bound: ReadonlyMap<string, Bound>;
  readonly nodeSpans: ReadonlyMap<string, Span>;
  /** Articles the instrument must have and that no citation of the framework answers. */
  readonly mandatory: readonly string[];
  readonly findings: readonly LinkedFinding[];
}

/** bind → select → place → fill → number → resolve. Collects every finding; a draft with errors is still a draft. */
export function assemble(input: AssembleInput): AssembleResult | { readonly draft?: undefined; readonly findings: readonly LinkedFinding[] } {
  const findings: LinkedFinding[] = [];
  const report: Report = (finding) => void findings.push(finding);
  const { arrangement, library } = input;
  const layouts = Object.hasOwn(library.layouts, arrangement.instrument) ? library.layouts[arrangement.instrument] : undefined;
  if (!layouts) {
    const known = Object.keys(library.layouts);
    const near = nearest(arrangement.instrument, known)[0];
    report({ rule: 'unknown-instrument', severity: 'error', message: `there is no instrument “${arrangement.instrument}”; known are ${known.join(', ')}`, ...place(input.locate(['instrument'])), ...(near === undefined ? {} : { hint: `did you mean “${near}”?` }), follows: [`instrument:${arrangement.instrument}`] });
    return { findings };
  }
  const layout = layouts[arrangement.framework === undefined ? 'alone' : 'framework'][arrangement.register];
  const bound = bind(input, report);
  const ask = conditions(input, bound);
  const decisions = select(input, layout, ask, report);
  const parties = nameParties(input, layout, report);
  const ordered = input.original === undefined ? parties : [...parties.filter((party) => party.id === input.original), ...parties.filter((party) => party.id !== input.original)];
  const wanted = input.languages ?? arrangement.languages;
  const lead = ordered[0]?.language;
  const leadFirst = (given: readonly string[]): readonly string[] =>
    input.original !== undefined && lead !== undefined && given.includes(lead) ? [lead, ...given.filter((language) => language !== lead)] : given;
  const languages = leadFirst(wanted);
  // One text read alone still says in which languages the instrument is made.
  const made = wanted.length < arrangement.languages.length ? leadFirst(arrangement.languages) : languages;
  const cited = citedArticles(input, decisions);
  const nodeSpans = new Map<string, Span>();
  const context: FillContext = {
    input, layout, numbering: layout.numbering, languages, made, bound, ask, ordered, parties, report, nodeSpans, merged: new Map(),
    definitions: new Map(library.definitions.map((definition) => [definition.id, definition])),
    cited: cited.common, terms: [], used: new Set(), defined: new Set(),
  };

  const filled = fill(context, decisions, cited.own);
  const kinds = new Map(library.articles.map((article) => [article.id, article]));
  const articles: Node[] = [];
  const annexes: Node[] = [];
  const placed = new Set<string>();
  for (const step of layout.steps) {
    if (step.kind !== 'article' && step.kind !== 'annex') continue;
    placed.add(step.id);
    const children = filled.get(step.id) ?? [];
    if (children.length === 0) continue;
    const node: Node = { id: `${step.kind}:${step.id}`, type: step.kind, heading: headingOf(step.id, kinds, context), children };
    (step.kind === 'article' ? articles : annexes).push(node);
  }
  for (const step of layout.steps) if (step.kind === 'preamble' || step.kind === 'closing') placed.add(step.kind === 'closing' ? 'testimonium' : 'preamble');
  unplaced(filled, placed, layout, input, report);

  const numberedArticles = number(articles);
  const numberedAnnexes = number(annexes);
  const paths = new Map([...pathsOf(numberedArticles), ...pathsOf(numberedAnnexes)]);
  const aliases = new Map(aliasesOf([...numberedArticles, ...numberedAnnexes]));
  for (const [point, paragraph] of context.merged)
    for (const id of [point, point.replace(/\[[^\]]*\]/g, '')]) {
      paths.set(id, paths.get(paragraph) ?? []);
      aliases.set(id, paragraph);
    }
  const resolveContext = { numbering: layout.numbering, register: arrangement.register, spans: nodeSpans, report, ...(input.framework ? { framework: input.framework } : {}), unread: arrangement.framework !== undefined && !input.framework };
  const finish = (nodes: readonly Node[]): readonly Node[] => resolve(nodes, paths, aliases, resolveContext);

  const draft: Draft = {
    schema: 'dtca/draft-1',
    meta: {
      id: arrangement.id,
      instrument: arrangement.instrument,
      ...(arrangement.edition === undefined ? {} : { edition: arrangement.edition }),
      stage: input.stage,
      register: arrangement.register,
      languages,
      numbering: layout.numbering,
      ...(input.original === undefined ? {} : { original: input.original }),
      audience: 'internal',
      ...(arrangement.notice === undefined ? {} : { notice: pick(arrangement.notice, languages) }),
      ...(arrangement.marking === undefined ? {} : { marking: arrangement.marking }),
    },
    basis: basisOf(input),
    title: titleOf(context),
    parties: ordered.map((party) => ({
      id: party.id, concluder: party.concluder, name: party.name, language: party.language, ...(party.binding === undefined ? {} : { binding: party.binding }),
    })),
    preamble: finish(numberChildren(filled.get('preamble') ?? [])),
    articles: finish(numberedArticles),
    annexes: finish(numberedAnnexes),
    closing: finish(filled.get('testimonium') ?? []),
    signatures: input.outline !== true && layout.steps.some((step) => step.kind === 'signatures') ? signatureBlocks(context) : [],
    terms: draftTerms(context),
    values: usedValues(input, bound, decisions),
    incorporated: decisions.flatMap((decision) => incorporation(decision, input)),
  };
  const answered = new Set([...cited.common, ...cited.own.values()].map((article) => article.article));
  const mandatory = layout.steps.flatMap((step) => (step.kind === 'article' && step.mandatory && !answered.has(step.id) ? [step.id] : []));
  return { draft, layout, decisions, bound, nodeSpans, mandatory, findings };
}

/** The framework's articles that apply: those a provision cites in words of its own, and the rest for the common list. */
function citedArticles(input: AssembleInput, decisions: readonly Decision[]): { readonly own: ReadonlyMap<string, FrameworkArticle>; readonly common: readonly FrameworkArticle[] } {
  const own = new Map<string, FrameworkArticle>();
  const common: FrameworkArticle[] = [];
  for (const article of input.framework?.articles ?? []) {
    const settled = decisions.filter((decision) => decision.state === 'cited' && article.ids.includes(decision.id));
    if (settled.length === 0) continue;
    const worded = settled.filter((decision) => decision.provision.citation);
    for (const decision of worded) own.set(decision.id, article);
    if (worded.length === 0) common.push(article);
  }
  return { own, common };
}

/** What stands here because the framework has it. What may stand in either and is chosen here is the arrangement's own. */
function incorporation(decision: Decision, input: AssembleInput): Draft['incorporated'] {
  if (decision.state === 'out') return [];
  const article = input.framework?.articles.find((candidate) => candidate.ids.includes(decision.id));
  if (decision.state === 'cited' && article) return [{ provision: decision.id, article: article.id, mode: 'cited' }];
  const { scope } = decision.provision;
  const theirs = scope === 'reserved' || (scope === 'optional' && !Object.hasOwn(input.arrangement.choose, decision.id));
  return decision.state === 'in' && article && theirs ? [{ provision: decision.provision.id, article: `article:${decision.provision.article}`, mode: 'full' }] : [];
}

function headingOf(id: string, kinds: ReadonlyMap<string, ArticleKind>, context: FillContext): Localized<readonly Inline[]> {
  const { arrangement } = context.input;
  const heading: Record<string, readonly Inline[]> = {};
  for (const language of context.languages) {
    const title = kinds.get(id)?.title[language];
    heading[language] = [text(title === undefined ? id : typeof title === 'string' ? title : title[arrangement.register])];
  }
  return heading;
}

function titleOf(context: FillContext): Localized<readonly Inline[]> {
  const title: Record<string, readonly Inline[]> = {};
  for (const language of context.languages) {
    const scope = scopeFor(language, 'title', context, undefined, undefined, false);
    const vocabulary = context.input.library.vocabulary[language];
    const { instrument, register } = context.input.arrangement;
    const pattern = vocabulary?.instruments[instrument]?.[register]?.title ?? vocabulary?.title;
    title[language] = scope && pattern ? fillLeaf(pattern, scope) : [text(context.input.arrangement.title[language] ?? '')];
  }
  return title;
}

function draftTerms(context: FillContext): Draft['terms'] {
  const { input } = context;
  const inherited = new Map((input.framework?.terms ?? []).map((term) => [term.id, term]));
  const own = new Set([...termsToDefine(input, context.layout, context.used, context.defined, context.ask).map((definition) => definition.id), ...context.defined]);
  const terms = input.library.definitions.filter((definition) => own.has(definition.id)).map((definition) => {
    const name: Record<string, string> = {};
    for (const [language, entry] of Object.entries(definition.name)) name[language] = typeof entry === 'string' ? entry : entry[input.arrangement.register];
    return { id: definition.id, name: pick(name, context.languages), ...(Object.keys(definition.forms).length === 0 ? {} : { forms: pick(definition.forms, context.languages) }), origin: 'self' as const };
  });
  return [...terms, ...[...inherited.values()].filter((term) => context.used.has(term.id) && !own.has(term.id)).map((term) => ({ ...term, name: pick(term.name, context.languages), ...(term.forms ? { forms: pick(term.forms, context.languages) } : {}), origin: 'framework' as const }))];
}

function pick<T>(texts: Localized<T>, languages: readonly string[]): Localized<T> {
  return Object.fromEntries(languages.flatMap((language) => (texts[language] === undefined ? [] : [[language, texts[language]]])));
}

/** The values that this draft rests on: what the author wrote, and what the provisions in it read. */
function usedValues(input: AssembleInput, bound: ReadonlyMap<string, Bound>, decisions: readonly Decision[]): Draft['values'] {
  const read = new Set(decisions.flatMap((decision) => (decision.state === 'in' ? decision.provision.parameters : [])));
  return [...bound.values()].filter((value) => input.values.has(value.name) || read.has(value.name)).map(({ name, value, source }) => ({ name, value, source }));
}

function basisOf(input: AssembleInput): Basis {
  const { framework } = input;
  return {
    arrangement: { id: input.arrangement.id, hash: input.arrangement.hash },
    libraries: input.library.names.map(({ name, version, hash }) => ({ name, version, hash })),
    ...(framework ? { framework: { id: framework.id, edition: framework.edition, hash: framework.hash, file: input.arrangement.framework ?? framework.file } } : {}),
  };
}

function unplaced(filled: ReadonlyMap<string, readonly Node[]>, placed: ReadonlySet<string>, layout: Layout, input: AssembleInput, report: Report): void {
  for (const [article, nodes] of filled) {
    if (placed.has(article) || nodes.length === 0) continue;
    const index = input.arrangement.add.findIndex((addition) => addition.article === article);
    const why = layout.forbidden[article];
    const near = why === undefined ? nearest(article, [...placed])[0] : undefined;
    report({
      rule: 'unplaced-text', severity: 'error', message: `${input.arrangement.instrument} has no place for the article “${article}”, so ${nodes.map((node) => `“${node.id}”`).join(', ')} would be lost${why === undefined ? '' : `: ${why}`}`,
      ...place(input.locate(index < 0 ? ['instrument'] : ['add', index, 'article'])), ...(near === undefined ? {} : { hint: `did you mean “${near}”?` }), follows: [`absent:${article}`],
    });
  }
}
