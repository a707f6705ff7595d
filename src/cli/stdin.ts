import type { Host } from '../model/index.ts';

/** The same host, with `-` as a file that holds standard input. It is read once, when first asked for. */
export function withStdin(host: Host): Host {
  let text: string | undefined;
  const input = (): string => (text ??= host.stdin());
  return {
    ...host,
    stdin: input,
    read: (path) => (path === '-' ? input() : host.read(path)),
    readBytes: (path) => (path === '-' ? new TextEncoder().encode(input()) : host.readBytes(path)),
    stat: (path) => (path === '-' ? { kind: 'file', size: new TextEncoder().encode(input()).length, mtime: 0, inode: 0 } : host.stat(path)),
  };
}
