import { conditionEnvironment } from '../expressions/environment.ts';
import { celValue, evaluate } from '../expressions/evaluate.ts';
import type { Answer } from '../expressions/evaluate.ts';
import type { Condition } from '../model/index.ts';
import type { AssembleInput, Bound } from './input.ts';

/** Answers conditions over the bound values; each is evaluated once. */
export function conditions(input: AssembleInput, bound: ReadonlyMap<string, Bound>): (condition: Condition) => Answer {
  const { arrangement } = input;
  const cache = new Map<string, Answer>();
  const language = arrangement.languages[0] ?? 'en';
  let prepared: { readonly environment: ReturnType<typeof conditionEnvironment>; readonly context: Readonly<Record<string, unknown>> } | undefined;
  const prepare = (): NonNullable<typeof prepared> => {
    const context: Record<string, unknown> = {
      instrument: arrangement.instrument,
      register: arrangement.register,
      parties: arrangement.parties.map((party) => party.id),
      framework: arrangement.framework !== undefined,
    };
    const groups = new Map<string, Record<string, unknown>>();
    for (const name of Object.keys(input.library.parameters)) {
      const [group = '', field = ''] = name.split('.');
      const fields = groups.get(group) ?? {};
      const value = bound.get(name);
      if (value) fields[field] = celValue(value.value, language);
      groups.set(group, fields);
    }
    for (const [group, fields] of groups) context[group] = fields;
    return { environment: conditionEnvironment(input.library.parameters), context };
  };
  return (condition) => {
    const known = cache.get(condition.source);
    if (known) return known;
    prepared ??= prepare();
    const answer = evaluate(prepared.environment, condition.source, {
      context: prepared.context,
      has: (name) => bound.has(name) || !Object.hasOwn(input.library.parameters, name),
    });
    cache.set(condition.source, answer);
    return answer;
  };
}
