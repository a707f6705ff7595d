// What a user feels on every command: milliseconds over the machine's bare start, in one and the same run.
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bin, least, middle, root, run } from './run.mjs';
import { house } from './house.mjs';

const example = path.join(root, 'examples/fusion-centre/arrangement.yaml');

export function startUp(folder, rounds) {
  const first = path.join(folder, 'a.md');
  const second = path.join(folder, 'b.md');
  run([bin, 'draft', example, '-o', first], { cwd: folder });
  const text = readFileSync(first, 'utf8');
  writeFileSync(second, text.replace('38,000,000', '40,000,000').replace('16', '18'));
  const library = house(folder, 1000);
  const rows = [
    { what: 'bare node', args: ['-e', '0'] },
    { what: 'dtca --version', args: [bin, '--version'], budget: 15 },
    { what: 'dtca draft, both languages, to Markdown', args: [bin, 'draft', example], budget: 60 },
    { what: 'dtca validate', args: [bin, 'validate', example], budget: 80 },
    { what: 'dtca diff of two drafts', args: [bin, 'diff', first, second], budget: 70, allowed: [1] },
    { what: 'dtca draft with a library of 1,000 provisions, over the built-in one', args: [bin, 'draft', example, '--library', library], budget: 30, over: 2 },
  ];
  const times = rows.map(() => []);
  // Round by round, so that a machine that slows down slows every row alike. The first two fill the caches.
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, row] of rows.entries()) {
      const { time } = run(row.args, { cwd: folder, ...row });
      if (round >= 0) times[index].push(time);
    }
  }
  console.log('| What | least | median | over bare node: least | median | budget |\n|---|---:|---:|---:|---:|---:|');
  for (const [index, { what, budget, over = 0 }] of rows.entries()) {
    const difference = (measure) => (index === 0 ? '' : `+${(measure(times[index]) - measure(times[over])).toFixed(0)}`);
    console.log(`| ${what} | ${least(times[index]).toFixed(0)} | ${middle(times[index]).toFixed(0)} | ${difference(least)} | ${difference(middle)} | ${budget === undefined ? '' : `+${budget}`} |`);
  }
}
