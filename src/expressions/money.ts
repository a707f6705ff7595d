import { exponent } from '../languages/currencies.ts';
import type { Value } from '../model/index.ts';

export type Money = Extract<Value, { readonly type: 'money' }>;

/** How an amount is written; which currencies there are, and how fine, `parseMoney` knows. */
export const MONEY = /^([A-Z]{3}) (\d{1,18})(?:\.(\d+))?$/;

/** Reads `USD 38000000`, `EUR 12.50`; undefined if it is no amount of a known currency, or finer than its minor unit. */
export function parseMoney(text: string): Money | undefined {
  const [, currency = '', whole = '', fraction = ''] = MONEY.exec(text) ?? [];
  const digits = exponent(currency);
  if (digits === undefined || fraction.length > digits) return undefined;
  return { type: 'money', currency, minor: (whole + fraction.padEnd(digits, '0')).replace(/^0+(?=\d)/, '') };
}
