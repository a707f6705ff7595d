import type { Register } from '../../model/index.ts';
import { maskNames } from '../mask.ts';
import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

const STRANGE: Readonly<Record<Register, Readonly<Record<string, RegExp>>>> = {
  treaty: {
    en: /(?<=[a-z][\s,]\s?)(?:Participants?|Sides?|Signator(?:y|ies))(?![\w-])/g,
    ru: /(?<=[а-яё,]\s)Участник(?:и|а|ов|у|ам|ом|ами|е|ах)?(?![а-яё])/g,
  },
  memorandum: { en: /(?<=[a-z][\s,]\s?)(?:Sides?|Signator(?:y|ies))(?![\w-])/g, ru: /(?!)/g },
};
const USUAL: Readonly<Record<Register, string>> = { treaty: 'Party', memorandum: 'Participant' };

export const rule: Rule = {
  id: 'party-word-mixed',
  code: 'T03',
  severity: 'error',
  title: 'The parties go by two words',
  why: 'A reader asks whether a Participant is someone other than a Party, and who is then bound.',
  words: true,
  good: () => ({ title: 'One word', draft: paragraphs([{ en: 'Each Party shall inform the other Party.', ru: 'Каждая из Сторон информирует другую Сторону.' }]) }),
  bad: () => ({ title: 'A Party and a Participant', draft: paragraphs([{ en: 'Each Party shall inform the other Participant.', ru: 'Каждая из Сторон информирует другого Участника.' }]) }),
  *check(context) {
    const { draft } = context;
    const view = viewOf(draft);
    // In a text from elsewhere such words may be defined in many ways.
    if (view.foreign) return;
    const { register } = draft.meta;
    for (const passage of view.passages) {
      const pattern = STRANGE[register][passage.language];
      if (pattern === undefined || passage.part === 'heading' || passage.own.search(pattern) === -1) continue;
      const [found] = maskNames(context, passage).matchAll(pattern);
      if (found === undefined) continue;
      const usual = passage.language === 'ru' ? (register === 'treaty' ? 'Сторона' : 'Участник') : USUAL[register];
      yield { message: `“${found[0]}” stands where this text says “${usual}”: “${excerpt(passage.text, found.index, found[0].length)}”`, hint: `write “${usual}”, or define “${found[0]}” as a term of its own`, ...placeOf(passage) };
    }
  },
};
