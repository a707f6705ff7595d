import { isGroupName } from '../expressions/environment.ts';
import type { LinkedFinding, Parameter, Span } from '../model/index.ts';
import { checkShape } from './check.ts';
import { readCondition } from './clauses.ts';
import { formsOf } from './forms.ts';
import { ParametersSchema } from './schemas/library.ts';
import { typeValue } from './values.ts';
import type { YamlFile } from './yaml.ts';

/** Reads a file of parameters; a default is typed as a value would be. Without a value where the file has another shape than parameters do. */
export function readParameters(yaml: YamlFile, findings: LinkedFinding[], places: Map<string, Span>): readonly Parameter[] | undefined {
  const shape = checkShape(ParametersSchema, yaml);
  findings.push(...shape.findings);
  if (!shape.value) return undefined;
  return Object.entries(shape.value).flatMap(([name, raw]): readonly Parameter[] => {
    const [group = ''] = name.split('.');
    if (!isGroupName(group)) {
      findings.push({ rule: 'reserved-name', severity: 'error', message: `no group of parameters can be named “${group}”: the word means something else in conditions`, span: yaml.keyAt([name]), hint: 'give the group of the parameter another name', explains: [`parameter:${name}`] });
      return [];
    }
    if (raw.default !== undefined) places.set(`parameter ${name} default`, yaml.at([name, 'default']));
    const options = raw.options?.map((option) => ({ id: option.id, label: formsOf(option.label) }));
    const columns = raw.columns?.map((column) => ({ key: column.key, type: column.type, label: column.label, ...(column.required === undefined ? {} : { required: column.required }), ...(column.covers === undefined ? {} : { covers: column.covers }) }));
    const described = { type: raw.type, ...(options === undefined ? {} : { options }), ...(columns === undefined ? {} : { columns }) };
    const fault = (message: string, key: string): void => void findings.push({ rule: 'wrong-type', severity: 'error', message, span: yaml.at([name, key]) });
    if (raw.type === 'choice' && !options?.length) fault(`“${name}” is a choice without options`, 'type');
    if (raw.type === 'table' && !columns?.length) fault(`“${name}” is a table without columns`, 'type');
    let byDefault: Parameter['default'];
    if (raw.default !== undefined) {
      const typed = typeValue(described, raw.default, { languages: Object.keys(raw.ask), parties: partiesIn(raw.default) });
      for (const problem of typed.faults) findings.push({ rule: problem.rule, severity: 'error', message: `the default of “${name}”: ${problem.message}`, span: yaml.at([name, 'default', ...problem.path]), ...(problem.hint === undefined ? {} : { hint: problem.hint }) });
      byDefault = typed.value;
    }
    return [{
      name,
      ...described,
      ...(raw.unit === undefined ? {} : { unit: raw.unit }),
      ...(byDefault === undefined ? {} : { default: byDefault }),
      ...(raw.constraint === undefined ? {} : { constraint: readCondition(raw.constraint, yaml, [name, 'constraint']) }),
      ...(raw.signing === undefined ? {} : { signing: raw.signing }),
      ask: raw.ask,
      ...(raw.help === undefined ? {} : { help: raw.help }),
      span: yaml.keyAt([name]),
    }];
  });
}

/** A default share or party knows no arrangement: its own keys are the parties it speaks of. */
function partiesIn(raw: unknown): readonly string[] {
  return typeof raw === 'string' ? [raw] : typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.keys(raw) : [];
}
