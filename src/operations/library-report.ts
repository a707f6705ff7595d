import { sealState } from '../formats/seal.ts';
import { HostError, type Finding, type Host, type Library } from '../model/index.ts';
import { provisionsOf } from '../model/provisions-of.ts';
import type { Result } from './contracts.ts';
import { editedFinding } from './edited.ts';
import type { LibraryOptions } from './library.ts';
import { articlePage } from './library-report/article-page.ts';
import { indexPage } from './library-report/index-page.ts';
import { sealStart } from './library-report/page.ts';
import { loadLibrary } from './load-library.ts';

export interface ReportOptions extends LibraryOptions {
  /** The folder to write to; absent: nothing is written. */
  readonly output?: string;
  /** Overwrite pages that a person has edited. */
  readonly force?: boolean;
}

export interface LibraryReport {
  /** By file name, the index first. */
  readonly pages: readonly { readonly name: string; readonly content: string; readonly state?: 'wrote' | 'unchanged' }[];
}

/** The library as pages for a lawyer: written to a folder, or given back. All are written, or none where a person has edited one. */
export async function reportLibrary(host: Host, options: ReportOptions): Promise<Result<LibraryReport>> {
  const { value: library, ...rest } = await loadLibrary(host, options.libraries ?? []);
  if (!library) return rest;
  const pages = pagesOf(library);
  const { output } = options;
  if (output === undefined) return { ...rest, value: { pages } };
  const files = pages.map((page) => ({ ...page, path: `${output.replace(/\/+$/u, '')}/${page.name}` }));
  const edited = options.force === true ? [] : files.flatMap(({ path, content }): readonly Finding[] => {
    const present = host.read(path);
    return present === undefined || present === content || sealState(present, sealStart) === true ? [] : [editedFinding(path, present, content)];
  });
  if (edited.length > 0) return { findings: [...rest.findings, ...edited] };
  try {
    const written = files.map(({ path, name, content }) => {
      if (host.read(path) === content) return { name, content, state: 'unchanged' as const };
      host.write(path, content);
      return { name, content, state: 'wrote' as const };
    });
    return { ...rest, value: { pages: written } };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { findings: [...rest.findings, { rule: 'output-failed', severity: 'error', message: error.message }], unreadable: true };
  }
}

/** Every page, the index first. `further`: lines for the index. The same library gives the same bytes. */
export function pagesOf(library: Library, further: readonly string[] = []): readonly { readonly name: string; readonly content: string }[] {
  const all = provisionsOf(library);
  const articles = library.articles.flatMap((article) => {
    const provisions = all.filter((provision) => provision.article === article.id);
    return provisions.length === 0 ? [] : [{ article, provisions }];
  });
  return [{ name: 'README.md', content: indexPage(articles, library, further) }, ...articles.map(({ article, provisions }) => ({ name: `${article.id}.md`, content: articlePage(article, provisions, library) }))];
}
