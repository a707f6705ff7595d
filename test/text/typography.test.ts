import { expect, test } from 'vitest';
import { foldTypography } from '../../src/text/typography.ts';

test.each([
  ['“Centre”', '"Centre"'],
  ['«центр»', '"центр"'],
  ['A – B', 'A-B'],
  ['90\u00A0days', '90 days'],
  ['a , b', 'a, b'],
  ['the Party’s', "the Party's"],
  ['so…', 'so...'],
  ['co\u00ADoperation', 'cooperation'],
])('%s and %s differ in typography only', (one, other) => {
  expect(foldTypography(one)).toBe(foldTypography(other));
});

test.each([
  ['1,000', '1.000'],
  ['1,000', '1, 000'],
  ['1 000', '1000'],
  ['cannot', 'can not'],
  ['Data', 'data'],
  ['“Centre”', 'Centre'],
  ['А и Б', 'А или Б'],
  ['её', 'ее'],
  ['A; B', 'A, B'],
])('%s and %s differ in more', (one, other) => {
  expect(foldTypography(one)).not.toBe(foldTypography(other));
});
