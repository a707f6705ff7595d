import { expect, test } from 'vitest';
import { readText } from '../../../src/formats/text/read.ts';
import { roots, textOf, walk, type Draft } from '../../../src/model/index.ts';

function read(source: string): Draft {
  const { value } = readText(source);
  if (value === undefined) throw new Error('nothing read');
  return value;
}

function lines(draft: Draft): string[] {
  const [language = ''] = draft.meta.languages;
  const out: string[] = [];
  walk(roots(draft), (node, ancestors) => {
    const heading = node.heading === undefined ? '' : ` # ${textOf(node.heading[language])}`;
    const content = node.content === undefined ? '' : ` ${textOf(node.content[language])}`;
    out.push(`${'  '.repeat(ancestors.length)}${node.type}${node.label === undefined ? '' : ` [${node.label[language]}]`}${heading}${content}`);
  });
  return out;
}

test('wrapped lines join, blank lines part, labels nest', () => {
  const draft = read(`AGREEMENT ON THINGS

Article 5

Definitions

1.1 A thing is an object
that can be moved under paragraph
2. of the annex.

1.2 The Parties shall:

     (a) give; and
     (b) take.

GENERAL

Section 3. Place applies here.
`);
  expect(textOf(draft.title['en'])).toBe('AGREEMENT ON THINGS');
  expect(lines(draft)).toEqual([
    'article [Article 5] # Definitions',
    '  paragraph [1.1] A thing is an object that can be moved under paragraph 2. of the annex.',
    '  paragraph [1.2] The Parties shall:',
    '    point [(a)] give; and',
    '    point [(b)] take.',
    '  article # GENERAL',
    'article [Section 3] # Place applies here.',
  ]);
});

test('a sentence that opens with a citation is no heading', () => {
  expect(lines(read('Some title\n\nArticle 5 of the Convention applies.\n\n§ 4 Payment follows.'))).toEqual([
    'paragraph Article 5 of the Convention applies.',
    'article [§ 4] # Payment follows.',
  ]);
});

test('the language is told by the letters unless it is given', () => {
  expect(read('Статья 1\n\nСтороны платят.').meta.languages).toEqual(['ru']);
  expect(read('Article 1\n\nThe Parties pay.').meta.languages).toEqual(['en']);
  expect(readText('x', { language: 'de' }).value?.meta.languages).toEqual(['de']);
});

test('an empty text is an empty draft', () => {
  expect(lines(read(''))).toEqual([]);
  expect(read('').title).toEqual({});
});
