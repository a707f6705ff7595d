import type { ArticleKind, Definition, Finding, LinkedFinding, Matter, Parameter, PartyProfile, Provision, Skeleton, Span, Vocabulary } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { checkShape } from './check.ts';
import { checkParty } from './check-party.ts';
import { readTexts } from './clauses.ts';
import { readProvision } from './provision.ts';
import type { Extension, Places } from './provision.ts';
import { readParameters } from './parameters.ts';
import { readParty } from './party.ts';
import { ArticlesSchema, DefinitionSchema, IndexSchema, MattersSchema, PartySchema, VocabularySchema } from './schemas/library.ts';
import { readVocabulary } from './vocabulary.ts';
import { readYaml } from './yaml.ts';
import type { YamlFile } from './yaml.ts';

/** The files of one library folder, by path below it (`/` between folders). `file`: the path as the user would type it. */
export interface LibraryFiles {
  readonly root: string;
  readonly files: ReadonlyMap<string, { readonly file: string; readonly text: string }>;
}

export interface Layer {
  readonly name: string;
  readonly version: string;
  readonly provisions: readonly { readonly provision: Provision; readonly base?: string }[];
  readonly extensions: readonly Extension[];
  readonly articles: readonly ArticleKind[];
  readonly parameters: readonly Parameter[];
  readonly definitions: readonly Definition[];
  readonly parties: readonly PartyProfile[];
  readonly vocabulary: readonly Vocabulary[];
  readonly matters: readonly Matter[];
  readonly skeletons: readonly Skeleton[];
  /** Where its files name things. */
  readonly places: Places;
}

