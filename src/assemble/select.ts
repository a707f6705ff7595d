import type { Answer } from '../expressions/evaluate.ts';
import { madeFor, servesParties } from '../model/index.ts';
import type { Condition, Layout, Library, Provision, ProvisionBrief, Span, Variant } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { place } from './input.ts';
import type { AssembleInput, Decision, Report } from './input.ts';

type Ask = (condition: Condition) => Answer;
/** Why a variant cannot stand; `parties`: nothing else keeps it out. */
interface Bar { readonly by: 'register' | 'condition' | 'parties'; readonly reason: string }
interface Verdict {
  readonly state: Decision['state'];
  readonly reason: string;
  /** Its own condition keeps it out. */
  readonly barred?: true;
}

/**
 * Decides for every provision that the instrument may hold whether it is in, cited or out, in which variant, and why.
 * A fixpoint over `requires`: what an included provision needs is pulled in.
 */
export function select(input: AssembleInput, layout: Layout, ask: Ask, report: Report): readonly Decision[] {
  const { library, arrangement } = input;
  const candidates = library.provisionIds.flatMap((id) => {
    const brief = library.brief(id);
    return brief && madeFor(brief, arrangement.instrument, layout) ? [brief] : [];
  });
  const byId = new Map(candidates.map((brief) => [brief.id, brief]));
  const covered = new Set((input.framework?.articles ?? []).flatMap((article) => article.ids));
  checkChoices(input, layout, byId, report);
  checkOpenings(input, report);

  const omitted = new Map(arrangement.omit.map((entry, index) => [entry.provision, { reason: entry.reason, index }]));
  const verdicts = new Map(candidates.map((brief) => [brief.id, first(brief, input, ask, covered, report)]));
  const variants = new Map<string, ReturnType<typeof choose>>();
  const queue = candidates.filter((brief) => verdicts.get(brief.id)?.state === 'in');
  for (let brief = queue.shift(); brief; brief = queue.shift()) {
    const provision = opened(library, brief.id);
    const chosen = choose(provision, input, ask, report);
    variants.set(provision.id, chosen);
    for (const id of [...provision.requires, ...(chosen.variant?.requires ?? [])]) {
      const needed = byId.get(id);
      const verdict = verdicts.get(id);
      if (!needed || !verdict) {
        if (!covered.has(id)) report({ rule: 'requirement-unavailable', severity: 'error', message: `“${provision.id}” requires “${id}”, which neither this instrument nor its framework can hold`, ...placeOf(provision, input), follows: [`absent:${id}`, `provision:${id}`] });
        continue;
      }
      if (verdict.state !== 'out') continue;
      const omission = omitted.get(id);
      if (omission) {
        report({
          rule: 'requirement-omitted', severity: 'error', message: `“${id}” is omitted, but “${provision.id}” requires it`, ...place(input.locate(['omit', omission.index])),
          hint: `keep “${id}”, or omit “${provision.id}” as well`, related: [{ message: `“${provision.id}” stands here`, ...placeOf(provision, input) }],
        });
        continue;
      }
      // A condition outweighs a requirement: text that its own condition rules out would be wrong wherever it stood.
      if (verdict.barred) {
        report({
          rule: 'requirement-unmet', severity: 'error', message: `“${provision.id}” requires “${id}”, which is left out: ${verdict.reason}`, ...placeOf(provision, input),
          hint: `change the value that rules “${id}” out, or omit “${provision.id}”`, related: [{ message: `“${id}” stands here`, ...place(opened(library, id).span) }],
          follows: [`barred:${id}`, ...readBy(needed.when?.source ?? '')],
        });
        continue;
      }
      verdicts.set(id, { state: needed.scope !== 'project' && covered.has(id) && mode(needed, input) === 'cited' ? 'cited' : 'in', reason: `required by ${provision.id}` });
      if (verdicts.get(id)?.state === 'in') queue.push(needed);
    }
  }
  const decisions = candidates.map(({ id }): Decision => {
    const verdict = verdicts.get(id) ?? { state: 'out', reason: '' };
    const chosen = variants.get(id);
    const unfit = verdict.state === 'in' && !chosen?.variant;
    return {
      id,
      // What is out is read when somebody asks for it: most of a large library is.
      get provision() { return opened(library, id); },
      state: unfit ? 'out' : verdict.state,
      reason: unfit ? 'no variant of it fits' : verdict.reason,
      ...(chosen?.variant ? { variant: chosen.variant } : {}),
      get variants() {
        return chosen?.reasons ?? opened(library, id).variants.map((variant) => ({ id: variant.id, chosen: false, reason: verdict.state === 'cited' ? 'the framework settles the matter' : 'the provision is out' }));
      },
    };
  });
  conflicts(decisions, input, report);
  return decisions;
}

