import { describe, expect, it } from 'vitest';
import { rulesOf, stemsOf } from '../../src/text/stems-of.ts';

function rootOf(word: string): string {
  const [stem = ''] = stemsOf(word);
  return rulesOf(stem)?.root(stem) ?? stem;
}

describe('stemsOf', () => {
  it.each([
    ['a plural', 'visits', 'visit'],
    ['a plural in -ies', 'duties', 'duty'],
    ['a verb', 'planning', 'planned'],
    ['a British spelling', 'authorisation', 'authorization'],
    ['another', 'defence', 'defense'],
    ['a hyphen', 'co-operation', 'cooperation'],
    ['a possessive', 'party’s', 'party'],
    ['capitals', 'SECURITY', 'security'],
    ['a Russian case', 'степеней', 'степень'],
    ['a Russian adjective', 'секретной', 'секретная'],
    ['ё', 'учёт', 'учета'],
    ['a letter with its mark apart', 'стои\u0306', 'стой'],
  ])('brings together by %s', (_what, one, other) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
    expect(stemsOf(one)).not.toEqual([]);
  });

  it('keeps the order, and leaves out little words and signs', () => {
    expect(stemsOf('The Use of “Project” Information; и другие')).toEqual([...stemsOf('use'), ...stemsOf('project'), ...stemsOf('information'), ...stemsOf('другие')]);
    expect(stemsOf(' – … ')).toEqual([]);
  });

  it('keeps apart what only looks alike', () => {
    for (const [one, other] of [['personal', 'personnel'], ['control', 'contract'], ['визит', 'вид']] as const) expect(rootOf(one)).not.toBe(rootOf(other));
  });

  it('knows the family of a word', () => {
    for (const [one, other] of [['contractual', 'contractor'], ['financial', 'finance'], ['comparability', 'comparison'], ['финансирование', 'финансовые'], ['секретность', 'секретный']] as const) {
      expect(rootOf(one), one).toBe(rootOf(other));
    }
  });
});
