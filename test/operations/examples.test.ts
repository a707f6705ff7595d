import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { createHost } from '../../src/host.ts';
import type { Draft, Finding } from '../../src/model/index.ts';
import type { DraftOptions } from '../../src/operations/contracts.ts';
import { draft } from '../../src/operations/draft.ts';
import { loadLibrary } from '../../src/operations/load-library.ts';
import { unready } from '../../src/operations/ready.ts';
import { validate } from '../../src/operations/validate.ts';
import { exampleFiles, linesOf, withFigures } from '../support/figures.ts';
import { memoryHost, type MemoryHost } from '../support/memory-host.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const FILES = exampleFiles(HOME);
const real = createHost(HOME);

/** All examples, in memory; what `change` makes of each file. */
function examples(change: (text: string, file: string) => string = (text) => text): MemoryHost {
  const folder = path.join(HOME, 'examples');
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const files = names.map((name) => [`examples/${name}`, change(fs.readFileSync(path.join(folder, name), 'utf8'), name)]);
  return memoryHost({ package: real, files: { 'package.json': '{}', ...Object.fromEntries(files) } });
}

const HOST = examples();

async function drafted(host: MemoryHost, file: string, options: Omit<DraftOptions, 'file'> = {}): Promise<{ readonly draft: Draft; readonly findings: readonly Finding[] }> {
  const { value, findings } = await draft(host, { file: `examples/${file}`, ...options });
  if (!value) throw new Error(JSON.stringify(findings));
  return { draft: value.draft, findings };
}

/** What an example says of itself: “# Open until signature: security.ceilingLevels[ru] (level)”, one line for each row. */
function saidOpen(file: string): readonly string[] {
  return [...(HOST.read(`examples/${file}`) ?? '').matchAll(/^# Open until signature: (?<what>.+)$/gmu)].map(({ groups }) => groups?.['what'] ?? '');
}

/** What stands against signature: blanks, by row, and the rules that find an error where no blank is the reason. */
function open(made: Draft, findings: readonly Finding[]): readonly string[] {
  const rows = new Map<string, Set<string>>();
  const others: string[] = [];
  for (const { rule, severity, message } of findings) {
    if (severity === 'error' && !['framework-untraceable', 'blank-open'].includes(rule)) others.push(`${rule}: ${message}`);
  }
  for (const { message } of unready(made, false)?.related ?? []) {
    const [, row = message, cell = ''] = /^the blank (\S+)\.(\S+) is open$/u.exec(message) ?? [];
    rows.set(row, (rows.get(row) ?? new Set()).add(cell));
  }
  return [...[...rows].map(([row, cells]) => `${row} (${[...cells].join(', ')})`), ...others];
}

/** A copy in which each open cell, and the place and day of each framework, is filled in. */
async function filled(): Promise<MemoryHost> {
  const { value: library } = await loadLibrary(real, []);
  if (!library) throw new Error('no library');
  return examples((text) => {
    const yaml = parseDocument(text);
    if (yaml.has('framework') && isMap(yaml.get('framework'))) return text;   // a framework map
    if (yaml.get('instrument') === 'framework-agreement') yaml.setIn(['values', 'signing'], { place: { en: 'Reykjavik', ru: 'Рейкьявик' }, date: '2026-11-02' });
    fillCells(yaml, (parameter, column) => library.parameters[parameter]?.columns?.find(({ key }) => key === column)?.type === 'date');
    return String(yaml);
  });
}

function fillCells(yaml: Document, isDate: (parameter: string, column: string) => boolean): void {
  const values = yaml.get('values');
  if (!isMap(values)) return;
  for (const group of values.items) {
    if (!isMap(group.value)) continue;
    for (const { key, value: rows } of group.value.items) {
      for (const row of isSeq(rows) ? rows.items : []) {
        for (const cell of isMap(row) ? row.items : []) {
          if (cell.value !== null && yaml.createNode(cell.value).toJSON() !== null) continue;
          cell.value = yaml.createNode(isDate(`${String(group.key)}.${String(key)}`, String(cell.key)) ? '2027-12-31' : { en: 'settled', ru: 'согласовано' });
        }
      }
    }
  }
}

/** Each block as its words in the order of the alphabet: “English and Russian” is “Russian and English”. */
function unordered(made: Draft, language: string): readonly string[] {
  return linesOf(made, language).map((line) => line.split(/[^\p{L}\p{N}]+/u).toSorted().join(' '));
}

describe.each(FILES)('the example %s', (file) => {
  it('has no error', async () => {
    const { findings } = await validate(HOST, `examples/${file}`, { today: '2026-11-23' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('leaves open what it says that it leaves open', async () => {
    const { draft: made, findings } = await drafted(HOST, file, { stage: 'signature' });
    expect(open(made, findings)).toEqual(saidOpen(file));
  });

  it('is ready for signature in every original once that is filled in', async () => {
    const host = await filled();
    const { draft: made } = await drafted(host, file);
    for (const { id } of made.parties) {
      const { draft: original, findings } = await drafted(host, file, { stage: 'signature', original: id });
      expect(open(original, findings)).toEqual([]);
    }
  });

  it('reads the same whichever language leads, but for the order in which the languages are named', async () => {
    const { draft: made } = await drafted(HOST, file);
    const { draft: one } = await drafted(HOST, file, { languages: made.meta.languages });
    const { draft: other } = await drafted(HOST, file, { languages: made.meta.languages.toReversed() });
    for (const language of made.meta.languages) expect(unordered(one, language)).toEqual(unordered(other, language));
  });
});

describe('the README of the examples', () => {
  it('has a row for each, with its figures', async () => {
    const text = fs.readFileSync(path.join(HOME, 'examples/README.md'), 'utf8');
    expect(new Set([...text.matchAll(/^\| \[[^\]]*\]\((?<file>[^)]+)\)/gmu)].map(({ groups }) => groups?.['file']))).toEqual(new Set(FILES));
    expect(text, 'run npm run golden').toBe(await withFigures(HOME, real));
  });
});
