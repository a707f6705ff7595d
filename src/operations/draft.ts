import { assemble } from '../assemble/assemble.ts';
import type { AssembleResult } from '../assemble/assemble.ts';
import { departedBases } from '../assemble/departed-bases.ts';
import type { AssembleInput } from '../assemble/input.ts';
import { needsEngine } from '../expressions/evaluate.ts';
import type { Engine } from '../expressions/evaluate.ts';
import { waiverSubject } from '../lint/waiver-subject.ts';
import type { ArrangementParty, BoundValue, Draft, Finding, FrameworkMap, Host, Library, LinkedFinding, Predicate, Span } from '../model/index.ts';
import { compareFindings } from '../model/index.ts';
import { readArrangement } from '../source/arrangement.ts';
import type { ArrangementFile } from '../source/arrangement.ts';
import { isFrameworkMap } from '../source/is-framework-map.ts';
import { typeValues } from '../source/type-values.ts';
import { readYaml } from '../source/yaml.ts';
import { foldConsequences } from './consequences.ts';
import type { Assembled, DraftOptions, Result } from './contracts.ts';
import { loadFramework } from './load-framework.ts';
import { loadLibrary } from './load-library.ts';

/**
 * Assembles the draft of an arrangement file. With errors there is still a draft, wherever one can be made. For signature,
 * an error of any rule stands against it.
 */
export async function draft(host: Host, options: DraftOptions): Promise<Result<Assembled>> {
  const made = await assembleFile(host, options);
  const against = options.stage === 'signature' && made.value && !made.value.unread ? await errorsOfRules(host, made.value, made.findings) : [];
  return { ...made, findings: foldConsequences([...made.findings, ...against]).toSorted(compareFindings) };
}

/** At other stages the rules are for `validate`, and are not loaded. */
async function errorsOfRules(host: Host, made: Assembled, told: readonly LinkedFinding[]): Promise<readonly LinkedFinding[]> {
  const [{ applyRules }, { assembledContext }] = await Promise.all([import('./apply-rules.ts'), import('./assembled-context.ts')]);
  const placing = { spans: (id: string): Span | undefined => made.nodeSpans.get(id), assembled: made, start: made.start ?? fileStart(made.draft.basis.arrangement?.id ?? '') };
  return applyRules(assembledContext(made, host.today()), placing, told).filter(({ severity }) => severity === 'error');
}

/** The same, with the findings as the stages gave them: for whoever has more to lay beside them. */
export async function assembleFile(host: Host, options: DraftOptions): Promise<Result<Assembled>> {
  const library = await loadLibrary(host, options.libraries ?? []);
  if (!library.value) return { findings: library.findings, unreadable: true };
  const made = await build(host, options.file, library.value, options, []);
  return { findings: [...library.findings, ...made.findings], ...(made.value ? { value: made.value } : {}), ...(made.unreadable ? { unreadable: true } : {}) };
}

/** CEL itself, only where a condition is more than a comparison: loading it takes longer than most assemblies. Only values that the arrangement gives are constrained. */
async function engineFor(library: Library, own: Readonly<Record<string, Predicate>>, given: Iterable<string>): Promise<Engine | undefined> {
  const constraints = [...given].flatMap((name) => (Object.hasOwn(library.constraints, name) ? (library.constraints[name] ?? []) : []));
  if (![...Object.values(library.predicates), ...constraints, ...Object.values(own)].some(needsEngine)) return undefined;
  return (await import('../expressions/engine.ts')).celEngine(library.parameters);
}

/** Text of a file, or of standard input for `-`. */
export function readSource(host: Host, file: string): string | undefined {
  return file === '-' ? host.stdin() : host.read(file);
}

export function fileStart(file: string): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
}

interface Options extends Omit<DraftOptions, 'file' | 'libraries'> {
  /** Without words: what an arrangement sees of its framework. */
  readonly outline?: boolean;
}

