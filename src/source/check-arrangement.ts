import { conditionEnvironment } from '../expressions/environment.ts';
import { conditionNames } from '../expressions/scope.ts';
import type { Clause, Library, LinkedFinding, Span } from '../model/index.ts';
import { provisionsOf } from '../model/provisions-of.ts';
import { checkClauses } from './check-clauses.ts';
import { checkTexts } from './check-leaf.ts';
import type { LeafWorld } from './check-leaf.ts';
import type { ArrangementFile } from './arrangement.ts';
import { hintNearest } from './arrangement.ts';
import { clauseIds } from './clause-ids.ts';
import type { Path } from './yaml.ts';

/** Checks the words that an arrangement brings itself, additions and departures, as strictly as those of a library. */
export function checkArrangement(file: ArrangementFile, library: Library): readonly LinkedFinding[] {
  const { arrangement, yaml } = file;
  if (arrangement.add.length + arrangement.departures.length === 0) return [];
  const findings: LinkedFinding[] = [];
  const provisions = provisionsOf(library);
  const own = arrangement.add.map((addition) => ({ id: addition.id, variants: [addition] }));
  const world: LeafWorld = {
    parameters: library.parameters,
    definitions: new Map(library.definitions.map((definition) => [definition.id, definition])),
    articles: new Set(library.articles.map((article) => article.id)),
    clauses: clauseIds([...provisions, ...own]),
    anyNumber: arrangement.parties.length > 2,
  };
  const grammar = { environment: conditionEnvironment(library.parameters), names: conditionNames(library.parameters) };
  const at = (path: Path): { readonly span: Span } => ({ span: yaml.at(path) });
  arrangement.add.forEach((addition, index) => {
    const first = arrangement.add.findIndex((other) => other.id === addition.id);
    const existing = library.provision(addition.id);
    if (first !== index) findings.push({ rule: 'duplicate-provision', severity: 'error', message: `“${addition.id}” is added twice`, ...at(['add', index, 'id']), hint: 'give each addition an id of its own', related: [{ message: 'first here', ...at(['add', first, 'id']) }] });
    else if (existing) findings.push({ rule: 'duplicate-provision', severity: 'error', message: `“${addition.id}” is added, but the library has a provision of this id`, ...at(['add', index, 'id']), hint: 'give the addition an id of its own', related: [{ message: `in ${existing.library}`, ...(existing.span ? { span: existing.span } : {}) }] });
    if (!world.articles.has(addition.article)) findings.push({ rule: 'unknown-article', severity: 'error', message: `“${addition.id}” names the article “${addition.article}”, which does not exist`, ...at(['add', index, 'article']), ...hintNearest(addition.article, world.articles), explains: [`absent:${addition.article}`] });
    checkClauses(addition.clauses, addition.id, grammar, world, findings);
  });
  arrangement.departures.forEach((departure, index) => {
    if (!departure.text) return;
    const each = repeatedOver(departure.at, provisions);
    checkTexts(departure.text, each === undefined ? world : { ...world, each }, departure.leafSpans ?? {}, '', yaml.at(['departures', index, 'text']), findings);
  });
  return findings;
}

/** What the departed clause repeats over, in whichever variant has it: its words may name the item. */
function repeatedOver(at: string, provisions: readonly { readonly id: string; readonly variants: readonly { readonly clauses: readonly Clause[] }[] }[]): string | undefined {
  const [id = '', path = ''] = at.split('/');
  for (const variant of provisions.find((provision) => provision.id === id)?.variants ?? []) {
    let level = variant.clauses;
    let each: string | undefined;
    for (const key of path.split('.')) {
      const found: Clause | undefined = level.find((clause) => clause.key === key);
      if (!found) break;
      each = found.each?.in ?? (found.single ? found.clauses[0]?.each?.in : undefined) ?? each;
      level = found.clauses;
    }
    if (each !== undefined) return each;
  }
  return undefined;
}
