import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readForeignMarkdown } from '../../../src/formats/markdown/read-foreign.ts';
import { roots, textOf, walk, type Draft, type Node } from '../../../src/model/index.ts';

function read(source: string): Draft {
  const { value, findings } = readForeignMarkdown(source);
  expect(findings).toEqual([]);
  if (value === undefined) throw new Error('nothing read');
  return value;
}

/** The tree as indented lines: type, label, heading, words. */
function lines(draft: Draft): string[] {
  const [language = ''] = draft.meta.languages;
  const out: string[] = [];
  walk(roots(draft), (node: Node, ancestors) => {
    const heading = node.heading === undefined ? '' : ` # ${textOf(node.heading[language])}`;
    const content = node.content === undefined ? '' : ` ${textOf(node.content[language])}`;
    out.push(`${'  '.repeat(ancestors.length)}${node.type}${node.label === undefined ? '' : ` [${node.label[language]}]`}${heading}${content}`);
  });
  return out;
}

test('headings without a space, labels apart from titles, points under paragraphs', () => {
  expect(lines(read(`##Treaty on Things

####Article 1

####Definitions

For this Treaty:

a)  “thing” means any object;
b) “place” means
a site. See Article 2
2. of the annex.

### Article II. Duties

1. Each Party shall:

    (i) give;
    (ii) take.

2. No Party shall keep.
`))).toEqual([
    'article [Article 1] # Definitions',
    '  paragraph For this Treaty:',
    '  paragraph [a)] “thing” means any object;',
    '  paragraph [b)] “place” means a site. See Article 2 2. of the annex.',
    'article [Article II] # Duties',
    '  paragraph [1.] Each Party shall:',
    '    point [(i)] give;',
    '    point [(ii)] take.',
    '  paragraph [2.] No Party shall keep.',
  ]);
});

test('marks resolve to the text that a reader sees', () => {
  const [line] = lines(read('See **Article&nbsp;5** of the [*Convention*](https://example.org/a_(b)), `as is`, 1\\. and snake_case, 2 * 3, ____ and <sup>1)</sup> <http://example.org>.'));
  expect(line).toBe('paragraph See Article 5 of the Convention, as is, 1. and snake_case, 2 * 3, ____ and 1) http://example.org.');
});

test('front matter, comments and rules are left out; its title is the title', () => {
  const draft = read('---\ntitle: "Terms"\ntags:\n  - x\n---\n\n<!-- hidden\nstill hidden -->\n\nWords.\n\n***\n\nMore.');
  expect(textOf(draft.title['en'])).toBe('Terms');
  expect(lines(draft)).toEqual(['paragraph Words.', 'paragraph More.']);
});

test('underlined headings, bullets, tables', () => {
  const draft = read('Terms\n=====\n\nScope\n-----\n\n- one;\n- two.\n\n| A | B |\n|---|---|\n| 1 \\| 2 | **3** |\n');
  expect(textOf(draft.title['en'])).toBe('Terms');
  expect(lines(draft)).toEqual([
    'article # Scope', '  point one;', '  point two.', '  table',
    '    row', '      cell A', '      cell B', '    row', '      cell 1 | 2', '      cell 3',
  ]);
});

test('letters and Roman numbers are told apart by what precedes them', () => {
  const labels = (source: string): string[] => lines(read(source)).map((line) => line.replace(/[^ ]* \[|\].*/g, '').trimEnd());
  expect(labels('(g) one;\n\n(h) two;\n\n(i) three;\n\n(j) four.')).toEqual(['(g)', '(h)', '(i)', '(j)']);
  expect(labels('(a) one:\n\n(i) two;\n\n(ii) three;\n\n(b) four.')).toEqual(['(a)', '  (i)', '  (ii)', '(b)']);
});

test('Russian divisions and letters', () => {
  expect(lines(read('### Статья 5. Претензии\n\n1. Сторона:\n\nа) платит;\n\nб) сообщает.'))).toEqual([
    'article [Статья 5] # Претензии', '  paragraph [1.] Сторона:', '    point [а)] платит;', '    point [б)] сообщает.',
  ]);
});

test('every id says that it is none', () => {
  walk(roots(read('# T\n\n## A\n\n1. x\n\n| a |\n|---|\n| b |')), (node) => expect(node.id).toMatch(/^~\d+$/));
});

test('whatever the text, there is a tree', () => {
  const part = fc.constantFrom('# ', '##', '- ', '1. ', 'a) ', '(i) ', '| ', '---', '===', '```', '<!--', '-->', '**', '_', '[', '](', ')', '&#x0;', '&#9999999;', '\\', '>', '<a>', 'words', 'Статья 1', '\n', '\n\n', '    ', '\t');
  fc.assert(fc.property(fc.oneof(fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')), fc.string({ unit: 'binary' })), (source) => {
    walk(roots(read(source)), (node) => expect(node.type).not.toBe(''));
  }), { numRuns: 500 });
});

test('hostile nesting and brackets are read in a moment, not in an hour', () => {
  const deep = Array.from({ length: 3000 }, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n');
  const hostile = ['['.repeat(50_000), '*a '.repeat(50_000), '<'.repeat(50_000), `x ${'`'.repeat(50_001)}`, deep, `${'> '.repeat(20_000)}x`].join('\n\n');
  expect(lines(read(hostile)).length).toBeGreaterThan(3000);
});

const treaties = new URL('../../../../shared/fixtures/treaties/laws-markdown/', import.meta.url);
const Index = z.object({ docs: z.array(z.object({ id: z.string(), articles: z.number() })) });

describe.skipIf(!existsSync(treaties))('published treaties (skipped where the fixtures are absent)', () => {
  const { docs } = existsSync(treaties) ? Index.parse(JSON.parse(readFileSync(new URL('index.json', treaties), 'utf8'))) : { docs: [] };

  test.each(docs)('$id has $articles articles', ({ id, articles }) => {
    let count = 0;
    walk(roots(read(readFileSync(new URL(`${id}.md`, treaties), 'utf8'))), (node) => {
      if (node.type === 'article' && /^(?:Article|Artikel) /i.test(node.label?.['en'] ?? '')) count += 1;
    });
    expect(count).toBe(articles);
  });
});
