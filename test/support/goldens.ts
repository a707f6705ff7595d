import * as fs from 'node:fs';
import * as path from 'node:path';
import { OPERATIONS } from '../../src/cli/operations.ts';
import { run } from '../../src/cli/run.ts';
import { createHost } from '../../src/host.ts';
import type { Host } from '../../src/model/index.ts';
import { memoryHost } from './memory-host.ts';

interface Golden {
  readonly name: string;
  /** Folder of the example. */
  readonly example: string;
  /** Its file there, if not its arrangement. */
  readonly file?: string;
  /** Words of its arrangement file to replace. */
  readonly edit?: readonly [from: string, to: string];
  readonly options?: readonly string[];
  readonly formats: readonly string[];
}

/** Whole drafts that a person has read. A change of one provision shows in several of them. */
export const GOLDENS: readonly Golden[] = [
  { name: 'fusion-centre', example: 'fusion-centre', formats: ['md', 'txt'] },
  { name: 'fusion-centre-memorandum', example: 'fusion-centre', edit: ['register: treaty', 'register: memorandum'], formats: ['md'] },
  { name: 'fusion-centre-for-ru', example: 'fusion-centre', options: ['--for', 'ru'], formats: ['md'] },
  { name: 'fusion-centre-original-ru', example: 'fusion-centre', options: ['--original', 'ru'], formats: ['md'] },
  { name: 'fusion-centre-full', example: 'fusion-centre', edit: ['register: treaty', 'register: treaty\nincorporate: full'], formats: ['md'] },
  { name: 'two-radars', example: 'two-radars', formats: ['md'] },
  { name: 'two-radars-kit', example: 'two-radars', file: 'upgrade-kit.yaml', formats: ['md'] },
  { name: 'two-radars-consent-offer', example: 'two-radars', file: 'consent-offer.yaml', formats: ['md'] },
  { name: 'two-radars-consent-acceptance', example: 'two-radars', file: 'consent-acceptance.yaml', formats: ['md'] },
  { name: 'counter-ied', example: 'counter-ied', formats: ['md'] },
  { name: 'microgrid', example: 'microgrid', formats: ['md'] },
  { name: 'microgrid-framework', example: 'microgrid', file: 'framework.yaml', formats: ['md'] },
  { name: 'defence-relations-group', example: 'defence-relations-group', formats: ['md'] },
  { name: 'us-ru-framework', example: 'us-ru-framework', formats: ['md'] },
  { name: 'in-kz-memorandum', example: 'in-kz-memorandum', formats: ['md'] },
  { name: 'nl-se-memorandum', example: 'nl-se-memorandum', formats: ['md'] },
  { name: 'no-ru-us-group', example: 'no-ru-us-group', formats: ['md'] },
  { name: 'seabed-survey', example: 'framework-map', formats: ['md', 'txt', 'json'] },
];

/** What `dtca draft` writes today, by file name. `home` is the root of the project. */
export async function goldens(home: string): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>();
  for (const golden of GOLDENS) {
    const host = memoryHost({ package: sources(home), files: { 'package.json': '{}', ...examples(home, golden) } });
    const outputs = golden.formats.map((format) => `${golden.name}.${format}`);
    const code = await run(['draft', `examples/${golden.example}/${golden.file ?? 'arrangement.yaml'}`, ...outputs.flatMap((output) => ['-o', output]), ...(golden.options ?? [])], host, OPERATIONS);
    if (code !== 0) throw new Error(`${golden.name} exits ${code}\n${host.printed.out}${host.printed.err}`);
    for (const output of outputs) written.set(output, host.files.get(`/project/${output}`) ?? '');
  }
  return written;
}

/** The first line at which two texts part, as a person would want to be told. */
export function firstDifference(expected: string, found: string): string | undefined {
  if (expected === found) return undefined;
  const [old, now] = [expected.split('\n'), found.split('\n')];
  const line = old.findIndex((text, index) => text !== now[index]);
  const at = line < 0 ? old.length : line;
  const [before = '(the end)', after = '(the end)'] = [old[at], now[at]];
  let column = 0;
  while (column < before.length && before[column] === after[column]) column += 1;
  const from = column > 40 ? before.lastIndexOf(' ', column - 40) + 1 : 0;
  const around = (text: string): string => `${from > 0 ? '… ' : ''}${text.slice(from, column + 80)}${text.length > column + 80 ? ' …' : ''}`;
  return `line ${at + 1}, column ${column + 1}\n  golden: ${around(before)}\n  now:    ${around(after)}`;
}

/** The library as its sources have it, whatever was built last. */
function sources(home: string): Host {
  const real = createHost(home);
  return { ...real, readBytes: (file) => (file.endsWith('/dist/library.pack') ? undefined : real.readBytes(file)) };
}

export function examples(home: string, golden: Golden): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name } of fs.readdirSync(path.join(home, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    for (const file of fs.readdirSync(path.join(home, 'examples', name))) files[`examples/${name}/${file}`] = fs.readFileSync(path.join(home, 'examples', name, file), 'utf8');
  const file = `examples/${golden.example}/${golden.file ?? 'arrangement.yaml'}`;
  const text = files[file] ?? '';
  if (golden.edit && !text.includes(golden.edit[0])) throw new Error(`${file} has no “${golden.edit[0]}”`);
  if (golden.edit) files[file] = text.replace(...golden.edit);
  return files;
}
