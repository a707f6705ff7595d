import type { Parameter, ParameterType, Register, Value } from '../model/index.ts';

/** What an expression may read. */
export interface Scope {
  /** The value of a declared parameter, by name; `value` in a constraint. Undefined: it has none yet. */
  readonly value: (name: string) => Value | undefined;
  /** What the assembly itself knows; a constraint knows none of it. */
  readonly facts?: Facts;
  /** Texts are read in this language. */
  readonly language: string;
}

export interface Facts {
  readonly instrument: string;
  readonly register: Register;
  readonly parties: readonly string[];
  /** The languages in which the instrument is made, however many of them are written this time. */
  readonly texts: readonly string[];
  readonly framework: boolean;
}

/** The names an expression may use, with their types: declared parameters, and what the assembly knows as `facts`. */
export interface Names {
  readonly types: ReadonlyMap<string, ParameterType>;
  readonly facts: boolean;
}

/** The names of a condition. */
export function conditionNames(parameters: Readonly<Record<string, Parameter>>): Names {
  return { types: new Map(Object.values(parameters).map(({ name, type }) => [name, type])), facts: true };
}

/** The one name of a constraint: `value`, typed as its parameter. */
export function constraintNames(type: ParameterType): Names {
  return { types: new Map([['value', type]]), facts: false };
}
