// How time and memory grow with the text: 30, 300 and 3,000 pages of two columns. In proportion is an exponent of 1.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bin, least, root, run } from './run.mjs';

/** Words of one language on a page of two columns. */
const PAGE = 200;
const SENTENCE = 25;
const CLAUSES = 20;

const LATIN = 'the data of a site and its crew are kept there for as long as the work on them goes on until both offices have seen what was sent by either'.split(' ');
const CYRILLIC = 'данные объекта и его смены хранятся там столько времени сколько идёт работа с ними пока обе службы не увидят того что передано одной из них'.split(' ');

function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The example with so many pages added to it; `edits` of each hundred sentences are worded otherwise. */
function arrangement(pages, edits) {
  const next = random(1);
  const edit = random(2);
  const sentence = (words, length) => Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ');
  const count = Math.ceil((pages * PAGE) / SENTENCE);
  const lines = ['add:'];
  for (let index = 0; index < count; index += 1) {
    if (index % CLAUSES === 0) lines.push(`  - id: scope.added-${index / CLAUSES}`, '    article: scope', '    clauses:');
    const mark = edit() < edits / 100 ? ['again ', 'вновь '] : ['', ''];
    lines.push(`      - key: c${index}`, `        en: On day ${index} ${mark[0]}${sentence(LATIN, SENTENCE - 3)}.`, `        ru: В день ${index} ${mark[1]}${sentence(CYRILLIC, SENTENCE - 3)}.`);
  }
  const text = readFileSync(path.join(root, 'examples/fusion-centre/arrangement.yaml'), 'utf8');
  return `${text.trimEnd()}\n${lines.join('\n')}\n`;
}

export function growth(folder, sizes, rounds) {
  const bare = least(Array.from({ length: 5 }, () => run(['-e', '0']).time));
  const rows = new Map();
  for (const pages of sizes) {
    const home = path.join(folder, `pages-${pages}`);
    mkdirSync(path.join(home, 'fusion-centre'), { recursive: true });
    cpSync(path.join(root, 'examples/us-ru-framework'), path.join(home, 'us-ru-framework'), { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{}\n');
    const cwd = path.join(home, 'fusion-centre');
    writeFileSync(path.join(cwd, 'arrangement.yaml'), arrangement(pages, 0));
    writeFileSync(path.join(cwd, 'other.yaml'), arrangement(pages, 2));
    run([bin, 'draft', 'other.yaml', '-o', 'b.md'], { cwd, allowed: [0, 1] });
    const commands = {
      'draft to Markdown': ['draft', 'arrangement.yaml', '-o', 'a.md', '--force'],
      'draft to JSON': ['draft', 'arrangement.yaml', '-o', 'a.json', '--force'],
      'validate the arrangement': ['validate', 'arrangement.yaml'],
      'validate the Markdown': ['validate', 'a.md'],
      'diff of two texts in Markdown': ['diff', 'a.md', 'b.md'],
    };
    const last = `On day ${Math.ceil((pages * PAGE) / SENTENCE) - 1} `;
    if (!readFileSync(path.join(cwd, 'b.md'), 'utf8').includes(last)) throw new Error(`the draft of ${pages} pages is not whole`);
    for (const [what, args] of Object.entries(commands)) {
      const runs = Array.from({ length: pages > 1000 ? 1 : rounds }, () => run([bin, ...args], { cwd, allowed: [0, 1], memory: true }));
      rows.set(what, [...(rows.get(what) ?? []), { time: least(runs.map(({ time }) => time)) - bare, memory: least(runs.map(({ memory }) => memory)) }]);
    }
  }
  const exponent = (list, measure) => (list.length < 2 ? '' : (Math.log(measure(list.at(-1)) / measure(list.at(-2))) / Math.log(sizes.at(-1) / sizes.at(-2))).toFixed(2));
  console.log(`| What | ${sizes.map((pages) => `${pages} pages`).join(' | ')} | exponent of time | of memory |\n|---|${sizes.map(() => '---:').join('|')}|---:|---:|`);
  for (const [what, list] of rows)
    console.log(`| ${what} | ${list.map(({ time, memory }) => `${(time / 1000).toFixed(2)} s, ${memory.toFixed(0)} MB`).join(' | ')} | ${exponent(list, ({ time }) => time)} | ${exponent(list, ({ memory }) => memory)} |`);
}
