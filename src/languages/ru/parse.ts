import type { Value } from '../../model/index.ts';
import { minorOf } from '../amount.ts';
import { exponent } from '../currencies.ts';
import { writeDuration, type DurationPart } from '../duration.ts';
import { COMMA_FIGURES, readFigures } from '../figures.ts';
import { currencyOf, isMinorUnit } from './currency-names.ts';
import { russianDates } from './dates.ts';
import { unitOf } from './units.ts';

/** «90 (девяноста) календарных дней»: figures, words if any, the rest. */
const QUANTITY = /^(\d(?:[\d ]*\d)?(?:,\d+)?)(?: ?\([\p{L} -]+\))?(?: (\D.*))?$/u;

/** No value is longer; a paragraph is not searched for one. */
const LONGEST = 500;

/** Reads a value back; figures count, words beside them do not. */
export function parseRussian(type: Value['type'], text: string): Value | undefined {
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
      return plain === 'да' ? { type, boolean: true } : plain === 'нет' ? { type, boolean: false } : undefined;
    case 'money':
      return money(plain);
    case 'duration':
      return duration(plain);
    case 'date': {
      const [only] = russianDates(plain);
      return only?.length === plain.length ? { type, date: only.iso } : undefined;
    }
    default:
      return undefined;
  }
}

interface Quantity { readonly whole: bigint; readonly fraction: string; readonly rest: string }

function quantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text);
  const figures = match === null ? undefined : readFigures(match[1] ?? '', COMMA_FIGURES, ',');
  return figures === undefined ? undefined : { ...figures, rest: match?.[2] ?? '' };
}

function money(text: string): Value | undefined {
  const before = /^([A-Z]{3}) (\d.*)$/u.exec(text);
  const read = quantity(before === null ? text : `${before[2] ?? ''} ${before[1] ?? ''}`);
  if (read === undefined) return undefined;
  const split = /^(\D+?)(?: (\d.*))?$/u.exec(read.rest);
  const name = split?.[1] ?? '';
  const currency = /^[A-Z]{3}$/u.test(name) ? name : currencyOf(name);
  if (currency === undefined) return undefined;
  const small = split?.[2] === undefined ? undefined : quantity(split[2]);
  if (split?.[2] !== undefined && (small === undefined || small.fraction !== '' || read.fraction !== '' || !isMinorUnit(currency, small.rest))) {
    return undefined;
  }
  const fraction = small === undefined ? read.fraction : small.whole.toString().padStart(exponent(currency) ?? 2, '0');
  const minor = minorOf(currency, read.whole, fraction);
  return minor === undefined ? undefined : { type: 'money', currency, minor };
}

function duration(text: string): Value | undefined {
  const parts: DurationPart[] = [];
  for (const part of text.split(/, | и /u)) {
    const read = quantity(part);
    const unit = read === undefined ? undefined : unitOf(read.rest);
    if (read === undefined || unit === undefined || read.fraction !== '') return undefined;
    parts.push({ unit, count: read.whole });
  }
  const iso = writeDuration(parts);
  return iso === undefined ? undefined : { type: 'duration', iso };
}
