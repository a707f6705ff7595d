import type { DraftTerm, Forms, FrameworkArticle, FrameworkMap, Library, LinkedFinding, PathStep, Value } from '../model/index.ts';
import { hintNearest } from './arrangement.ts';
import { checkFramework } from './check-framework.ts';
import { checkShape } from './check.ts';
import { sha256 } from '../model/hash.ts';
import { formsOf } from './forms.ts';
import { FrameworkSchema } from './schemas/framework.ts';
import type { RawFramework } from './schemas/framework.ts';
import { declineTitle } from '../text/decline-title.ts';
import { typeValue } from './values.ts';
import type { YamlFile } from './yaml.ts';

/** Reads a framework map written by hand. Values are typed by the library's parameters. */
export function readFramework(yaml: YamlFile, library: Library): { readonly value?: FrameworkMap; readonly findings: readonly LinkedFinding[] } {
  const findings: LinkedFinding[] = [];
  const shape = checkShape(FrameworkSchema, yaml);
  findings.push(...shape.findings);
  if (!shape.value) return { findings };
  const raw = shape.value;
  const known = new Set(library.provisionIds);
  const own = new Set(raw.articles.map((entry) => entry.article));
  findings.push(...checkFramework(raw, yaml, library));
  const articles = raw.articles.map((entry, index): FrameworkArticle => {
    const ids = entry.provisions ?? library.provisionIds.filter((id) => library.provision(id)?.article === entry.article && library.provision(id)?.scope === 'reserved');
    (entry.provisions ?? []).forEach((id, position) => {
      if (!known.has(id)) findings.push({ rule: 'unknown-provision', severity: 'error', message: `there is no provision “${id}”`, span: yaml.at(['articles', index, 'provisions', position]), ...hintNearest(id, known) });
    });
    if (!library.articles.some((article) => article.id === entry.article))
      findings.push({ rule: 'unknown-article', severity: 'error', message: `there is no article “${entry.article}”`, span: yaml.at(['articles', index, 'article']), ...hintNearest(entry.article, library.articles.map((article) => article.id)) });
    const first = raw.articles.findIndex((other) => numberOf(other) === numberOf(entry));
    if (first !== index) findings.push({ rule: 'duplicate-key', severity: 'error', message: `Article ${numberOf(entry)} stands twice`, span: yaml.at(['articles', index, 'ordinal']), related: [{ message: 'first here', span: yaml.at(['articles', first, 'ordinal']) }] });
    const same = raw.articles.findIndex((other) => other.article === entry.article);
    if (same !== index) findings.push({ rule: 'duplicate-key', severity: 'error', message: `the article “${entry.article}” stands twice`, span: yaml.at(['articles', index, 'article']), hint: 'name under the one article all provisions that the framework settles there', related: [{ message: 'first here', span: yaml.at(['articles', same, 'article']) }] });
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
    const id = `article:${entry.article}`;
    // What no article of the library's own settles may still be settled here: without more the arrangement may deal with it.
    const reserved = ids.some((provision) => library.provision(provision)?.scope === 'reserved');
    const rule = entry.rule ?? (reserved ? 'mayNot' : 'may');
    return { id, article: entry.article, ids, ordinal: entry.ordinal, ...(entry.suffix === undefined ? {} : { suffix: entry.suffix }), title: entry.title, rule, opening: entry.opening ?? (reserved ? 'fixed' : 'open'), values, terms: entry.terms ?? [], blocks: blocksOf(entry, ids, own, library) };
  });
  const terms = Object.entries(raw.terms ?? {}).map(([id, term]): DraftTerm => ({
    id,
    name: Object.fromEntries(Object.entries(term.name).map(([language, name]) => [language, typeof name === 'string' ? name : name[raw.framework.register ?? 'treaty']])),
    ...(term.forms === undefined ? {} : { forms: term.forms }),
    origin: 'framework',
  }));
  const label = formsOf(raw.framework.label);
  const title: Record<string, Forms> = {};
  for (const [language, forms] of Object.entries(formsOf(raw.framework.title))) {
    const name = label[language];
    title[language] = name && Object.keys(forms).length === 1 ? declineTitle(forms.nom, name, language) : forms;
  }
  const value: FrameworkMap = {
    id: raw.framework.id,
    edition: raw.framework.edition,
    hash: sha256(yaml.text),
    file: yaml.file,
    written: true,
    register: raw.framework.register ?? 'treaty',
    numbering: { article: raw.framework.numbering?.article ?? 'arabic', paragraph: 'arabic', point: raw.framework.numbering?.point ?? 'arabic' },
    title,
    label,
    ...(raw.framework.place === undefined ? {} : { place: formsOf(raw.framework.place) }),
    ...(raw.framework.date === undefined ? {} : { date: raw.framework.date }),
    parties: raw.framework.parties,
    articles,
    terms,
  };
  return { value, findings };
}

/** "8", "8 bis": what distinguishes one article from another. */
function numberOf(entry: { readonly ordinal: number; readonly suffix?: Readonly<Record<string, string>> | undefined }): string {
  return [String(entry.ordinal), ...Object.values(entry.suffix ?? {}).slice(0, 1)].join(' ');
}

/**
 * The places of what an article settles. A provision stands where `blocks` says, else in the article as a whole; an article of
 * the library that the agreement deals with here, and nowhere else, is known by its own name too.
 */
function blocksOf(entry: RawFramework['articles'][number], ids: readonly string[], own: ReadonlySet<string>, library: Library): FrameworkArticle['blocks'] {
  const top: PathStep = { type: 'article', ordinal: entry.ordinal, ...(entry.suffix === undefined ? {} : { suffix: entry.suffix }) };
  const blocks: Record<string, readonly PathStep[]> = { [`article:${entry.article}`]: [top] };
  for (const provision of ids) blocks[provision] = [top];
  for (const [block, numbers] of Object.entries(entry.blocks ?? {}))
    blocks[block] = [top, ...numbers.map((ordinal, depth): PathStep => ({ type: depth === 0 ? 'paragraph' : 'point', ordinal }))];
  for (const provision of ids) {
    const article = library.provision(provision)?.article;
    const name = `article:${article}`;
    if (article === undefined || own.has(article) || Object.hasOwn(blocks, name)) continue;
    const places = ids.filter((other) => library.provision(other)?.article === article).map((other) => blocks[other] ?? [top]);
    const [first = [top]] = places;
    blocks[name] = places.every((path) => JSON.stringify(path) === JSON.stringify(first)) ? first : [top];
  }
  return blocks;
}
