import { LANGUAGES } from '../languages/index.ts';
import { BLANK_TEXT } from '../model/index.ts';
import type { Clause, ClauseText, Departure, Inline, Localized, Node, NodeType, Provenance, Span } from '../model/index.ts';
import { hashClause } from '../text/hash-leaves.ts';
import { isLeaf } from '../text/is-leaf.ts';
import { termsIn } from '../text/terms-in.ts';
import { asStands } from './as-stands.ts';
import { END_MARK } from './context.ts';
import type { FillContext, Item } from './context.ts';
import { fillLeaf, text } from './fill-leaf.ts';
import { fillTable } from './fill-table.ts';
import { place } from './input.ts';
import { itemsOf } from './items.ts';
import { leafOf } from './leaf-of.ts';
import { scopeFor } from './scope-for.ts';

/** Where the clauses to fill come from and what they become. */
export interface ClauseSource {
  readonly provision: string;
  readonly top: NodeType;
  /** Key of the first clause that stands. */
  readonly first?: string;
  readonly provenance: Omit<Provenance, 'clause'>;
  readonly span?: Span;
  /** Departures by clause id; a departed clause is taken out of the map, so that what is left points nowhere. */
  readonly departures: Map<string, { readonly departure: Departure; readonly index: number }>;
}

/** Fills the clauses of a variant: conditions, repetition, both languages. */
export function fillClauses(clauses: readonly Clause[], source: ClauseSource, context: FillContext): readonly Node[] {
  return settleEnds(clauses.flatMap((clause) => fillClause(clause, `${source.provision}/`, source.top, source, context, undefined)), false);
}

function fillClause(written: Clause, prefix: string, type: NodeType, source: ClauseSource, context: FillContext, outer: Item | undefined): readonly Node[] {
  const base = `${prefix}${written.key}`;
  const [point] = written.clauses;
  // Where the arrangement departs from the point, it has to stand, in the standard text too: the list stays one.
  const listed = point && written.single && context.input.arrangement.departures.some(({ at }) => at === `${base}.${point.key}`);
  const clause = listed === true ? written : asStands(written, context.bound);
  if (clause.when && !holds(clause, base, context)) return [];
  const departed = source.departures.get(base);
  if (departed) {
    source.departures.delete(base);
    const hash = hashClause(clause);
    if (departed.departure.base !== undefined && departed.departure.base !== hash)
      context.report({ rule: 'departure-stale', severity: 'warning', message: `the library's text of “${base}” has changed since this departure was made`, ...place(context.input.locate(['departures', departed.index])), hint: `compare the texts, then set base: "${hash}"` });
    if (!departed.departure.text) return [];
  }
  const words = departed?.departure.text ?? clause.text;
  const single = clause !== written && point?.each ? itemsOf(point.each.in, context)[0] : undefined;
  const items: readonly (Item | undefined)[] = single ? [single] : clause.each ? itemsOf(clause.each.in, context) : [outer];
  return items.flatMap((item): readonly Node[] => {
    const id = clause.each && item ? `${base}[${item.key}]` : base;
    const span = (departed?.departure.text && context.input.locate(['departures', departed.index, 'text', context.languages[0] ?? ''])) ?? clause.leafSpans?.[context.languages[0] ?? ''] ?? clause.span ?? source.span;
    if (span) context.nodeSpans.set(id, span);
    // The recitals together are one sentence; its first word opens it.
    const opens = type === 'paragraph' || (type === 'recital' && source.first === clause.key);
    const content = fillText(words, source, context, item, span, opens);
    const children = settleEnds(clause.clauses.flatMap((child) => fillClause(child, `${id}.`, 'point', source, context, item)), clause.tail !== undefined);
    const table = clause.table ? [fillTable(clause.table, `${id}.table`, source, context)] : [];
    if (single && point) context.merged.set(`${id}.${point.key}[${single.key}]`, id);
    // A paragraph whose points are all left out has nothing left to say.
    if (clause.clauses.length > 0 && children.length === 0 && table.length === 0) return [];
    const tail = clause.tail ? fillText(clause.tail, source, context, item, span, false) : undefined;
    return [{
      id, type,
      ...(content ? { content } : {}),
      children: [...children, ...table],
      ...(tail ? { tail } : {}),
      provenance: { ...source.provenance, clause: base.slice(source.provision.length + 1), ...(departed ? { departure: { by: departed.departure.by, on: departed.departure.on, why: departed.departure.why } } : {}) },
    }];
  });
}

