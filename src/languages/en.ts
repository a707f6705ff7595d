import type { Register } from '../model/index.ts';
import { capitalise } from './capitalise.ts';
import { englishDates } from './en/dates.ts';
import { englishHere, englishLabel, englishReference, englishReferences } from './en/labels.ts';
import { englishWords, isEnglishJoiner, isEnglishNumeral, readEnglishWords } from './en/numerals.ts';
import { parseEnglish } from './en/parse.ts';
import { englishInteger, englishValue } from './en/values.ts';
import { findNumbers, POINT_FIGURES } from './figures.ts';
import type { LanguageRules, PartyWord } from './language.ts';
import { joinList } from './list.ts';
import { findPairs } from './pairs.ts';

const PARTY: Readonly<Record<Register, string>> = { treaty: 'Party', memorandum: 'Participant' };
const PARTIES: Readonly<Record<Register, string>> = { treaty: 'Parties', memorandum: 'Participants' };

/** `$` stands for the noun. */
const PHRASES: Readonly<Record<PartyWord, string>> = {
  a: 'a $', the: 'the $', each: 'each $', other: 'the other $', 'every-other': 'the other $', another: 'the other $', either: 'either $', neither: 'neither $', one: 'one $',
  that: 'that $', concerned: 'the $ concerned', originating: 'the Originating $', providing: 'the Providing $',
  receiving: 'the Receiving $', host: 'the Host $', sending: 'the Sending $',
};

/** Where there are more than two. */
const OF_MORE: Readonly<Partial<Record<PartyWord, string>>> = { 'every-other': 'each other $', another: 'another $', either: 'any $', neither: 'no $' };

const OF_TWO = /\b(?:both|(?:the|its) two|bilateral|in duplicate|(?:the other|either) (?:Party|Participant|side|co-chair)|neither (?:Party|Participant|side)|half)\b/iu;

const numbers: LanguageRules['numbers'] = (text) => findNumbers(text, POINT_FIGURES, '.');

export const en: LanguageRules = {
  id: 'en',
  name: 'English',
  cases: ['nom'],
  quotes: ['“', '”'],
  afterBlankDate: '',
  quotesDefinitions: true,
  label: englishLabel,
  heading: (label, title) => [label, title].filter((part) => part !== '').join('. '),
  reference: englishReference,
  references: englishReferences,
  here: englishHere,
  parties: (register) => PARTIES[register],
  party: (word, register, _case, parties = 2) => ((parties > 2 ? OF_MORE[word] : undefined) ?? PHRASES[word]).replace('$', PARTY[register]),
  speaksOfTwo: (text) => OF_TWO.exec(text)?.[0],
  partyGender: () => undefined,
  shall: (register) => (register === 'treaty' ? 'shall' : 'will'),
  duty: (present) => present,
  thisInstrument: (name) => `${name.plural === true ? 'these' : 'this'} ${name.nom}`,
  /** Names of one word are of states that take no article. */
  named: (name) => (name.includes(' ') ? `the ${name}` : name),
  definite: (noun) => `the ${noun}`,
  form: (forms) => forms.nom,
  cardinal: (n) => englishWords(n) ?? englishInteger(n),
  integer: englishInteger,
  value: englishValue,
  parse: parseEnglish,
  wordFigurePairs: (text) =>
    findPairs(text, {
      isNumeral: isEnglishNumeral,
      isJoiner: isEnglishJoiner,
      readWords: (words) => asNumber(readEnglishWords(words)),
      numbers,
      percent: /\s(?:per\s?cent|percent)$/iu,
    }),
  dates: englishDates,
  numbers,
  list: (items) => joinList(items, 'and'),
  capitalise,
};

function asNumber(figures: string | undefined): number | undefined {
  return figures === undefined ? undefined : Number(figures);
}
