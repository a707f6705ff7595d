import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../src/formats/text/column-widths.ts';

describe('widths of columns', () => {
  it('cut no word, and give what is left to the longest cells', () => {
    // “Co-chair” is 8 wide, “International” 13; 30 less the gap of 2 and those 21 leaves 7.
    expect(columnWidths([['Co-chair', 'Office'], ['none', 'Director for International Cooperation']], 30, 2)).toEqual([8, 20]);
  });

  it('are no wider than their cells', () => {
    expect(columnWidths([['a', 'two words']], 80, 2)).toEqual([1, 9]);
  });

  it('count columns of the terminal, not characters', () => {
    // и and й with its mark apart are one column each.
    expect(columnWidths([['и\u0306и\u0306']], 80, 2)).toEqual([2]);
  });

  it('do not exist where the words do not fit', () => {
    expect(columnWidths([['Сопредседатель', 'Руководитель']], 27, 2)).toBeUndefined();
    expect(columnWidths([['Сопредседатель', 'Руководитель']], 28, 2)).toEqual([14, 12]);
  });
});
