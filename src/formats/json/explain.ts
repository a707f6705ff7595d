import type { LinkedFinding } from '../../model/index.ts';
import { DraftSchema } from '../../model/schemas/draft.ts';
import type { Positions } from '../positions.ts';
import { nearest } from '../../text/nearest.ts';
import { scanJson } from './scan.ts';

/** More faults than this say no more than these. */
const LIMIT = 50;

interface Issue { readonly path: readonly PropertyKey[]; readonly message: string; readonly key?: string }

/** What the schema finds wrong, a union's faults replaced by those of its nearest branch, unknown keys one by one. */
function issuesOf(value: unknown): readonly Issue[] {
  const parsed = DraftSchema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): Issue[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: issue.path, message: `unknown key “${key}”`, key }))
      : [{ path: issue.path, message: lowerFirst(issue.message) }],
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Says where and why JSON is no draft. Loaded only when the quick check has said no. */
export function explainFaults(source: string, value: unknown, positions: Positions): readonly LinkedFinding[] {
  const issues = issuesOf(value).slice(0, LIMIT);
  const paths = issues.map((issue) => {
    const path = issue.path.map((step) => `/${String(step)}`).join('');
    return issue.key === undefined ? path : `${path}/${issue.key}\u0000`;
  });
  const wanted = new Set(paths.flatMap((path) => [path, ...parents(path)]));
  const { places } = scanJson(source, wanted);
  const missing = paths.filter((path, index) => issues[index]?.key === undefined && !places.has(path));
  return issues.map((issue, index) => {
    const path = paths[index] ?? '';
    const place = [path, ...parents(path)].map((candidate) => places.get(candidate)).find((found) => found !== undefined);
    const where = issue.path.length === 0 ? 'the draft' : issue.path.map(String).join('.');
    return {
      rule: 'draft-schema',
      severity: 'error',
      message: `${where}: ${issue.message}`,
      // A key that is missing because it was misspelt is one fault.
      ...(issue.key === undefined ? { follows: [`key:${path}`] } : { explains: nearest(path.slice(0, -1), missing, 1).map((near) => `key:${near}`) }),
      span: positions.span(place?.start ?? 0, Math.min(place?.end ?? 0, (place?.start ?? 0) + 80)),
    };
  });
}

/** The paths above a path, nearest first. */
function parents(path: string): readonly string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at >= 0; at = at === 0 ? -1 : path.lastIndexOf('/', at - 1)) found.push(path.slice(0, at));
  return found;
}
