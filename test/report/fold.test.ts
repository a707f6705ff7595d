import { describe, expect, it } from 'vitest';
import { coloured } from '../../src/report/coloured.ts';
import { fold } from '../../src/report/fold.ts';

const LINE = 'a.yaml:1:1  error  rule  the framework has no place and no date at all';

describe('folding', () => {
  it('leaves a pipe or a file its whole lines', () => {
    expect(fold(LINE, { width: 40 })).toBe(LINE);
    expect(fold(LINE, { width: 40, fold: false })).toBe(LINE);
  });

  it('breaks at spaces on a terminal, and indents what follows', () => {
    expect(fold(`${LINE}\n  hint: add it`, { width: 40, fold: true })).toBe('a.yaml:1:1  error  rule  the framework\n    has no place and no date at all\n  hint: add it');
    expect(fold(`  ${LINE}`, { width: 40, fold: true }, 2)).toBe('  a.yaml:1:1  error  rule  the framework\n    has no place and no date at all');
  });

  it('counts letters, not bytes, and cuts no word', () => {
    const word = 'ж'.repeat(40);
    expect(fold(`${word} ${word}`, { width: 40, fold: true })).toBe(`${word}\n    ${word}`);
    expect(fold(`${word}ж`, { width: 40, fold: true })).toBe(`${word}ж`);
  });

  it('carries colours over the break, and leaves the indentation without them', () => {
    const { inserted } = coloured(1);
    const [first = '', second = ''] = fold(`text ${inserted('one two three four five six seven eight nine ten')} text`, { width: 40, fold: true }).split('\n');
    expect(first.endsWith('\u001b[0m')).toBe(true);
    expect(second).toBe(`    ${inserted('eight nine ten')} text`);
  });
});
