import { compareDrafts } from '../diff/index.ts';
import type { Comparison, Host } from '../model/index.ts';
import type { Result } from './contracts.ts';
import { foldConsequences } from './consequences.ts';
import { fileStart } from './draft.ts';
import { readDraft } from './read-draft.ts';
import type { ReadDraft } from './read-draft.ts';

/** Compares any two of: arrangement, draft, foreign text, and `REV:PATH` from git. */
export async function compare(host: Host, before: string, after: string, options: { readonly libraries?: readonly string[] }): Promise<Result<Comparison>> {
  const libraries = options.libraries ?? [];
  const old = await readSide(host, before, libraries);
  const now = await readSide(host, after, libraries);
  // What assembly says of the two is for `validate`; here only what keeps them from being read matters.
  const findings = [old, now].flatMap((side) => (side.value ? [] : foldConsequences(side.findings)));
  if (!old.value || !now.value) return { findings, unreadable: true };
  return { value: compareDrafts(old.value.draft, now.value.draft, { beforeName: before, afterName: after }), findings };
}

async function readSide(host: Host, name: string, libraries: readonly string[]): Promise<Result<ReadDraft>> {
  const revision = /^([^:]+):(.+)$/.exec(name);
  if (revision && host.stat(name) === undefined && name !== '-') {
    const [, rev = '', path = ''] = revision;
    if (host.readRevision(rev, path) === undefined) return { findings: [{ rule: 'missing-file', severity: 'error', message: `there is no “${path}” at the revision “${rev}”`, span: fileStart(name) }], unreadable: true };
    return readDraft(atRevision(host, rev), path, libraries);
  }
  return readDraft(host, name, libraries);
}

/** The same world, but the project's files as they were at a revision. */
function atRevision(host: Host, revision: string): Host {
  return { ...host, read: (path) => (path.startsWith(host.home) ? host.read(path) : host.readRevision(revision, path)) };
}
