import type { DraftTerm, Finding, FrameworkArticle, FrameworkMap, Library, PathStep, Value } from '../model/index.ts';
import { hintNearest } from './arrangement.ts';
import { checkShape } from './check.ts';
import { sha256 } from '../model/hash.ts';
import { formsOf } from './forms.ts';
import { FrameworkSchema } from './schemas/framework.ts';
import { typeValue } from './values.ts';
import type { YamlFile } from './yaml.ts';

/** Reads a framework map written by hand. Values are typed by the library's parameters. */
export function readFramework(yaml: YamlFile, library: Library): { readonly value?: FrameworkMap; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const shape = checkShape(FrameworkSchema, yaml);
  findings.push(...shape.findings);
  if (!shape.value) return { findings };
  const raw = shape.value;
  const known = new Set(library.provisionIds);
  const articles = raw.articles.map((entry, index): FrameworkArticle => {
    const ids = entry.provisions ?? library.provisionIds.filter((id) => id.startsWith(`${entry.article}.`));
    (entry.provisions ?? []).forEach((id, position) => {
      if (!known.has(id)) findings.push({ rule: 'unknown-provision', severity: 'error', message: `there is no provision “${id}”`, span: yaml.at(['articles', index, 'provisions', position]), ...hintNearest(id, known) });
    });
    if (!library.articles.some((article) => article.id === entry.article))
      findings.push({ rule: 'unknown-article', severity: 'error', message: `there is no article “${entry.article}”`, span: yaml.at(['articles', index, 'article']), ...hintNearest(entry.article, library.articles.map((article) => article.id)) });
    const first = raw.articles.findIndex((other) => other.ordinal === entry.ordinal);
    if (first !== index) findings.push({ rule: 'duplicate-key', severity: 'error', message: `Article ${entry.ordinal} stands twice`, span: yaml.at(['articles', index, 'ordinal']), related: [{ message: 'first here', span: yaml.at(['articles', first, 'ordinal']) }] });
    const values: Record<string, Value> = {};
    for (const [name, value] of Object.entries(entry.values ?? {})) {
      const parameter = library.parameters[name];
      if (!parameter) {
        findings.push({ rule: 'unknown-parameter', severity: 'error', message: `there is no parameter “${name}”`, span: yaml.keyAt(['articles', index, 'values', name]), ...hintNearest(name, Object.keys(library.parameters)) });
        continue;
      }
      const typed = typeValue(parameter, value, { languages: Object.keys(raw.framework.title), parties: raw.framework.parties });
      for (const fault of typed.faults) findings.push({ rule: fault.rule, severity: 'error', message: `“${name}”: ${fault.message}`, span: yaml.at(['articles', index, 'values', name, ...fault.path]), ...(fault.hint === undefined ? {} : { hint: fault.hint }) });
      if (typed.value) values[name] = typed.value;
    }
    const top: PathStep = { type: 'article', ordinal: entry.ordinal };
    const id = `article:${entry.article}`;
    const blocks: Record<string, readonly PathStep[]> = { [id]: [top] };
    for (const provision of ids) blocks[provision] = [top];
    for (const [block, numbers] of Object.entries(entry.blocks ?? {}))
      blocks[block] = [top, ...numbers.map((ordinal, depth): PathStep => ({ type: depth === 0 ? 'paragraph' : 'point', ordinal }))];
    return { id, article: entry.article, ids, ordinal: entry.ordinal, title: entry.title, rule: entry.rule ?? 'mayNot', opening: entry.opening ?? 'fixed', values, terms: entry.terms ?? [], blocks };
  });
  const terms = Object.entries(raw.terms ?? {}).map(([id, term]): DraftTerm => ({
    id,
    name: Object.fromEntries(Object.entries(term.name).map(([language, name]) => [language, typeof name === 'string' ? name : name[raw.framework.register ?? 'treaty']])),
    ...(term.forms === undefined ? {} : { forms: term.forms }),
    origin: 'framework',
  }));
  const value: FrameworkMap = {
    id: raw.framework.id,
    edition: raw.framework.edition,
    hash: sha256(yaml.text),
    file: yaml.file,
    register: raw.framework.register ?? 'treaty',
    numbering: { article: raw.framework.numbering?.article ?? 'arabic', paragraph: 'arabic', point: raw.framework.numbering?.point ?? 'arabic' },
    title: formsOf(raw.framework.title),
    label: formsOf(raw.framework.label),
    ...(raw.framework.place === undefined ? {} : { place: formsOf(raw.framework.place) }),
    ...(raw.framework.date === undefined ? {} : { date: raw.framework.date }),
    parties: raw.framework.parties,
    articles,
    terms,
  };
  return { value, findings };
}

/** True if a YAML file is a framework map rather than an arrangement. */
export function isFrameworkMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'framework' in value && typeof value.framework === 'object';
}
