import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { escapeText } from '../../src/formats/markdown/escape.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { SAMPLE } from '../support/sample-draft.ts';
import { treeText } from '../support/arbitrary-draft.ts';

const markdown = new MarkdownIt({ html: true, linkify: false });

/** What a site shows: tags and comments gone, references resolved. */
function visible(html: string): string {
  return html.replace(/<!--[^]*?-->|<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' })[entity] ?? '');
}

it('shows any text exactly, in a paragraph, a heading and a table cell', () => {
  // Controls have no visible form: CommonMark shows that there is something.
  const shown = treeText.map((text) => text.replace(/[\u0000-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g, '').replace(/^ +| +$/g, '') || 'x');
  fc.assert(fc.property(shown, (text) => {
    const escaped = escapeText(text);
    expect(visible(markdown.render(`<a id="x"></a>${escaped}`)).slice(0, -1)).toBe(text);
    expect(visible(markdown.render(`# <a id="x"></a><!--title-->${escaped}`)).slice(0, -1)).toBe(text);
    const cells = [...markdown.render(`| a | b |\n| --- | --- |\n| <a id="x"></a>**${escaped}** | ${escaped} |`).matchAll(/<td>([^]*?)<\/td>/g)].map((cell) => cell[1] ?? '');
    expect(cells.map(visible)).toEqual([text, text]);
    expect(cells[0]).toMatch(/<\/a><strong>[^]*<\/strong>$/);
  }), { numRuns: 3000 });
});

it('shows no comment, id or backslash to the reader of a site', () => {
  const html = visible(markdown.render(writeMarkdown(SAMPLE)));
  expect(html).not.toMatch(/--|\\|foreground\.|\{"/);
  expect(html).toContain('3. Each Party shall disclose it within sixty (60) calendar days as paragraph 2 says, at a cost of up to USD 38,000,000.');
  expect(html).toContain('Совершено в г. ____ ____ года.');
});
