import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readForeignMarkdown } from '../../src/formats/markdown/read-foreign.ts';
import { article, draftOf, paragraph } from '../../src/lint/example.ts';
import { lint } from '../../src/lint/run.ts';
import { roots, textOf, walk, type Draft, type DraftTerm, type Node } from '../../src/model/index.ts';

const SHARED = new URL('../../../shared/', import.meta.url);
const present = (path: string): boolean => existsSync(new URL(path, SHARED));
const read = (path: string): string => readFileSync(new URL(path, SHARED), 'utf8');
const today = '2026-03-02';

describe('texts that this tool did not make', () => {
  it.skipIf(!present('fixtures/treaties'))('raise no rule more often than once in 5,000 words (skipped without ../shared/fixtures)', () => {
    const drafts = treaties();
    expect(drafts.length).toBeGreaterThan(5);
    const words = drafts.reduce((sum, draft) => sum + wordsOf(draft), 0);
    expect(words).toBeGreaterThan(40_000);
    const counts: Record<string, number> = {};
    for (const draft of drafts) for (const { rule } of lint({ draft, today })) counts[rule] = (counts[rule] ?? 0) + 1;
    for (const [rule, count] of Object.entries(counts)) expect(`${rule}: ${count}`, `${rule} in ${words} words`).toBe(count <= words / 5_000 ? `${rule}: ${count}` : `${rule}: at most ${Math.floor(words / 5_000)}`);
  });
});

describe('model texts', () => {
  const structural = new Set(['article-missing', 'precedence-missing', 'authentic-language-missing', 'effect-trigger-missing']);

  it.skipIf(!present('SPECIMEN.md'))('raise nothing but what their excerpts leave out (skipped without ../shared)', () => {
    const [treaty, arrangement, memorandum] = read('SPECIMEN.md').split(/^## /m).slice(1, 4);
    for (const [text, register] of [[treaty, 'treaty'], [arrangement, 'treaty'], [memorandum, 'memorandum']] as const) {
      const draft = specimen(text ?? '', register);
      expect(draft.articles.length).toBeGreaterThan(0);
      // Their first article is not the first, and they cite articles that are not printed.
      const findings = lint({ draft, today }).filter(({ rule }) => !structural.has(rule) && rule !== 'dangling-reference' && rule !== 'label-gap' && rule !== 'unused-term');
      expect(findings).toEqual([]);
    }
  });

  it.skipIf(!present('SPECIMEN.md'))('raise register-mixed in every paragraph of duty once the treaty text calls itself a memorandum', () => {
    const draft = specimen(read('SPECIMEN.md').split(/^## /m)[1] ?? '', 'memorandum');
    const paragraphs = new Set(lint({ draft, today }, { rules: ['register-mixed'] }).map(({ node }) => node?.id));
    expect(paragraphs.size).toBeGreaterThan(6);
  });
});

function treaties(): readonly Draft[] {
  const drafts: Draft[] = [];
  const add = (source: string): void => {
    const { value } = readForeignMarkdown(source, { language: 'en' });
    if (value !== undefined) drafts.push(value);
  };
  const list = (folder: string): readonly string[] => readdirSync(new URL(folder, SHARED)).toSorted();
  for (const name of list('fixtures/treaties/laws-markdown')) if (name.endsWith('.md')) add(read(`fixtures/treaties/laws-markdown/${name}`));
  for (const name of list('fixtures/treaties/open-treaties')) {
    if (name === 'index.json') continue;
    const treaty: unknown = JSON.parse(read(`fixtures/treaties/open-treaties/${name}`));
    if (typeof treaty !== 'object' || treaty === null || !('articles' in treaty) || !Array.isArray(treaty.articles)) continue;
    const articles = treaty.articles.map((entry: unknown, i) => `## Article ${i + 1}\n\n${typeof entry === 'object' && entry !== null && 'content_en' in entry ? String(entry.content_en) : ''}`);
    add(`# ${'treaty_en' in treaty ? String(treaty.treaty_en) : ''}\n\n${articles.join('\n\n')}`);
  }
  return drafts;
}

function wordsOf(draft: Draft): number {
  let count = 0;
  walk(roots(draft), ({ heading, content }) => {
    for (const language of draft.meta.languages) count += `${textOf(heading?.[language])} ${textOf(content?.[language])}`.split(/\s+/).filter((word) => word !== '').length;
  });
  return count;
}

const TERMS: readonly (readonly [string, string, string])[] = [
  ['foreground', 'Foreground Information', 'создаваемая информация'], ['purposes', 'Government Purposes', 'государственные цели'], ['third-party', 'Third Party', 'третья сторона'],
  ['launch-data', 'Launch Data', 'данные о пусках'], ['centre', 'Centre', 'центр'],
];

/** The two columns of a specimen as a draft without slots, as a person would type it. */
function specimen(section: string, register: 'treaty' | 'memorandum'): Draft {
  const preamble: Node[] = [];
  const articles: { readonly ordinal: number; readonly heading: Record<string, string>; readonly children: Node[] }[] = [];
  const closing: Node[] = [];
  let title: Draft['title'] = {};
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| English') && !line.startsWith('|---'));
  for (const [i, row] of rows.entries()) {
    const [en = '', ru = ''] = row.replace(/^\| | \|$/g, '').replaceAll('\\_', '_').split(' | ');
    const heading = /^(?:Article|Section) (\d+)\. (.*)$/.exec(en);
    const current = articles.at(-1);
    const strip = (text: string): string => text.replace(/^(?:\d+\.|\(\d+\)|\d+\)) /, '');
    const label = /^\(?(\d+)[.)]/.exec(en);
    if (heading !== null) articles.push({ ordinal: Number(heading[1]), heading: { en: heading[2] ?? '', ru: ru.replace(/^\p{L}+ \d+\. /u, '') }, children: [] });
    else if (current === undefined && / between /.test(en) && !en.endsWith(',')) title = { en: [{ type: 'text', text: en }], ru: [{ type: 'text', text: ru }] };
    else if (current === undefined) preamble.push({ id: `preamble.text/${i}`, type: 'recital', content: { en: [{ type: 'text', text: en.replaceAll('____', 'Geneva') }], ru: [{ type: 'text', text: ru.replaceAll('____', 'Женева') }] }, children: [] });
    else if (en.startsWith('In witness') || en.startsWith('Done at')) closing.push({ id: `testimonium.text/${i}`, type: 'paragraph', content: { en: [{ type: 'text', text: en }], ru: [{ type: 'text', text: ru }] }, children: [] });
    else current.children.push({ ...paragraph(`text.row/${i}`, Number(label?.[1] ?? i), { en: strip(en), ru: strip(ru) }), type: en.startsWith('(') ? 'point' : 'paragraph' });
  }
  const terms = TERMS.map(([id, en, ru]): DraftTerm => ({ id, name: { en, ru }, origin: 'framework' }));
  return { ...draftOf({ register, preamble, closing, terms, articles: articles.map(({ ordinal, heading, children }) => article(`a${ordinal}`, ordinal, children, heading)) }), title };
}
