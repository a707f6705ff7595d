import { exponent } from './currencies.ts';

/** A sum in major units: `fraction` has as many digits as the currency's minor unit, and is empty where it is nil. */
export interface Amount { readonly whole: bigint; readonly fraction: string }

/** An unknown code is read as most currencies are. */
const USUAL_EXPONENT = 2;

/** Undefined if `minor` is not a string of digits. */
export function amountOf(currency: string, minor: string): Amount | undefined {
  if (!/^\d+$/.test(minor)) return undefined;
  const digits = exponent(currency) ?? USUAL_EXPONENT;
  const padded = minor.padStart(digits + 1, '0');
  const cut = padded.length - digits;
  const fraction = padded.slice(cut);
  return { whole: BigInt(padded.slice(0, cut)), fraction: /^0*$/.test(fraction) ? '' : fraction };
}

/** Minor units of a sum in major units; undefined where the fraction is finer than the currency's minor unit. */
export function minorOf(currency: string, whole: bigint, fraction: string): string | undefined {
  const digits = exponent(currency) ?? USUAL_EXPONENT;
  const exact = fraction.replace(/0+$/, '');
  if (exact.length > digits) return undefined;
  return BigInt(`${whole}${exact.padEnd(digits, '0')}`).toString();
}
