import { CASES, type Draft, type Node, type Provenance, REGISTERS, STAGES, type Value } from '../model/index.ts';
import type { DraftFrame } from '../model/schemas/draft.ts';

/**
 * Whether plain JSON is a draft: what the zod schema says, without loading zod and many times as fast. It only says
 * yes or no; where it says no, the schema explains. A test holds the two together.
 */
type Check = (value: unknown, depth: number) => boolean;

/** Blocks in blocks, inlines in inlines: deeper than any text, and shallow enough for every recursive function. */
export const MAX_DEPTH = 100;

/** A key that no object of ours has and that some copies would take for a prototype. */
export const FORBIDDEN_KEY = '__proto__';

const string: Check = (value) => typeof value === 'string';
const filled: Check = (value) => typeof value === 'string' && value !== '';
const boolean: Check = (value) => typeof value === 'boolean';
const isTrue: Check = (value) => value === true;
const integer: Check = (value) => Number.isSafeInteger(value);
const positive: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const pattern = (expected: RegExp): Check => (value) => typeof value === 'string' && expected.test(value);

const oneOf = (values: readonly string[]): Check => {
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const list = (item: Check): Check => (value, depth) =>
  Array.isArray(value) && value.every((entry) => item(entry, depth));

const record = (key: Check, item: Check): Check => (value, depth) => {
  if (!isRecord(value)) return false;
  for (const name of Object.keys(value)) {
    if (name === FORBIDDEN_KEY || !key(name, depth) || !item(value[name], depth)) return false;
  }
  return true;
};

const object = (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check => {
  const fields = new Map([...Object.entries(required), ...Object.entries(optional)]);
  const needed = Object.keys(required);
  return (value, depth) => {
    if (!isRecord(value)) return false;
    for (const name of Object.keys(value)) {
      const check = fields.get(name);
      if (check === undefined || !check(value[name], depth)) return false;
    }
    return needed.every((name) => Object.hasOwn(value, name));
  };
};

/** Objects told apart by their `type`. */
const tagged = (kinds: Readonly<Record<string, Check>>): Check => {
  const known = new Map(Object.entries(kinds));
  return (value, depth) => {
    if (!isRecord(value) || typeof value['type'] !== 'string') return false;
    return known.get(value['type'])?.(value, depth) ?? false;
  };
};

/** A check that refers to itself; counts how deep. */
const nested = (check: () => Check): Check => (value, depth) => depth < MAX_DEPTH && check()(value, depth + 1);

const language = pattern(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/);
const localized = (item: Check): Check => record(language, item);
const grammaticalCase = oneOf(CASES);

const value: Check = tagged({
  text: object({ type: string, text: localized(string) }),
  integer: object({ type: string, integer }),
  boolean: object({ type: string, boolean }),
  money: object({ type: string, currency: pattern(/^[A-Z]{3}$/), minor: pattern(/^-?\d+$/) }),
  duration: object({ type: string, iso: pattern(/^P[\dA-Z.]+$/) }),
  date: object({ type: string, date: pattern(/^\d{4}-\d\d-\d\d$/) }),
  share: object({ type: string, shares: list(object({ party: string, percent: string })) }),
  choice: object({ type: string, choice: string }),
  party: object({ type: string, party: string }),
  list: object({ type: string, items: list(object({ key: string, text: localized(string) })) }),
  table: object({ type: string, rows: list(object({ key: string, cells: record(string, nested(() => value)) })) }),
});

const inline: Check = tagged({
  text: object({ type: string, text: string }),
  value: object(
    { type: string, parameter: string, value, text: string },
    { form: object({}, { style: oneOf(['figures', 'words']), case: grammaticalCase, part: string }) },
  ),
  term: object({ type: string, term: string, text: string }),
  definition: object({ type: string, term: string, text: string }),
  reference: object(
    { type: string, instrument: oneOf(['self', 'framework']), id: string, text: string },
    { form: object({}, { case: grammaticalCase }) },
  ),
  name: object({ type: string, of: string, text: string }),
  blank: object({ type: string, kind: oneOf(['open', 'signing']), parameter: string, text: string }),
  bracket: object(
    { type: string, options: list(object({ content: list(nested(() => inline)) }, { party: string })) },
    { note: string },
  ),
  insertion: object({ type: string, content: list(nested(() => inline)) }),
  deletion: object({ type: string, content: list(nested(() => inline)) }),
  moved: object({ type: string, direction: oneOf(['from', 'to']), id: string, content: list(nested(() => inline)) }),
});

const inlines = localized(list(inline));

const provenance = object(
  { library: string, provision: string, version: string, variant: string, clause: string },
  { reason: string, departure: object({ by: string, on: string, why: string }) },
);

const state = oneOf(['open', 'ad-referendum', 'agreed', 'reserved', 'package']);

const annex = object(
  { kind: oneOf(['integral', 'administrative', 'model']) },
  { amendableBy: string, edition: string, effective: string, marking: string, heldSeparately: boolean },
);

const node: Check = object(
  {
    id: filled,
    type: oneOf(['recital', 'article', 'paragraph', 'point', 'annex', 'table', 'row', 'cell', 'signature']),
    children: list(nested(() => node)),
  },
  {
    ordinal: positive,
    label: localized(string),
    heading: inlines,
    content: inlines,
    tail: inlines,
    provenance,
    state,
    annex,
    total: isTrue,
    party: string,
  },
);

const audience: Check = (candidate, depth) => candidate === 'internal' || object({ for: string })(candidate, depth);

const frame = {
  schema: oneOf(['dtca/draft-1']),
  meta: object(
    {
      id: string,
      instrument: string,
      stage: oneOf(STAGES),
      register: oneOf(REGISTERS),
      languages: (candidate: unknown, depth: number) => list(language)(candidate, depth) && Array.isArray(candidate) && candidate.length > 0,
      numbering: object({ article: oneOf(['arabic', 'roman']), paragraph: oneOf(['arabic']), point: oneOf(['arabic', 'latin']) }),
      audience,
    },
    { edition: string, original: string, notice: localized(string), marking: string },
  ),
  basis: object(
    { libraries: list(object({ name: string, version: string, hash: string })) },
    {
      arrangement: object({ id: string, hash: string }),
      framework: object({ id: string, edition: string, hash: string }, { file: string }),
    },
  ),
  parties: list(object(
    {
      id: string,
      concluder: oneOf(['state', 'government', 'ministry', 'agency', 'organisation']),
      name: localized(string),
      language,
    },
    { binding: boolean },
  )),
  terms: list(object(
    { id: string, name: localized(string), origin: oneOf(['self', 'framework']) },
    { forms: localized(list(string)) },
  )),
  values: list(object({ name: string, value, source: oneOf(['arrangement', 'framework', 'default']) })),
  incorporated: list(object({ provision: string, article: string, mode: oneOf(['cited', 'full']) })),
};

const frameCheck = object(frame);

const draftCheck = object({
  ...frame,
  title: inlines,
  preamble: list(node),
  articles: list(node),
  annexes: list(node),
  closing: list(node),
  signatures: list(node),
});

export function isDraft(candidate: unknown): candidate is Draft {
  return draftCheck(candidate, 0);
}

export function isDraftFrame(candidate: unknown): candidate is DraftFrame {
  return frameCheck(candidate, 0);
}

export function isValue(candidate: unknown): candidate is Value {
  return value(candidate, 0);
}

export function isProvenance(candidate: unknown): candidate is Provenance {
  return provenance(candidate, 0);
}

/** What Markdown keeps of a block in its last comment, without provenance. */
export function isNodeData(candidate: unknown): candidate is Pick<Node, 'state' | 'annex' | 'total' | 'party'> {
  return object({}, { state, annex, total: isTrue, party: string })(candidate, 0);
}
