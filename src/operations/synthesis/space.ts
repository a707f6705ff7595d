import { celEngine } from '../../expressions/engine.ts';
import { evaluate, type Engine } from '../../expressions/evaluate.ts';
import type { Facts } from '../../expressions/scope.ts';
import type { Language, Library, Operand, Parameter, Predicate, Value } from '../../model/index.ts';
import { candidateValues, type Makings } from './candidate-values.ts';

/** Values by parameter, as far as they are settled. */
export type Assignment = ReadonlyMap<string, Value>;

/** The values that arrangements of a library may hold, as far as its conditions and constraints can tell them apart. */
export interface Space {
  readonly library: Library;
  readonly languages: readonly Language[];
  readonly parties: readonly string[];
  readonly engine: Engine;
  /** Values that differ for some condition, the usual one first; all meet the parameter's constraint. */
  candidates(name: string): readonly Value[];
  /** The usual value of every parameter that nobody fills by hand at signature. */
  readonly usual: Assignment;
  /** Lists of one item, where that is allowed: some texts then make one sentence of them. */
  readonly single: Assignment;
}

export function spaceOf(library: Library): Space {
  const languages = Object.keys(library.vocabulary);
  // Two parties, of two languages where there are such.
  const known = Object.values(library.parties);
  const firsts = languages.flatMap((language) => known.find((party) => party.languages[0] === language)?.id ?? []);
  const parties = [...new Set([...firsts, ...known.map(({ id }) => id)])].slice(0, 2);
  const makings: Makings = { languages, parties, currency: library.parties[parties[0] ?? '']?.currency ?? 'XXX' };
  const engine = celEngine(library.parameters);
  const compared = comparedWith(Object.values(library.predicates));
  const made = new Map<string, readonly Value[]>();
  const candidates = (name: string): readonly Value[] => {
    const before = made.get(name);
    if (before) return before;
    const parameter = Object.hasOwn(library.parameters, name) ? library.parameters[name] : undefined;
    const fitting = parameter ? candidateValues(parameter, makings, [...(compared.get(name) ?? []), ...boundsOf(parameter, library)]).filter((value) => fits(parameter, value, library, engine)) : [];
    made.set(name, fitting);
    return fitting;
  };
  const usual = new Map<string, Value>();
  for (const { name, signing } of Object.values(library.parameters)) {
    const [value] = candidates(name);
    if (value && signing !== true) usual.set(name, value);
  }
  const single = new Map<string, Value>();
  for (const name of usual.keys()) {
    const one = candidates(name).find((value) => value.type === 'list' && value.items.length === 1);
    if (one) single.set(name, one);
  }
  return { library, languages, parties, engine, candidates, usual, single };
}

/** Answers a condition where some values are settled and others open. */
export function ask(space: Space, source: string, values: Assignment, facts: Facts): ReturnType<typeof evaluate> {
  const predicate = Object.hasOwn(space.library.predicates, source) ? space.library.predicates[source] : undefined;
  if (!predicate) return { kind: 'fault', message: 'the library was loaded without this condition' };
  return evaluate(predicate, { value: (name) => values.get(name), facts, language: space.languages[0] ?? 'en' }, space.engine);
}

function fits(parameter: Parameter, value: Value, library: Library, engine: Engine): boolean {
  const predicate = Object.hasOwn(library.constraints, parameter.name) ? library.constraints[parameter.name] : undefined;
  if (!predicate) return true;
  const answer = evaluate(predicate, { value: () => value, language: 'en' }, engine);
  return answer.kind === 'answer' && answer.value;
}

function boundsOf({ name }: Parameter, library: Library): readonly Operand[] {
  const predicate = Object.hasOwn(library.constraints, name) ? library.constraints[name] : undefined;
  return predicate ? (comparedWith([predicate]).get('value') ?? []) : [];
}

/** What each parameter is compared with. */
function comparedWith(predicates: readonly Predicate[]): ReadonlyMap<string, readonly Operand[]> {
  const found = new Map<string, Operand[]>();
  const note = (side: Operand, other: Operand): void => {
    // What a table adds up to is not chosen: its cells are.
    const name = 'path' in side ? side.path : 'size' in side ? side.size : undefined;
    if (name === undefined) return;
    const list = found.get(name);
    if (list) list.push(other);
    else found.set(name, [other]);
  };
  for (const predicate of predicates) {
    for (const part of comparisonsIn(predicate)) {
      note(part.left, part.right);
      note(part.right, part.left);
    }
  }
  return found;
}

function comparisonsIn(predicate: Predicate): readonly Extract<Predicate, { op: 'compare' }>[] {
  switch (predicate.op) {
    case '&&':
    case '||': return [...comparisonsIn(predicate.left), ...comparisonsIn(predicate.right)];
    case '!': return comparisonsIn(predicate.inner);
    case '?:': return [...comparisonsIn(predicate.test), ...comparisonsIn(predicate.yes), ...comparisonsIn(predicate.no)];
    case 'compare': return [predicate];
    case 'is':
    case 'cel':
    case 'fault': return [];
    default: return predicate satisfies never;
  }
}
