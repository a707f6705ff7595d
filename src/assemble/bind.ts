import { evaluate } from '../expressions/evaluate.ts';
import type { Parameter } from '../model/index.ts';
import { place } from './input.ts';
import type { AssembleInput, Bound, Report } from './input.ts';

/** Binds every declared parameter that has a value: from the arrangement, then the framework, then the default. */
export function bind(input: AssembleInput, report: Report): ReadonlyMap<string, Bound> {
  const bound = new Map<string, Bound>();
  const inherited = new Map((input.framework?.articles ?? []).flatMap((article) => Object.entries(article.values)));
  const { parameters, defaults } = input.library;
  // A parameter is read where a value is held against it; of the others the default will do.
  for (const name of Object.keys(parameters)) {
    const own = input.values.get(name);
    const fromFramework = own ? undefined : inherited.get(name);
    const usual = own || fromFramework ? undefined : defaults ? defaults[name] : parameters[name]?.default;
    if (fromFramework) bound.set(name, { name, value: fromFramework, source: 'framework' });
    else if (usual) bound.set(name, { name, value: usual, source: 'default' });
    const parameter = own && parameters[name];
    if (!parameter) continue;
    const value: Bound = { name, value: own.value, source: 'arrangement', ...place(own.span) };
    bound.set(name, value);
    // The framework checked its own; a default is checked with the library.
    constrain(parameter, value, input, report);
  }
  return bound;
}

function constrain(parameter: Parameter, bound: Bound, input: AssembleInput, report: Report): void {
  if (!parameter.constraint) return;
  const predicate = Object.hasOwn(input.library.constraints, parameter.name) ? input.library.constraints[parameter.name] : undefined;
  if (!predicate) return;
  const answer = evaluate(predicate, { value: () => bound.value, language: input.arrangement.languages[0] ?? 'en' }, input.engine);
  const declared = parameter.constraint.span ? { related: [{ message: 'declared here', span: parameter.constraint.span }] } : {};
  if (answer.kind === 'fault')
    report({ rule: 'constraint-undecidable', severity: 'warning', message: `“${parameter.name}” cannot be held against its constraint ${parameter.constraint.source}: ${answer.message}`, ...place(bound.span), ...declared });
  else if (answer.kind === 'answer' && !answer.value)
    report({ rule: 'constraint-broken', severity: 'error', message: `“${parameter.name}” does not meet its constraint: ${parameter.constraint.source}`, ...place(bound.span), ...declared });
}
