import { parsePeriod, relatePeriods } from '../../expressions/period.ts';
import type { Column, Language, Localized, Operand, Parameter, Value } from '../../model/index.ts';

/** What values are made of. */
export interface Makings {
  readonly languages: readonly Language[];
  readonly parties: readonly string[];
  readonly currency: string;
}

/**
 * Values of a parameter that its conditions may tell apart, the usual one first: the default, else a plain one. What the
 * parameter is compared with, and what lies on either side of it, is among them. Not all need meet its constraint.
 */
export function candidateValues(parameter: Parameter, makings: Makings, compared: readonly Operand[]): readonly Value[] {
  const made = others(parameter, makings, compared);
  const { default: usual } = parameter;
  if (!usual) return made;
  // An empty list is where an author begins, not what a text is made for.
  return isEmpty(usual) ? [...made, usual] : [usual, ...made];
}

function isEmpty(value: Value): boolean {
  return (value.type === 'list' && value.items.length === 0) || (value.type === 'table' && value.rows.length === 0);
}

function others(parameter: Parameter, makings: Makings, compared: readonly Operand[]): readonly Value[] {
  switch (parameter.type) {
    case 'boolean': return parameter.default?.type === 'boolean' && parameter.default.boolean ? [{ type: 'boolean', boolean: false }] : [{ type: 'boolean', boolean: true }, { type: 'boolean', boolean: false }];
    case 'choice': return (parameter.options ?? []).map(({ id }) => ({ type: 'choice', choice: id }));
    case 'party': return makings.parties.map((party) => ({ type: 'party', party }));
    case 'text': return [{ type: 'text', text: words(makings, WORDS) }, ...compared.flatMap((side): readonly Value[] => ('text' in side ? [{ type: 'text', text: Object.fromEntries(makings.languages.map((language) => [language, side.text])) }] : []))];
    case 'integer': return [2, ...compared.flatMap((side) => ('integer' in side ? [Number(side.integer), Number(side.integer) - 1, Number(side.integer) + 1] : [])), 1, 10, 100].filter((integer) => integer >= 0).map((integer) => ({ type: 'integer', integer }));
    case 'duration': return durations(compared).map((iso) => ({ type: 'duration', iso }));
    case 'date': return ['2027-06-30', ...compared.flatMap((side) => ('date' in side ? [side.date] : [])), '2028-12-31', '2030-12-31', '2020-01-31'].map((date) => ({ type: 'date', date }));
    case 'money': return ['100000000', '1000000', '1'].map((minor) => ({ type: 'money', currency: makings.currency, minor }));
    case 'share': return [shares(makings.parties, 50), shares(makings.parties, 60)];
    case 'list': return sizes(compared).map((size) => list(makings, size));
    case 'table': return sizes(compared).map((size) => table(parameter.columns ?? [], makings, size));
    default: return parameter.type satisfies never;
  }
}

/** Plain words that no rule stumbles over. */
const WORDS: Localized<string> = { en: 'the matter on record', ru: 'вопрос, указанный в протоколе' };
const ITEMS: readonly Localized<string>[] = [
  { en: 'the first of the matters', ru: 'первый из вопросов' },
  { en: 'the second of the matters', ru: 'второй из вопросов' },
  { en: 'the third of the matters', ru: 'третий из вопросов' },
];
const KEYS = ['first', 'second', 'third'] as const;

function words({ languages }: Makings, texts: Localized<string>): Localized<string> {
  return Object.fromEntries(languages.map((language) => [language, texts[language] ?? texts['en'] ?? '']));
}

/** Between any two of them, and beyond them, lies another. */
function durations(compared: readonly Operand[]): readonly string[] {
  const named = compared.flatMap((side) => ('period' in side ? [side.period] : []));
  const around = named.flatMap((iso) => {
    const period = parsePeriod(iso);
    if (!period) return [];
    if (period.months > 0) return [`P${period.months + 1}M`, ...(period.months > 1 ? [`P${period.months - 1}M`] : [])];
    if (period.days > 0) return [`P${period.days + 1}D`, ...(period.days > 1 ? [`P${period.days - 1}D`] : [])];
    return [`PT${period.seconds + 1}S`, ...(period.seconds > 1 ? [`PT${period.seconds - 1}S`] : [])];
  });
  const all = [...new Set(['P30D', ...named, 'P90D', 'P1Y', 'P5Y', 'PT24H', 'PT1H', ...around])];
  // A limit is the least usual value: it comes after what lies between the limits.
  return all.toSorted((a, b) => Number(isLimit(a, named)) - Number(isLimit(b, named)));
}

function isLimit(iso: string, named: readonly string[]): boolean {
  const period = parsePeriod(iso);
  return period !== undefined && named.some((other) => {
    const limit = parsePeriod(other);
    return limit !== undefined && relatePeriods('==', period, limit) === true;
  });
}

function sizes(compared: readonly Operand[]): readonly number[] {
  const named = compared.flatMap((side) => ('integer' in side ? [Number(side.integer)] : []));
  return [...new Set([2, ...named, ...named.map((size) => size + 1), 0, 1, 3])].filter((size) => size >= 0 && size <= 20);
}

function list(makings: Makings, size: number): Value {
  return { type: 'list', items: Array.from({ length: size }, (_, index) => ({ key: keyOf(index), text: words(makings, ITEMS[index % ITEMS.length] ?? WORDS) })) };
}

/** A row for each party in turn. */
function table(columns: readonly Column[], makings: Makings, size: number): Value {
  const rows = Array.from({ length: size }, (_, index) => ({
    key: keyOf(index),
    cells: Object.fromEntries(columns.map((column): [string, Value] => [column.key, cell(column, makings, index)])),
  }));
  return { type: 'table', rows };
}

function keyOf(index: number): string {
  return KEYS[index] ?? `item-${index + 1}`;
}

function cell({ type }: Column, makings: Makings, row: number): Value {
  switch (type) {
    case 'party': return { type, party: makings.parties[row % Math.max(1, makings.parties.length)] ?? '' };
    case 'text': return { type, text: words(makings, ITEMS[row % ITEMS.length] ?? WORDS) };
    case 'integer': return { type, integer: row + 1 };
    case 'boolean': return { type, boolean: true };
    // Rows may have to stay within an amount that stands elsewhere.
    case 'money': return { type, currency: makings.currency, minor: '1000000' };
    case 'duration': return { type, iso: 'P30D' };
    case 'date': return { type, date: '2027-06-30' };
    case 'choice': return { type, choice: '' };
    default: return type satisfies never;
  }
}

/** Shares that add up to a hundred. */
function shares(parties: readonly string[], first: number): Value {
  const [one, other] = parties;
  return { type: 'share', shares: [...(one === undefined ? [] : [{ party: one, percent: other === undefined ? '100' : String(first) }]), ...(other === undefined ? [] : [{ party: other, percent: String(100 - first) }])] };
}
