import { exponent } from '../languages/currencies.ts';
import type { Column, ListItem, Localized, Parameter, TableRow, Value } from '../model/index.ts';
import { MONEY, parseMoney } from '../expressions/money.ts';
import { parsePeriod } from '../expressions/period.ts';
import { nearest } from '../text/nearest.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { isDate } from './is-date.ts';
import type { Path } from './yaml.ts';

/** What a value may refer to. */
export interface ValueWorld {
  readonly languages: readonly string[];
  /** Parties of the arrangement, or undefined where any known party will do. */
  readonly parties: readonly string[];
}

/** A fault of a value; `path` runs from the value down. */
export interface ValueFault {
  readonly rule: string;
  readonly severity?: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly path: Path;
  /** The party that it is about, where it is one. */
  readonly party?: string;
}

type Typed = { readonly value?: Value; readonly faults: readonly ValueFault[] };

/** Types a value as written in YAML. Faults are collected; what could be read is kept. */
export function typeValue(parameter: Pick<Parameter, 'type' | 'options' | 'columns'>, raw: unknown, world: ValueWorld): Typed {
  switch (parameter.type) {
    case 'text': return typeText(raw, world, []);
    case 'integer':
      return typeof raw === 'number' && Number.isSafeInteger(raw) ? ok({ type: 'integer', integer: raw }) : bad(raw, 'a whole number');
    case 'boolean': return typeof raw === 'boolean' ? ok({ type: 'boolean', boolean: raw }) : bad(raw, 'true or false');
    case 'money': return typeMoney(raw);
    case 'duration':
      return typeof raw === 'string' && parsePeriod(raw) ? ok({ type: 'duration', iso: raw }) : bad(raw, 'an ISO 8601 duration such as P90D, P10Y or PT60S');
    case 'date': return typeof raw === 'string' && isDate(raw) ? ok({ type: 'date', date: raw }) : bad(raw, 'a calendar date such as 2026-11-23');
    case 'share': return typeShare(raw, world);
    case 'choice': {
      const ids = (parameter.options ?? []).map((option) => option.id);
      return typeof raw === 'string' && ids.includes(raw) ? ok({ type: 'choice', choice: raw }) : bad(raw, `one of ${ids.join(', ')}`, typeof raw === 'string' ? nearest(raw, ids) : []);
    }
    case 'party':
      if (typeof raw !== 'string') return bad(raw, `a party: ${world.parties.join(', ')}`);
      return world.parties.includes(raw) ? ok({ type: 'party', party: raw }) : { faults: [{ ...wrong(raw, `a party: ${world.parties.join(', ')}`, [], nearest(raw, world.parties)), party: raw }] };
    case 'list': return typeList(raw, world);
    case 'table': return typeTable(parameter.columns ?? [], raw, world);
    default: return parameter.type satisfies never;
  }
}

function ok(value: Value): Typed {
  return { value, faults: [] };
}

function bad(raw: unknown, expected: string, near: readonly string[] = []): Typed {
  return { faults: [wrong(raw, expected, [], near)] };
}

function wrong(raw: unknown, expected: string, path: Path, near: readonly string[] = []): ValueFault {
  const found = raw === null || raw === undefined ? 'nothing' : typeof raw === 'string' ? `“${raw.slice(0, 60)}”` : Array.isArray(raw) ? 'a list' : typeof raw === 'object' ? 'a map' : (JSON.stringify(raw) ?? 'nothing');
  return { rule: 'wrong-type', message: `found ${found}; expected ${expected}`, path, ...(near[0] === undefined ? {} : { hint: `did you mean “${near[0]}”?` }) };
}

