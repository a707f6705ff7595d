import { type Format, formatOf, FORMATS } from '../formats/index.ts';
import { type Draft, type Finding, type Host, HostError } from '../model/index.ts';
import type { Assembled, Result } from './contracts.ts';
import { disclose, type LeftOut } from './disclose.ts';
import { editedFinding } from './edited.ts';
import { recordedHash, updateLock } from './lock.ts';
import { unready } from './ready.ts';
import { sha256 } from '../model/hash.ts';

/** Where a text goes and in which format. Without a path it goes to standard output. */
export interface PublishTarget {
  readonly path?: string;
  readonly format: string;
}

export interface PublishOptions {
  /** The arrangement file, whose lock stands beside it; `-` has none. */
  readonly arrangement: string;
  readonly targets: readonly PublishTarget[];
  /** The party that the files are for: what must not leave the building is left out. */
  readonly for?: string;
  /** Overwrite what a person has edited. */
  readonly force: boolean;
  /** Whether assembly found errors: a draft is still written then, a signature copy is not. */
  readonly hasErrors: boolean;
}

export interface Published {
  readonly outputs: readonly {
    readonly path?: string;
    readonly content: string;
    readonly state: 'wrote' | 'unchanged';
  }[];
  /** What was left out of files for a party; for the drafter. */
  readonly leftOut: readonly LeftOut[];
}

/** The formats that a draft can be written in. */
export const DRAFT_FORMATS = FORMATS.filter(({ writer }) => writer !== undefined).map(({ id, extensions }) => ({ id, extensions }));

/**
 * Writes a draft to its targets: all of them, or none where one must not be overwritten or the text is not ready for
 * signature. Each file is whole or as it was.
 */
export async function publish(host: Host, assembled: Assembled, options: PublishOptions): Promise<Result<Published>> {
  const refusal = unready(assembled.draft, options.hasErrors);
  if (refusal !== undefined) return { findings: [refusal] };

  const { draft, leftOut } = outgoing(assembled.draft, options.for);
  const rendered: { readonly target: PublishTarget; readonly content: string }[] = [];
  for (const target of options.targets) rendered.push({ target, content: await render(draft, target.format) });

  const findings: Finding[] = [];
  if (!options.force) {
    for (const { target, content } of rendered) {
      if (target.path === undefined) continue;
      const present = presentIn(host, target.path);
      if (present === undefined || present === content) continue;
      if (!(await isOurs(host, options.arrangement, target.path, target.format, present))) findings.push(editedFinding(target.path, present, content));
    }
  }
  if (findings.length > 0) return { findings };

  const outputs: Published['outputs'][number][] = [];
  let unreadable = false;
  try {
    for (const { target, content } of rendered) outputs.push(put(host, target.path, content));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    findings.push({ rule: 'output-failed', severity: 'error', message: error.message, hint: 'the file is as it was before' });
    unreadable = true;
  }
  try {
    // Also after a failure: what was written before it is the tool's own.
    updateLock(host, options.arrangement, assembled, outputs.flatMap(({ path, content }) => (path === undefined ? [] : [{ path, hash: sha256(content) }])));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    findings.push({ rule: 'lock-failed', severity: 'warning', message: error.message, hint: 'the texts are written; without the lock, plain text counts as edited next time' });
  }
  return { value: { outputs, leftOut }, findings, ...(unreadable ? { unreadable } : {}) };
}

/** A draft that was disclosed before it came here stays as it is: ids are made opaque once. */
function outgoing(draft: Draft, party: string | undefined): { readonly draft: Draft; readonly leftOut: readonly LeftOut[] } {
  if (party === undefined || draft.meta.audience !== 'internal') return { draft, leftOut: [] };
  const { draft: disclosed, report } = disclose(draft, party);
  return { draft: disclosed, leftOut: report };
}

function put(host: Host, path: string | undefined, content: string): Published['outputs'][number] {
  if (path === undefined) return { content, state: 'wrote' };
  if (presentIn(host, path) === content) return { path, content, state: 'unchanged' };
  host.write(path, content);
  return { path, content, state: 'wrote' };
}

/** What stands in the file. What has no size is a pipe, or holds nothing that a person wrote: it is not read. */
function presentIn(host: Host, path: string): string | undefined {
  return host.stat(path)?.size === 0 ? undefined : host.read(path);
}

async function render(draft: Draft, format: string): Promise<string> {
  const writer = await known(format).writer?.();
  if (writer === undefined) throw new Error(`the format ${format} has no writer`);
  return writer(draft);
}

/** True if the file is as this tool wrote it: by the hash it carries, or by the one the lock recorded. */
async function isOurs(host: Host, arrangement: string, path: string, format: string, present: string): Promise<boolean> {
  const untouched = await known(format).untouched?.();
  return untouched?.(present) === true || recordedHash(host, arrangement, path) === sha256(present);
}

function known(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}
