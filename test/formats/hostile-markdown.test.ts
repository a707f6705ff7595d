import { expect, it } from 'vitest';
import { isOwnMarkdown, readMarkdown } from '../../src/formats/markdown/read.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { SAMPLE } from '../support/sample-draft.ts';

const WRITTEN = writeMarkdown(SAMPLE);
const N = 200_000;

// A reader that tries every start anew would not come back from these within the test's time limit.
it.each([
  ['spaces in a heading', `# a${' '.repeat(N)}b`],
  ['spaces before a label’s comment', `x${' '.repeat(N)}y <!--paragraph 1-->z`],
  ['bars and dashes', `| a |\n|${' '.repeat(N)}-x`],
  ['open comments', '<!--v a b '.repeat(N / 10)],
  ['comments that close nothing', 'x<!--/-->'.repeat(N / 100)],
  ['open brackets', '['.repeat(N)],
  ['open tags', '<ins>'.repeat(N / 5)],
  ['open brackets of ours', 'x<!--bracket-->'.repeat(N / 100)],
  ['stars', `<a id="x"></a>${'*'.repeat(N)}`],
  ['stars one by one', 'x *a '.repeat(N / 5)],
  ['anchors', '<a id="x"></a>'.repeat(N / 20)],
  ['beginnings of the last comment', '\n<!--dtca draft'.repeat(N / 10)],
  ['depth without end', Array.from({ length: 2000 }, (_, n) => `<a id="n${n}"></a><!--point 1 /${n % 1000}-->x`).join('\n\n')],
])('reads %s', (_, text) => {
  isOwnMarkdown(text);
  const { value } = readMarkdown(`${text}\n\n${WRITTEN}`, { file: 'x.md' });
  expect(value?.draft.schema).toBe('dtca/draft-1');
  expect(readMarkdown(text, { file: 'x.md' }).value?.draft.schema).toBe('dtca/draft-1');
});
