import type { Column, Parameter, ParameterType, Register, Value } from '../model/index.ts';

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
  /** The columns of those that are tables. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly facts: boolean;
}

/** The names of a condition. */
export function conditionNames(parameters: Readonly<Record<string, Parameter>>): Names {
  return namesOf(Object.values(parameters), true);
}

/** The one name of a constraint: `value`, typed as its parameter. */
export function constraintNames(parameter: Pick<Parameter, 'type' | 'columns'>): Names {
  return namesOf([{ ...parameter, name: 'value' }], false);
}

function namesOf(parameters: readonly Pick<Parameter, 'name' | 'type' | 'columns'>[], facts: boolean): Names {
  return {
    types: new Map(parameters.map(({ name, type }) => [name, type])),
    columns: new Map(parameters.flatMap(({ name, columns }) => (columns ? [[name, columns]] : []))),
    facts,
  };
}
