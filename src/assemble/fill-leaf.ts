import { CASES, BLANK_TEXT } from '../model/index.ts';
import type { Case, Forms, Inline, Leaf, Localized, Parameter, Slot, Value, ValueForm } from '../model/index.ts';
import { PARTY_WORDS } from '../languages/language.ts';
import type { ValueContext } from '../languages/language.ts';
import { endsSentence } from '../text/ends-sentence.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { END_MARK } from './context.ts';
import type { LeafScope } from './context.ts';
import { place } from './input.ts';
import { joinInlines } from './join-inlines.ts';
import { groupsOf, sumInlines, sumOf } from './totals.ts';

/** Evaluates a leaf to inlines. References get their words later, when everything has its number. */
export function fillLeaf(leaf: Leaf, scope: LeafScope): readonly Inline[] {
  const inlines: Inline[] = [];
  let written = '';
  for (const part of leaf) {
    const added = typeof part === 'string' ? [text(part)] : fillSlot(part, scope);
    const opens = typeof part !== 'string' && (written === '' ? scope.opens : endsSentence(written));
    for (const inline of opens ? capitalised(added, scope) : added) {
      const last = inlines.at(-1);
      if (inline.type === 'text' && last?.type === 'text') inlines[inlines.length - 1] = text(last.text + inline.text);
      else if (inline.type !== 'text' || inline.text !== '') inlines.push(inline);
      written += 'text' in inline ? inline.text : '';
    }
  }
  return inlines;
}

export function text(words: string): Inline {
  return { type: 'text', text: words };
}

function capitalised(inlines: readonly Inline[], scope: LeafScope): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (!first || !('text' in first) || first.type === 'blank') return inlines;
  return [{ ...first, text: scope.rules.capitalise(first.text) }, ...rest];
}

function fillSlot(slot: Slot, scope: LeafScope): readonly Inline[] {
  const { rules, context, language } = scope;
  const { arrangement } = context.input;
  const register = arrangement.register;
  const [first = '', second] = slot.args ?? [];
  const inCase = caseOf(slot);
  switch (slot.name) {
    case 'shall': return [text(rules.shall(register))];
    case 'duty': return [text(rules.duty(first, second ?? '', register))];
    case 'agree': return [text(rules.partyGender(register) === 'masculine' ? (second ?? first) : first)];
    case 'parties': return [text(rules.parties(register, inCase))];
    case 'party': {
      const word = PARTY_WORDS.find((known) => known === first);
      if (word === undefined) return [];
      const words = rules.party(word, register, inCase, arrangement.parties.length);
      const term = `${word}-party`;
      if (!context.definitions.has(term)) return [text(words)];
      context.used.add(term);
      return [{ type: 'term', term, text: words }];
    }
    case 'names': return names(scope, first, inCase);
    case 'instrument': return [instrumentName(scope, first, inCase)];
    case 'framework': return framework(scope, first, inCase);
    case 'term':
      context.used.add(first);
      return [{ type: 'term', term: first, text: second ?? termName(first, scope) }];
    case 'define': {
      context.defined.add(first);
      const definition: Inline = { type: 'definition', term: first, text: second ?? termName(first, scope) };
      return rules.quotesDefinitions ? [text(rules.quotes[0]), definition, text(rules.quotes[1])] : [definition];
    }
    case 'ref': return [{ type: 'reference', instrument: 'self', id: first, text: '', ...(inCase === 'nom' ? {} : { form: { case: inCase } }) }];
    case 'cited': return [{ type: 'reference', instrument: 'framework', id: scope.cited ?? '', text: '', ...(inCase === 'nom' ? {} : { form: { case: inCase } }) }];
    case 'here': return [text(rules.here(register, inCase))];
    case 'value': return parameterValue(first, { ...formCase(inCase) }, scope);
    case 'words': return parameterValue(first, { style: 'words', ...formCase(inCase) }, scope);
    case 'list': return parameterValue(first, {}, scope);
    case 'total': return totalInlines(first, slot, scope);
    case 'item': return first === 'end' ? [text(END_MARK)] : (scope.item?.field(first, inCase, scope) ?? []);
    case 'count': return [text(rules.cardinal(first === 'languages' ? context.made.length : context.parties.length, inCase, genderOf(slot)))];
    case 'languages': {
      const forms = context.input.library.vocabulary[language]?.languages ?? {};
      const named = rules.list(context.made.map((id) => (forms[id] ? rules.form(forms[id], inCase) : id)));
      const noun = context.made.length === 1 ? first : second;
      return [text(noun ? `${named} ${noun}` : named)];
    }
    case 'title': return [text(normaliseText(arrangement.title[language] ?? ''))];
    default: return parameterValue(slot.name, {}, scope);
  }
}

function caseOf(slot: Slot): Case {
  return CASES.find((known) => known === slot.hash?.['case']) ?? 'nom';
}

function formCase(inCase: Case): ValueForm {
  return inCase === 'nom' ? {} : { case: inCase };
}

function genderOf(slot: Slot): 'masculine' | 'feminine' | 'neuter' | undefined {
  return (['masculine', 'feminine', 'neuter'] as const).find((known) => known === slot.hash?.['gender']);
}

function termName(id: string, scope: LeafScope): string {
  const name = scope.context.definitions.get(id)?.name[scope.language];
  if (name === undefined) {
    const inherited = scope.context.input.framework?.terms.find((term) => term.id === id)?.name[scope.language];
    return inherited ?? id;
  }
  return typeof name === 'string' ? name : name[scope.context.input.arrangement.register];
}

