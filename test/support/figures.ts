import * as fs from 'node:fs';
import * as path from 'node:path';
import { createHost } from '../../src/host.ts';
import { roots, textOf, walk } from '../../src/model/index.ts';
import type { Draft, Host } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';

/** Every arrangement file below `examples`; locks and framework maps are none. Relative to that folder. */
export function exampleFiles(home: string): readonly string[] {
  const folder = path.join(home, 'examples');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.lock.yaml') && /^instrument:/mu.test(fs.readFileSync(path.join(folder, name), 'utf8')))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted();
}

/** The words of a draft in one language, a line for each block. */
export function linesOf(drafted: Draft, language: string): readonly string[] {
  const lines = [textOf(drafted.title[language])];
  walk(roots(drafted), (node) => lines.push(...[node.heading, node.content, node.tail].map((part) => textOf(part?.[language])).filter((line) => line !== '')));
  return lines;
}

/** The README of the examples with the figures of each row of its table as the drafts have them today. */
export async function withFigures(home: string, host: Host = createHost(home)): Promise<string> {
  const lines = fs.readFileSync(path.join(home, 'examples/README.md'), 'utf8').split('\n');
  const written: string[] = [];
  for (const line of lines) {
    const [, file, what] = /^\| \[[^\]]*\]\(([^)]+\.yaml)\) \| ([^|]*) \|/u.exec(line) ?? [];
    written.push(file === undefined ? line : `| [${file.replace(/\/arrangement\.yaml$/u, '')}](${file}) | ${what ?? ''} | ${(await figures(host, path.join(home, 'examples', file))).join(' | ')} |`);
  }
  return written.join('\n');
}

/** Instrument, register, articles, annexes, paragraphs, and the words of each text without its signatures. */
async function figures(host: Host, file: string): Promise<readonly string[]> {
  const { value } = await draft(host, { file });
  if (!value) throw new Error(`${file} gives no draft`);
  const { draft: drafted } = value;
  let paragraphs = 0;
  walk([...drafted.articles, ...drafted.annexes], (node) => {
    if (node.type === 'paragraph') paragraphs += 1;
  });
  const words = ['en', 'ru'].map((language) => (drafted.meta.languages.includes(language) ? linesOf({ ...drafted, signatures: [] }, language).join(' ').split(/\s+/u).length : 0));
  const numbers = [drafted.articles.length, drafted.annexes.length, paragraphs, ...words].map((figure) => (figure === 0 ? '–' : figure.toLocaleString('en')));
  return [drafted.meta.instrument, drafted.meta.register, ...numbers];
}
