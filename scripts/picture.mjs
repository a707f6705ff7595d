// Draws docs/images/fusion-centre.svg, the README's picture of a draft, from the golden draft. `--check` only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from './load.mjs';

const file = path.join(root, 'docs/images/fusion-centre.svg');
const PAGE = { width: 960, margin: 40, gap: 36, size: 15, line: 20 };
const COLUMN = (PAGE.width - 2 * PAGE.margin - PAGE.gap) / 2;

/** Rows to show, by what the English text begins with; between two parts that do not adjoin stands a mark. */
const PARTS = [
  { from: '**Implementing Arrangement between', to: 'have agreed as follows' },
  { from: '**Article 5. Launch Data', to: '5. Launch Data shall be provided' },
  { from: '**Article 13. Liability', to: 'Article 21 of the Agreement applies' },
];

const markdown = readFileSync(path.join(root, 'test/golden/fusion-centre.md'), 'utf8');
const rows = rowsOf(markdown);
const parts = PARTS.map(({ from, to }) => {
  const first = rows.findIndex(([english]) => english.startsWith(from));
  const last = rows.findIndex(([english], index) => index >= first && english.startsWith(to));
  if (first < 0 || last < 0) throw new Error(`the draft has no “${from}” … “${to}”; choose other rows for the picture`);
  return rows.slice(first, last + 1);
});
const svg = draw(statusOf(markdown), parts);

if (process.argv.includes('--check')) {
  const same = existsSync(file) && readFileSync(file, 'utf8') === svg;
  if (!same) console.error('docs/images/fusion-centre.svg is not what would be drawn; run npm run golden');
  process.exitCode = same ? 0 : 1;
} else {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, svg);
}

/** Cells of the two columns, without the comments and anchors that a reader of Markdown does not see. */
function rowsOf(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const cells = plain(line).split(/(?<!\\)\|/u).map((cell) => cell.trim());
    return cells.length === 4 ? [[unescaped(cells[1]), unescaped(cells[2])]] : [];
  });
}

function statusOf(markdown) {
  return unescaped(plain(markdown.split('\n', 1)[0])).replaceAll('**', '');
}

function plain(text) {
  return text.replace(/<!--.*?-->/gu, '').replace(/<a id="[^"]*"><\/a>/gu, '');
}

function unescaped(text) {
  return text.replace(/\\(?=[!-/:-@[-`{-~])/gu, '');
}

/** Width of a text in ems of a Roman type, near enough to break lines; the line is then set to that width on any machine. */
function ems(text) {
  let sum = 0;
  for (const letter of text) {
    if (/[ijltfI.,;:'’()!|]/u.test(letter)) sum += 0.31;
    else if (letter === ' ' || letter === '\u00A0') sum += 0.25;
    else if (/[mwMWжшщюмыфЖШЩЮМФ]/u.test(letter)) sum += 0.76;
    else if (/\p{Lu}/u.test(letter)) sum += 0.68;
    else if (/[а-яё]/u.test(letter)) sum += 0.51;
    else if (/[–—]/u.test(letter)) sum += 0.6;
    else sum += 0.47;
  }
  return sum * 0.965;
}

function linesOf(text, width) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && ems(joined) * PAGE.size > width) {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  return [...lines, line];
}

function draw(status, blocks) {
  const out = [];
  let y = PAGE.margin + 6;
  out.push(words(PAGE.margin, y, status, { size: 11, colour: '#8a5a00', bold: true }));
  y += 30;
  blocks.forEach((block, index) => {
    if (index > 0) {
      out.push(words(PAGE.margin, y, '⋯', { colour: '#8b949e' }), words(PAGE.margin + COLUMN + PAGE.gap, y, '⋯', { colour: '#8b949e' }));
      y += PAGE.line + 8;
    }
    for (const row of block) y = drawRow(row, y, out);
  });
  const height = Math.round(y + PAGE.margin - PAGE.line);
  const middle = PAGE.margin + COLUMN + PAGE.gap / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${height}" width="${PAGE.width}" height="${height}" role="img" aria-label="A draft in two columns, English and Russian">`,
    `<rect x="0.5" y="0.5" width="${PAGE.width - 1}" height="${height - 1}" rx="6" fill="#ffffff" stroke="#d0d7de"/>`,
    `<line x1="${middle}" y1="${PAGE.margin + 24}" x2="${middle}" y2="${height - PAGE.margin + 8}" stroke="#d8dee4"/>`,
    `<g font-family="'Times New Roman', 'Liberation Serif', 'Nimbus Roman', Tinos, serif" font-size="${PAGE.size}" fill="#1f2328">`,
    ...out,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(cells, top, out) {
  const heights = cells.map((cell, index) => {
    const bold = cell.startsWith('**');
    const text = cell.replaceAll('**', '');
    const label = bold ? undefined : /^(?:\(?\d+\)|\d+\.)(?= )/u.exec(text)?.[0];
    const point = label !== undefined && label.endsWith(')');
    const x = PAGE.margin + index * (COLUMN + PAGE.gap) + (point ? 24 : 0);
    const hang = label === undefined ? 0 : 26;
    const lines = linesOf(label === undefined ? text : text.slice(label.length + 1), (COLUMN - hang - (point ? 24 : 0)) / (bold ? 1.06 : 1));
    if (label !== undefined) out.push(words(x, top, label, {}));
    // A short last line may end where it likes: in no type does it reach the other column.
    lines.forEach((line, at) => out.push(words(x + hang, top + at * PAGE.line, line, { bold, set: at < lines.length - 1 || ems(line) * PAGE.size > COLUMN * 0.6 })));
    return lines.length * PAGE.line;
  });
  return top + Math.max(...heights) + 9;
}

function words(x, y, text, { bold = false, size, colour, set = false }) {
  const length = set ? ` textLength="${(ems(text) * PAGE.size * (bold ? 1.06 : 1)).toFixed(1)}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text x="${x}" y="${y}"${size ? ` font-size="${size}"` : ''}${colour ? ` fill="${colour}"` : ''}${bold ? ' font-weight="bold"' : ''}${length}>${text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])}</text>`;
}
