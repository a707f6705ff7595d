import type { Finding, Language, Provenance } from '../../model/index.ts';
import type { DraftFrame } from '../../model/schemas/draft.ts';
import { guessLanguage } from '../../text/foreign-draft.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { isDraftFrame, isNodeData, isProvenance } from '../check-draft.ts';
import type { Place } from '../placed-result.ts';
import type { Positions } from '../positions.ts';
import type { NodeData, ParsedFrame } from './frame.ts';

/** The last comment of the file. Where it is missing or broken, what the text itself shows has to do. */
export function readFrame(source: string, place: Place | undefined, positions: Positions, findings: Finding[]): ParsedFrame {
  const parsed = place === undefined ? undefined : parse(source.slice(place.start, place.end));
  if (parsed !== undefined) {
    const { blocks, sources, made, ...frame } = parsed;
    if (isDraftFrame(frame)) return { frame, data: readData(blocks, sources, made) };
  }
  const version = parsed?.['schema'];
  const at = place ?? { start: source.length, end: source.length };
  findings.push({
    rule: 'draft-frame', severity: 'error', span: positions.span(at.start, Math.min(at.end, at.start + 80)),
    message: place === undefined
      ? 'the comment at the end of the file is missing: parties, values, terms and origins of the text are lost'
      : typeof version === 'string' && version !== 'dtca/draft-1'
        ? `this draft has the format “${version}”, expected “dtca/draft-1”`
        : 'the comment at the end of the file cannot be read: parties, values, terms and origins of the text are lost',
    hint: 'restore the comment from an earlier version of the file, or draft it again',
  });
  return { frame: guessFrame(source), data: new Map() };
}

function parse(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** State, annex, party and provenance by block. What is not as expected is left out: it is no part of the text. */
function readData(blocks: unknown, sources: unknown, made: unknown): ReadonlyMap<string, NodeData> {
  const data = new Map<string, NodeData>();
  for (const [id, entry] of Object.entries(isRecord(blocks) ? blocks : {})) if (isNodeData(entry)) data.set(id, entry);
  const shared: readonly unknown[] = Array.isArray(sources) ? sources : [];
  for (const [id, entry] of Object.entries(isRecord(made) ? made : {})) {
    if (!Array.isArray(entry)) continue;
    const [index, clause, departure]: readonly unknown[] = entry;
    const rest = typeof index === 'number' ? shared[index] : undefined;
    const provenance: unknown = isRecord(rest) ? { ...rest, clause, ...(departure !== undefined && { departure }) } : undefined;
    if (isProvenance(provenance)) data.set(id, { ...data.get(id), provenance: provenance satisfies Provenance });
  }
  return data;
}

/** The languages of the columns, else the language of the text; all the rest as little as may be. */
function guessFrame(source: string): DraftFrame {
  const header = /^\|(.+)\|[ \t]*\r?\n\|[ :|-]+\|[ \t]*$/m.exec(source);
  const named = (header?.[1] ?? '').split('|').flatMap((name): Language[] => {
    const rules = Object.values(LANGUAGES).find((candidate) => candidate.name === name.trim());
    return rules === undefined ? [] : [rules.id];
  });
  return {
    schema: 'dtca/draft-1',
    meta: {
      id: '~', instrument: '~', stage: 'negotiating', register: 'treaty',
      languages: named.length > 0 ? named : [guessLanguage(source)],
      numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' },
      audience: 'internal',
    },
    basis: { libraries: [] }, parties: [], terms: [], values: [], incorporated: [],
  };
}
