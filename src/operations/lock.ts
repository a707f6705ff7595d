import * as path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Host } from '../model/index.ts';
import type { Assembled } from './contracts.ts';

/**
 * Brings the lock beside the arrangement up to date: what the texts rest on (`libraries`, `framework`, and the base of each
 * departure), and `outputs`, the SHA-256 of every file written, by path from the lock's folder. Outputs of other runs stay.
 */
export function updateLock(host: Host, arrangement: string, assembled: Assembled, outputs: readonly { readonly path: string; readonly hash: string }[]): void {
  const lock = lockOf(arrangement);
  if (lock === undefined || outputs.length === 0) return;
  const present = host.read(lock) ?? '';
  const document = parseDocument(present === '' ? `${NOTE}{}\n` : present);
  // A lock that a person has broken is theirs to mend; the output has been written all the same.
  if (document.errors.length > 0 || !isMap(document.contents)) return;
  if (present === '') document.contents.flow = false;
  const { libraries, framework } = assembled.draft.basis;
  put(document, 'libraries', libraries.length === 0 ? undefined : Object.fromEntries(libraries.map(({ name, version, hash }) => [name, { version, hash }])));
  put(document, 'framework', framework && { id: framework.id, edition: framework.edition, hash: framework.hash });
  put(document, 'departures', assembled.bases && Object.fromEntries(assembled.bases.map(({ at, library, variant, hash, text }) => [at, { library, variant, base: hash, text }])));
  for (const output of outputs) document.setIn(['outputs', keyOf(host, lock, output.path)], output.hash);
  const outputsNode = document.get('outputs');
  if (isMap(outputsNode)) outputsNode.flow = false;
  const text = document.toString({ lineWidth: 0 });
  if (text !== present) host.write(lock, text);
}

/** Sets a part of the lock, or leaves it as it stands where it says the same already or nothing is known. */
function put(document: Document, key: string, value: Readonly<Record<string, unknown>> | undefined): void {
  if (value === undefined) return;
  const present: unknown = document.toJS();
  const before: unknown = typeof present === 'object' && present !== null ? Reflect.get(present, key) : undefined;
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  if (Object.keys(value).length === 0) document.delete(key);
  else document.set(key, document.createNode(value));
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

const NOTE = '# Written by dtca: what the texts rest on, and what it wrote, so that it never overwrites what a person has edited since.\n';

/** `arrangement.yaml` → `arrangement.lock.yaml`. Standard input has no lock. */
function lockOf(arrangement: string): string | undefined {
  return arrangement === '-' ? undefined : `${arrangement.replace(/\.ya?ml$/u, '')}.lock.yaml`;
}

function keyOf(host: Host, lock: string, file: string): string {
  const from = path.resolve(host.cwd, path.dirname(lock));
  return path.relative(from, path.resolve(host.cwd, file)).replaceAll('\\', '/');
}