/** A provision that the library has named. */
function opened(library: Library, id: string): Provision {
  const provision = library.provision(id);
  if (!provision) throw new Error(`the library lists “${id}” and does not hold it`);
  return provision;
}

/** What is decided of a provision before any requirement. */
function first(provision: ProvisionBrief, input: AssembleInput, ask: Ask, covered: ReadonlySet<string>, report: Report): Verdict {
  const { arrangement } = input;
  const omission = arrangement.omit.find((entry) => entry.provision === provision.id);
  if (omission) return { state: 'out', reason: `omitted because ${omission.reason}` };
  const chosen = Object.hasOwn(arrangement.choose, provision.id);
  if (provision.when) {
    const answer = ask(provision.when);
    const source = provision.when.source;
    if (answer.kind === 'fault') {
      report({ rule: 'condition-invalid', severity: 'error', message: `the condition of “${provision.id}” cannot be evaluated: ${answer.message}`, ...place(provision.when.span), follows: [`condition:${source}`], explains: [`barred:${provision.id}`] });
      return { state: 'out', reason: `its condition ${source} cannot be evaluated`, barred: true };
    }
    if (answer.kind === 'unanswered') {
      report({
        rule: 'unanswered', severity: 'warning', message: `whether “${provision.id}” belongs here depends on ${answer.names.map((name) => `“${name}”`).join(', ')}, which ${answer.names.length === 1 ? 'has' : 'have'} no value; it is left out`,
        ...place(input.locate(['values'])), hint: `set ${answer.names[0] ?? ''} under “values”`, follows: answer.names.map((name) => `parameter:${name}`), explains: [`barred:${provision.id}`],
      });
      return { state: 'out', reason: `its condition ${source} is unanswered: ${answer.names.join(', ')}`, barred: true };
    }
    if (!answer.value) {
      if (chosen) report({ rule: 'choice-refused', severity: 'error', message: `“${provision.id}” is chosen, but its condition ${source} is false`, ...place(input.locate(['choose', provision.id], true)), follows: readBy(source), explains: [`barred:${provision.id}`] });
      return { state: 'out', reason: `its condition ${source} is false`, barred: true };
    }
  }
  if (provision.scope === 'reserved') {
    if (arrangement.framework === undefined) return { state: 'in', reason: chosen ? 'chosen' : `the usual text of ${arrangement.instrument}` };
    if (!input.framework) return { state: 'in', reason: 'the framework could not be read' };
    if (!covered.has(provision.id)) return { state: 'in', reason: 'the framework does not settle the matter' };
    if (chosen && mode(provision, input) === 'cited')
      report({
        rule: 'choice-unused', severity: 'warning', message: `a variant of “${provision.id}” is chosen, but the framework settles the matter and is cited, so the choice has no effect`,
        ...place(input.locate(['choose', provision.id], true)), hint: `to set it out here, write incorporate: { ${provision.id}: full }`,
      });
    return mode(provision, input) === 'cited' ? { state: 'cited', reason: 'the framework settles the matter; it is cited' } : { state: 'in', reason: 'set out in full, as the arrangement asks' };
  }
  if (chosen) return { state: 'in', reason: 'chosen' };
  if (provision.scope === 'optional') return provision.when ? { state: 'in', reason: `its condition ${provision.when.source} is true` } : { state: 'out', reason: 'optional, and neither chosen nor required' };
  return { state: 'in', reason: provision.when ? `its condition ${provision.when.source} is true` : `the usual text of ${arrangement.instrument}` };
}

/** Whether a reserved matter is cited or set out; by provision, then article, then for all. */
export function mode(provision: ProvisionBrief, input: AssembleInput): 'cited' | 'full' {
  const { incorporate } = input.arrangement;
  return incorporate[provision.id] ?? incorporate[provision.article] ?? incorporate['*'] ?? 'cited';
}

const REFUSED: Readonly<Record<Bar['by'], string>> = { register: 'register-refused', condition: 'choice-refused', parties: 'parties-too-many' };

/** The variant that the framework has of what it settles: set out in full, it is set out as it stands there. */
function settledVariant(provision: Provision, input: AssembleInput): string | undefined {
  return provision.scope !== 'project' ? input.framework?.articles.find((article) => article.ids.includes(provision.id))?.variants?.[provision.id] : undefined;
}

