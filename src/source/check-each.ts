import type { Clause, LinkedFinding } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import type { LeafWorld } from './check-leaf.ts';

const ASSEMBLY_LISTS = ['parties', 'terms', 'cited'] as const;

/** Checks what a clause repeats over: a list, table or share parameter, or a list of the assembly. */
export function checkEach(clause: Clause, world: LeafWorld, findings: LinkedFinding[]): void {
  const name = clause.each?.in ?? '';
  if (ASSEMBLY_LISTS.some((list) => list === name)) return;
  const type = world.parameters[name]?.type;
  const span = clause.leafSpans?.['each'] ?? clause.span;
  const place = span ? { span } : {};
  if (type === undefined) {
    const near = nearest(name, [...Object.keys(world.parameters), ...ASSEMBLY_LISTS]);
    findings.push({ rule: 'unknown-parameter', severity: 'error', message: `“each” names “${name}”, which is no parameter`, ...place, follows: [`parameter:${name}`], ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }) });
  } else if (type !== 'list' && type !== 'table' && type !== 'share') findings.push({ rule: 'wrong-type', severity: 'error', message: `“each” repeats over a list, table or share; “${name}” is ${type}`, ...place });
  else if (world.parameterList && !world.parameterList.includes(name)) findings.push({ rule: 'undeclared-parameter', severity: 'error', message: `“${name}” is used but not listed under “parameters”`, ...place });
}
