import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMATS, formatOf } from '../../src/formats/index.ts';
import { SAMPLE } from '../support/sample-draft.ts';

it('lists every format that has a folder', () => {
  const folders = readdirSync(new URL('../../src/formats/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(FORMATS.map((format) => format.id).toSorted()).toEqual(folders.map((folder) => folder.name).toSorted());
});

it('finds a format by its name and by its extension', () => {
  expect(formatOf('md')?.id).toBe('markdown');
  expect(formatOf('.JSON')?.id).toBe('json');
  expect(formatOf('text')?.id).toBe('text');
  expect(formatOf('docx')).toBeUndefined();
});

it('knows what it wrote', async () => {
  for (const format of FORMATS) {
    const written = (await format.writer?.())?.(SAMPLE) ?? '';
    if (format.recognise !== undefined) expect((await format.recognise())(written)).toBe(true);
    if (format.untouched !== undefined) expect((await format.untouched())(written)).toBe(true);
  }
});
