// How the comparison of two drafts grows: 30, 300, 3,000 pages of 390 words. Usage: node scripts/bench-diff.mjs [pages…]
import { build } from 'esbuild';

const { outputFiles } = await build({ stdin: { contents: "export { compareDrafts } from './src/diff/index.ts'", resolveDir: process.cwd() }, bundle: true, platform: 'node', format: 'esm', write: false });
const { compareDrafts } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

const VOCABULARY = Array.from({ length: 4000 }, (_, i) => `word${i.toString(36)}`);
const PAGE = 390;
const SENTENCE = 45;

function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function draft(pages, seed, edits, ids) {
  const next = random(1);
  const edit = random(seed);
  const articles = [];
  let count = 0;
  const paragraphs = Math.ceil((pages * PAGE) / SENTENCE);
  while (count < paragraphs) {
    const children = [];
    for (let i = 0; i < 8 && count < paragraphs; i += 1, count += 1) {
      const words = Array.from({ length: SENTENCE }, () => VOCABULARY[Math.floor(next() * VOCABULARY.length)]);
      if (edits > 0 && edit() < edits) words[Math.floor(edit() * SENTENCE)] = 'changed';
      if (edits > 0 && edit() < edits / 4) continue;
      children.push({ id: ids ? `p.${count}/text` : `~${count}`, type: 'paragraph', ordinal: children.length + 1, content: { en: [{ type: 'text', text: `${words.join(' ')}.` }] }, children: [] });
    }
    articles.push({ id: ids ? `article:${articles.length}` : `~a${articles.length}`, type: 'article', ordinal: articles.length + 1, heading: { en: [{ type: 'text', text: `Heading ${articles.length}` }] }, children });
  }
  if (edits > 0) articles.push(...articles.splice(3, 1));
  return {
    schema: 'dtca/draft-1', meta: { id: '', instrument: '', stage: 'negotiating', register: 'treaty', languages: ['en'], numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' }, audience: 'internal' },
    basis: { libraries: [] }, title: {}, parties: [], preamble: [], articles, annexes: [], closing: [], signatures: [], terms: [], values: [], incorporated: [],
  };
}

const sizes = process.argv.slice(2).map(Number);
console.log('ids   pages     ms   MB  changes');
for (const ids of [true, false]) {
  for (const pages of sizes.length > 0 ? sizes : [30, 300, 3000]) {
    const [before, after] = [draft(pages, 1, 0, ids), draft(pages, 7, 0.05, ids)];
    globalThis.gc?.();
    const heap = process.memoryUsage().heapUsed;
    const start = performance.now();
    const { summary } = compareDrafts(before, after);
    const time = performance.now() - start;
    const used = process.memoryUsage().heapUsed - heap;
    console.log(`${ids ? 'yes' : 'no '} ${String(pages).padStart(7)} ${time.toFixed(0).padStart(6)} ${(used / 1e6).toFixed(0).padStart(4)}  ${summary.total}`);
  }
}
