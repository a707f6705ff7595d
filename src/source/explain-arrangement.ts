import type { LinkedFinding } from '../model/index.ts';
import { checkShape } from './check.ts';
import { ArrangementSchema } from './schemas/arrangement.ts';
import type { RawArrangement } from './schemas/arrangement.ts';
import type { YamlFile } from './yaml.ts';

/** What is wrong with the shape of an arrangement file, fault by fault. */
export function explainArrangement(yaml: YamlFile): { readonly value?: RawArrangement; readonly findings: readonly LinkedFinding[] } {
  return checkShape(ArrangementSchema, yaml);
}
