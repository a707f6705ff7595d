import type * as z from 'zod/mini';
import type { Finding, LinkedFinding } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import type { Path, YamlFile } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's value against its schema. Every fault has its place; an unknown key names the nearest known one. */
export function checkShape<S extends z.ZodMiniType>(schema: S, yaml: YamlFile): { readonly value?: z.output<S>; readonly findings: readonly LinkedFinding[] } {
  // A file is checked once: compiling the schema's checks would take longer than running them.
  const result = schema.safeParse(yaml.value, { jitless: true });
  if (result.success) return { value: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => explain(issue, [], schema, yaml)) };
}

function explain(issue: Issue, prefix: Path, schema: z.core.$ZodType, yaml: YamlFile): LinkedFinding[] {
  const path: Path = [...prefix, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const where = path.length === 0 ? 'the file' : `“${path.join('.')}”`;
  const finding = (rule: string, message: string, hint?: string): Finding => ({
    rule, severity: 'error', message, span: yaml.at(path), ...(hint === undefined ? {} : { hint }),
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(schema, path);
        const near = nearest(key, known);
        return {
          rule: 'unknown-key', severity: 'error', span: yaml.keyAt([...path, key]),
          message: `unknown key “${key}”${path.length === 0 ? '' : ` in ${where}`}`,
          explains: near.slice(0, 1).map((name) => subjectOf(yaml, [...path, name])),
          hint: near.length > 0 ? `did you mean ${near.map((name) => `“${name}”`).join(' or ')}?` : `known keys: ${known.join(', ')}`,
        };
      });
    case 'invalid_type':
      if (!exists(yaml.value, path)) return [{ ...finding('missing-key', `${where} is missing; expected ${naming(issue.expected)}`), span: yaml.at(path.slice(0, -1)), follows: [subjectOf(yaml, path)] }];
      return [finding('wrong-type', `${where} is ${kind(valueAt(yaml.value, path))}; expected ${naming(issue.expected)}`)];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const found = valueAt(yaml.value, path);
      const near = typeof found === 'string' ? nearest(found, values) : [];
      if (found === undefined) return [{ ...finding('missing-key', `${where} is missing; expected one of ${values.join(', ')}`), span: yaml.at(path.slice(0, -1)), follows: [subjectOf(yaml, path)] }];
      return [finding('wrong-value', `${where} is ${show(found)}; expected one of ${values.join(', ')}`, near[0] === undefined ? undefined : `did you mean “${near[0]}”?`)];
    }
    case 'invalid_format':
      return [finding('wrong-value', `${where} is ${show(valueAt(yaml.value, path))}; expected ${PATTERNS[String('pattern' in issue ? issue.pattern : '')] ?? 'another form'}`)];
    case 'too_small':
      return [finding('wrong-value', `${where} is too short or too small; expected at least ${String(issue.minimum)}`)];
    case 'invalid_key':
      return [{ rule: 'unknown-key', severity: 'error', span: yaml.keyAt(path), message: `“${String(path.at(-1))}” is no valid key here`, ...hintOf(issue) }];
    case 'invalid_union': {
      const found = valueAt(yaml.value, path);
      // The branch that got furthest says what the author meant.
      const branches = issue.errors.filter((errors) => !errors.some((error) => error.path.length === 0 && error.code === 'invalid_type'));
      const best = branches.toSorted((a, b) => a.length - b.length)[0];
      if (best) return best.flatMap((error) => explain(error, path, schema, yaml));
      const expected = [...new Set(issue.errors.flatMap((errors) => errors.map((error) => (error.code === 'invalid_type' ? naming(error.expected) : error.code === 'invalid_value' ? `one of ${error.values.join(', ')}` : 'another form'))))];
      if (found === undefined) return [{ ...finding('missing-key', `${where} is missing`), span: yaml.at(path.slice(0, -1)), follows: [subjectOf(yaml, path)] }];
      return [finding('wrong-type', `${where} is ${kind(found)}; expected ${expected.join(' or ')}`)];
    }
    case 'custom':
      return [finding('wrong-value', `${where} is ${show(valueAt(yaml.value, path))}, which is no day of the calendar`)];
    default:
      return [finding('wrong-value', `${where} is ${show(valueAt(yaml.value, path))}; another value is expected`)];
  }
}

/** A key that is missing because it was misspelt is one fault. */
function subjectOf(yaml: YamlFile, path: Path): string {
  return `key:${yaml.file} ${path.join(' ')}`;
}

function hintOf(issue: { readonly issues?: readonly unknown[] }): { hint?: string } {
  const first = issue.issues?.[0];
  const pattern = typeof first === 'object' && first !== null && 'pattern' in first ? PATTERNS[String(first.pattern)] : undefined;
  return pattern === undefined ? {} : { hint: `expected ${pattern}` };
}

/** What the patterns of `schemas/common.ts` ask for, in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  '/^[a-z0-9-]+(\\.[a-z0-9-]+)+$/': 'an id such as “liability.third-party”',
  '/^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$/': 'a parameter’s name such as “finance.ceiling”',
  '/^[a-z0-9][a-z0-9-]*$/': 'lower-case letters, digits and hyphens',
  '/\\S/': 'some words',
  '/^\\d+\\.\\d+\\.\\d+$/': 'a quoted version such as "1.0.0"',
  '/^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$/': 'a date such as 2026-11-23',
  '/^[a-z]{2,3}$/': 'a language such as “en”',
  '/^[a-z][a-z0-9-]*$/': 'the id of a party such as “us”',
  '/^[A-Z]{3}$/': 'an ISO 4217 code such as “USD”',
  '/^[a-z][A-Za-z0-9]*$/': 'a name of letters and digits',
};

function naming(expected: string): string {
  switch (expected) {
    case 'object':
    case 'record': return 'a map';
    case 'array': return 'a list';
    case 'string': return 'text (quote it if it looks like a number)';
    case 'boolean': return 'true or false';
    default: return `a ${expected}`;
  }
}

function kind(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `${typeof value === 'string' ? 'the text' : `the ${typeof value}`} ${show(value)}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? 'empty';
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

function exists(value: unknown, path: Path): boolean {
  return path.length === 0 || valueAt(value, path) !== undefined;
}

/** Keys that the schema knows at a path, through optional, arrays, records, unions and getters. */
function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  let level: z.core.$ZodType[] = [schema];
  for (const step of path) level = level.flatMap((node) => stepInto(node, step));
  return [...new Set(level.flatMap(unwrap).flatMap((node) => (isObject(node) ? Object.keys(node._zod.def.shape) : [])))].toSorted();
}

function stepInto(node: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  return unwrap(node).flatMap((inner) => {
    if (isObject(inner)) {
      const child = inner._zod.def.shape[String(step)];
      return child ? [child] : inner._zod.def.catchall ? [inner._zod.def.catchall] : [];
    }
    const def: unknown = inner._zod.def;
    if (typeof def !== 'object' || def === null) return [];
    if ('element' in def && isType(def.element)) return [def.element];
    if ('valueType' in def && isType(def.valueType)) return [def.valueType];
    return [];
  });
}

function unwrap(node: z.core.$ZodType): z.core.$ZodType[] {
  const def: unknown = node._zod.def;
  if (typeof def !== 'object' || def === null) return [node];
  if ('innerType' in def && isType(def.innerType)) return unwrap(def.innerType);
  if ('options' in def && Array.isArray(def.options)) return def.options.filter(isType).flatMap(unwrap);
  return [node];
}

function isType(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

function isObject(node: z.core.$ZodType): node is z.core.$ZodObject {
  return node._zod.def.type === 'object';
}
