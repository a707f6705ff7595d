import type { Node, Severity } from '../../model/index.ts';
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
    for (const [parameter, [node, ...others]] of byRow(places)) {
      const row = /^(.*\]) (.+)$/.exec(parameter);
      yield {
        message: row ? `the row “${row[1] ?? ''}” has nothing under ${row[2] ?? ''}; a blank stands there` : `“${parameter}” has no value and stands as a blank`,
        hint: row ? 'supply it in that row under values' : `supply “${parameter}” under values`,
        severity,
        parameter: row?.[1] ?? parameter,
        ...(node === undefined ? {} : { node }),
        ...(others.length === 0 ? {} : { related: others.map((other) => ({ message: 'the same blank', node: other })) }),
      };
    }
  },
};

/** The blanks of one row of a table are one finding: `table[row] first, second`. */
function byRow(places: ReadonlyMap<string, readonly Node[]>): ReadonlyMap<string, readonly Node[]> {
  const rows = new Map<string, { readonly names: string[]; readonly nodes: readonly Node[] }>();
  for (const [parameter, nodes] of places) {
    const [, row, column] = /^(.*\])\.(.+)$/.exec(parameter) ?? [];
    const before = row === undefined ? undefined : rows.get(row);
    if (before && column !== undefined) before.names.push(`“${column}”`);
    else rows.set(row ?? parameter, { names: column === undefined ? [] : [`“${column}”`], nodes });
  }
  return new Map([...rows].map(([name, { names, nodes }]) => [names.length === 0 ? name : `${name} ${names.join(', ')}`, nodes]));
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
