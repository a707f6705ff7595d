import { readsOf } from '../../expressions/reads-of.ts';
import type { LinkedFinding, Parameter, Provision } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import { parametersIn, parametersOfShape } from '../../text/parameters-in.ts';
import { leavesOfText, type LibraryText } from '../library-texts.ts';
import type { LibraryCheck, LibraryWorld } from '../library-world.ts';

export const check: LibraryCheck = {
  id: 'parameters',
  title: 'A parameter that nothing uses, that a provision lists without use or uses without listing, or without question, help or labels in some language',
  *check(world) {
    const { library, texts } = world;
    const byProvision = new Map<Provision | undefined, LibraryText[]>();
    for (const text of texts) byProvision.set(text.provision, [...(byProvision.get(text.provision) ?? []), text]);
    const used = new Set<string>();
    for (const provision of provisionsOf(library)) {
      const inTexts = namesOf(byProvision.get(provision) ?? []);
      const inConditions = conditionsOf(provision, byProvision.get(provision) ?? []).flatMap((source) => readsOf(library.predicates[source] ?? { op: 'fault', message: '' })).filter((name) => Object.hasOwn(library.parameters, name));
      for (const name of [...inTexts, ...inConditions]) used.add(name);
      const place = provision.span ? { span: provision.span } : {};
      for (const name of provision.parameters)
        if (!inTexts.has(name) && !inConditions.includes(name)) yield { rule: 'parameter-listed', severity: 'warning', message: `“${provision.id}” lists the parameter “${name}”, which neither its texts nor its conditions use`, ...place, hint: 'take it out of “parameters”' };
      for (const name of new Set(inConditions))
        if (!provision.parameters.includes(name)) yield { rule: 'undeclared-parameter', severity: 'warning', message: `a condition of “${provision.id}” reads “${name}”, which is not listed under “parameters”`, ...place, hint: 'list it: what a provision reads belongs to the values that a draft rests on' };
    }
    for (const name of namesOf(byProvision.get(undefined) ?? [])) used.add(name);
    for (const { title, signature } of Object.values(library.vocabulary)) for (const leaf of [title, ...Object.values(signature)]) for (const name of parametersIn(leaf)) used.add(name);
    for (const parameter of Object.values(library.parameters)) {
      if (!used.has(parameter.name)) yield { rule: 'parameter-unused', severity: 'warning', message: `no text and no condition uses the parameter “${parameter.name}”`, ...at(parameter), hint: 'use it, or take it out' };
      yield* worded(parameter, world);
    }
  },
};

function* worded(parameter: Parameter, { languages }: LibraryWorld): Iterable<LinkedFinding> {
  const { name, ask, help, options = [], columns = [] } = parameter;
  // Some questions say all there is to say; which, a person has to judge.
  if (help === undefined) yield { rule: 'parameter-unhelped', severity: 'info', message: `“${name}” has no help`, ...at(parameter), hint: 'say beside the question what hangs on the answer' };
  for (const language of languages) {
    const lacking = [
      ...(ask[language] === undefined ? ['no question'] : []),
      ...(help !== undefined && help[language] === undefined ? ['no help'] : []),
      ...options.flatMap(({ id, label }) => (label[language] === undefined ? [`no label for “${id}”`] : [])),
      ...columns.flatMap(({ key, label }) => (label[language] === undefined ? [`no label for the column “${key}”`] : [])),
    ];
    if (lacking.length > 0) yield { rule: 'parameter-wordless', severity: 'warning', message: `“${name}” has ${lacking.join(', ')} in “${language}”`, ...at(parameter), hint: 'say what is asked and what hangs on the answer, in every language' };
  }
}

function namesOf(texts: readonly LibraryText[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const { leaf } of leavesOfText(text)) for (const name of parametersIn(leaf)) names.add(name);
    for (let clauses = text.variant?.clauses ?? []; clauses.length > 0; clauses = clauses.flatMap((clause) => clause.clauses))
      for (const clause of clauses) for (const name of parametersOfShape(clause)) names.add(name);
  }
  return names;
}

function conditionsOf(provision: Provision, texts: readonly LibraryText[]): readonly string[] {
  const clauses = texts.flatMap(({ clause }) => (clause?.when ? [clause.when.source] : []));
  return [provision.when?.source, ...provision.variants.map(({ when }) => when?.source), ...clauses].filter((source) => source !== undefined);
}

function at({ span }: Parameter): Pick<LinkedFinding, 'span'> {
  return span ? { span } : {};
}
