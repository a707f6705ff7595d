import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstDifference, goldens } from './support/goldens.ts';

const HOME = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(HOME, 'test/golden');
const KEPT = fs.readdirSync(FOLDER).toSorted();

let now: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  now = await goldens(HOME);
}, 240_000);

describe('whole drafts, as a person read them', () => {
  it('are all there, and no others', () => {
    expect(KEPT).toEqual([...now.keys()].toSorted());
  });

  it.each(KEPT)('%s', (name) => {
    const difference = firstDifference(fs.readFileSync(path.join(FOLDER, name), 'utf8'), now.get(name) ?? '');
    if (difference !== undefined) expect.fail(`test/golden/${name} is another text now: ${difference}\nrun npm run golden and read the diff`);
  });
});

it('the picture in the README shows the draft as it is', () => {
  const done = spawnSync(process.execPath, ['scripts/picture.mjs', '--check'], { cwd: HOME, encoding: 'utf8' });
  expect({ status: done.status, err: done.stderr }).toEqual({ status: 0, err: '' });
});

describe('the first difference', () => {
  it('is shown with its line, column and the words around it', () => {
    const shared = 'The Parties shall keep the records of the work that they have done together ';
    expect(firstDifference(`one\n${shared}for ten years.\n`, `one\n${shared}for two years.\n`)).toBe(
      'line 2, column 82\n  golden: … work that they have done together for ten years.\n  now:    … work that they have done together for two years.',
    );
  });

  it('may be that a text ends', () => {
    expect(firstDifference('one', 'one\ntwo')).toBe('line 2, column 1\n  golden: (the end)\n  now:    two');
    expect(firstDifference('one', 'one')).toBeUndefined();
  });
});
