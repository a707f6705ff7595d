import { citationOf } from '../lint/citation.ts';
import type { LintContext } from '../lint/rule.ts';
import { compareFindings, HostError, type Draft, type Finding, type Host, type LinkedFinding } from '../model/index.ts';
import { sha256 } from '../model/hash.ts';
import { isFrameworkMap } from '../source/is-framework-map.ts';
import { readYaml } from '../source/yaml.ts';
import { applyRules } from './apply-rules.ts';
import { assembledContext } from './assembled-context.ts';
import type { Result } from './contracts.ts';
import { foldConsequences } from './consequences.ts';
import { assembleFile, fileStart, readSource } from './draft.ts';
import { loadLibrary } from './load-library.ts';
import { extensionOf, folderOf, projectRoot, relativeTo } from './paths.ts';
import { readDraft } from './read-draft.ts';
import type { ReadDraft } from './read-draft.ts';

export interface ValidateOptions {
  readonly libraries?: readonly string[];
  readonly today?: string;
}

/** Everything that can be found about an arrangement, a framework map, a library folder or a draft. In a lock there is nothing to find. */
export async function validate(host: Host, file: string, options: ValidateOptions): Promise<Result<readonly Finding[]>> {
  try {
    return await check(host, file, options);
  } catch (error) {
    // One file that cannot be read does not keep the others from being checked.
    if (!(error instanceof HostError)) throw error;
    return { findings: [{ rule: 'unreadable-file', severity: 'error', message: error.message, span: fileStart(file) }], unreadable: true };
  }
}

async function check(host: Host, file: string, options: ValidateOptions): Promise<Result<readonly Finding[]>> {
  const libraries = options.libraries ?? [];
  if (host.stat(file)?.kind === 'folder') return validateLibrary(host, file);
  // What a shell hands over with “*.yaml”: kept by the tool, and no text of anybody's.
  if (file.endsWith('.lock.yaml') && host.stat(file) !== undefined) return { value: [], findings: [] };
  const extension = extensionOf(file);
  if (extension === '.yaml' || extension === '.yml') {
    const map = await validateMap(host, file, libraries);
    if (map) return map;
  }
  const read = await readDraft(host, file, libraries);
  if (!read.value) return { findings: foldConsequences(read.findings).toSorted(compareFindings), ...(read.unreadable ? { unreadable: true } : {}) };
  const { assembled } = read.value;
  const findings: LinkedFinding[] = assembled ? [...read.findings] : read.findings.map((finding) => (finding.span === undefined ? finding : { ...finding, explains: [`line:${finding.span.start.line}`] }));
  // Most rules would report only that the framework is missing, over and over.
  if (assembled?.unread) {
    const told = foldConsequences(findings).toSorted(compareFindings);
    return { value: told, findings: told };
  }
  const context = await contextOf(host, file, read.value, libraries, options.today ?? host.today(), findings);
  // What a line loses when it is read explains what the rules find in it.
  const onLine = (finding: LinkedFinding): LinkedFinding => (assembled || finding.span === undefined ? finding : { ...finding, follows: [...(finding.follows ?? []), `line:${finding.span.start.line}`] });
  findings.push(...applyRules(context, { ...read.value, start: fileStart(file) }, findings).map(onLine));
  const cited = foldConsequences(findings).map((finding) => withCitation(finding, read.value?.draft)).toSorted(compareFindings);
  return { value: cited, findings: cited };
}

function withCitation(finding: Finding, drafted: Draft | undefined): Finding {
  if (!finding.node || finding.node.citation !== undefined || !drafted) return finding;
  const citation = citationOf(drafted, finding.node.id, drafted.meta.languages[0] ?? 'en');
  return citation === undefined || citation === '' ? finding : { ...finding, node: { ...finding.node, citation } };
}

