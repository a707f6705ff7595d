import { CASES, type Case } from '../../model/index.ts';
import { government } from './numerals.ts';
import { paradigm, type Adjective, type Noun } from './paradigm.ts';

/** A noun with what stands by it: «канадский доллар», «доллар США». */
export interface Phrase {
  readonly noun: Noun;
  readonly adjectives: readonly Adjective[];
  /** Words after the noun that do not decline, with the space before them. */
  readonly after: string;
}

/** доллар, доллара, …, долларов. */
export const hardMasculine = (stem: string): Noun => ({
  gender: 'masculine',
  one: paradigm('- а у - ом е', stem),
  many: paradigm(`${plural(stem)} ов ам ${plural(stem)} ами ах`, stem),
});

/** юань, юаня, …, юаней. */
export const softMasculine = (stem: string): Noun => ({
  gender: 'masculine',
  one: paradigm('ь я ю ь ем е', stem),
  many: paradigm('и ей ям и ями ях', stem),
});

/** крона, кроны, …, крон; the genitive plural where a vowel comes in: гривен. */
export const hardFeminine = (stem: string, genitivePlural = stem): Noun => ({
  gender: 'feminine',
  one: paradigm(`а ${plural(stem)} е у ой е`, stem),
  many: { ...paradigm(`${plural(stem)} - ам ${plural(stem)} ами ах`, stem), gen: genitivePlural },
});

/** A noun that does not decline: евро, тенге. */
export const indeclinable = (word: string, gender: Noun['gender']): Noun => {
  const forms = paradigm('- - - - - -', word);
  return { gender, one: forms, many: forms };
};

function plural(stem: string): string {
  return 'кгхжчшщ'.includes(stem.slice(-1)) ? 'и' : 'ы';
}

export const phrase = (noun: Noun, adjectives: readonly Adjective[] = [], after = ''): Phrase => ({
  noun, adjectives, after: after === '' ? '' : ` ${after}`,
});

/** The phrase as it follows a whole number: «календарных дней», «канадскую крону». */
export function counted(n: bigint, what: Phrase, grammaticalCase: Case): string {
  const direct = grammaticalCase === 'nom' || grammaticalCase === 'acc';
  const { noun, adjectives } = what;
  const many = (form: Case): string => join(adjectives.map((a) => a.many[form]), noun.many[form], what.after);
  switch (government(n)) {
    case 'one':
      return join(adjectives.map((a) => a.one[noun.gender][grammaticalCase]), noun.one[grammaticalCase], what.after);
    case 'few':
      if (!direct) return many(grammaticalCase);
      // две чешские кроны, but два канадских доллара
      return join(adjectives.map((a) => a.many[noun.gender === 'feminine' ? 'nom' : 'gen']), few(noun), what.after);
    case 'many':
      return many(direct ? 'gen' : grammaticalCase);
    case 'genitive':
      return many('gen');
  }
}

/** The phrase after a decimal fraction: genitive singular in every case, «33,4 процента». */
export function afterFraction(what: Phrase): string {
  const { noun, adjectives } = what;
  return join(adjectives.map((a) => a.one[noun.gender].gen), noun.one.gen, what.after);
}

/** Every form in which the phrase may follow a number. */
export function phraseForms(what: Phrase): ReadonlySet<string> {
  const forms = new Set([afterFraction(what)]);
  for (const grammaticalCase of CASES) for (const n of [1n, 2n, 5n]) forms.add(counted(n, what, grammaticalCase));
  return forms;
}

/** Two, three and four take the genitive singular; a noun that declines as an adjective (злотый) the genitive plural. */
function few(noun: Noun): string {
  return noun.one.nom.endsWith('ый') ? noun.many.gen : noun.one.gen;
}

function join(adjectives: readonly string[], noun: string, after: string): string {
  return `${[...adjectives, noun].join(' ')}${after}`;
}
