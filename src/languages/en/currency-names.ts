export interface CurrencyName { readonly one: string; readonly many: string; readonly minorOne?: string; readonly minorMany?: string }

/** One, many; minor unit one, many. */
const NAMES: Readonly<Record<string, string>> = {
  AED: 'United Arab Emirates dirham, United Arab Emirates dirhams, fils, fils',
  AMD: 'Armenian dram, Armenian drams, luma, luma',
  AUD: 'Australian dollar, Australian dollars, cent, cents',
  AZN: 'Azerbaijani manat, Azerbaijani manats, qapik, qapiks',
  BRL: 'Brazilian real, Brazilian reais, centavo, centavos',
  BYN: 'Belarusian rouble, Belarusian roubles, kopeck, kopecks',
  CAD: 'Canadian dollar, Canadian dollars, cent, cents',
  CHF: 'Swiss franc, Swiss francs, centime, centimes',
  CNY: 'Chinese yuan, Chinese yuan, fen, fen',
  CZK: 'Czech koruna, Czech korunas, haler, halers',
  DKK: 'Danish krone, Danish kroner, øre, øre',
  EUR: 'euro, euros, cent, cents',
  GBP: 'pound sterling, pounds sterling, penny, pence',
  GEL: 'Georgian lari, Georgian lari, tetri, tetri',
  HUF: 'Hungarian forint, Hungarian forints, filler, fillers',
  ILS: 'Israeli new shekel, Israeli new shekels, agora, agorot',
  INR: 'Indian rupee, Indian rupees, paisa, paise',
  JPY: 'Japanese yen, Japanese yen',
  KGS: 'Kyrgyz som, Kyrgyz soms, tyiyn, tyiyns',
  KRW: 'South Korean won, South Korean won',
  KWD: 'Kuwaiti dinar, Kuwaiti dinars, fils, fils',
  KZT: 'Kazakhstani tenge, Kazakhstani tenge, tiyn, tiyns',
  MDL: 'Moldovan leu, Moldovan lei, ban, bani',
  NOK: 'Norwegian krone, Norwegian kroner, øre, øre',
  NZD: 'New Zealand dollar, New Zealand dollars, cent, cents',
  PLN: 'Polish zloty, Polish zlotys, grosz, groszy',
  RON: 'Romanian leu, Romanian lei, ban, bani',
  RSD: 'Serbian dinar, Serbian dinars, para, paras',
  RUB: 'Russian rouble, Russian roubles, kopeck, kopecks',
  SAR: 'Saudi riyal, Saudi riyals, halala, halalas',
  SEK: 'Swedish krona, Swedish kronor, öre, öre',
  SGD: 'Singapore dollar, Singapore dollars, cent, cents',
  TJS: 'Tajikistani somoni, Tajikistani somoni, diram, dirams',
  TRY: 'Turkish lira, Turkish liras, kurus, kurus',
  UAH: 'Ukrainian hryvnia, Ukrainian hryvnias, kopiyka, kopiykas',
  USD: 'United States dollar, United States dollars, cent, cents',
  UZS: 'Uzbekistani sum, Uzbekistani sums, tiyin, tiyins',
  ZAR: 'South African rand, South African rand, cent, cents',
};

/** Undefined for a currency without a name here: it is written by its code. */
export function currencyName(code: string): CurrencyName | undefined {
  if (!Object.hasOwn(NAMES, code)) return undefined;
  const [one = '', many = '', minorOne, minorMany] = (NAMES[code] ?? '').split(', ');
  return { one, many, ...(minorOne === undefined || minorMany === undefined ? {} : { minorOne, minorMany }) };
}

let codes: ReadonlyMap<string, string> | undefined;

/** The code of the currency that a name, singular or plural, stands for. */
export function currencyOf(name: string): string | undefined {
  codes ??= new Map(
    Object.keys(NAMES).flatMap((code) => {
      const known = currencyName(code);
      return known === undefined ? [] : [[known.one, code] as const, [known.many, code] as const];
    }),
  );
  return codes.get(name);
}
