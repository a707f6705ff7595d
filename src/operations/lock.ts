import * as path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import type { Host } from '../model/index.ts';

/**
 * What was written where, for files that carry no hash of their own: `outputs` in the lock beside the arrangement,
 * SHA-256 by path from the lock's folder.
 */
export function recordOutputs(host: Host, arrangement: string, outputs: readonly { readonly path: string; readonly hash: string }[]): void {
  const lock = lockOf(arrangement);
  if (lock === undefined || outputs.length === 0) return;
  const present = host.read(lock) ?? '';
  const document = parseDocument(present === '' ? `${NOTE}outputs: {}\n` : present);
  // A lock that a person has broken is theirs to mend; the output has been written all the same.
  if (document.errors.length > 0 || !isMap(document.contents)) return;
  for (const output of outputs) document.setIn(['outputs', keyOf(host, lock, output.path)], output.hash);
  const outputsNode = document.get('outputs');
  if (isMap(outputsNode)) outputsNode.flow = false;
  const text = document.toString({ lineWidth: 0 });
  if (text !== present) host.write(lock, text);
}

/** The hash of what this tool last wrote to the file, if it did. */
export function recordedHash(host: Host, arrangement: string, file: string): string | undefined {
  const lock = lockOf(arrangement);
  const text = lock === undefined ? undefined : host.read(lock);
  if (lock === undefined || text === undefined) return undefined;
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const hash: unknown = document.getIn(['outputs', keyOf(host, lock, file)]);
  return typeof hash === 'string' ? hash : undefined;
}

const NOTE = '# Written by dtca: what it made, so that it never overwrites what a person has edited since.\n';

/** `arrangement.yaml` → `arrangement.lock.yaml`. Standard input has no lock. */
function lockOf(arrangement: string): string | undefined {
  return arrangement === '-' ? undefined : `${arrangement.replace(/\.ya?ml$/u, '')}.lock.yaml`;
}

function keyOf(host: Host, lock: string, file: string): string {
  const from = path.resolve(host.cwd, path.dirname(lock));
  return path.relative(from, path.resolve(host.cwd, file)).replaceAll('\\', '/');
}
