import { LANGUAGES } from '../languages/index.ts';
import type { Addition, Arrangement, ArrangementParty, Departure, Finding, LinkedFinding, Waiver } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { readClauses, readTexts } from './clauses.ts';
import { sha256 } from '../model/hash.ts';
import { fits } from './fits.ts';
import type { RawArrangement } from './schemas/arrangement.ts';
import { ARRANGEMENT_SHAPE } from './shapes/arrangement.ts';
import { readYaml } from './yaml.ts';
import type { YamlFile } from './yaml.ts';

/** An arrangement with the way back to its places. */
export interface ArrangementFile {
  readonly arrangement: Arrangement;
  readonly yaml: YamlFile;
}

/** Says of a file whose shape is wrong what is wrong with it; see `explain-arrangement.ts`. */
type Explain = (yaml: YamlFile) => { readonly value?: RawArrangement; readonly findings: readonly LinkedFinding[] };

/**
 * Reads an arrangement file. Without `value` it could not be read; findings say why, but for its shape, which `explain`
 * explains: without one `unexplained` is set.
 */
export function readArrangement(text: string, file: string, explain?: Explain): { readonly value?: ArrangementFile; readonly findings: readonly LinkedFinding[]; readonly parsed: boolean; readonly unexplained?: true } {
  const read = readYaml(text, file);
  if (!read.yaml) return { findings: read.findings, parsed: false };
  const yaml = read.yaml;
  const findings: Finding[] = [...read.findings];
  const shape = isArrangement(yaml.value) ? { value: yaml.value, findings: [] } : explain?.(yaml);
  if (!shape) return { findings, parsed: true, unexplained: true };
  findings.push(...shape.findings);
  if (!shape.value) return { findings, parsed: true };
  const raw = shape.value;

  raw.languages.forEach((language, index) => {
    if (!Object.hasOwn(LANGUAGES, language)) findings.push({ rule: 'unknown-language', severity: 'error', message: `unknown language “${language}”`, span: yaml.at(['languages', index]), hint: `known languages: ${Object.keys(LANGUAGES).join(', ')}` });
    else if (raw.languages.indexOf(language) !== index) findings.push({ rule: 'duplicate-key', severity: 'error', message: `the language “${language}” stands twice`, span: yaml.at(['languages', index]) });
  });
  for (const language of raw.languages)
    if (!raw.title[language]) findings.push({ rule: 'missing-translation', severity: 'error', message: `the title has no text in “${language}”`, span: yaml.at(['title']) });
  const parties = raw.parties.map(readParty);
  parties.forEach((party, index) => {
    const first = parties.findIndex((other) => other.id === party.id);
    if (first !== index) findings.push({ rule: 'duplicate-key', severity: 'error', message: `the party “${party.id}” stands twice`, span: yaml.at(['parties', index]), related: [{ message: 'first here', span: yaml.at(['parties', first]) }] });
  });
  const add = (raw.add ?? []).map((entry, index): Addition => ({
    id: entry.id,
    article: entry.article,
    ...(entry.title === undefined ? {} : { title: entry.title }),
    clauses: readClauses(entry.clauses, yaml, ['add', index, 'clauses'], findings),
  }));
  const departures = (raw.departures ?? []).map((entry, index): Departure => {
    const leafSpans = {};
    const words = entry.text === undefined ? undefined : readTexts(entry.text, yaml, ['departures', index, 'text'], '', leafSpans, findings);
    return {
      at: entry.at,
      ...(entry.base === undefined ? {} : { base: entry.base }),
      ...(words === undefined ? {} : { text: words, leafSpans }),
      by: entry.by, on: entry.on, why: entry.why, approvals: entry.approvals ?? [],
    };
  });
  departures.forEach((departure, index) => {
    const first = departures.findIndex((other) => other.at === departure.at);
    if (first !== index) findings.push({ rule: 'duplicate-departure', severity: 'error', message: `“${departure.at}” is departed from twice`, span: yaml.at(['departures', index]), related: [{ message: 'first here', span: yaml.at(['departures', first]) }] });
  });
  return { value: { arrangement: build(raw, parties, add, departures, text), yaml }, findings, parsed: true };
}

/** The shape is made from the schema, and a test holds the two to the same verdicts. */
function isArrangement(value: unknown): value is RawArrangement {
  return fits(value, ARRANGEMENT_SHAPE);
}

function build(raw: RawArrangement, parties: readonly ArrangementParty[], add: readonly Addition[], departures: readonly Departure[], text: string): Arrangement {
  const values: Record<string, unknown> = {};
  for (const [group, entries] of Object.entries(raw.values ?? {})) for (const [name, value] of Object.entries(entries)) values[`${group}.${name}`] = value;
  return {
    id: raw.id,
    ...(raw.edition === undefined ? {} : { edition: raw.edition }),
    status: raw.status ?? 'draft',
    instrument: raw.instrument,
    ...(raw.framework === undefined ? {} : { framework: raw.framework }),
    register: raw.register ?? 'treaty',
    languages: raw.languages,
    parties,
    title: raw.title,
    ...(raw.notice === undefined ? {} : { notice: raw.notice }),
    ...(raw.marking === undefined ? {} : { marking: raw.marking }),
    values,
    choose: raw.choose ?? {},
    incorporate: typeof raw.incorporate === 'string' ? { '*': raw.incorporate } : (raw.incorporate ?? {}),
    omit: raw.omit ?? [],
    add,
    departures,
    waivers: (raw.waivers ?? []).map((waiver): Waiver => ({ rule: waiver.rule, at: waiver.at, by: waiver.by, on: waiver.on, reason: waiver.reason, ...(waiver.until === undefined ? {} : { until: waiver.until }) })),
    openings: raw.openings ?? {},
    hash: sha256(text),
  };
}

function readParty(raw: RawArrangement['parties'][number]): ArrangementParty {
  if (typeof raw === 'string') return { id: raw };
  return {
    id: raw.id,
    ...(raw.concluder === undefined ? {} : { concluder: raw.concluder }),
    ...(raw.binding === undefined ? {} : { binding: raw.binding }),
    ...(raw.signatories === undefined ? {} : { signatories: raw.signatories.map((entry) => ({ office: entry.office, ...(entry.name === undefined ? {} : { name: entry.name }) })) }),
  };
}

/** The nearest known name as a hint, if there is one near. */
export function hintNearest(name: string, known: Iterable<string>): { readonly hint?: string } {
  const near = nearest(name, [...known]);
  return near.length === 0 ? {} : { hint: `did you mean ${near.map((candidate) => `“${candidate}”`).join(' or ')}?` };
}
