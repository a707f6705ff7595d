import { lint } from '../lint/run.ts';
import type { Draft, Finding, Language, Library, LinkedFinding, Node, Span } from '../model/index.ts';
import { roots, walk } from '../model/index.ts';
import type { AssembleResult } from '../assemble/assemble.ts';
import { assembleScenario } from './synthesis/assemble-scenario.ts';
import type { Scenario } from './synthesis/scenario.ts';
import { spaceOf, type Space } from './synthesis/space.ts';
import { planScenes, type ScenePlan } from './library-scenes.ts';
import { textsOfLibrary, type LibraryText } from './library-texts.ts';
import type { TranslationLock } from './translation-lock.ts';

/** What the checks of a library look at: made once, and only when a check asks for it. */
export interface LibraryWorld {
  readonly library: Library;
  readonly texts: readonly LibraryText[];
  /** The languages that the library writes in, the one that the others are held against first. */
  readonly languages: readonly Language[];
  readonly space: Space;
  /** The arrangements thought up to see every text stand somewhere. */
  readonly scenes: readonly Scene[];
  readonly locks: readonly TranslationLock[];
  /** Which provisions answer which article of the field; absent where a library does not say. */
  readonly coverage?: { readonly file: string; readonly text: string };
}

/** A setting with the drafts that show all that can stand in it. */
export interface Scene extends ScenePlan {
  readonly drafts: readonly SceneDraft[];
}

/** What is kept of a draft that was made only to be looked at. */
export interface SceneDraft {
  readonly scenario: Scenario;
  /** `provision:variant` of every block that stands in it. */
  readonly present: ReadonlySet<string>;
  /** Of the assembly and of every rule. */
  readonly findings: readonly LinkedFinding[];
}

/** One thing that is checked of a library: a file of this shape in `library-checks/`, and its line in that folder's index. */
export interface LibraryCheck {
  readonly id: string;
  /** One line: what it finds. */
  readonly title: string;
  check(world: LibraryWorld): Iterable<LinkedFinding>;
}

export interface WorldSource {
  readonly library: Library;
  readonly citations: ReadonlyMap<string, Span>;
  readonly locks: readonly TranslationLock[];
  readonly coverage?: LibraryWorld['coverage'];
  readonly today: string;
}

export function worldOf({ library, citations, locks, coverage, today }: WorldSource): LibraryWorld {
  const space = spaceOf(library);
  let scenes: readonly Scene[] | undefined;
  return {
    library, locks, space, languages: space.languages, texts: textsOfLibrary(library, citations), ...(coverage ? { coverage } : {}),
    get scenes() {
      scenes ??= planScenes(space).map((plan) => ({ ...plan, drafts: plan.cover.scenarios.flatMap((scenario) => draftOf(scenario, space, today) ?? []) }));
      return scenes;
    },
  };
}

/** A scenario assembled, with all that assembly and the rules find in it. */
export function draftOf(scenario: Scenario, space: Space, today: string, languages: readonly Language[] = scenario.setting.languages ?? space.languages): SceneDraft | undefined {
  const made = assembleScenario(scenario, space, languages);
  if (!made.draft) return undefined;
  const omitted = new Set(scenario.omit.map((id) => space.library.brief(id)?.article));
  const { framework } = scenario.setting;
  const found = lint({ draft: made.draft, today, mandatory: made.mandatory.filter((article) => !omitted.has(article)), ...(framework ? { framework: framework.map } : {}) });
  const nodes = nodesOf(made.draft);
  // Assembly has said so already, at the better place.
  const dangling = new Set(made.findings.flatMap(({ rule, node }) => (rule === 'dangling-reference' && node ? [node.id] : [])));
  const placed = found.filter(({ rule, node }) => rule !== 'dangling-reference' || !dangling.has(node?.id ?? '')).map((told): LinkedFinding => {
    const { parameter, subjects: _subjects, near, ...finding } = told;
    const span = spanOf(finding, nodes, made, space) ?? (parameter === undefined ? undefined : space.library.parameters[parameter.replace(/\[.*$/, '')]?.span) ?? (near === undefined ? undefined : made.nodeSpans.get(near));
    return span ? { ...finding, span } : finding;
  });
  const present = new Set([...nodes.values()].flatMap(({ provenance }) => (provenance ? [`${provenance.provision}:${provenance.variant}`] : [])));
  return { scenario, present, findings: [...made.findings, ...placed] };
}

function nodesOf(draft: Draft): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  walk(roots(draft), (node) => void nodes.set(node.id, node));
  return nodes;
}

/** The leaf that a finding is about, in its own language. */
function spanOf({ node: address }: Finding, nodes: ReadonlyMap<string, Node>, made: AssembleResult, space: Space): Span | undefined {
  const provenance = address && nodes.get(address.id)?.provenance;
  if (!address) return undefined;
  const variant = provenance && space.library.provision(provenance.provision)?.variants.find(({ id }) => id === provenance.variant);
  let clauses = variant?.clauses ?? [];
  let spans: Readonly<Record<string, Span>> | undefined;
  for (const key of (provenance?.clause ?? '').replace(/\[[^\]]*\]/g, '').split('.')) {
    const clause = clauses.find((candidate) => candidate.key === key);
    if (!clause) break;
    spans = clause.leafSpans;
    clauses = clause.clauses;
  }
  const { language } = address;
  return (language === undefined ? undefined : (spans?.[language] ?? spans?.[`${language}.${made.draft.meta.register}`])) ?? made.nodeSpans.get(address.id);
}
