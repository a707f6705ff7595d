import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

describe('nearest', () => {
  const commands = ['draft', 'validate', 'diff', 'explain', 'library', 'schema'];

  it.each([
    ['drfat', ['draft']],
    ['DRAFT', ['draft']],
    ['valdate', ['validate']],
    ['lib', ['library']],
    ['zzzzzz', []],
    ['', []],
  ])('takes “%s” for %j', (word, expected) => {
    expect(nearest(word, commands)).toEqual(expected);
  });

  it('finds a dotted name by its last part, after real misspellings', () => {
    expect(nearest('cost-shares', ['finance.ceiling', 'finance.cost-shares'])).toEqual(['finance.cost-shares']);
    expect(nearest('finance.celing', ['finance.ceiling', 'finance.cost-shares'])).toEqual(['finance.ceiling']);
  });

  it('counts two neighbouring letters swapped as one slip', () => {
    expect(nearest('ur', ['ru', 'ur-x', 'de'], 1)).toEqual(['ru']);
  });

  it('finds every word itself first, and answers at most three', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/u), { minLength: 1, maxLength: 20 }), (words) => {
        for (const word of words) {
          const found = nearest(word, words);
          expect(found[0]).toBe(word);
          expect(found.length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