/** The parties' names in a row: "the Government of X and the Government of Y". `first` and `others`: as the arrangement lists them. */
export function names(scope: LeafScope, which: string, inCase: Case): readonly Inline[] {
  const { ordered, parties: listed } = scope.context;
  const parties = which === 'first' ? listed.slice(0, 1) : which === 'others' ? listed.slice(1) : ordered;
  return joinInlines(parties.map((party) => partyName(party, scope, inCase)), scope);
}

export function partyName(party: { readonly id: string; readonly forms: Localized<Forms> }, scope: LeafScope, inCase: Case): readonly Inline[] {
  const forms = party.forms[scope.language];
  if (!forms) {
    scope.context.report({ rule: 'missing-translation', severity: 'error', message: `the party “${party.id}” has no name in “${scope.language}”`, ...place(scope.context.input.locate(['parties'])) });
    return [{ type: 'blank', kind: 'open', parameter: `parties.${party.id}`, text: BLANK_TEXT }];
  }
  const name = scope.rules.form(forms, inCase);
  const full = scope.rules.named(name);
  const article = full.slice(0, full.length - name.length);
  return [...(article === '' ? [] : [text(article)]), { type: 'name', of: party.id, text: name }];
}

function instrumentName(scope: LeafScope, what: string, inCase: Case): Inline {
  const { arrangement, library } = scope.context.input;
  const names = library.vocabulary[scope.language]?.instruments[arrangement.instrument]?.[arrangement.register];
  if (!names) {
    scope.context.report({
      rule: 'missing-translation', severity: 'error', message: `the vocabulary has no name for ${arrangement.instrument} in “${scope.language}”, ${arrangement.register} register`, ...place(scope.context.input.locate(['instrument'])),
    });
    return { type: 'blank', kind: 'open', parameter: 'instrument.name', text: BLANK_TEXT };
  }
  const words = what === 'full' ? scope.rules.form(names.full, inCase) : what === 'short' ? scope.rules.form(names.short, inCase) : scope.rules.thisInstrument(names.short, inCase);
  return { type: 'name', of: 'self', text: words };
}

function framework(scope: LeafScope, what: string, inCase: Case): readonly Inline[] {
  const map = scope.context.input.framework;
  const { rules, language } = scope;
  const name = (words: string): readonly Inline[] => [{ type: 'name', of: 'framework', text: words }];
  const blank = (parameter: string): readonly Inline[] => [{ type: 'blank', kind: 'open', parameter, text: BLANK_TEXT }];
  switch (what) {
    case 'title': return map?.title[language] ? name(rules.form(map.title[language], inCase)) : blank('framework.title');
    case 'place': return map?.place?.[language] ? name(rules.form(map.place[language], inCase)) : blank('framework.place');
    case 'date': {
      const date = map?.date === undefined ? undefined : rules.value({ type: 'date', date: map.date }, formCase(inCase), { partyNames: {}, choiceLabels: {} });
      return date === undefined ? [...blank('framework.date'), text(rules.afterBlankDate)] : name(date);
    }
    default: {
      const label = map?.label[language];
      if (!label) return blank('framework.label');
      const words = rules.form(label, inCase);
      const article = rules.definite(words).slice(0, -words.length);
      return article === '' ? name(words) : [text(article), ...name(words)];
    }
  }
}

/** A parameter's value as an inline, or a visible blank. */
function parameterValue(name: string, form: ValueForm, scope: LeafScope): readonly Inline[] {
  const parameter = scope.context.input.library.parameters[name];
  const bound = scope.context.bound.get(name);
  if (!bound || !parameter) {
    const blank: Inline = { type: 'blank', kind: parameter?.signing ? 'signing' : 'open', parameter: name, text: BLANK_TEXT };
    return parameter?.type === 'date' ? [blank, text(scope.rules.afterBlankDate)] : [blank];
  }
  return valueInline(name, bound.value, form, scope, parameter);
}

/** What a column of a table adds up to; with `by`, in the rows of the party that the clause repeats over. */
function totalInlines(table: string, slot: Slot, scope: LeafScope): readonly Inline[] {
  const { column = '', by, style } = slot.hash ?? {};
  const form: ValueForm = { ...(style === 'words' ? { style } : {}), ...formCase(caseOf(slot)) };
  const value = scope.context.bound.get(table)?.value;
  const rows = value?.type === 'table' ? value.rows : [];
  const key = by === undefined ? undefined : scope.item?.key;
  const groups = groupsOf(rows, by, scope.context);
  const group = groups.find((candidate) => candidate.key === key) ?? { rows: [], stray: [] };
  return sumInlines({ table, column, ...(by === undefined || key === undefined ? {} : { group: { column: by, key } }) }, sumOf(group, column), form, scope);
}

export function valueInline(name: string, value: Value, form: ValueForm, scope: LeafScope, parameter?: Parameter): readonly Inline[] {
  const words = scope.rules.value(value, form, valueContext(scope, parameter));
  if (words === undefined || words === '') {
    // A text may lack one language: the gap stays visible, and typing the value has reported it.
    if (value.type !== 'text') scope.context.report({ rule: 'value-unrendered', severity: 'error', message: `“${name}” cannot stand in a sentence in “${scope.language}”`, ...place(scope.span) });
    return [{ type: 'blank', kind: 'open', parameter: name, text: BLANK_TEXT }];
  }
  return [{ type: 'value', parameter: name, value, text: words, ...(Object.keys(form).length === 0 ? {} : { form }) }];
}

function valueContext(scope: LeafScope, parameter: Parameter | undefined): ValueContext {
  const partyNames: Record<string, Localized<Forms>> = {};
  for (const party of scope.context.parties) partyNames[party.id] = party.forms;
  const choiceLabels: Record<string, Localized<Forms>> = {};
  for (const option of parameter?.options ?? []) choiceLabels[option.id] = option.label;
  return { partyNames, choiceLabels, ...(parameter?.unit === undefined ? {} : { unit: parameter.unit }) };
}
