import { frameworkMap } from '../assemble/framework-map.ts';
import type { FrameworkMap, Host, Library, Span } from '../model/index.ts';
import { hintNearest } from '../source/arrangement.ts';
import { isFrameworkMap } from '../source/is-framework-map.ts';
import { readYaml } from '../source/yaml.ts';
import { cacheName } from './cache.ts';
import type { Assembled, Result } from './contracts.ts';
import { beside, folderOf } from './paths.ts';

export interface FrameworkRequest {
  /** The arrangement that names the framework. */
  readonly file: string;
  /** The path as the arrangement has it, and where it stands there. */
  readonly written: string;
  readonly span: Span;
  readonly library: Library;
  /** The files whose framework this is, from the first down. */
  readonly above: readonly string[];
  /** Assembles an arrangement file in outline. */
  readonly outline: (path: string) => Promise<Result<Assembled>>;
}

/** The framework that an arrangement names: a map written by hand, or what an arrangement sees of another one. */
export async function loadFramework(host: Host, request: FrameworkRequest): Promise<Result<FrameworkMap>> {
  const { file, written, span, library, above } = request;
  const path = beside(host, file, written);
  if (path === undefined) return { findings: [{ rule: 'outside-project', severity: 'error', message: `“${written}” leaves the project`, span, hint: 'keep the framework’s file in the project' }] };
  if (above.includes(path)) return { findings: [{ rule: 'circular-framework', severity: 'error', message: `“${written}” leads back to this file`, span }] };
  const source = host.read(path);
  if (source === undefined) return { findings: [{ rule: 'missing-file', severity: 'error', message: `there is no framework “${written}”`, span, ...hintNearest(written.replace(/^.*\//, ''), (host.list(folderOf(path)) ?? []).filter((name) => /\.ya?ml$/.test(name) && !file.endsWith(name))) }] };

  // A framework changes seldom, and every arrangement under it asks for the same outline.
  const name = library.identity === undefined ? undefined : cacheName(host, 'framework', [path, source, library.identity]);
  const kept = name === undefined ? undefined : host.cache?.read(name);
  if (kept) return JSON.parse(new TextDecoder().decode(kept.bytes));
  const result = await readUmbrella(path, source, request);
  // What stands above the framework in turn is not part of the name.
  if (name !== undefined && result.value && !result.nested) host.cache?.write(name, new TextEncoder().encode(JSON.stringify({ value: result.value, findings: result.findings })));
  return { findings: result.findings, ...(result.value ? { value: result.value } : {}) };
}

async function readUmbrella(path: string, source: string, { library, outline }: FrameworkRequest): Promise<Result<FrameworkMap> & { readonly nested?: boolean }> {
  const yaml = readYaml(source, path);
  if (!yaml.yaml) return { findings: yaml.findings };
  if (isFrameworkMap(yaml.yaml.value)) return (await import('../source/framework.ts')).readFramework(yaml.yaml, library);
  const made = await outline(path);
  const errors = made.findings.filter((finding) => finding.severity === 'error');
  if (!made.value) return { findings: errors };
  const { draft: umbrella, openings, framework } = made.value;
  const value = frameworkMap({ draft: umbrella, library, openings: openings ?? {}, edition: umbrella.meta.edition ?? 'draft', hash: umbrella.basis.arrangement?.hash ?? '', file: path });
  return { value, findings: errors, nested: framework !== undefined };
}
