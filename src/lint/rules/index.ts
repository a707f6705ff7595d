import type { Rule } from '../rule.ts';
import { rule as andOr } from './and-or.ts';
import { rule as articleMissing } from './article-missing.ts';
import { rule as authenticLanguageMissing } from './authentic-language-missing.ts';
import { rule as blankOpen } from './blank-open.ts';
import { rule as bracketOpen } from './bracket-open.ts';
import { rule as clauseAdded } from './clause-added.ts';
import { rule as clauseMissing } from './clause-missing.ts';
import { rule as controlCharacters } from './control-characters.ts';
import { rule as currencyBare } from './currency-bare.ts';
import { rule as danglingReference } from './dangling-reference.ts';
import { rule as departureUnrecorded } from './departure-unrecorded.ts';
import { rule as durationContradicts } from './duration-contradicts.ts';
import { rule as durationExceedsFramework } from './duration-exceeds-framework.ts';
import { rule as effectTriggerMissing } from './effect-trigger-missing.ts';
import { rule as emptyBlock } from './empty-block.ts';
import { rule as frameworkUntraceable } from './framework-untraceable.ts';
import { rule as labelGap } from './label-gap.ts';
import { rule as latinInCyrillic } from './latin-in-cyrillic.ts';
import { rule as noticePeriodsDiffer } from './notice-periods-differ.ts';
import { rule as numericDate } from './numeric-date.ts';
import { rule as parityNumbers } from './parity-numbers.ts';
import { rule as parityStructure } from './parity-structure.ts';
import { rule as parityTerms } from './parity-terms.ts';
import { rule as partyWordMixed } from './party-word-mixed.ts';
import { rule as placeholderText } from './placeholder-text.ts';
import { rule as precedenceMissing } from './precedence-missing.ts';
import { rule as registerMixed } from './register-mixed.ts';
import { rule as reservedTouched } from './reserved-touched.ts';
import { rule as ruFutureDuty } from './ru-future-duty.ts';
import { rule as secretMistranslated } from './secret-mistranslated.ts';
import { rule as sharesSum } from './shares-sum.ts';
import { rule as termDefinedTwice } from './term-defined-twice.ts';
import { rule as termRedefined } from './term-redefined.ts';
import { rule as totalWrong } from './total-wrong.ts';
import { rule as undefinedTerm } from './undefined-term.ts';
import { rule as unusedTerm } from './unused-term.ts';
import { rule as waiverExpired } from './waiver-expired.ts';
import { rule as waiverUnused } from './waiver-unused.ts';
import { rule as willAsDuty } from './will-as-duty.ts';
import { rule as wordsFiguresDiffer } from './words-figures-differ.ts';

/** Every rule, by id. Adding one is its file and its line here. */
export const RULES: readonly Rule[] = [
  andOr,
  articleMissing,
  authenticLanguageMissing,
  blankOpen,
  bracketOpen,
  clauseAdded,
  clauseMissing,
  controlCharacters,
  currencyBare,
  danglingReference,
  departureUnrecorded,
  durationContradicts,
  durationExceedsFramework,
  effectTriggerMissing,
  emptyBlock,
  frameworkUntraceable,
  labelGap,
  latinInCyrillic,
  noticePeriodsDiffer,
  numericDate,
  parityNumbers,
  parityStructure,
  parityTerms,
  partyWordMixed,
  placeholderText,
  precedenceMissing,
  registerMixed,
  reservedTouched,
  ruFutureDuty,
  secretMistranslated,
  sharesSum,
  termDefinedTwice,
  termRedefined,
  totalWrong,
  undefinedTerm,
  unusedTerm,
  waiverExpired,
  waiverUnused,
  willAsDuty,
  wordsFiguresDiffer,
];
