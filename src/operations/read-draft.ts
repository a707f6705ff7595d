import { FORMATS } from '../formats/index.ts';
import type { Draft, Finding, FrameworkMap, Host, Span } from '../model/index.ts';
import type { Assembled, Result } from './contracts.ts';
import { assembleFile, fileStart, readSource } from './draft.ts';
import { extensionOf } from './paths.ts';

/** A draft from any readable file, with the way back to its places. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly spans: (id: string, language: string | undefined) => Span | undefined;
  /** Present where the file was an arrangement. */
  readonly assembled?: Assembled;
  /** Whether this tool wrote the file. */
  readonly own: boolean;
  readonly framework?: FrameworkMap;
}

/** Reads an arrangement, a draft of ours, or text that this tool did not write. */
export async function readDraft(host: Host, file: string, libraries: readonly string[]): Promise<Result<ReadDraft>> {
  const extension = extensionOf(file);
  const source = readSource(host, file);
  if (source === undefined) return { findings: [{ rule: 'missing-file', severity: 'error', message: `there is no file “${file}”`, span: fileStart(file) }], unreadable: true };
  if (source.trim() === '' && extension !== '.json' && extension !== '.yaml' && extension !== '.yml') return { findings: [{ rule: 'empty-file', severity: 'error', message: 'the file is empty; expected a text', span: fileStart(file) }], unreadable: true };
  if (extension === '.yaml' || extension === '.yml') return fromArrangement(host, file, libraries);
  for (const format of FORMATS) {
    if (!format.reader || !format.recognise) continue;
    const recognise = await format.recognise();
    if (!recognise(source)) continue;
    const reader = await format.reader();
    const read = await reader(source, { file });
    if (!read.value) return { findings: read.findings, unreadable: true };
    const { spans } = read.value;
    return { value: { draft: read.value.draft, spans: (id, language) => (language === undefined ? undefined : spans.get(`${id} ${language}`)) ?? spans.get(id), own: true }, findings: read.findings };
  }
  if (extension === '.json') {
    const reader = await FORMATS.find((format) => format.id === 'json')?.reader?.();
    const read = reader && (await reader(source, { file }));
    return { findings: read?.findings ?? [], unreadable: true };
  }
  if (extension === '' && /^(\$schema|id|instrument)\s*:/m.test(source)) return fromArrangement(host, file, libraries);
  const findings: Finding[] = [];
  const read = extension === '.txt' ? (await import('../formats/text/read.ts')).readText(source, { file }) : (await import('../formats/markdown/read-foreign.ts')).readForeignMarkdown(source, { file });
  findings.push(...read.findings);
  return read.value ? { value: { draft: read.value, spans: () => fileStart(file), own: false }, findings } : { findings, unreadable: true };
}

async function fromArrangement(host: Host, file: string, libraries: readonly string[]): Promise<Result<ReadDraft>> {
  const made = await assembleFile(host, { file, libraries });
  const { value } = made;
  if (!value) return { findings: made.findings, ...(made.unreadable ? { unreadable: true } : {}) };
  return {
    findings: made.findings,
    value: { draft: value.draft, assembled: value, own: true, spans: (id) => value.nodeSpans.get(id), ...(value.framework ? { framework: value.framework } : {}) },
  };
}
