import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLetterOrNumber, isWordCharacter } from '../../src/text/characters.ts';
import { endsSentence } from '../../src/text/ends-sentence.ts';
import { isWord, tokenize, wordsOf } from '../../src/text/tokens.ts';

/** What tokens are, as one expression. */
const TOKEN =
  /(\s*)(\d{1,3}(?:[ \u00A0\u2009\u202F,.'’]\d{3})+(?:[.,]\d+)?(?![\p{L}\p{M}\p{N}])|\d+(?:[.,]\d+)+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+)*|_+|\S)/gu;
const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+)*/gu;

const text = fc.oneof(
  fc.array(fc.constantFrom('1', '12', '345', '6789', '0', ' ', '\u00a0', '\u202f', ',', '.', "'", '’', 'a', 'я', 'ё', '-', '‑', '_', '«', '–', '\u0301', '𝟘', '😀', '№', '\n', 'ʼ', '½'), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

describe('characters', () => {
  it('are classed as Unicode classes them, each of them', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (isWordCharacter(code) !== /^[\p{L}\p{M}\p{N}]$/u.test(character) || isLetterOrNumber(code) !== /^[\p{L}\p{N}]$/u.test(character)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('tokens', () => {
  it('are those of the expression', () => {
    fc.assert(fc.property(text, (words) => {
      expect(tokenize(words).tokens.map(({ lead, text: word }) => [lead, word])).toEqual([...words.matchAll(TOKEN)].map((match) => [match[1], match[2]]));
    }), { numRuns: 20_000 });
  });

  it('make up the text again', () => {
    fc.assert(fc.property(text, (words) => {
      const { tokens, trail } = tokenize(words);
      expect(tokens.map(({ lead, text: word }) => lead + word).join('') + trail).toBe(words);
    }));
  });

  it.each([
    ['38,000,000 for 3,800', ['38,000,000', 'for', '3,800']], ['1 234,56x', ['1 234', ',', '56x']], ['12.02.2027.', ['12.02.2027', '.']], ['1,2345', ['1,2345']],
    ['don’t re-use co‑operation', ['don’t', 're-use', 'co‑operation']], ['____ г.', ['____', 'г', '.']],
  ])('of %s', (words, expected) => {
    expect(tokenize(words).tokens.map((token) => token.text)).toEqual(expected);
  });

  it('are words or marks', () => {
    expect(['a', '1', 'я', '€', '«', '', '\u0301'].map(isWord)).toEqual([true, true, true, false, false, false, true]);
  });
});

describe('words', () => {
  it('are those of the expression', () => {
    fc.assert(fc.property(text, (words) => {
      expect(wordsOf(words)).toEqual(words.toLowerCase().match(WORDS) ?? []);
    }), { numRuns: 20_000 });
  });
});

describe('the end of a sentence', () => {
  it.each([['It ends. ', true], ['Он кончился.» ', true], ['No. ', true], ['p. ', false], ['Article 5. ', false], ['ends.', false], ['ends; ', false], ['', false], ['так! ', true]])('%j: %s', (words, expected) => {
    expect(endsSentence(words)).toBe(expected);
  });
});