function holds(clause: Clause, id: string, context: FillContext): boolean {
  const answer = clause.when ? context.ask(clause.when) : undefined;
  if (!answer || (answer.kind === 'answer' && answer.value)) return true;
  if (answer.kind === 'unanswered')
    context.report({
      rule: 'unanswered', severity: 'warning', message: `whether “${id}” belongs here depends on ${answer.names.map((name) => `“${name}”`).join(', ')}, which ${answer.names.length === 1 ? 'has' : 'have'} no value; it is left out`,
      ...place(context.input.locate(['values'])), hint: `set ${answer.names[0] ?? ''} under “values”`, follows: answer.names.map((name) => `parameter:${name}`),
    });
  if (answer.kind === 'fault') context.report({ rule: 'condition-invalid', severity: 'error', message: `the condition of “${id}” cannot be evaluated: ${answer.message}`, ...place(clause.when?.span), follows: [`condition:${clause.when?.source ?? ''}`] });
  return false;
}

function fillText(words: ClauseText | undefined, source: ClauseSource, context: FillContext, item: Item | undefined, span: Span | undefined, opens: boolean): Localized<readonly Inline[]> | undefined {
  if (!words) return undefined;
  if (context.input.outline === true) return noteTerms(words, context);
  const content: Record<string, readonly Inline[]> = {};
  for (const language of context.languages) {
    const scope = scopeFor(language, source.provision, context, item, span, opens);
    if (!scope) continue;
    const leaf = leafOf(words, scope, span);
    content[language] = leaf ? fillLeaf(leaf, scope) : [{ type: 'blank', kind: 'open', parameter: `${source.provision}.${language}`, text: BLANK_TEXT }];
  }
  return content;
}

/** Without words: what the text uses and defines is known from its slots. */
function noteTerms(words: ClauseText, context: FillContext): undefined {
  for (const language of context.languages) {
    const entry = words[language];
    const leaf = entry === undefined ? undefined : isLeaf(entry) ? entry : entry[context.input.arrangement.register];
    if (!leaf) continue;
    for (const term of termsIn(leaf)) if (context.definitions.has(term)) context.used.add(term);
    for (const part of leaf) if (typeof part !== 'string' && part.name === 'define') context.defined.add(part.args?.[0] ?? '');
  }
  return undefined;
}

/** Gives repeated items their closing marks, now that each knows its neighbours: “;”, “; and”, “.”. */
function settleEnds(nodes: readonly Node[], tail: boolean): readonly Node[] {
  return nodes.map((node, index) => {
    // Paragraphs are sentences of their own; points are parts of one.
    const left = node.type === 'paragraph' ? 0 : nodes.length - 1 - index;
    const settle = (inlines: readonly Inline[], language: string): readonly Inline[] =>
      inlines.some((inline) => inline.type === 'text' && inline.text.includes(END_MARK))
        ? inlines.map((inline) => (inline.type === 'text' ? text(inline.text.replace(END_MARK, () => endMark(left, tail, language))) : inline))
        : inlines;
    if (!node.content || !Object.values(node.content).some((inlines) => inlines.some((inline) => inline.type === 'text' && inline.text.includes(END_MARK)))) return node;
    return { ...node, content: Object.fromEntries(Object.entries(node.content).map(([language, inlines]) => [language, settle(inlines, language)])) };
  });
}

function endMark(left: number, tail: boolean, language: string): string {
  if (left === 0) return tail ? ';' : '.';
  if (left > 1) return ';';
  const rules = LANGUAGES[language];
  // The language's own “and”, taken from how it joins two items.
  const joined = rules?.list(['\u0001', '\u0001']) ?? '';
  const and = joined.slice(1, -1).trim();
  return and === '' ? ';' : `; ${and}`;
}
