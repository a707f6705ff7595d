import { hardFeminine, hardMasculine, indeclinable, phrase, phraseForms, softMasculine, type Phrase } from './nouns.ts';
import { adjective, paradigm, type Noun } from './paradigm.ts';

export interface CurrencyName { readonly major: Phrase; readonly minor?: Phrase }

const rouble: Noun = {
  gender: 'masculine',
  one: paradigm('ь я ю ь ём е', 'рубл'),
  many: paradigm('и ей ям и ями ях', 'рубл'),
};
const kopeck: Noun = hardFeminine('копейк', 'копеек');
const rupee: Noun = {
  gender: 'feminine',
  one: paradigm('я и и ю ей и', 'рупи'),
  many: paradigm('и й ям и ями ях', 'рупи'),
};
const zloty: Noun = {
  gender: 'masculine',
  one: paradigm('ый ого ому ый ым ом', 'злот'),
  many: paradigm('ые ых ым ые ыми ых', 'злот'),
};
const leu: Noun = {
  gender: 'masculine',
  one: paradigm('й я ю й ем е', 'ле'),
  many: paradigm('и ев ям и ями ях', 'ле'),
};
const penny: Noun = hardMasculine('пенс');
const cent: Noun = hardMasculine('цент');
const dollar: Noun = hardMasculine('доллар');
const krona: Noun = hardFeminine('крон');
const dinar: Noun = hardMasculine('динар');
const ore: Noun = indeclinable('эре', 'neuter');

const named = (major: Noun, minor?: Noun, adjectives = '', after = ''): CurrencyName => ({
  major: phrase(major, adjectives === '' ? [] : adjectives.split(' ').map(adjective), after),
  ...(minor === undefined ? {} : { minor: phrase(minor) }),
});

/** Names as in the Russian classifier of currencies, in the form that follows a number. Built on first use. */
const BUILD: Readonly<Record<string, () => CurrencyName>> = {
  AED: () => named(hardMasculine('дирхам'), hardMasculine('филс'), '', 'ОАЭ'),
  AMD: () => named(hardMasculine('драм'), hardFeminine('лум'), 'армянский'),
  AUD: () => named(dollar, cent, 'австралийский'),
  AZN: () => named(hardMasculine('манат'), hardMasculine('гяпик'), 'азербайджанский'),
  BRL: () => named(hardMasculine('реал'), indeclinable('сентаво', 'masculine'), 'бразильский'),
  BYN: () => named(rouble, kopeck, 'белорусский'),
  CAD: () => named(dollar, cent, 'канадский'),
  CHF: () => named(hardMasculine('франк'), hardMasculine('сантим'), 'швейцарский'),
  CNY: () => named(softMasculine('юан'), softMasculine('фэн')),
  CZK: () => named(krona, hardMasculine('геллер'), 'чешский'),
  DKK: () => named(krona, ore, 'датский'),
  EUR: () => named(indeclinable('евро', 'masculine'), cent),
  GBP: () => named(hardMasculine('фунт'), penny, '', 'стерлингов'),
  GEL: () => named(indeclinable('лари', 'masculine'), indeclinable('тетри', 'masculine')),
  HUF: () => named(hardMasculine('форинт'), hardMasculine('филлер')),
  ILS: () => named(softMasculine('шекел'), hardFeminine('агор'), 'новый израильский'),
  INR: () => named(rupee, hardFeminine('пайс'), 'индийский'),
  JPY: () => named(hardFeminine('иен')),
  KGS: () => named(hardMasculine('сом'), hardMasculine('тыйын')),
  KRW: () => named(hardFeminine('вон'), undefined, 'южнокорейский'),
  KWD: () => named(dinar, hardMasculine('филс'), 'кувейтский'),
  KZT: () => named(indeclinable('тенге', 'masculine'), hardMasculine('тиын')),
  MDL: () => named(leu, hardMasculine('бан'), 'молдавский'),
  NOK: () => named(krona, ore, 'норвежский'),
  NZD: () => named(dollar, cent, 'новозеландский'),
  PLN: () => named(zloty, hardMasculine('грош')),
  RON: () => named(leu, hardMasculine('бан'), 'румынский'),
  RSD: () => named(dinar, hardFeminine('пар'), 'сербский'),
  RUB: () => named(rouble, kopeck, 'российский'),
  SAR: () => named(hardMasculine('риял'), hardMasculine('халал'), 'саудовский'),
  SEK: () => named(krona, ore, 'шведский'),
  SGD: () => named(dollar, cent, 'сингапурский'),
  TJS: () => named(indeclinable('сомони', 'masculine'), hardMasculine('дирам')),
  TRY: () => named(hardFeminine('лир'), hardMasculine('куруш'), 'турецкий'),
  UAH: () => named(hardFeminine('гривн', 'гривен'), kopeck),
  USD: () => named(dollar, cent, '', 'США'),
  UZS: () => named(hardMasculine('сум'), hardMasculine('тийин'), 'узбекский'),
  ZAR: () => named(hardMasculine('рэнд'), cent, 'южноафриканский'),
};

const built = new Map<string, CurrencyName>();

/** Undefined for a currency without a name here: it is written by its code. */
export function currencyName(code: string): CurrencyName | undefined {
  const known = built.get(code);
  if (known !== undefined || !Object.hasOwn(BUILD, code)) return known;
  const name = BUILD[code]?.();
  if (name !== undefined) built.set(code, name);
  return name;
}

/** Many write е for ё: рублем. */
const fold = (form: string): string => form.replaceAll('ё', 'е');

let codes: ReadonlyMap<string, string> | undefined;

/** The code of the currency that a form names: «долларов США» → USD. */
export function currencyOf(form: string): string | undefined {
  codes ??= new Map(
    Object.keys(BUILD).flatMap((code) => {
      const major = currencyName(code)?.major;
      return major === undefined ? [] : [...phraseForms(major)].map((name) => [fold(name), code] as const);
    }),
  );
  return codes.get(fold(form));
}

/** True if a form names the currency's minor unit. */
export function isMinorUnit(code: string, form: string): boolean {
  const minor = currencyName(code)?.minor;
  return minor !== undefined && [...phraseForms(minor)].some((name) => fold(name) === fold(form));
}
