import type { Value } from '../../model/index.ts';
import { minorOf } from '../amount.ts';
import { exponent } from '../currencies.ts';
import { writeDuration, type DurationPart, type DurationUnit } from '../duration.ts';
import { POINT_FIGURES, readFigures } from '../figures.ts';
import { currencyName, currencyOf } from './currency-names.ts';
import { englishDates } from './dates.ts';

/** "ninety (90) calendar days" or "90 calendar days": the figures, and the rest. */
const QUANTITY = /^(?:[\p{L} -]+ ?\((\d[\d ,]*(?:\.\d+)?)\)|(\d[\d ,]*(?:\.\d+)?))(?: (\D.*))?$/u;

const UNITS: Readonly<Record<string, DurationUnit>> = {
  year: 'year', month: 'month', week: 'week', day: 'day', hour: 'hour', minute: 'minute', second: 'second',
};

/** No value is longer; a paragraph is not searched for one. */
const LONGEST = 500;

/** Reads a value back; figures count, words beside them do not. */
export function parseEnglish(type: Value['type'], text: string): Value | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.replace(/\s+/gu, ' ').trim();
  switch (type) {
    case 'integer': {
      const read = quantity(plain);
      const integer = Number(read?.whole);
      if (read === undefined || read.rest !== '' || read.fraction !== '' || !Number.isSafeInteger(integer)) return undefined;
      return { type, integer };
    }
    case 'boolean':
      return plain === 'yes' ? { type, boolean: true } : plain === 'no' ? { type, boolean: false } : undefined;
    case 'money':
      return money(plain);
    case 'duration':
      return duration(plain);
    case 'date': {
      const [only] = englishDates(plain);
      return only?.length === plain.length ? { type, date: only.iso } : undefined;
    }
    default:
      return undefined;
  }
}

interface Quantity { readonly whole: bigint; readonly fraction: string; readonly rest: string }

function quantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text);
  const figures = match === null ? undefined : readFigures(match[1] ?? match[2] ?? '', POINT_FIGURES, '.');
  return figures === undefined ? undefined : { ...figures, rest: match?.[3] ?? '' };
}

function money(text: string): Value | undefined {
  const before = /^([A-Z]{3}) ?(\d.*)$/u.exec(text);
  if (before !== null) {
    const read = quantity(before[2] ?? '');
    return read?.rest === '' ? sum(before[1] ?? '', read.whole, read.fraction) : undefined;
  }
  const [major = '', small] = parts(text);
  const read = quantity(major);
  if (read === undefined) return undefined;
  const currency = /^[A-Z]{3}$/u.test(read.rest) ? read.rest : currencyOf(read.rest);
  if (currency === undefined) return undefined;
  if (small === undefined) return sum(currency, read.whole, read.fraction);
  const cents = quantity(small);
  const name = currencyName(currency);
  if (cents === undefined || cents.rest === '' || (cents.rest !== name?.minorOne && cents.rest !== name?.minorMany)) return undefined;
  if (read.fraction !== '' || cents.fraction !== '') return undefined;
  return sum(currency, read.whole, cents.whole.toString().padStart(exponent(currency) ?? 2, '0'));
}

function sum(currency: string, whole: bigint, fraction: string): Value | undefined {
  const minor = minorOf(currency, whole, fraction);
  return minor === undefined ? undefined : { type: 'money', currency, minor };
}

/** The sum and its minor units, parted at the "and" after the currency's name: the one inside a numeral has no bracket before it. */
function parts(text: string): readonly (string | undefined)[] {
  const match = /^(.*?\) \D*?) and (.*\(.*)$/u.exec(text);
  return match === null ? [text] : [match[1], match[2]];
}

function duration(text: string): Value | undefined {
  const read: DurationPart[] = [];
  for (const part of durationParts(text)) {
    const amount = quantity(part);
    const name = /^(?:(?:calendar|working|business) )?(\w+?)s?$/u.exec(amount?.rest ?? '')?.[1] ?? '';
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (amount === undefined || unit === undefined || amount.fraction !== '') return undefined;
    read.push({ unit, count: amount.whole });
  }
  const iso = writeDuration(read);
  return iso === undefined ? undefined : { type: 'duration', iso };
}

/** Parts at the "and" or comma that follows a unit. */
function durationParts(text: string): readonly string[] {
  return text.split(/(?<=(?:year|month|week|day|hour|minute|second)s?)(?:, | and )/u);
}
