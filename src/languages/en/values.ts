import type { Value, ValueForm } from '../../model/index.ts';
import { amountOf } from '../amount.ts';
import { readDate } from '../calendar.ts';
import { readDuration } from '../duration.ts';
import { group } from '../figures.ts';
import type { ValueContext } from '../language.ts';
import { joinList } from '../list.ts';
import { currencyName } from './currency-names.ts';
import { MONTHS } from './dates.ts';
import { englishDecimalWords, englishWords } from './numerals.ts';

/** "2,000". */
export function englishInteger(n: number | bigint): string {
  return group(n, ',');
}

/** Renders a value as it stands in a sentence; undefined where it has no inline form or no text in the language. */
export function englishValue(value: Value, form: ValueForm, context: ValueContext): string | undefined {
  const words = form.style === 'words';
  switch (value.type) {
    case 'text':
      return value.text['en'];
    case 'integer':
      return number(value.integer, words);
    case 'boolean':
      return value.boolean ? 'yes' : 'no';
    case 'money':
      return money(value.currency, value.minor, words);
    case 'duration':
      return duration(value.iso, words, context.unit ?? 'calendar');
    case 'date':
      return date(value.date);
    case 'share':
      return percent(value.shares.find((share) => share.party === form.part)?.percent, words);
    case 'choice':
      return context.choiceLabels[value.choice]?.['en']?.nom;
    case 'party':
      return context.partyNames[value.party]?.['en']?.nom;
    case 'list': {
      if (form.part !== undefined) return value.items.find((item) => item.key === form.part)?.text['en'];
      const items = value.items.map((item) => item.text['en']).filter((text) => text !== undefined);
      return items.length === value.items.length ? joinList(items, 'and') : undefined;
    }
    case 'table':
      return undefined;
  }
}

/** "90", or "ninety (90)". */
function number(n: number | bigint, words: boolean): string {
  const said = words ? englishWords(n) : undefined;
  return said === undefined ? englishInteger(n) : `${said} (${englishInteger(n)})`;
}

function money(currency: string, minor: string, words: boolean): string | undefined {
  const amount = amountOf(currency, minor);
  if (amount === undefined) return undefined;
  const { whole, fraction } = amount;
  const name = currencyName(currency);
  const figures = `${englishInteger(whole)}${fraction === '' ? '' : `.${fraction}`}`;
  if (!words || (fraction !== '' && name?.minorMany === undefined)) return `${currency} ${figures}`;
  const major = `${number(whole, true)} ${name === undefined ? currency : whole === 1n ? name.one : name.many}`;
  if (fraction === '') return major;
  const small = BigInt(fraction);
  return `${major} and ${number(small, true)} ${(small === 1n ? name?.minorOne : name?.minorMany) ?? ''}`;
}

function duration(iso: string, words: boolean, unit: 'calendar' | 'working'): string | undefined {
  const parts = readDuration(iso);
  if (parts === undefined) return undefined;
  const printed = parts.map((part) => {
    const name = part.unit === 'day' ? `${unit} day` : part.unit;
    return `${number(part.count, words)} ${name}${part.count === 1n ? '' : 's'}`;
  });
  return joinList(printed, 'and');
}

function date(iso: string): string | undefined {
  const read = readDate(iso);
  return read === undefined ? undefined : `${read.day} ${MONTHS[read.month - 1] ?? ''} ${read.year}`;
}

function percent(decimal: string | undefined, words: boolean): string | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal ?? '');
  if (match === null) return undefined;
  const whole = BigInt(match[1] ?? '');
  const fraction = match[2] ?? '';
  const figures = `${englishInteger(whole)}${fraction === '' ? '' : `.${fraction}`}`;
  const said = words ? englishDecimalWords(whole, fraction) : undefined;
  return said === undefined ? `${figures} per cent` : `${said} (${figures}) per cent`;
}
