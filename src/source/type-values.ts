import type { Library, LinkedFinding, Span, Value } from '../model/index.ts';
import { hintNearest } from './arrangement.ts';
import type { ArrangementFile } from './arrangement.ts';
import { nearest } from '../text/nearest.ts';
import { typeValue } from './values.ts';

/** Rules about a key rather than its value. */
const KEYS = new Set(['unknown-party', 'unknown-key']);

export interface TypedValue {
  readonly value: Value;
  readonly span: Span;
}

/** Types the values of an arrangement by the library's parameters. An unknown parameter or wrong type is a finding with its place. */
export function typeValues(file: ArrangementFile, library: Library): { readonly values: ReadonlyMap<string, TypedValue>; readonly findings: readonly LinkedFinding[] } {
  const findings: LinkedFinding[] = [];
  const values = new Map<string, TypedValue>();
  const { arrangement, yaml } = file;
  const world = { languages: arrangement.languages, parties: arrangement.parties.map((party) => party.id) };
  const names = Object.keys(library.parameters);
  const groups = new Set(names.map(groupOf));
  const strange = new Set<string>();
  for (const [name, raw] of Object.entries(arrangement.values)) {
    const path = ['values', ...name.split('.')];
    const parameter = Object.hasOwn(library.parameters, name) ? library.parameters[name] : undefined;
    const group = groupOf(name);
    if (!parameter && !groups.has(group)) {
      // A group that is none is one fault, however many values stand in it.
      if (!strange.has(group)) findings.push({ rule: 'unknown-parameter', severity: 'error', message: `there are no parameters “${group}.…”`, span: yaml.keyAt(['values', group]), ...hintNearest(group, groups), explains: explained(group, groups, '.*'), follows: [`parameter:${group}.`] });
      strange.add(group);
      continue;
    }
    if (!parameter) {
      findings.push({ rule: 'unknown-parameter', severity: 'error', message: `there is no parameter “${name}”`, span: yaml.keyAt(path), ...hintNearest(name, names), explains: explained(name, names, ''), follows: [`parameter:${name}`] });
      continue;
    }
    // An empty value is a blank the author keeps in view.
    if (raw === null) continue;
    const typed = typeValue(parameter, raw, world);
    for (const fault of typed.faults)
      findings.push({ rule: fault.rule, severity: fault.severity ?? 'error', message: `“${name}”: ${fault.message}`, span: KEYS.has(fault.rule) ? yaml.keyAt([...path, ...fault.path]) : yaml.at([...path, ...fault.path]), ...(fault.hint === undefined ? {} : { hint: fault.hint }), explains: [`parameter:${name}`], follows: fault.party === undefined ? [] : [`party:${fault.party}`] });
    if (typed.value) values.set(name, { value: typed.value, span: yaml.at(path) });
  }
  return { values, findings };
}

function groupOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/** What a misspelt name was meant to set has no value now. */
function explained(name: string, known: Iterable<string>, rest: string): readonly string[] {
  return nearest(name, [...known], 1).map((near) => `parameter:${near}${rest}`);
}
