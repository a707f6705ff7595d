import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { run } from '../../src/cli/run.ts';
import { createHost } from '../../src/host.ts';
import { type MemoryHost, memoryHost } from './memory-host.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGE = createHost(ROOT);

/** Stands in a seeded text where the finding is expected, and is taken out. */
export const HERE = '‸';

export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly span?: { readonly file: string; readonly start: { readonly line: number; readonly column: number } };
  readonly related?: readonly { readonly message: string; readonly span?: { readonly file: string; readonly start: { readonly line: number } } }[];
}

export type Files = Readonly<Record<string, string>>;

/** A text of the repository itself. */
export function repository(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** A project in memory over the real package. */
export function project(files: Files): MemoryHost {
  return memoryHost({ files, package: PACKAGE });
}

/** One file with one stretch replaced, which must stand in it exactly once, and the place of the mark, or of the words `at`. */
export function seeded(files: Files, file: string, from: string, to: string, at?: readonly [file: string, words: string], whole?: 'mark' | 'cell' | 'line'): { readonly files: Files; readonly place: string } {
  const present = files[file];
  const count = present === undefined ? 0 : present.split(from).length - 1;
  if (present === undefined ? from !== '' : from === '' || count !== 1) throw new Error(`“${from}” stands ${count} times in ${file}`);
  const text = present === undefined ? to : present.replace(from, () => to);
  const changed = { ...files, [file]: text.replace(HERE, '') };
  const [where, words] = at ?? [file, HERE];
  const searched = at === undefined ? text : (changed[where] ?? '');
  if (searched.split(words).length !== 2) throw new Error(`where the fault of ${file} is expected stands ${searched.split(words).length - 1} times in ${where}`);
  const before = searched.slice(0, searched.indexOf(words)).split('\n');
  const line = before.at(-1) ?? '';
  const column = whole === 'line' ? 0 : whole === 'cell' ? line.lastIndexOf('| ') + 2 : line.length;
  return { files: changed, place: `${where}:${before.length}:${column + 1}` };
}

/** What `dtca … --format json` says of a project. */
export async function findingsOf(files: Files, argv: readonly string[]): Promise<{ readonly code: number; readonly findings: readonly Found[]; readonly err: string }> {
  const host = project(files);
  const code = await run([...argv, '--format', 'json'], host);
  if (!host.printed.out.startsWith('{')) throw new Error(host.printed.err);
  const { findings }: { readonly findings: readonly Found[] } = JSON.parse(host.printed.out);
  return { code, findings, err: host.printed.err };
}

/** Where a finding stands. */
export function placeOf({ span }: Found): string {
  return span === undefined ? 'nowhere' : `${span.file}:${span.start.line}:${span.start.column}`;
}
