import type { Finding, Library, Span, Value } from '../model/index.ts';
import { hintNearest } from './arrangement.ts';
import type { ArrangementFile } from './arrangement.ts';
import { typeValue } from './values.ts';

/** Rules about a key rather than its value. */
const KEYS = new Set(['unknown-party', 'unknown-key']);

export interface TypedValue {
  readonly value: Value;
  readonly span: Span;
}

/** Types the values of an arrangement by the library's parameters. An unknown parameter or wrong type is a finding with its place. */
export function typeValues(file: ArrangementFile, library: Library): { readonly values: ReadonlyMap<string, TypedValue>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const values = new Map<string, TypedValue>();
  const { arrangement, yaml } = file;
  const world = { languages: arrangement.languages, parties: arrangement.parties.map((party) => party.id) };
  for (const [name, raw] of Object.entries(arrangement.values)) {
    const path = ['values', ...name.split('.')];
    const parameter = Object.hasOwn(library.parameters, name) ? library.parameters[name] : undefined;
    if (!parameter) {
      findings.push({ rule: 'unknown-parameter', severity: 'error', message: `there is no parameter “${name}”`, span: yaml.keyAt(path), ...hintNearest(name, Object.keys(library.parameters)) });
      continue;
    }
    // An empty value is a blank the author keeps in view.
    if (raw === null) continue;
    const typed = typeValue(parameter, raw, world);
    for (const fault of typed.faults)
      findings.push({ rule: fault.rule, severity: fault.severity ?? 'error', message: `“${name}”: ${fault.message}`, span: KEYS.has(fault.rule) ? yaml.keyAt([...path, ...fault.path]) : yaml.at([...path, ...fault.path]), ...(fault.hint === undefined ? {} : { hint: fault.hint }) });
    if (typed.value) values.set(name, { value: typed.value, span: yaml.at(path) });
  }
  return { values, findings };
}
