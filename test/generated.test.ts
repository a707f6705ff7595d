import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

it('the schemas and the pages of the commands are as their sources generate them', () => {
  const done = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
  expect({ status: done.status, err: done.stderr }).toEqual({ status: 0, err: '' });
});