/** Bidirectional and other controls that change how a text reads without being seen. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/u;

function typeText(raw: unknown, world: ValueWorld, path: Path): Typed {
  const faults: ValueFault[] = [];
  if (typeof raw === 'string' || typeof raw === 'number') {
    const only = world.languages[0];
    if (world.languages.length > 1 || only === undefined)
      return { faults: [{ rule: 'missing-translation', message: 'the text is given in no particular language', hint: `write { ${world.languages.map((language) => `${language}: …`).join(', ')} }`, path }] };
    return { value: { type: 'text', text: { [only]: cleanText(String(raw), path, faults) } }, faults };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { faults: [wrong(raw, 'text per language', path)] };
  const text: Record<string, string> = {};
  for (const [language, words] of Object.entries(raw)) {
    if (typeof words !== 'string') faults.push(wrong(words, 'text', [...path, language]));
    else text[language] = cleanText(words, [...path, language], faults);
  }
  missing(text, world, path, faults);
  return { value: { type: 'text', text }, faults };
}

function missing(text: Localized<string>, world: ValueWorld, path: Path, faults: ValueFault[]): void {
  for (const language of world.languages)
    if (!text[language]) faults.push({ rule: 'missing-translation', message: `there is no text in “${language}”`, path });
}

function cleanText(text: string, path: Path, faults: ValueFault[]): string {
  const hidden = HIDDEN.exec(text);
  if (hidden) {
    const code = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    faults.push({ rule: 'control-character', message: `the text holds the invisible character U+${code}`, hint: 'remove it', path });
  }
  return normaliseText(hidden ? text.replace(new RegExp(HIDDEN.source, 'gu'), '') : text);
}

function typeMoney(raw: unknown): Typed {
  const money = typeof raw === 'string' ? parseMoney(raw) : undefined;
  if (money) return ok(money);
  const [, currency = ''] = typeof raw === 'string' ? (MONEY.exec(raw) ?? []) : [];
  if (currency === '') return bad(raw, 'a quoted amount such as "USD 38000000"');
  const digits = exponent(currency);
  return bad(raw, digits === undefined ? 'an ISO 4217 currency' : `at most ${digits} decimals for ${currency}`);
}

function typeShare(raw: unknown, world: ValueWorld): Typed {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return bad(raw, `a percentage per party: { ${world.parties.join(': …, ')}: … }`);
  const faults: ValueFault[] = [];
  const given = new Map(Object.entries(raw));
  for (const party of given.keys())
    if (!world.parties.includes(party)) faults.push({ rule: 'unknown-party', message: `“${party}” is not a party of this arrangement`, hint: `the parties are ${world.parties.join(', ')}`, path: [party], party });
  const shares = world.parties.flatMap((party) => {
    const percent: unknown = given.get(party);
    if (percent === undefined) {
      faults.push({ rule: 'missing-key', message: `there is no share for “${party}”`, path: [], party });
      return [];
    }
    const text = typeof percent === 'number' || typeof percent === 'string' ? String(percent) : '';
    if (!/^\d{1,3}(\.\d{1,4})?$/.test(text) || Number(text) > 100) {
      faults.push(wrong(percent, 'a percentage from 0 to 100, with at most four decimals', [party]));
      return [];
    }
    return [{ party, percent: text.includes('.') ? text.replace(/\.?0+$/, '') : text }];
  });
  return { value: { type: 'share', shares }, faults };
}

function typeList(raw: unknown, world: ValueWorld): Typed {
  if (!Array.isArray(raw)) return bad(raw, 'a list of { key, … }');
  const faults: ValueFault[] = [];
  const keys = new KeyCheck(faults);
  const items: ListItem[] = [];
  raw.forEach((entry: unknown, index) => {
    const fields = keys.read(entry, index);
    if (!fields) return;
    const { key, rest } = fields;
    const typed = typeText(Object.fromEntries(rest), world, [index]);
    faults.push(...typed.faults);
    if (typed.value?.type === 'text') items.push({ key, text: typed.value.text });
  });
  return { value: { type: 'list', items }, faults };
}

function typeTable(columns: readonly Column[], raw: unknown, world: ValueWorld): Typed {
  if (!Array.isArray(raw)) return bad(raw, 'a list of rows { key, … }');
  const faults: ValueFault[] = [];
  const keys = new KeyCheck(faults);
  const rows: TableRow[] = [];
  raw.forEach((entry: unknown, index) => {
    const fields = keys.read(entry, index);
    if (!fields) return;
    const cells: Record<string, Value> = {};
    for (const [name, cell] of fields.rest) {
      const column = columns.find((candidate) => candidate.key === name);
      if (!column) {
        const near = nearest(name, columns.map((candidate) => candidate.key));
        faults.push({ rule: 'unknown-key', message: `unknown column “${name}”`, hint: near[0] === undefined ? `columns: ${columns.map((candidate) => candidate.key).join(', ')}` : `did you mean “${near[0]}”?`, path: [index, name] });
        continue;
      }
      // A column given with nothing in it is left open on purpose: its blank is reported where it stands.
      if (cell === null) continue;
      const typed = typeValue({ type: column.type }, cell, world);
      for (const fault of typed.faults) faults.push({ ...fault, path: [index, name, ...fault.path] });
      if (typed.value) cells[name] = typed.value;
    }
    for (const column of columns)
      if (column.required && !Object.hasOwn(cells, column.key) && !fields.rest.some(([name]) => name === column.key))
        faults.push({ rule: 'missing-key', message: `the row has no “${column.key}”`, hint: `give it, or leave it open with “${column.key}:”`, path: [index] });
    rows.push({ key: fields.key, cells });
  });
  faults.push(...columns.filter((column) => column.covers === 'parties').flatMap((column) => uncovered(column.key, rows, world)));
  return { value: { type: 'table', rows }, faults };
}

/** The parties that no row names. A row whose party is open or in fault may yet be theirs. */
function uncovered(column: string, rows: readonly TableRow[], world: ValueWorld): readonly ValueFault[] {
  const named = rows.flatMap(({ cells: { [column]: cell } }) => (cell?.type === 'party' ? [cell.party] : []));
  const left = world.parties.filter((party) => !named.includes(party));
  if (left.length <= rows.length - named.length) return [];
  return left.map((party) => ({ rule: 'missing-key', message: `there is no row for “${party}”`, path: [], party }));
}

/** Reads `key` off list entries and keeps them unique. */
class KeyCheck {
  readonly #seen = new Map<string, number>();
  readonly #faults: ValueFault[];
  constructor(faults: ValueFault[]) {
    this.#faults = faults;
  }
  read(entry: unknown, index: number): { readonly key: string; readonly rest: readonly [string, unknown][] } | undefined {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      this.#faults.push(wrong(entry, 'a map with a key: { key: …, … }', [index]));
      return undefined;
    }
    const fields: [string, unknown][] = Object.entries(entry);
    const key = fields.find(([name]) => name === 'key')?.[1];
    if (typeof key !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(key)) {
      this.#faults.push({ rule: 'missing-key', message: 'an entry of a list needs a key of lower-case letters, digits and hyphens; it is its identity', path: [index] });
      return undefined;
    }
    const first = this.#seen.get(key);
    if (first !== undefined) this.#faults.push({ rule: 'duplicate-key', message: `the key “${key}” stands twice in this list (entries ${first + 1} and ${index + 1})`, path: [index, 'key'] });
    this.#seen.set(key, index);
    return { key, rest: fields.filter(([name]) => name !== 'key') };
  }
}
