import type { Case, Gender, Value, ValueForm } from '../../model/index.ts';
import { amountOf } from '../amount.ts';
import { readDate } from '../calendar.ts';
import { readDuration } from '../duration.ts';
import { group } from '../figures.ts';
import type { ValueContext } from '../language.ts';
import { currencyName } from './currency-names.ts';
import { MONTHS } from './dates.ts';
import { formOf } from '../forms.ts';
import { joinList } from '../list.ts';
import { afterFraction, counted, type Phrase } from './nouns.ts';
import { russianWords } from './numerals.ts';
import { CALENDAR_DAY, PERCENT, UNITS, WORKING_DAY } from './units.ts';
import { russianDecimalWords } from './words.ts';

const NBSP = '\u00a0';

/** «2000», «38 000 000» with no-break spaces: four digits stand together. */
export function russianInteger(n: number | bigint): string {
  return group(n, NBSP, 5);
}

/** Renders a value as it stands in a sentence; undefined where it has no inline form or no text in the language. */
export function russianValue(value: Value, form: ValueForm, context: ValueContext): string | undefined {
  const grammaticalCase = form.case ?? 'nom';
  const words = form.style === 'words';
  switch (value.type) {
    case 'text':
      return value.text['ru'];
    case 'integer':
      return words && Number.isSafeInteger(value.integer)
        ? figuresAndWords(BigInt(value.integer), grammaticalCase, 'masculine')
        : russianInteger(value.integer);
    case 'boolean':
      return value.boolean ? 'да' : 'нет';
    case 'money':
      return money(value.currency, value.minor, grammaticalCase, words);
    case 'duration':
      return duration(value.iso, grammaticalCase, words, context.unit === 'working' ? WORKING_DAY : CALENDAR_DAY);
    case 'date':
      return date(value.date);
    case 'share':
      return percent(value.shares.find((share) => share.party === form.part)?.percent, grammaticalCase, words);
    case 'choice':
      return formOf(context.choiceLabels[value.choice]?.['ru'], grammaticalCase);
    case 'party':
      return formOf(context.partyNames[value.party]?.['ru'], grammaticalCase);
    case 'list': {
      if (form.part !== undefined) return value.items.find((item) => item.key === form.part)?.text['ru'];
      const items = value.items.map((item) => item.text['ru']).filter((text) => text !== undefined);
      return items.length === value.items.length ? joinList(items, 'и') : undefined;
    }
    case 'table':
      return undefined;
  }
}

/** «90 (девяноста)». */
function figuresAndWords(n: bigint, grammaticalCase: Case, gender: Gender): string {
  const words = russianWords(n, grammaticalCase, gender);
  return words === undefined ? russianInteger(n) : `${russianInteger(n)} (${words})`;
}

function quantity(n: bigint, what: Phrase, grammaticalCase: Case, words: boolean): string {
  const noun = counted(n, what, grammaticalCase);
  return words
    ? `${figuresAndWords(n, grammaticalCase, what.noun.gender)} ${noun}`
    : `${russianInteger(n)}${NBSP}${noun}`;
}

function money(currency: string, minor: string, grammaticalCase: Case, words: boolean): string | undefined {
  const amount = amountOf(currency, minor);
  if (amount === undefined) return undefined;
  const { whole, fraction } = amount;
  const name = currencyName(currency);
  const figures = `${russianInteger(whole)}${fraction === '' ? '' : `,${fraction}`}`;
  if (name === undefined) {
    const said = words && fraction === '' ? figuresAndWords(whole, grammaticalCase, 'masculine') : figures;
    return `${said}${NBSP}${currency}`;
  }
  if (fraction === '') return quantity(whole, name.major, grammaticalCase, words);
  if (!words || name.minor === undefined) return `${figures}${NBSP}${afterFraction(name.major)}`;
  return `${quantity(whole, name.major, grammaticalCase, true)} ${quantity(BigInt(fraction), name.minor, grammaticalCase, true)}`;
}

function duration(iso: string, grammaticalCase: Case, words: boolean, day: Phrase): string | undefined {
  const parts = readDuration(iso);
  if (parts === undefined) return undefined;
  return joinList(parts.map(({ unit, count }) => quantity(count, unit === 'day' ? day : UNITS[unit], grammaticalCase, words)), 'и');
}

/** A date is always in the genitive: «4 июня 2000 года». */
function date(iso: string): string | undefined {
  const read = readDate(iso);
  return read === undefined ? undefined : `${read.day} ${MONTHS[read.month - 1] ?? ''} ${read.year} года`;
}

function percent(decimal: string | undefined, grammaticalCase: Case, words: boolean): string | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal ?? '');
  if (match === null) return undefined;
  const whole = BigInt(match[1] ?? '');
  const fraction = match[2] ?? '';
  if (fraction === '') return quantity(whole, PERCENT, grammaticalCase, words);
  const said = words ? russianDecimalWords(whole, fraction, grammaticalCase) : undefined;
  const figures = `${russianInteger(whole)},${fraction}`;
  return said === undefined ? `${figures}${NBSP}${afterFraction(PERCENT)}` : `${figures} (${said}) ${afterFraction(PERCENT)}`;
}
