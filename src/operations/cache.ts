import { sha256 } from '../model/hash.ts';
import type { Host } from '../model/index.ts';

/**
 * The name under which something derived by this very program from certain inputs is kept. Undefined: nothing is kept.
 * Another build is another program.
 */
export function cacheName(host: Host, kind: 'library' | 'framework', inputs: readonly string[]): string | undefined {
  if (!host.cache) return undefined;
  const program = ['dtca.cjs', 'library.pack'].map((name) => host.stat(`${host.home}/dist/${name}`));
  return program.includes(undefined) ? undefined : `${kind}-${sha256(JSON.stringify([program, ...inputs])).slice(0, 40)}`;
}
