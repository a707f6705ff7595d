import type { Case, Gender, Register } from '../../model/index.ts';
import type { PartyWord } from '../language.ts';
import { adjective, paradigm, type Adjective, type Paradigm } from './paradigm.ts';

interface PartyNoun { readonly gender: Exclude<Gender, 'neuter'>; readonly one: Paradigm; readonly many: Paradigm }

/** A Participant is a person for the grammar: its accusative is its genitive. */
const NOUNS: Readonly<Record<Register, PartyNoun>> = {
  treaty: {
    gender: 'feminine',
    one: paradigm('а ы е у ой е', 'Сторон'),
    many: paradigm('ы - ам ы ами ах', 'Сторон'),
  },
  memorandum: {
    gender: 'masculine',
    one: paradigm('- а у а ом е', 'Участник'),
    many: paradigm('и ов ам ов ами ах', 'Участник'),
  },
};
const SOURCE = paradigm('- а у - ом е', 'источник');

const THAT: Readonly<Record<PartyNoun['gender'], Paradigm>> = {
  masculine: paradigm('этот этого этому этого этим этом'),
  feminine: paradigm('эта этой этой эту этой этой'),
};
const ONE: Readonly<Record<PartyNoun['gender'], Paradigm>> = {
  masculine: paradigm('один одного одному одного одним одном'),
  feminine: paradigm('одна одной одной одну одной одной'),
};

export function partyGender(register: Register): PartyNoun['gender'] {
  return NOUNS[register].gender;
}

export function partiesNoun(register: Register, grammaticalCase: Case): string {
  return NOUNS[register].many[grammaticalCase];
}

/**
 * «каждой из Сторон», «другого Участника»: the determiner and the noun in the case. After a preposition `neither` does
 * not serve: «ни с одной из Сторон» parts the particle from the numeral. «любая из» and «ни одна из» serve any number of parties.
 */
export function partyPhrase(word: PartyWord, register: Register, grammaticalCase: Case, parties: number): string {
  const noun = NOUNS[register];
  const one = noun.one[grammaticalCase];
  const ofAll = (determiner: string): string => `${determiner} из ${noun.many.gen}`;
  const agreeing = (nominative: string): string => agree(adjective(nominative), noun.gender, grammaticalCase);
  switch (word) {
    case 'a':
    case 'the':
      return one;
    case 'each':
      return ofAll(agreeing('каждый'));
    case 'either':
      return ofAll(agreeing('любой'));
    case 'one':
      return ofAll(ONE[noun.gender][grammaticalCase]);
    case 'neither':
      return ofAll(`ни ${ONE[noun.gender][grammaticalCase]}`);
    case 'every-other':
      return parties > 2 ? `${agreeing('каждый')} из других ${noun.many.gen}` : `${agreeing('другой')} ${one}`;
    case 'another':
    case 'other':
      return `${agreeing('другой')} ${one}`;
    case 'that':
      return `${THAT[noun.gender][grammaticalCase]} ${one}`;
    case 'concerned':
      return `${agreeing('соответствующий')} ${one}`;
    case 'originating':
      return `${one} – ${SOURCE[grammaticalCase]} информации`;
    case 'providing':
      // «передающая» would be the word for transfer to third parties
      return `${agreeing('предоставляющий')} ${one}`;
    case 'receiving':
      return `${agreeing('получающий')} ${one}`;
    case 'host':
      return `${agreeing('принимающий')} ${one}`;
    case 'sending':
      return `${agreeing('направляющий')} ${one}`;
  }
}

function agree(what: Adjective, gender: PartyNoun['gender'], grammaticalCase: Case): string {
  const animate = gender === 'masculine' && grammaticalCase === 'acc';
  return what.one[gender][animate ? 'gen' : grammaticalCase];
}
