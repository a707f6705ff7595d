import * as z from 'zod/mini';
import { RULES } from '../lint/rules/index.ts';
import type { Library, LinkedFinding, Span } from '../model/index.ts';
import { checkShape } from '../source/check.ts';
import { readYaml } from '../source/yaml.ts';
import { nearest } from '../text/nearest.ts';

const Words = z.string().check(z.regex(/\S/));
/** Something that practice knows: what of the library answers it, or why nothing does. */
const Point = z.strictObject({ point: Words, by: z.optional(z.array(Words)), gap: z.optional(Words) });
const CoverageSchema = z.record(
  z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  z.strictObject({ title: Words, parameters: z.optional(z.array(Point)), variants: z.optional(z.array(Point)), dependencies: z.optional(z.array(Point)) }),
);

export type CoverageKind = 'parameters' | 'variants' | 'dependencies';
export const COVERAGE_KINDS: readonly CoverageKind[] = ['variants', 'parameters', 'dependencies'];

export interface CoveragePoint {
  readonly point: string;
  readonly by: readonly string[];
  readonly gap?: string;
  readonly span: Span;
}

export interface CoveredArticle {
  readonly id: string;
  readonly title: string;
  readonly points: Readonly<Record<CoverageKind, readonly CoveragePoint[]>>;
}

/** Reads what a library says it covers, and follows every name. A point is answered, or says why it is not. */
export function readCoverage(text: string, file: string, library: Library): { readonly articles: readonly CoveredArticle[]; readonly findings: readonly LinkedFinding[] } {
  const read = readYaml(text, file);
  const shape = read.yaml && checkShape(CoverageSchema, read.yaml);
  const findings: LinkedFinding[] = [...read.findings, ...(shape?.findings ?? [])];
  const { yaml } = read;
  if (!yaml || !shape?.value) return { articles: [], findings };
  const known = namesOf(library);
  const articles = Object.entries(shape.value).map(([id, raw]): CoveredArticle => {
    const points = (kind: CoverageKind): readonly CoveragePoint[] =>
      (raw[kind] ?? []).map(({ point, by = [], gap }, index) => {
        const span = yaml.at([id, kind, index]);
        if ((by.length > 0) === (gap !== undefined))
          findings.push({ rule: 'coverage-open', severity: 'error', message: by.length > 0 ? `“${point}” is both answered and a gap` : `nothing answers “${point}”, and no reason is given`, span, hint: 'name under “by” what answers it, or say under “gap” why nothing does' });
        by.forEach((name, at) => {
          if (known.has(name)) return;
          const near = nearest(name, [...known])[0];
          findings.push({ rule: 'coverage-unknown', severity: 'error', message: `“${name}” is no provision, variant, parameter, term, instrument or rule`, span: yaml.at([id, kind, index, 'by', at]), hint: near === undefined ? 'write parameter:NAME, term:ID, instrument:ID, rule:ID, or the id of a provision' : `did you mean “${near}”?` });
        });
        return { point, by, span, ...(gap === undefined ? {} : { gap }) };
      });
    return { id, title: raw.title, points: { variants: points('variants'), parameters: points('parameters'), dependencies: points('dependencies') } };
  });
  return { articles, findings };
}

function namesOf(library: Library): ReadonlySet<string> {
  return new Set([
    ...library.provisionIds, ...library.provisionIds.flatMap((id) => (library.provision(id)?.variants ?? []).map((variant) => `${id}:${variant.id}`)),
    ...Object.keys(library.parameters).map((name) => `parameter:${name}`), ...library.definitions.map(({ id }) => `term:${id}`),
    ...Object.keys(library.layouts).map((id) => `instrument:${id}`), ...RULES.map(({ id }) => `rule:${id}`),
  ]);
}
