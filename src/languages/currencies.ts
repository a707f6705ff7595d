/** ISO 4217 codes whose minor unit is a hundredth. */
const HUNDREDTHS =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC ' +
  'CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD ' +
  'KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO ' +
  'NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL ' +
  'THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const WHOLE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THOUSANDTHS = 'BHD IQD JOD KWD LYD OMR TND';

function build(): Readonly<Record<string, number>> {
  const exponents: Record<string, number> = {};
  for (const [codes, digits] of [[HUNDREDTHS, 2], [WHOLE, 0], [THOUSANDTHS, 3]] as const) {
    for (const code of codes.split(' ')) exponents[code] = digits;
  }
  return exponents;
}

/** Decimal digits of the minor unit, by ISO 4217 code: USD 2, JPY 0, KWD 3. */
export const CURRENCIES: Readonly<Record<string, number>> = build();

/** Digits of a currency's minor unit; undefined for a code that ISO 4217 does not know. */
export function exponent(code: string): number | undefined {
  return Object.hasOwn(CURRENCIES, code) ? CURRENCIES[code] : undefined;
}
