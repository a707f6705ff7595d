import { isSummable } from '../expressions/total.ts';
import { LANGUAGES } from '../languages/index.ts';
import { PARTY_WORDS } from '../languages/language.ts';
import { CASES } from '../model/index.ts';
import type { ClauseText, Definition, Leaf, LinkedFinding, Parameter, Slot, Span } from '../model/index.ts';
import { HELPERS } from '../text/helpers.ts';
import { isLeaf } from '../text/is-leaf.ts';
import { nearest } from '../text/nearest.ts';

const WHICH_NAMES = ['first', 'others'];

/** The names a leaf may use. */
export interface LeafWorld {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly articles: ReadonlySet<string>;
  /** Provision ids and clause ids without items. */
  readonly clauses: ReadonlySet<string>;
  /** The parameters that the provision lists; undefined: any declared one. */
  readonly parameterList?: readonly string[] | undefined;
  /** What the clause repeats over. */
  readonly each?: string;
  /** The text is to serve any number of parties, or more than two conclude: words that speak of two are out of place. */
  readonly anyNumber?: boolean;
  /** The leaf is a citation. */
  readonly cited?: boolean;
}

/** Checks every leaf of a text; findings carry the place of the slot. */
export function checkTexts(text: ClauseText, world: LeafWorld, spans: Readonly<Record<string, Span>>, prefix: string, fallback: Span | undefined, findings: LinkedFinding[]): void {
  for (const [language, words] of Object.entries(text)) {
    if (words === undefined) continue;
    const leaves: readonly (readonly [string, Leaf | undefined])[] = isLeaf(words) ? [[`${prefix}${language}`, words]] : [[`${prefix}${language}.treaty`, words.treaty], [`${prefix}${language}.memorandum`, words.memorandum]];
    for (const [key, leaf] of leaves)
      for (const part of leaf ?? []) {
        if (typeof part === 'string') {
          const two = world.anyNumber ? LANGUAGES[language]?.speaksOfTwo(part) : undefined;
          const span = spans[key] ?? fallback;
          if (two !== undefined) findings.push({ rule: 'worded-for-two', severity: 'warning', message: `“${two}” speaks of two; the text is to serve more parties`, hint: 'name each, every or all of them', ...(span ? { span } : {}) });
          continue;
        }
        for (const fault of checkSlot(part, world)) {
          const span = slotSpan(spans[key], part) ?? fallback;
          // What has no such name stands as a blank in the text.
          findings.push({ severity: 'error', ...fault, explains: [`blank:${part.name.includes('.') ? part.name : (part.args?.[0] ?? part.name)}`, `blank:${part.name}`], ...(span ? { span } : {}) });
        }
      }
  }
}

/** Exact where the leaf stands on one line; else the leaf's own start. */
function slotSpan(span: Span | undefined, slot: Slot): Span | undefined {
  if (!span || slot.at === undefined) return span;
  if (span.start.line !== span.end.line) return span;
  return { ...span, start: { line: span.start.line, column: span.start.column + slot.at, offset: span.start.offset + slot.at } };
}

type SlotFault = Pick<LinkedFinding, 'rule' | 'message' | 'hint' | 'follows' | 'explains'>;

