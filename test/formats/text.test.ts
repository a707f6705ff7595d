import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, wrap } from '../../src/formats/text/wrap.ts';
import { writeText } from '../../src/formats/text/write.ts';
import { roots, textOf, walk } from '../../src/model/index.ts';
import { arbitraryDraft, treeText } from '../support/arbitrary-draft.ts';
import { SAMPLE } from '../support/sample-draft.ts';

describe('wrap', () => {
  it('breaks at spaces and hangs under the label', () => {
    expect(wrap('Each Party shall send data', 16, '1. ')).toEqual(['1. Each Party', '   shall send', '   data']);
    expect(wrap('', 20)).toEqual(['']);
  });

  it('keeps to the width whatever the text, and loses no word', () => {
    fc.assert(fc.property(treeText, fc.integer({ min: 10, max: 60 }), (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }), { numRuns: 2000 });
  });

  it('keeps no-break spaces and what joins letters', () => {
    expect(wrap('a sum of 38\u00A0000\u00A0000 roubles', 14)).toEqual(['a sum of', '38\u00A0000\u00A0000', 'roubles']);
    for (const line of wrap('👩‍👩‍👧'.repeat(10), 10)) expect(line).not.toMatch(/^\u200D|\u200D$/u);
  });
});

describe('writeText', () => {
  it('stands two languages side by side in 80 columns', () => {
    const lines = writeText(SAMPLE).split('\n');
    expect(lines).toContain('Article 9. Foreground Information         Статья 9. Создаваемая информация');
    expect(lines).toContain('2. Foreground Information shall           2. Создаваемая информация принадлежит:');
    expect(lines[0]).toBe('DRAFT – INTERNAL · ПРОЕКТ – ДЛЯ ВНУТРЕННЕГО ПОЛЬЗОВАНИЯ');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('writes one language after the other for signature', () => {
    const text = writeText({ ...SAMPLE, meta: { ...SAMPLE.meta, stage: 'signature', audience: { for: 'ru' } } });
    expect(text.startsWith('Illustration.')).toBe(true);
    expect(text.indexOf('Article 9')).toBeLessThan(text.indexOf('Done at'));
    expect(text.indexOf('Done at')).toBeLessThan(text.indexOf('Статья 9'));
    expect(text.indexOf('Статья 9')).toBeLessThan(text.indexOf('Совершено'));
  });

  it('emits no control and no mark that turns text around', () => {
    fc.assert(fc.property(arbitraryDraft(), (draft) => {
      expect(writeText(draft)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/);
    }), { numRuns: 300 });
  });

  it('has every word of the draft', () => {
    const words = writeText({ ...SAMPLE, meta: { ...SAMPLE.meta, languages: ['en'] } }).replace(/\s+/g, ' ');
    walk(roots(SAMPLE), (node) => {
      for (const part of [node.heading, node.content, node.tail]) expect(words).toContain(textOf(part?.['en']));
    });
  });
});
