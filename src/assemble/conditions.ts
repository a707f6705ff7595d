import { evaluate } from '../expressions/evaluate.ts';
import type { Answer } from '../expressions/evaluate.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Condition } from '../model/index.ts';
import type { AssembleInput, Bound } from './input.ts';

/** Answers conditions over the bound values; each is evaluated once. */
export function conditions(input: AssembleInput, bound: ReadonlyMap<string, Bound>): (condition: Condition) => Answer {
  const { arrangement, library } = input;
  const cache = new Map<string, Answer>();
  const scope: Scope = {
    value: (name) => bound.get(name)?.value,
    facts: { instrument: arrangement.instrument, register: arrangement.register, parties: arrangement.parties.map((party) => party.id), texts: arrangement.languages, framework: arrangement.framework !== undefined },
    language: arrangement.languages[0] ?? 'en',
  };
  return ({ source }) => {
    const known = cache.get(source);
    if (known) return known;
    const predicate = [library.predicates, input.predicates ?? {}].find((each) => Object.hasOwn(each, source))?.[source];
    const answer: Answer = predicate ? evaluate(predicate, scope, input.engine) : { kind: 'fault', message: 'the library was loaded without this condition' };
    cache.set(source, answer);
    return answer;
  };
}