function checkSlot(slot: Slot, world: LeafWorld): readonly SlotFault[] {
  const helper = Object.hasOwn(HELPERS, slot.name) ? HELPERS[slot.name] : undefined;
  if (!helper) {
    if (!slot.name.includes('.')) return [unknown('unknown-helper', `there is no helper “${slot.name}”`, slot.name, Object.keys(HELPERS))];
    if (slot.args || slot.hash) return [{ rule: 'leaf-syntax', message: `a bare value takes no arguments; write {{value "${slot.name}" …}}` }];
    return parameter(slot.name, world);
  }
  const faults: SlotFault[] = [];
  const args = slot.args ?? [];
  if (args.length < helper.args[0] || args.length > helper.args[1])
    faults.push({ rule: 'leaf-syntax', message: `“${slot.name}” takes ${helper.args[0] === helper.args[1] ? String(helper.args[0]) : `${helper.args[0]} to ${helper.args[1]}`} arguments; found ${args.length}` });
  for (const [key, value] of Object.entries(slot.hash ?? {})) {
    if (!helper.keys.includes(key)) faults.push(unknown('leaf-syntax', `“${slot.name}” takes no “${key}”`, key, helper.keys));
    else if (key === 'case' && !CASES.some((known) => known === value)) faults.push(unknown('leaf-syntax', `there is no case “${value}”; expected one of ${CASES.join(', ')}`, value, CASES));
  }
  const [first = ''] = args;
  if (helper.parameter) faults.push(...parameter(first, world));
  switch (slot.name) {
    case 'party':
      if (world.anyNumber && first === 'other') faults.push({ rule: 'worded-for-two', message: '“party "other"” is the other of two; the text is to serve more parties', hint: 'write “every-other” or “another”, whichever is meant' });
      if (!PARTY_WORDS.some((word) => word === first)) faults.push(unknown('leaf-syntax', `“party” knows no “${first}”; expected one of ${PARTY_WORDS.join(', ')}`, first, PARTY_WORDS));
      break;
    case 'names':
      if (args.length > 0 && !WHICH_NAMES.includes(first)) faults.push(unknown('leaf-syntax', `“names” knows no “${first}”; expected one of ${WHICH_NAMES.join(', ')}`, first, WHICH_NAMES));
      break;
    case 'term':
    case 'define':
      if (!world.definitions.has(first)) faults.push(unknown('unknown-term', `there is no definition “${first}”`, first, [...world.definitions.keys()], `term:${first}`));
      break;
    case 'ref':
      if (first.startsWith('article:') ? !world.articles.has(first.slice(8)) : !world.clauses.has(first))
        faults.push(unknown('unknown-reference', `the reference points to “${first}”, which does not exist`, first, [...world.clauses], `provision:${first.replace(/\/.*$/, '')}`));
      break;
    case 'cited':
      if (!world.cited) faults.push({ rule: 'leaf-syntax', message: '“cited” stands in a citation only' });
      break;
    case 'total':
      faults.push(...totalFaults(first, slot.hash ?? {}, world));
      break;
    case 'item':
      if (world.each === undefined) faults.push({ rule: 'leaf-syntax', message: '“item” stands in a repeated clause only' });
      else if (!itemFields(world.each, world).includes(first)) faults.push(unknown('leaf-syntax', `an item of “${world.each}” has no “${first}”; it has ${itemFields(world.each, world).join(', ')}`, first, itemFields(world.each, world)));
      break;
    default:
  }
  return faults;
}

function parameter(name: string, world: LeafWorld): readonly SlotFault[] {
  if (!Object.hasOwn(world.parameters, name)) return [unknown('unknown-parameter', `there is no parameter “${name}”`, name, Object.keys(world.parameters), `parameter:${name}`)];
  if (world.parameterList && !world.parameterList.includes(name)) return [{ rule: 'undeclared-parameter', message: `“${name}” is used but not listed under “parameters”`, hint: `add it: parameters: [${[...world.parameterList, name].join(', ')}]` }];
  return [];
}

/** A total names a column that adds up; `by`, the column that holds the party which the clause repeats over. */
function totalFaults(table: string, { column = '', style, by }: Readonly<Record<string, string>>, world: LeafWorld): readonly SlotFault[] {
  const found = world.parameters[table];
  if (!found) return [];
  const faults: SlotFault[] = [];
  const summable = (found.columns ?? []).filter(({ type }) => isSummable(type)).map(({ key }) => key);
  if (found.type !== 'table') faults.push({ rule: 'wrong-type', message: `a total is that of a table; “${table}” is ${found.type}` });
  else if (!summable.includes(column)) faults.push(unknown('leaf-syntax', `“total” names a column of “${table}” that adds up (${summable.join(', ') || 'it has none'}); found “${column}”`, column, summable));
  if (style !== undefined && style !== 'figures' && style !== 'words') faults.push(unknown('leaf-syntax', `there is no style “${style}”; expected figures or words`, style, ['figures', 'words']));
  if (by === undefined) return faults;
  const parties = (found.columns ?? []).filter(({ type }) => type === 'party').map(({ key }) => key);
  if (!parties.includes(by)) faults.push(unknown('leaf-syntax', `“by” names a column of “${table}” that holds a party (${parties.join(', ') || 'it has none'}); found “${by}”`, by, parties));
  if (world.each !== 'parties' && world.parameters[world.each ?? '']?.type !== 'share') faults.push({ rule: 'leaf-syntax', message: 'a total “by” party stands in a clause that repeats over the parties or their shares only' });
  return faults;
}

/** What `item` may name, by what the clause repeats over. */
function itemFields(each: string, world: LeafWorld): readonly string[] {
  switch (each) {
    case 'parties': return ['name', 'end'];
    case 'terms': return ['quoted', 'meaning', 'end'];
    case 'cited': return ['article', 'title', 'end'];
    default: {
      const found = world.parameters[each];
      switch (found?.type) {
        case 'list': return ['text', 'end'];
        case 'share': return ['party', 'percent', 'end'];
        case 'table': return [...(found.columns ?? []).map((column) => column.key), 'end'];
        default: return ['end'];
      }
    }
  }
}

function unknown(rule: string, message: string, name: string, known: readonly string[], subject?: string): SlotFault {
  const near = nearest(name, known);
  return { rule, message, ...(subject === undefined ? {} : { follows: [subject] }), ...(near.length > 0 ? { hint: `did you mean ${near.map((candidate) => `“${candidate}”`).join(' or ')}?` } : {}) };
}