function choose(provision: Provision, input: AssembleInput, ask: Ask, report: Report): { readonly variant?: Variant; readonly reasons: Decision['variants'] } {
  const { register, choose: choices } = input.arrangement;
  const parties = input.arrangement.parties.length;
  const chosen = choices[provision.id];
  const settled = settledVariant(provision, input);
  const wanted = chosen ?? settled;
  if (chosen !== undefined && settled !== undefined && chosen !== settled)
    report({
      rule: 'reserved-touched', severity: 'error', message: `“${chosen}” is chosen for “${provision.id}”, but the framework, which reserves the matter, has “${settled}”`, ...place(input.locate(['choose', provision.id])),
      hint: `leave the choice out: what is set out in full is what the framework says`,
    });
  const open: string[] = [];
  const barred = new Map<string, Bar>();
  const bar = (variant: Variant, by: Bar['by'], reason: string): void => void barred.set(variant.id, { by, reason });
  for (const variant of provision.variants) {
    const registers = variant.registers ?? provision.registers;
    const answer = variant.when ? ask(variant.when) : undefined;
    if (registers && !registers.includes(register)) bar(variant, 'register', `it has no text in the ${register} register`);
    else if (answer?.kind === 'answer' && !answer.value) bar(variant, 'condition', `its condition ${variant.when?.source ?? ''} is false`);
    else if (answer && answer.kind !== 'answer') {
      bar(variant, 'condition', `its condition ${variant.when?.source ?? ''} is unanswered`);
      if (answer.kind === 'unanswered') open.push(...answer.names);
    } else if (!servesParties(provision, variant, parties)) bar(variant, 'parties', 'it is worded for two parties');
  }
  const explicit = wanted === undefined ? undefined : provision.variants.find((variant) => variant.id === wanted);
  const refusal = explicit && barred.get(explicit.id);
  if (explicit && refusal)
    report({
      rule: REFUSED[refusal.by], severity: 'error', message: `${chosen === undefined ? `the framework has “${explicit.id}” for “${provision.id}”` : `“${explicit.id}” is chosen for “${provision.id}”`}, but ${refusal.reason}${refusal.by === 'parties' ? `, and ${parties} conclude` : ''}`,
      ...place(input.locate(chosen === undefined ? ['incorporate'] : ['choose', provision.id])), ...(chosen === undefined ? { hint: `cite the framework instead: incorporate: { '*': full, ${provision.id}: cited }` } : {}), follows: readBy(explicit.when?.source ?? ''),
    });
  const usable = provision.variants.filter((variant) => !barred.has(variant.id));
  const variant = (refusal ? undefined : explicit) ?? (['preferred', 'acceptable', 'exception'] as const).flatMap((rank) => usable.filter((candidate) => candidate.rank === rank))[0];
  if (!variant) {
    const refused = [...barred.values()].every(({ by }) => by === 'register');
    const many = [...barred.values()].some(({ by }) => by === 'parties');
    // A variant that was asked for has been refused already.
    if (many && refusal?.by !== 'parties')
      report({
        rule: 'parties-too-many', severity: 'error', message: `“${provision.id}” is worded for two parties, and ${parties} conclude; it is left out`,
        ...place(input.locate(['parties', 2])), hint: `omit it with a reason, and say what is needed under “add”`, explains: [`barred:${provision.id}`],
        related: [{ message: `“${provision.id}” stands here`, ...placeOf(provision, input) }],
      });
    if (!many) report({
      rule: refused ? 'register-refused' : 'no-variant', severity: 'error',
      message: refused ? `“${provision.id}” has no text in the ${register} register` : `no variant of “${provision.id}” fits: ${[...barred].map(([id, { reason }]) => `${id}: ${reason}`).join('; ')}`,
      ...place(input.locate(refused ? ['register'] : ['values'])),
      follows: [...open.map((name) => `parameter:${name}`), ...provision.variants.flatMap((candidate) => (candidate.when ? readBy(candidate.when.source) : []))],
      hint: refused ? `omit it with a reason, cite the framework, or use the ${register === 'treaty' ? 'memorandum' : 'treaty'} register` : `set ${open[0] ?? 'the values its variants ask for'}`,
    });
  }
  return {
    ...(variant ? { variant } : {}),
    reasons: provision.variants.map((candidate) => ({
      id: candidate.id,
      chosen: candidate === variant,
      reason: candidate === variant ? (candidate === explicit ? (chosen === undefined ? 'as the framework has it' : 'chosen') : `default: the first ${candidate.rank} variant that fits`) : (barred.get(candidate.id)?.reason ?? (explicit ? (chosen === undefined ? 'the framework has another' : 'another is chosen') : 'another comes first')),
    })),
  };
}

