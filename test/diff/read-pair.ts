import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { compareDrafts } from '../../src/diff/index.ts';
import { readForeignMarkdown } from '../../src/formats/markdown/read-foreign.ts';
import { readText } from '../../src/formats/text/read.ts';
import type { Comparison, Draft } from '../../src/model/index.ts';

/** Real texts that the project did not write; absent from an ordinary clone. */
export const FIXTURES = new URL('../../../shared/fixtures/diff/', import.meta.url);
export const present = existsSync(FIXTURES);

export function readForeign(file: URL): Draft {
  const source = readFileSync(file, 'utf8');
  const { value } = file.pathname.endsWith('.md') ? readForeignMarkdown(source) : readText(source);
  if (value === undefined) throw new Error(`not read: ${file.pathname}`);
  return value;
}

export function pairNames(folder: string): readonly string[] {
  return present ? readdirSync(new URL(folder, FIXTURES)).toSorted() : [];
}

export interface Pair { readonly before: string; readonly after: string; readonly truth: unknown; readonly comparison: Comparison }

export function readPair(name: string): Pair {
  const folder = new URL(`history/${name}/`, FIXTURES);
  const extension = existsSync(new URL('before.md', folder)) ? 'md' : 'txt';
  const [before, after] = [new URL(`before.${extension}`, folder), new URL(`after.${extension}`, folder)];
  return {
    before: readFileSync(before, 'utf8'),
    after: readFileSync(after, 'utf8'),
    truth: JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')),
    comparison: compareDrafts(readForeign(before), readForeign(after)),
  };
}

/** Letters and digits only, so that a truth that kept Markdown's marks compares with a text that lost them. */
export function bare(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
