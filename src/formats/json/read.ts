import { type Draft, type Finding, type LinkedFinding, type Outcome, roots, walk } from '../../model/index.ts';
import { isDraft } from '../check-draft.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { PlacedResult } from '../placed-result.ts';
import { Positions } from '../positions.ts';
import { sealState } from '../seal.ts';
import { tidyDraft } from '../tidy.ts';
import { type JsonScan, scanJson } from './scan.ts';

/** True: as written; false: edited since; undefined: without a hash of this tool. */
export function isUntouchedJson(source: string): boolean | undefined {
  return sealState(source, (text) => text.lastIndexOf('\n  "hash": "'));
}

/** Whether JSON text is a draft of this tool rather than other JSON. Looks at its beginning only. */
export function isOwnJson(source: string): boolean {
  return /^\uFEFF?\s*\{\s*"schema"\s*:\s*"dtca\/draft-/.test(source.slice(0, 200)) || source.slice(0, 100_000).includes('"dtca/draft-');
}

/**
 * Reads a draft from JSON. Nothing is taken on trust: the text may be of anybody's making. What explains faults is
 * loaded only where there are some, for it brings the schema library with it.
 */
export async function readJson(source: string, options: ReadOptions): Promise<Outcome<ReadResult>> {
  const positions = new Positions(source, options.file);
  const untouched = isUntouchedJson(source);
  const findings: LinkedFinding[] = [];
  if (untouched !== true) {
    const scan = scanJson(source);
    findings.push(...scanFindings(scan, positions));
    if (scan.fault !== undefined || scan.tooDeep !== undefined) return { findings };
  }
  const parsed = parse(source);
  if (parsed === undefined || Array.isArray(parsed)) return { findings: [...findings, notADraft(positions)] };
  const { hash: _, ...rest } = parsed;
  const version = rest['schema'];
  if (version !== 'dtca/draft-1') {
    return { findings: [...findings, typeof version === 'string' && version.startsWith('dtca/draft-') ? newer(version, positions) : notADraft(positions)] };
  }
  if (!isDraft(rest)) {
    const { explainFaults } = await import('./explain.ts');
    findings.push(...explainFaults(source, rest, positions));
    return { findings: findings.length > 0 ? findings : [malformed(positions)] };
  }
  const draft = untouched === true ? rest : tidyDraft(rest);
  findings.push(...duplicateIds(draft, source, positions));
  return { value: new PlacedResult(draft, untouched !== true, () => scanJson(source).ids, positions), findings };
}

function parse(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function scanFindings(scan: JsonScan, positions: Positions): readonly Finding[] {
  const found: Finding[] = [];
  if (scan.fault !== undefined) {
    const { offset, expected } = scan.fault;
    found.push({ rule: 'json-syntax', severity: 'error', message: `this is no JSON: expected ${expected}`, span: positions.span(offset, offset + 1) });
  }
  if (scan.tooDeep !== undefined) {
    found.push({
      rule: 'json-too-deep', severity: 'error', message: 'objects and arrays are nested deeper than any draft is',
      span: positions.span(scan.tooDeep.start, scan.tooDeep.end),
    });
  }
  for (const { key, first, second } of scan.duplicates) {
    found.push({
      rule: 'duplicate-key', severity: 'error', message: `the key “${key}” stands twice in one object`,
      span: positions.span(second.start, second.end),
      related: [{ message: 'the first is here', span: positions.span(first.start, first.end) }],
    });
  }
  for (const place of scan.forbidden) {
    found.push({ rule: 'forbidden-key', severity: 'error', message: 'the key “__proto__” may not be used', span: positions.span(place.start, place.end) });
  }
  return found;
}

function duplicateIds(draft: Draft, source: string, positions: Positions): readonly Finding[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  walk(roots(draft), (node) => {
    if (seen.has(node.id)) twice.add(node.id);
    seen.add(node.id);
  });
  if (twice.size === 0) return [];
  const { ids } = scanJson(source);
  return [...twice].map((id) => {
    const place = ids.get(id);
    return {
      rule: 'duplicate-id', severity: 'error', message: `two blocks have the id “${id}”`, node: { id },
      ...(place && { span: positions.span(place.start, place.end) }),
    };
  });
}

function notADraft(positions: Positions): Finding {
  return {
    rule: 'not-a-draft', severity: 'error', message: 'this JSON is no draft: expected an object with "schema": "dtca/draft-1"',
    span: positions.span(0, 0),
  };
}

function newer(version: string, positions: Positions): Finding {
  return {
    rule: 'draft-version', severity: 'error', message: `this draft has the format “${version}”, expected “dtca/draft-1”`,
    hint: 'a later release of this tool may have written it', span: positions.span(0, 0),
  };
}

function malformed(positions: Positions): Finding {
  return { rule: 'draft-schema', severity: 'error', message: 'this JSON does not have the form of a draft', span: positions.span(0, 0) };
}
