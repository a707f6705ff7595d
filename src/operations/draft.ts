import { assemble } from '../assemble/assemble.ts';
import type { AssembleResult } from '../assemble/assemble.ts';
import { departedBases } from '../assemble/departed-bases.ts';
import { frameworkMap } from '../assemble/framework-map.ts';
import type { AssembleInput } from '../assemble/input.ts';
import type { Draft, Finding, FrameworkMap, Host, Library, Span } from '../model/index.ts';
import { compareFindings } from '../model/index.ts';
import { readArrangement } from '../source/arrangement.ts';
import type { ArrangementFile } from '../source/arrangement.ts';
import { checkArrangement } from '../source/check-arrangement.ts';
import { isFrameworkMap, readFramework } from '../source/framework.ts';
import { typeValues } from '../source/type-values.ts';
import { readYaml } from '../source/yaml.ts';
import type { Assembled, DraftOptions, Result } from './contracts.ts';
import { loadLibrary } from './load-library.ts';
import { beside } from './paths.ts';

/** Assembles the draft of an arrangement file. With errors there is still a draft, wherever one can be made. */
export async function draft(host: Host, options: DraftOptions): Promise<Result<Assembled>> {
  const library = await loadLibrary(host, options.libraries ?? []);
  if (!library.value) return { findings: library.findings, unreadable: true };
  const made = build(host, options.file, library.value, options, []);
  const findings = [...library.findings, ...made.findings].toSorted(compareFindings);
  return { findings, ...(made.value ? { value: made.value } : {}), ...(made.unreadable ? { unreadable: true } : {}) };
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

function build(host: Host, file: string, library: Library, options: Options, above: readonly string[]): Result<Assembled> {
  const source = readSource(host, file);
  if (source === undefined) return { findings: [{ rule: 'missing-file', severity: 'error', message: `there is no file “${file}”`, span: fileStart(file) }], unreadable: true };
  const read = readArrangement(source, file);
  if (!read.value) return { findings: read.findings, ...(read.parsed ? {} : { unreadable: true }) };
  const { arrangement, yaml } = read.value;
  const findings: Finding[] = [...read.findings];
  if (read.findings.some((finding) => finding.rule === 'unknown-language')) return { findings };
  findings.push(...checkOptions(options, read.value));
  if (findings.some((finding) => finding.rule === 'usage')) return { findings };

  let framework: FrameworkMap | undefined;
  if (arrangement.framework !== undefined) {
    const found = loadFramework(host, file, arrangement.framework, library, yaml.at(['framework']), [...above, file]);
    findings.push(...found.findings);
    framework = found.value;
  }
  const typed = typeValues(read.value, library);
  findings.push(...typed.findings, ...checkArrangement(read.value, library));
  const input: AssembleInput = {
    library, arrangement, values: typed.values, locate: (path, key) => (key ? yaml.keyAt(path) : yaml.at(path)),
    stage: options.stage ?? 'negotiating', departures: true,
    ...(framework ? { framework } : {}),
    ...(options.outline === true ? { outline: true } : {}),
    ...(options.languages ? { languages: options.languages } : {}),
    ...(options.original === undefined ? {} : { original: options.original }),
  };
  const made = assemble(input);
  findings.push(...made.findings);
  if (!made.draft) return { findings };
  const standard = options.outline !== true && arrangement.departures.length + arrangement.add.length > 0 ? assemble({ ...input, departures: false }).draft : undefined;
  return { value: assembled(made, read.value, framework, standard), findings };
}

function assembled(made: AssembleResult, file: ArrangementFile, framework: FrameworkMap | undefined, standard: Draft | undefined): Assembled {
  return {
    draft: made.draft,
    ...(standard ? { standard } : {}),
    ...(framework ? { framework } : {}),
    mandatory: made.mandatory,
    selection: made.decisions.map((decision) => ({ provision: decision.provision.id, title: decision.provision.title, state: decision.state, reason: decision.reason, variants: decision.variants })),
    valueSpans: new Map([...made.bound].flatMap(([name, bound]) => (bound.span ? [[name, bound.span]] : []))),
    nodeSpans: made.nodeSpans,
    recorded: [...file.arrangement.departures.map((departure) => departure.at), ...file.arrangement.add.map((addition) => addition.id), ...file.arrangement.omit.map((omission) => omission.provision)],
    bases: departedBases(file.arrangement.departures, made.decisions),
    waivers: file.arrangement.waivers,
    openings: file.arrangement.openings,
    start: fileStart(file.yaml.file),
  };
}

function loadFramework(host: Host, file: string, written: string, library: Library, span: Span, above: readonly string[]): Result<FrameworkMap> {
  const path = beside(host, file, written);
  if (path === undefined) return { findings: [{ rule: 'outside-project', severity: 'error', message: `“${written}” leaves the project`, span, hint: 'keep the framework’s file in the project' }] };
  if (above.includes(path)) return { findings: [{ rule: 'circular-framework', severity: 'error', message: `“${written}” leads back to this file`, span }] };
  const source = host.read(path);
  if (source === undefined) return { findings: [{ rule: 'missing-file', severity: 'error', message: `there is no framework “${written}”; what depends on it is not checked`, span }] };
  const yaml = readYaml(source, path);
  if (!yaml.yaml) return { findings: yaml.findings };
  if (isFrameworkMap(yaml.yaml.value)) return readFramework(yaml.yaml, library);
  const made = build(host, path, library, { outline: true }, above);
  const errors = made.findings.filter((finding) => finding.severity === 'error');
  if (!made.value) return { findings: errors };
  const { draft: umbrella, openings } = made.value;
  const value = frameworkMap({ draft: umbrella, library, openings: openings ?? {}, edition: umbrella.meta.edition ?? 'draft', hash: umbrella.basis.arrangement?.hash ?? '', file: path });
  return { value, findings: errors };
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