/** What the rules see. For a draft that was written, the arrangement it was made from is looked up by its hash. */
async function contextOf(host: Host, file: string, read: ReadDraft, libraries: readonly string[], today: string, findings: Finding[]): Promise<LintContext> {
  const { assembled } = read;
  if (assembled) return assembledContext(assembled, today);
  const basis = read.draft.basis.arrangement;
  if (!read.own || !basis) {
    if (read.own) findings.push({ rule: 'basis-missing', severity: 'info', message: 'the draft does not say which arrangement it was made from; what departs from the standard text and from the framework is not checked', span: fileStart(file) });
    return { draft: read.draft, today };
  }
  const source = findBasis(host, file, basis.id, basis.hash);
  if (source === undefined) {
    findings.push({
      rule: 'basis-changed', severity: 'info', message: `no arrangement “${basis.id}” with the text that this draft was made from was found; what departs from the standard text and from the framework is not checked`,
      span: fileStart(file), hint: 'draft it anew, or validate it where its arrangement stands',
    });
    return { draft: read.draft, today };
  }
  const { meta } = read.draft;
  const { value: made } = await assembleFile(host, { file: source, libraries, languages: meta.languages, stage: meta.stage, ...(meta.original === undefined ? {} : { original: meta.original }) });
  if (!made) return { draft: read.draft, today };
  const [then, now] = [read.draft.basis.framework, made.draft.basis.framework];
  if (then && now && then.hash !== now.hash)
    findings.push({
      rule: 'basis-changed', severity: 'warning', message: `the framework “${now.id}” has changed since this draft was made: ${then.edition === now.edition ? `edition “${now.edition}” then and now` : `edition “${then.edition}” then, “${now.edition}” now`}`,
      span: fileStart(file), hint: 'draft it anew, and compare the two',
    });
  return {
    draft: read.draft, today, standard: made.draft, mandatory: made.mandatory,
    ...(made.framework ? { framework: made.framework } : {}),
    ...(made.recorded ? { recorded: made.recorded } : {}),
    ...(made.waivers ? { waivers: made.waivers } : {}),
  };
}

const MAX_LOOKED_AT = 5_000;

/** The arrangement file of the project whose content has the hash; looked for near the draft first. */
function findBasis(host: Host, file: string, id: string, hash: string): string | undefined {
  let looked = 0;
  const matches = (path: string): boolean => {
    const text = host.read(path);
    return text !== undefined && text.includes(id) && sha256(text) === hash;
  };
  const search = (folder: string, depth: number): string | undefined => {
    for (const name of host.list(folder) ?? []) {
      if (name.startsWith('.') || name === 'node_modules' || name === 'dist' || ++looked > MAX_LOOKED_AT) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (/\.ya?ml$/.test(name)) {
        if ((/arrangement/.test(name) || name.startsWith(id)) && matches(path)) return path;
      } else if (depth < 5 && host.stat(path)?.kind === 'folder') {
        const found = search(path, depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return search(folderOf(file), 4) ?? search(relativeTo(host.cwd, projectRoot(host, file)), 0);
}

async function validateLibrary(host: Host, folder: string): Promise<Result<readonly Finding[]>> {
  const own = host.stat(`${host.home}/provisions`)?.inode;
  const same = own !== undefined && host.stat(folder)?.inode === own;
  const loaded = same ? (await import('./read-library.ts')).compileBuiltIn(host) : await loadLibrary(host, [folder]);
  const findings = foldConsequences(loaded.findings).toSorted(compareFindings);
  return { value: findings, findings, ...(loaded.unreadable || findings.some((finding) => finding.rule === 'yaml-syntax') ? { unreadable: true } : {}) };
}

async function validateMap(host: Host, file: string, libraries: readonly string[]): Promise<Result<readonly Finding[]> | undefined> {
  const source = readSource(host, file);
  // An arrangement has a path there; parsing it only to see that would take as long as all else.
  if (source === undefined || !/^(?:\s*\{|["']?framework["']?[ \t]*:[ \t]*(?:[#{&!]|\r?$))/m.test(source)) return undefined;
  const yaml = readYaml(source, file).yaml;
  if (!yaml || !isFrameworkMap(yaml.value)) return undefined;
  const library = await loadLibrary(host, libraries);
  if (!library.value) return { findings: foldConsequences(library.findings), unreadable: true };
  const findings = foldConsequences([...library.findings, ...(await import('../source/framework.ts')).readFramework(yaml, library.value).findings]).toSorted(compareFindings);
  return { value: findings, findings };
}