function checkChoices(input: AssembleInput, layout: Layout, byId: ReadonlyMap<string, ProvisionBrief>, report: Report): void {
  const { arrangement, library } = input;
  const unknown = (id: string, span: Span | undefined): boolean => {
    if (byId.has(id)) return false;
    const exists = library.provisionIds.includes(id);
    const near = nearest(id, exists ? [] : library.provisionIds);
    const why = exists ? layout.forbidden[opened(library, id).article] : undefined;
    report({
      rule: exists ? 'provision-unsuitable' : 'unknown-provision', severity: 'error',
      message: exists ? `“${id}” is not made for ${arrangement.instrument}${why === undefined ? '' : `: ${why}`}` : `there is no provision “${id}”`,
      ...place(span), ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }), follows: [`provision:${id}`],
    });
    return true;
  };
  for (const [id, variant] of Object.entries(arrangement.choose)) {
    if (unknown(id, input.locate(['choose', id], true))) continue;
    const known = opened(library, id).variants.map((candidate) => candidate.id);
    if (!known.includes(variant)) {
      const near = nearest(variant, known);
      report({ rule: 'unknown-variant', severity: 'error', message: `“${id}” has no variant “${variant}”; it has ${known.join(', ')}`, ...place(input.locate(['choose', id])), ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }) });
    }
  }
  arrangement.omit.forEach((entry, index) => {
    if (!unknown(entry.provision, input.locate(['omit', index, 'provision'])) && Object.hasOwn(arrangement.choose, entry.provision))
      report({
        rule: 'choice-contradicted', severity: 'error', message: `“${entry.provision}” is both chosen and omitted`, ...place(input.locate(['omit', index])),
        related: [{ message: 'chosen here', ...place(input.locate(['choose', entry.provision], true)) }],
      });
  });
  for (const key of Object.keys(arrangement.incorporate)) {
    if (key === '*' || byId.has(key) || library.articles.some((article) => article.id === key)) continue;
    const near = nearest(key, [...byId.keys(), ...library.articles.map((article) => article.id)]);
    report({ rule: 'unknown-provision', severity: 'error', message: `“incorporate” names “${key}”, which is neither a provision nor an article`, ...place(input.locate(['incorporate', key], true)), ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }) });
  }
}

function checkOpenings({ arrangement, library, locate }: AssembleInput, report: Report): void {
  const articles = library.articles.map((article) => article.id);
  for (const key of Object.keys(arrangement.openings)) {
    if (articles.includes(key)) continue;
    const near = nearest(key, articles)[0];
    report({ rule: 'unknown-article', severity: 'error', message: `“openings” names the article “${key}”, which does not exist`, ...place(locate(['openings', key], true)), ...(near === undefined ? {} : { hint: `did you mean “${near}”?` }) });
  }
}

function conflicts(decisions: readonly Decision[], input: AssembleInput, report: Report): void {
  const present = new Map(decisions.filter((decision) => decision.state === 'in').map((decision) => [decision.provision.id, decision]));
  const seen = new Set<string>();
  for (const decision of present.values())
    for (const id of [...decision.provision.conflicts, ...(decision.variant?.conflicts ?? [])]) {
      const other = present.get(id);
      const pair = [decision.provision.id, id].toSorted().join(' ');
      if (!other || seen.has(pair)) continue;
      seen.add(pair);
      report({
        rule: 'conflict', severity: 'error', message: `“${decision.provision.id}” and “${id}” exclude each other`, ...placeOf(decision.provision, input), hint: 'omit one of them, or choose another variant',
        related: [{ message: `“${id}” is in: ${other.reason}`, ...placeOf(other.provision, input) }],
      });
    }
}

/** What a condition reads, and the condition itself: a fault of either explains what it decides. */
function readBy(source: string): readonly string[] {
  return [`condition:${source}`, ...Array.from(source.matchAll(/[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*/g), ([name]) => `parameter:${name}`)];
}

/** Where the author decided on a provision, else where it is written. */
function placeOf(provision: Provision, input: AssembleInput): { readonly span?: Span } {
  return place(Object.hasOwn(input.arrangement.choose, provision.id) ? input.locate(['choose', provision.id], true) : (provision.span ?? input.locate(['instrument'])));
}
