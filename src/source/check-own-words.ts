import { conditionEnvironment } from '../expressions/environment.ts';
import type { ClauseText, Library, LinkedFinding, Span } from '../model/index.ts';
import { isLeaf } from '../text/is-leaf.ts';
import { printLeaf } from '../text/print-leaf.ts';
import type { ArrangementFile } from './arrangement.ts';
import { checkClauses } from './check-clauses.ts';
import { checkTexts } from './check-leaf.ts';
import type { LeafWorld } from './check-leaf.ts';
import { clauseIds, idsOfClauses } from './clause-ids.ts';
import type { Path, YamlFile } from './yaml.ts';

/** Checks the words that an arrangement brings itself, its additions and departures, as a library's are checked. */
export function checkOwnWords({ arrangement, yaml }: ArrangementFile, library: Library): readonly LinkedFinding[] {
  const { add, departures } = arrangement;
  if (add.length + departures.length === 0) return [];
  const findings: LinkedFinding[] = [];
  const environment = conditionEnvironment(library.parameters);
  const own = add.flatMap((addition) => [addition.id, ...idsOfClauses(addition.clauses, `${addition.id}/`)]);
  const world: LeafWorld = {
    parameters: library.parameters,
    definitions: new Map(library.definitions.map((definition) => [definition.id, definition])),
    articles: new Set(library.articles.map((article) => article.id)),
    clauses: new Set([...clauseIds(library.provisionIds.flatMap((id) => library.provision(id) ?? [])), ...own]),
  };
  for (const addition of add) checkClauses(addition.clauses, addition.id, environment, world, findings);
  departures.forEach(({ at, text }, index) => {
    if (!text) return;
    const each = eachOf(at, library);
    checkTexts(text, each === undefined ? world : { ...world, each }, spansOf(text, yaml, ['departures', index, 'text']), '', yaml.at(['departures', index, 'text']), findings);
  });
  return findings;
}

/** What the clause that is departed from, or one above it, repeats over. */
function eachOf(at: string, library: Library): string | undefined {
  const [id = '', path = ''] = at.split('/');
  const keys = path.split('.');
  for (const variant of library.provision(id)?.variants ?? []) {
    let each: string | undefined;
    let { clauses } = variant;
    const found = keys.every((key) => {
      const clause = clauses.find((candidate) => candidate.key === key);
      each = clause?.each?.in ?? each;
      clauses = clause?.clauses ?? [];
      return clause !== undefined;
    });
    if (found && each !== undefined) return each;
  }
  return undefined;
}

function spansOf(text: ClauseText, yaml: YamlFile, path: Path): Readonly<Record<string, Span>> {
  return Object.fromEntries(Object.entries(text).flatMap(([language, words]): [string, Span][] => {
    if (words === undefined) return [];
    if (isLeaf(words)) return [[language, yaml.within([...path, language], 0, printLeaf(words).length)]];
    return Object.entries(words).map(([register, leaf]): [string, Span] => [`${language}.${register}`, yaml.within([...path, language, register], 0, printLeaf(leaf).length)]);
  }));
}
