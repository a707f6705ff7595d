import { type Node, readTotalPath, type Severity, type TotalPath } from '../../model/index.ts';
import { openBlank, paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { UNDERSCORE } from '../signs.ts';
import { openSeverity } from '../severity.ts';
import { placeOf, viewOf, type Passage } from '../view.ts';

const DRAWN = /_{3,}/gu;

export const rule: Rule = {
  id: 'blank-open',
  code: 'S02',
  severity: 'warning',
  title: 'A blank that must be filled before signature',
  why: 'A text is signed as it stands: what is blank then has not been agreed. Blanks for place, date and names of signatories are filled by hand and are no fault.',
  follows: ['framework-untraceable'],
  good: () => ({ title: 'A blank for the hand at signature', draft: paragraphs([{ en: ['Done at ', { type: 'blank', kind: 'signing', parameter: 'signing.place', text: '____' }, '.'] }]) }),
  bad: () => ({ title: 'The price level has no value', draft: paragraphs([{ en: ['Amounts shall be stated at the prices of ', openBlank('finance.priceLevel'), '.'] }]) }),
  *check({ draft }) {
    const view = viewOf(draft);
    const severity = openSeverity(draft);
    const places = new Map<string, Node[]>();
    for (const passage of view.passages) {
      for (const { inline } of passage.pieces) {
        if (inline.type !== 'blank' || inline.kind !== 'open') continue;
        const nodes = places.get(inline.parameter) ?? [];
        places.set(inline.parameter, nodes);
        const node = passage.entry?.node;
        if (node !== undefined && nodes.at(-1) !== node) nodes.push(node);
      }
      if (!view.foreign) yield* drawn(passage, severity);
    }
    const sums = new Map([...places.keys()].flatMap((name) => {
      const total = readTotalPath(name);
      return total ? [[name, total] as const] : [];
    }));
    const waiting = totalsWaiting(places, sums);
    const waits = new Set([...waiting.values()].flat());
    for (const { name, row, cells, nodes: [node, ...others] } of gathered(places, sums, waits)) {
      const total = sums.get(name);
      if (total) {
        yield { message: `“${name}” waits for a row that is open and stands as a blank`, hint: `fill the column in every row of “${total.table}”`, severity, parameter: name, ...(node === undefined ? {} : { node }) };
        continue;
      }
      const totals = cells.flatMap((cell) => waiting.get(cell) ?? []).flatMap((path) => places.get(path) ?? []);
      yield {
        message: row ? `the row “${name}” has nothing under ${cells.map((cell) => `“${cell.slice(name.length + 1)}”`).join(', ')}; a blank stands there` : `“${name}” has no value and stands as a blank`,
        hint: row ? 'supply it in that row under values' : `supply “${name}” under values`,
        severity,
        parameter: name,
        ...(node === undefined ? {} : { node }),
        ...(others.length + totals.length === 0 ? {} : { related: [...others.map((other) => ({ message: 'the same blank', node: other })), ...totals.map((other) => ({ message: 'a total that waits for it', node: other }))] }),
      };
    }
  },
};

interface Gathered { readonly name: string; readonly row: boolean; readonly cells: readonly string[]; readonly nodes: readonly Node[] }

/** Which of the blanks are totals, and of what. */
type Sums = ReadonlyMap<string, TotalPath>;

/** What is open, the blanks of one row of a table together; a total is filled with the cell for which it waits. */
function gathered(places: ReadonlyMap<string, readonly Node[]>, sums: Sums, waits: ReadonlySet<string>): readonly Gathered[] {
  const found = new Map<string, Gathered>();
  for (const [parameter, nodes] of places) {
    if (waits.has(parameter)) continue;
    const row = sums.has(parameter) ? undefined : /^(.*\])\.[^.]+$/.exec(parameter)?.[1];
    const before = row === undefined ? undefined : found.get(row);
    found.set(row ?? parameter, { name: row ?? parameter, row: row !== undefined, cells: [...(before?.cells ?? []), parameter], nodes: before?.nodes ?? nodes });
  }
  return [...found.values()];
}

/** The totals that wait for each open cell of their columns: for the first of several, but for none where a group has its own. */
function totalsWaiting(places: ReadonlyMap<string, readonly Node[]>, sums: Sums): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, readonly string[]>();
  for (const [path, total] of sums) {
    const columns = [total.column, ...(total.group ? [total.group.column] : [])];
    const cells = [...places.keys()].filter((name) => !sums.has(name) && name.startsWith(`${total.table}[`) && columns.some((column) => name.endsWith(`].${column}`)));
    const [cell] = cells;
    if (cell !== undefined && (cells.length === 1 || !total.group)) waiting.set(cell, [...(waiting.get(cell) ?? []), path]);
  }
  return waiting;
}

/** Underscores that somebody typed; in the closing words and signatures they are for the hand. */
function* drawn(passage: Passage, severity: Severity) {
  if (passage.place === 'closing' || passage.place === 'signatures' || (passage.signs & UNDERSCORE) === 0) return;
  for (const match of passage.own.matchAll(DRAWN)) {
    if (passage.pieces.some((piece) => piece.inline.type === 'value' && piece.start <= match.index && match.index < piece.end)) continue;
    yield { message: 'a blank is drawn with underscores and has no value', hint: 'write what belongs there', severity, ...placeOf(passage) };
    return;
  }
}
