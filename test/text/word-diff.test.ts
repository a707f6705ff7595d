import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Segment } from '../../src/model/index.ts';
import { diffWords } from '../../src/text/word-diff.ts';

const side = (segments: readonly Segment[], kind: Segment['kind']): string =>
  segments.filter((segment) => segment.kind === 'same' || segment.kind === kind).map((segment) => segment.text).join('');

const shown = (segments: readonly Segment[]): string =>
  segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'deletion' ? `[-${text}-]` : `{+${text}+}`)).join('');

const phrase = fc.array(fc.constantFrom('the', 'Party', 'shall', 'pay', 'США', '38,000,000', '–', ',', '.', ';', ' ', '\u00A0', '“', '1.5', "Party’s"), { maxLength: 40 })
  .map((words) => words.join(' '));

test('the segments give back both texts, whatever the texts', () => {
  fc.assert(
    fc.property(fc.oneof(phrase, fc.string({ unit: 'binary' })), fc.oneof(phrase, fc.string({ unit: 'binary' })), (before, after) => {
      const segments = diffWords(before, after);
      expect(side(segments, 'deletion')).toBe(before);
      expect(side(segments, 'insertion')).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

test('a text compared with itself is one equal segment, or none', () => {
  fc.assert(
    fc.property(phrase, (text) => {
      expect(diffWords(text, text)).toEqual(text === '' ? [] : [{ kind: 'same', text }]);
    }),
  );
});

test.each([
  ['Each Party shall pay.', 'Each Party will pay.', 'Each Party [-shall-]{+will+} pay.'],
  ['a ceiling of USD 38,000,000 in all', 'a ceiling of USD 3,800,000 in all', 'a ceiling of USD [-38,000,000-]{+3,800,000+} in all'],
  ['A. B.', 'A. New words. B.', 'A. {+New words. +}B.'],
  ['one two three', 'one three', 'one [-two -]three'],
  ['сумма 38 000 000 рублей', 'сумма 39 000 000 рублей', 'сумма [-38 000 000-]{+39 000 000+} рублей'],
  ['стороны-участники', 'стороны', '[-стороны-участники-]{+стороны+}'],
  ['the other Party', 'the\u00A0other Party', 'the[- -]{+\u00A0+}other Party'],
])('%s → %s', (before, after, expected) => {
  expect(shown(diffWords(before, after))).toBe(expected);
});

test('a stray word in common does not break a replaced sentence into confetti', () => {
  const segments = diffWords(
    'Claims shall be divided according to the degree of fault of each Party.',
    'Damage is borne in equal parts to which neither objects of fault of each Party.',
  );
  expect(segments.filter((segment) => segment.kind !== 'same')).toHaveLength(2);
});

test('two long texts that share nothing are compared all the same', () => {
  const words = (stem: string): string => Array.from({ length: 9000 }, (_, i) => `${stem}${i}${i % 20 === 0 ? '.' : ''}`).join(' ');
  const [before, after] = [`same start ${words('a')} same end`, `same start ${words('b')} same end`];
  const segments = diffWords(before, after);
  expect(side(segments, 'deletion')).toBe(before);
  expect(side(segments, 'insertion')).toBe(after);
});
