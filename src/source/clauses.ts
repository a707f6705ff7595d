import { LANGUAGES } from '../languages/index.ts';
import type { Clause, ClauseText, Condition, Finding, Leaf, Localized, Register, Span, TableShape } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { parseLeaf } from '../text/parse-leaf.ts';
import type { RawClause, RawLeafText } from './schemas/common.ts';
import type { Path, YamlFile } from './yaml.ts';

const CLAUSE_KEYS = ['key', 'when', 'each', 'table', 'clauses', 'tail', 'single'];

/** Turns clauses as written into clauses with parsed leaves. Faults are added to `findings`. */
export function readClauses(raw: readonly RawClause[], yaml: YamlFile, path: Path, findings: Finding[]): readonly Clause[] {
  const seen = new Map<string, Path>();
  return raw.map((clause, index) => {
    const here = [...path, index];
    const first = seen.get(clause.key);
    if (first) {
      findings.push({
        rule: 'duplicate-clause', severity: 'error', message: `the key “${clause.key}” stands twice among these clauses`, span: yaml.at([...here, 'key']),
        hint: 'a clause’s key is its identity; give each its own', related: [{ message: 'first here', span: yaml.at([...first, 'key']) }],
      });
    } else seen.set(clause.key, here);
    return readClause(clause, yaml, here, findings);
  });
}

function readClause(raw: RawClause, yaml: YamlFile, path: Path, findings: Finding[]): Clause {
  const words: Record<string, RawLeafText> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (CLAUSE_KEYS.includes(key)) continue;
    if (!Object.hasOwn(LANGUAGES, key)) {
      const near = nearest(key, [...CLAUSE_KEYS, ...Object.keys(LANGUAGES)]);
      findings.push({
        rule: 'unknown-key', severity: 'error', message: `unknown key “${key}” in a clause`, span: yaml.keyAt([...path, key]),
        hint: near[0] === undefined ? `known keys: ${CLAUSE_KEYS.join(', ')}, and the languages ${Object.keys(LANGUAGES).join(', ')}` : `did you mean “${near[0]}”?`,
      });
    } else if (isLeafText(value)) words[key] = value;
  }
  const spans: Record<string, Span> = {};
  const text = readTexts(words, yaml, path, '', spans, findings);
  const tail = raw.tail === undefined ? undefined : readTexts(raw.tail, yaml, [...path, 'tail'], 'tail.', spans, findings);
  const single = raw.single === undefined ? undefined : readTexts(raw.single, yaml, [...path, 'single'], 'single.', spans, findings);
  return {
    key: raw.key,
    ...(raw.when === undefined ? {} : { when: readCondition(raw.when, yaml, [...path, 'when']) }),
    ...(raw.each === undefined ? {} : { each: { in: raw.each } }),
    ...(raw.table === undefined ? {} : { table: readTable(raw.table) }),
    ...(Object.keys(text).length === 0 ? {} : { text }),
    clauses: raw.clauses === undefined ? [] : readClauses(raw.clauses, yaml, [...path, 'clauses'], findings),
    ...(tail === undefined ? {} : { tail }),
    ...(single === undefined ? {} : { single }),
    span: yaml.at([...path, 'key']),
    leafSpans: { ...spans, ...(raw.each === undefined ? {} : { each: yaml.at([...path, 'each']) }), ...(raw.table === undefined ? {} : { table: yaml.at([...path, 'table', 'in']) }) },
  };
}

function readTable({ in: parameter, columns, rows, totals }: NonNullable<RawClause['table']>): TableShape {
  return {
    in: parameter, columns,
    ...(rows === undefined ? {} : { rows }),
    ...(totals === undefined ? {} : {
      totals: totals.map(({ key, label, sum, by, currency, within }) => ({ key, sum, ...(label === undefined ? {} : { label }), ...(by === undefined ? {} : { by }), ...(currency === undefined ? {} : { currency }), ...(within === undefined ? {} : { within }) })),
    }),
  };
}

export function readCondition(source: string, yaml: YamlFile, path: Path): Condition {
  // Within the scalar: the offsets of faults count from its first character, not from a quotation mark.
  return { source, span: yaml.within(path, 0, source.trimEnd().length) };
}

/** Parses the leaves of one text. `prefix` distinguishes a tail's spans: `tail.en`. */
export function readTexts(
  raw: Readonly<Record<string, RawLeafText>>, yaml: YamlFile, path: Path, prefix: string, spans: Record<string, Span>, findings: Finding[],
): ClauseText {
  const texts: Record<string, Localized<Leaf>[string] | Readonly<Partial<Record<Register, Leaf>>>> = {};
  for (const [language, value] of Object.entries(raw)) {
    if (!Object.hasOwn(LANGUAGES, language)) {
      findings.push({
        rule: 'unknown-language', severity: 'error', message: `unknown language “${language}”`, span: yaml.keyAt([...path, language]),
        hint: `known languages: ${Object.keys(LANGUAGES).join(', ')}`,
      });
      continue;
    }
    if (typeof value === 'string') {
      spans[`${prefix}${language}`] = yaml.within([...path, language], 0, value.trimEnd().length);
      texts[language] = readLeaf(value, yaml, [...path, language], findings);
      continue;
    }
    const registers: Partial<Record<Register, Leaf>> = {};
    for (const register of ['treaty', 'memorandum'] as const) {
      const source = value[register];
      if (source === undefined) continue;
      spans[`${prefix}${language}.${register}`] = yaml.within([...path, language, register], 0, source.trimEnd().length);
      registers[register] = readLeaf(source, yaml, [...path, language, register], findings);
    }
    texts[language] = registers;
  }
  return texts;
}

export function readLeaf(source: string, yaml: YamlFile, path: Path, findings: Finding[]): Leaf {
  const { leaf, faults } = parseLeaf(source);
  for (const fault of faults) findings.push({ rule: 'leaf-syntax', severity: 'error', message: fault.message, span: yaml.within(path, fault.offset, fault.length) });
  return leaf;
}

function isLeafText(value: unknown): value is RawLeafText {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
