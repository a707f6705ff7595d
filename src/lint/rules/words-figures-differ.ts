import { language as rulesOf } from '../../languages/index.ts';
import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { DIGIT, PAREN } from '../signs.ts';
import { pieceAt, viewOf } from '../view.ts';

export const rule: Rule = {
  id: 'words-figures-differ',
  code: 'N01',
  severity: 'error',
  title: 'A number given in words and in figures that are not the same',
  why: 'The two halves exist to confirm each other. Where they differ a reader must choose, and each side will choose its own.',
  words: true,
  good: () => ({ title: 'Both say ninety', draft: paragraphs([{ en: 'Notice shall be given ninety (90) calendar days before.', ru: 'Уведомление направляется за 90 (девяносто) календарных дней.' }]) }),
  bad: () => ({ title: 'Words and figures tell two numbers', draft: paragraphs([{ en: 'Notice shall be given sixty (90) calendar days before.', ru: 'Уведомление направляется за 90 (девяносто) календарных дней.' }]) }),
  *check({ draft }) {
    for (const passage of viewOf(draft).passages) {
      if ((passage.signs & (PAREN | DIGIT)) !== (PAREN | DIGIT)) continue;
      for (const pair of rulesOf(passage.language)?.wordFigurePairs(passage.text) ?? []) {
        if (pair.words === undefined || pair.words === pair.figures) continue;
        const inline = pieceAt(passage, pair.index)?.inline;
        yield {
          message: `“${pair.text}”: the words say ${pair.words}, the figures ${pair.figures}`,
          hint: 'make both say the same number',
          language: passage.language,
          ...(passage.entry === undefined ? {} : { node: passage.entry.node }),
          ...(inline?.type === 'value' ? { parameter: inline.parameter } : {}),
        };
      }
    }
  },
};
