import { CASES } from '../model/index.ts';
import { capitalise } from './capitalise.ts';
import { COMMA_FIGURES, findNumbers } from './figures.ts';
import { formOf } from './forms.ts';
import type { LanguageRules } from './language.ts';
import { joinList } from './list.ts';
import { findPairs } from './pairs.ts';
import { russianDates } from './ru/dates.ts';
import { russianDuty } from './ru/duty.ts';
import { russianHere, russianLabel, russianReference, russianReferences, russianThis } from './ru/labels.ts';
import { russianWords } from './ru/numerals.ts';
import { parseRussian } from './ru/parse.ts';
import { partiesNoun, partyGender, partyPhrase } from './ru/party-words.ts';
import { russianInteger, russianValue } from './ru/values.ts';
import { isRussianJoiner, isRussianNumeral, readRussianWords } from './ru/words.ts';

/** What counts the sides as two, and «другая» with a noun for one of them; «друг друга» and «не менее двух» serve any number. */
const OF_TWO = /(?<!\p{L})(?:об[ае]|обо?их|обо?им|обо?ими|обе(?:их|им|ими)|дв(?:ух|ум|умя|а|е) (?:(?:его|её|их) )?(?:сторон|участник|сопредседател)\p{L}{0,3}|двусторонн\p{L}*|половин\p{L}*|друг(?:ая|ой|ую) сторон(?:а|ы|е|у|ой)|друг(?:ой|ого|ому|им|ом) (?:участник|сопредседател)\p{L}{0,2})(?!\p{L})/iu;

const numbers: LanguageRules['numbers'] = (text) => findNumbers(text, COMMA_FIGURES, ',');

export const ru: LanguageRules = {
  id: 'ru',
  name: 'Русский',
  cases: CASES,
  quotes: ['«', '»'],
  afterBlankDate: ' года',
  quotesDefinitions: false,
  label: russianLabel,
  heading: (label, title) => [label, title].filter((part) => part !== '').join('. '),
  reference: russianReference,
  references: russianReferences,
  here: russianHere,
  parties: partiesNoun,
  party: (word, register, grammaticalCase, parties = 2) => partyPhrase(word, register, grammaticalCase, parties),
  speaksOfTwo: (text) => OF_TWO.exec(text)?.[0],
  partyGender,
  /** Russian has no auxiliary of duty: see `duty`. */
  shall: () => '',
  duty: russianDuty,
  thisInstrument: russianThis,
  named: (name) => name,
  definite: (noun) => noun,
  form: formOf,
  cardinal: (n, grammaticalCase, gender) => russianWords(n, grammaticalCase, gender) ?? russianInteger(n),
  integer: russianInteger,
  value: russianValue,
  parse: parseRussian,
  wordFigurePairs: (text) =>
    findPairs(text, {
      isNumeral: isRussianNumeral,
      isJoiner: isRussianJoiner,
      readWords: (words) => asNumber(readRussianWords(words)),
      numbers,
      percent: /\s(?:процент\p{L}*)$/iu,
    }),
  dates: russianDates,
  numbers,
  list: (items) => joinList(items, 'и'),
  capitalise,
};

function asNumber(figures: string | undefined): number | undefined {
  return figures === undefined ? undefined : Number(figures);
}