async function build(host: Host, file: string, library: Library, options: Options, above: readonly string[]): Promise<Result<Assembled>> {
  const source = readSource(host, file);
  if (source === undefined) return { findings: [{ rule: 'missing-file', severity: 'error', message: `there is no file “${file}”`, span: fileStart(file) }], unreadable: true };
  const quick = readArrangement(source, file);
  const read = quick.unexplained ? readArrangement(source, file, (await import('../source/explain-arrangement.ts')).explainArrangement) : quick;
  if (!read.value && read.parsed && isFrameworkMap(readYaml(source, file).yaml?.value))
    return { findings: [{ rule: 'framework-map', severity: 'error', message: 'this is a framework map: it describes an agreement concluded elsewhere, and holds none of its words', span: fileStart(file), hint: 'name it under “framework” in an arrangement file; dtca validate checks it' }] };
  if (!read.value) return { findings: read.findings, ...(read.parsed ? {} : { unreadable: true }) };
  const { arrangement, yaml } = read.value;
  const findings: LinkedFinding[] = [...read.findings];
  if (read.findings.some((finding) => finding.rule === 'unknown-language')) return { findings };
  findings.push(...checkOptions(options, read.value));
  if (findings.some((finding) => finding.rule === 'usage')) return { findings };

  let framework: FrameworkMap | undefined;
  if (arrangement.framework !== undefined) {
    const chain = [...above, file];
    const found = await loadFramework(host, {
      file, written: arrangement.framework, span: yaml.at(['framework']), library, above: chain,
      outline: (path) => build(host, path, library, { outline: true }, chain),
    });
    findings.push(...found.findings);
    framework = found.value;
    if (framework) findings.push(...checkParties(arrangement.parties, framework, (index) => yaml.at(['parties', index, 'id'])));
    else findings.push({ rule: 'framework-unread', severity: 'info', message: 'the framework was not read; what rests on it is not checked', span: yaml.at(['framework']) });
  }
  const typed = typeValues(read.value, library);
  findings.push(...typed.findings);
  const own = arrangement.add.length + arrangement.departures.length > 0 ? (await import('../source/own-texts.ts')).readOwnTexts(read.value, library) : undefined;
  findings.push(...(own?.findings ?? []));
  const engine = await engineFor(library, own?.predicates ?? {}, typed.values.keys());
  const input: AssembleInput = {
    library, arrangement, values: typed.values, locate: (path, key) => (key ? yaml.keyAt(path) : yaml.at(path)),
    stage: options.stage ?? 'negotiating', departures: true,
    ...(framework ? { framework } : {}),
    ...(options.outline === true ? { outline: true } : {}),
    ...(own ? { predicates: own.predicates } : {}),
    ...(engine ? { engine } : {}),
    ...(options.languages ? { languages: options.languages } : {}),
    ...(options.original === undefined ? {} : { original: options.original }),
  };
  const made = assemble(input);
  findings.push(...made.findings);
  if (!made.draft) return { findings };
  const standard = options.outline !== true && arrangement.departures.length + arrangement.add.length > 0 ? assemble({ ...input, departures: false }).draft : undefined;
  return { value: assembled(made, read.value, library, framework, standard), findings };
}

/** Where each row of a table stands: `group.name[key]`. */
function rowSpans(name: string, { value }: BoundValue, { arrangement, yaml }: ArrangementFile): [string, Span][] {
  const raw: unknown = arrangement.values[name];
  if (value.type !== 'table' || !Array.isArray(raw)) return [];
  return raw.flatMap((row: unknown, index): [string, Span][] =>
    typeof row === 'object' && row !== null && 'key' in row ? [[`${name}[${String(row.key)}]`, yaml.at(['values', ...name.split('.'), index])]] : []);
}

function assembled(made: AssembleResult, file: ArrangementFile, library: Library, framework: FrameworkMap | undefined, standard: Draft | undefined): Assembled {
  return {
    draft: made.draft,
    ...(standard ? { standard } : {}),
    ...(framework ? { framework } : {}),
    ...(!framework && file.arrangement.framework !== undefined ? { unread: true as const } : {}),
    mandatory: made.mandatory,
    selection: made.decisions.map((decision) => ({
      provision: decision.id, state: decision.state, reason: decision.reason,
      get title() { return decision.provision.title; },
      get variants() { return decision.variants; },
    })),
    valueSpans: new Map([...made.bound].flatMap(([name, bound]): [string, Span][] => (bound.span ? [[name, bound.span], ...rowSpans(name, bound, file)] : []))),
    nodeSpans: made.nodeSpans,
    recorded: [...file.arrangement.departures.map((departure) => departure.at), ...file.arrangement.add.map((addition) => addition.id), ...file.arrangement.omit.map((omission) => omission.provision)],
    bases: departedBases(file.arrangement.departures, made.decisions, made.bound),
    waivers: file.arrangement.waivers,
    recordSpans: new Map([
      ...file.arrangement.waivers.map((waiver, index): [string, Span] => [waiverSubject(waiver), file.yaml.at(['waivers', index])]),
      ...file.arrangement.omit.map((omission, index): [string, Span] => [`article:${library.provision(omission.provision)?.article ?? ''}`, file.yaml.at(['omit', index, 'provision'])]),
    ]),
    openings: file.arrangement.openings,
    start: fileStart(file.yaml.file),
  };
}

/** A state that did not conclude the framework may join its arrangements only if the framework lets it. */
function checkParties(parties: readonly ArrangementParty[], framework: FrameworkMap, at: (index: number) => Span): readonly LinkedFinding[] {
  return parties.flatMap(({ id }, index): readonly LinkedFinding[] =>
    framework.parties.includes(id) ? [] : [{ rule: 'party-outside-framework', severity: 'warning', message: `“${id}” is a party here, but not to the framework “${framework.id}”`, span: at(index), hint: `the framework’s parties are ${framework.parties.join(', ')}`, follows: [`party:${id}`] }]);
}

function checkOptions(options: Options, file: ArrangementFile): readonly Finding[] {
  const findings: Finding[] = [];
  const { arrangement, yaml } = file;
  const parties = arrangement.parties.map((party) => party.id);
  const usage = (message: string, hint: string, path: string): void => void findings.push({ rule: 'usage', severity: 'error', message, hint, span: yaml.at([path]) });
  for (const language of options.languages ?? [])
    if (!arrangement.languages.includes(language)) usage(`the arrangement has no language “${language}”`, `its languages are ${arrangement.languages.join(', ')}`, 'languages');
  for (const [option, party] of [['--original', options.original], ['--for', options.for]] as const)
    if (party !== undefined && !parties.includes(party)) usage(`${option} names “${party}”, which is not a party`, `the parties are ${parties.join(', ')}`, 'parties');
  return findings;
}