/** Reads every file of a library folder. A broken file does not hide the faults of the others. */
export function readLayer(input: LibraryFiles): { readonly layer?: Layer; readonly findings: readonly LinkedFinding[] } {
  const findings: LinkedFinding[] = [];
  const places = new Map<string, Span>();
  const yamlOf = (path: string): YamlFile | undefined => {
    const source = input.files.get(path);
    if (!source) return undefined;
    const read = readYaml(source.text, source.file);
    findings.push(...read.findings);
    return read.yaml;
  };
  const indexSource = input.files.get('index.yaml');
  if (!indexSource) {
    const start = { line: 1, column: 1, offset: 0 };
    return { findings: [{ rule: 'missing-file', severity: 'error', message: 'a library folder has an index.yaml', span: { file: `${input.root}/index.yaml`, start, end: start }, hint: 'write one with name, version and the list of provisions' }] };
  }
  const indexYaml = yamlOf('index.yaml');
  const index = indexYaml && checkShape(IndexSchema, indexYaml);
  findings.push(...(index?.findings ?? []));
  const name = index?.value?.name ?? input.root;

  const provisions: { provision: Provision; base?: string }[] = [];
  const extensions: Extension[] = [];
  const listed = new Set<string>();
  (index?.value?.provisions ?? []).forEach((entry, position) => {
    const path = `${entry}.yaml`;
    if (listed.has(path)) findings.push({ rule: 'duplicate-key', severity: 'error', message: `“${entry}” stands twice in the index`, ...spanOf(indexYaml, ['provisions', position]) });
    listed.add(path);
    if (!input.files.has(path)) {
      const near = nearest(path, [...input.files.keys()]);
      findings.push({
        rule: 'missing-file', severity: 'error', message: `there is no file “${path}” in the library`, ...spanOf(indexYaml, ['provisions', position]),
        ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0].replace(/\.yaml$/, '')}”?` }),
      });
      return;
    }
    const before = findings.length;
    const yaml = yamlOf(path);
    const read = yaml && readProvision(yaml, name);
    findings.push(...(read?.findings ?? []));
    // Whatever asks for a provision that could not be read fails for that reason.
    if (!read?.provision && !read?.extension) explain(findings, before, `provision:${entry.replaceAll('/', '.')}`);
    if (!yaml || !read) return;
    for (const [key, span] of read.places) places.set(key, span);
    if (read.provision) {
      if (read.provision.id !== entry.replaceAll('/', '.') && !read.provision.id.endsWith(`.${entry.split('/').at(-1) ?? ''}`))
        findings.push({ rule: 'misplaced-provision', severity: 'warning', message: `“${read.provision.id}” stands in “${path}”; a reader looks for it in “${read.provision.id.replaceAll('.', '/')}.yaml”`, span: yaml.at(['id']), explains: [`provision:${entry.replaceAll('/', '.')}`], follows: [`duplicate:${read.provision.id}`] });
      provisions.push({ provision: read.provision, ...(read.base === undefined ? {} : { base: read.base }) });
    }
    if (read.extension) extensions.push(read.extension);
  });
  for (const path of [...input.files.keys()].toSorted()) {
    if (/^(parameters|definitions|parties|vocabulary|templates)\//.test(path) || !path.includes('/') || listed.has(path) || !path.endsWith('.yaml')) continue;
    const file = input.files.get(path)?.file ?? path;
    const start = { line: 1, column: 1, offset: 0 };
    findings.push({ rule: 'unlisted-file', severity: 'error', message: `“${path}” is not in the index, so nothing uses it`, span: { file, start, end: start }, explains: [`provision:${path.replace(/\.yaml$/, '').replaceAll('/', '.')}`], hint: `add “${path.replace(/\.yaml$/, '')}” to index.yaml` });
  }

  const definitions: Definition[] = [];
  const definitionIds = (index?.value?.definitions ?? []).length > 0 ? (index?.value?.definitions ?? []) : folder(input, 'definitions');
  definitionIds.forEach((id, position) => {
    const path = `definitions/${id}.yaml`;
    if (!input.files.has(path)) findings.push({ rule: 'missing-file', severity: 'error', message: `there is no file “${path}” in the library`, ...spanOf(indexYaml, ['definitions', position]) });
    const before = findings.length;
    const yaml = yamlOf(path);
    const shape = yaml && checkShape(DefinitionSchema, yaml);
    findings.push(...(shape?.findings ?? []));
    if (!yaml || !shape?.value) return explain(findings, before, `term:${id}`);
    const raw = shape.value;
    const leafSpans = {};
    const first = definitions.find((definition) => definition.id === raw.id);
    if (first) {
      findings.push({ rule: 'duplicate-definition', severity: 'error', message: `the term “${raw.id}” is defined twice`, span: yaml.at(['id']), hint: 'keep one of them, or give each its own id', ...(first.span ? { related: [{ message: 'first here', span: first.span }] } : {}), explains: [`term:${id}`] });
      return;
    }
    if (raw.id !== id) findings.push({ rule: 'misplaced-definition', severity: 'warning', message: `“${raw.id}” stands in “${path}”; a reader looks for it in “definitions/${raw.id}.yaml”`, span: yaml.at(['id']), explains: [`term:${id}`] });
    for (const [language, text] of Object.entries(raw.name)) places.set(`definition ${raw.id} ${language}`, yaml.at(typeof text === 'string' ? ['name', language] : ['name', language, 'treaty']));
    definitions.push({
      id: raw.id,
      name: raw.name,
      ...(raw.text === undefined ? {} : { text: readTexts(raw.text, yaml, ['text'], '', leafSpans, findings) }),
      forms: raw.forms ?? {},
      ...(raw.parties === undefined ? {} : { parties: raw.parties }),
      avoid: raw.avoid ?? {},
      ...(raw.kept === undefined ? {} : { kept: raw.kept }),
      span: yaml.at(['id']),
      leafSpans,
    });
  });
  for (const id of folder(input, 'definitions'))
    // The folder of terms is also that of the article “definitions”: its provisions are in the index as such.
    if (!definitionIds.includes(id) && !listed.has(`definitions/${id}.yaml`)) {
      const start = { line: 1, column: 1, offset: 0 };
      findings.push({ rule: 'unlisted-file', severity: 'error', message: `“definitions/${id}.yaml” is not in the index, so nothing uses it`, span: { file: input.files.get(`definitions/${id}.yaml`)?.file ?? id, start, end: start } });
    }

  const parameters: Parameter[] = [];
  for (const group of folder(input, 'parameters')) {
    const before = findings.length;
    const yaml = yamlOf(`parameters/${group}.yaml`);
    const read = yaml && readParameters(yaml, findings, places);
    if (read) parameters.push(...read);
    else explain(findings, before, `parameter:${group}.*`);
  }
  const parties: PartyProfile[] = [];
  for (const id of folder(input, 'parties')) {
    const yaml = yamlOf(`parties/${id}.yaml`);
    const shape = yaml && checkShape(PartySchema, yaml);
    findings.push(...(shape?.findings ?? []));
    if (!yaml || !shape?.value) continue;
    parties.push(readParty(shape.value, yaml));
    findings.push(...checkParty(shape.value, id, yaml));
    for (const matter of Object.keys(shape.value.matters ?? {})) places.set(`party ${shape.value.id} matter ${matter}`, yaml.keyAt(['matters', matter]));
  }
  const vocabulary: Vocabulary[] = [];
  for (const id of folder(input, 'vocabulary')) {
    const yaml = yamlOf(`vocabulary/${id}.yaml`);
    const shape = yaml && checkShape(VocabularySchema, yaml);
    findings.push(...(shape?.findings ?? []));
    if (!yaml || !shape?.value) continue;
    vocabulary.push(readVocabulary(shape.value, yaml, findings));
  }
  const articles: ArticleKind[] = [];
  const articlesYaml = yamlOf('articles.yaml');
  const articlesShape = articlesYaml && checkShape(ArticlesSchema, articlesYaml);
  findings.push(...(articlesShape?.findings ?? []));
  for (const [id, raw] of Object.entries(articlesShape?.value ?? {})) articles.push({ id, kind: raw.kind ?? 'article', title: raw.title, aliases: raw.aliases ?? [], ...(articlesYaml ? { span: articlesYaml.keyAt([id]) } : {}) });
  const mattersYaml = yamlOf('matters.yaml');
  const mattersShape = mattersYaml && checkShape(MattersSchema, mattersYaml);
  findings.push(...(mattersShape?.findings ?? []));
  const matters = Object.entries(mattersShape?.value ?? {}).map(([id, { title }]): Matter => ({ id, title, ...(mattersYaml ? { span: mattersYaml.keyAt([id]) } : {}) }));

  const skeletons: Skeleton[] = [];
  for (const [path, source] of [...input.files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const match = /^templates\/([a-z0-9-]+)\.hbs$/.exec(path);
    if (match) skeletons.push({ id: match[1] ?? '', source: source.text, file: source.file });
  }
  return { layer: { name, version: index?.value?.version ?? '0.0.0', provisions, extensions, articles, parameters, definitions, parties, vocabulary, matters, skeletons, places }, findings };
}

/** What was found since `from` explains the faults of the subject. */
function explain(findings: LinkedFinding[], from: number, subject: string): void {
  for (let index = from; index < findings.length; index += 1) {
    const finding = findings[index];
    if (finding) findings[index] = { ...finding, explains: [...(finding.explains ?? []), subject] };
  }
}

function folder(input: LibraryFiles, name: string): readonly string[] {
  return [...input.files.keys()].flatMap((path) => (path.startsWith(`${name}/`) && path.endsWith('.yaml') ? [path.slice(name.length + 1, -5)] : [])).toSorted();
}

function spanOf(yaml: YamlFile | undefined, path: readonly (string | number)[]): Pick<Finding, 'span'> {
  return yaml ? { span: yaml.at(path) } : {};
}
