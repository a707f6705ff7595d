import { madeFor } from '../model/index.ts';
import type { Clause, ClauseText, Explanation, ExplanationSection, Fact, Library, Provision, Variant, WordedFor } from '../model/index.ts';
import { printLeaf } from '../text/print-leaf.ts';
import { isLeaf } from '../text/is-leaf.ts';

/** A provision in plain words: what it is for, its variants with their words, its parameters and sources. */
export function describeProvision(provision: Provision, library: Library): Explanation {
  const [first = provision.id, ...others] = Object.values(provision.title);
  return {
    schema: 'dtca/explanation-1',
    kind: 'provision',
    id: provision.id,
    title: first,
    paragraphs: provision.guidance === '' ? [] : [provision.guidance.trim()],
    facts: [
      ...others.map((title): Fact => ({ label: 'title', value: title })),
      { label: 'version', value: provision.version },
      { label: 'library', value: provision.library },
      { label: 'article', value: provision.article },
      { label: 'scope', value: SCOPES[provision.scope] },
      { label: 'instruments', value: Object.entries(library.layouts).flatMap(([id, { alone }]) => (madeFor(provision, id, alone.treaty) ? [id] : [])).join(', ') },
      ...fact('registers', provision.registers?.join(', ')),
      ...fact('worded for', provision.parties === undefined ? undefined : WORDED_FOR[provision.parties]),
      ...fact('also called', provision.aliases.join(', ')),
      ...fact('applies when', provision.when?.source),
      ...fact('requires', provision.requires.join(', ')),
      ...fact('conflicts with', provision.conflicts.join(', ')),
      ...fact('file', provision.span === undefined ? undefined : `${provision.span.file}:${provision.span.start.line}`),
    ],
    sections: [...provision.variants.map(variantSection), ...parameterSection(provision, library), ...sourceSection(provision)],
  };
}

const SCOPES: Readonly<Record<Provision['scope'], string>> = {
  reserved: 'reserved: the framework settles it',
  project: 'project: each arrangement settles it',
  optional: 'optional: stands where it is chosen or required',
};

/** Nothing where the default holds. */
const WORDED_FOR: Readonly<Record<WordedFor, string>> = { two: 'two parties', any: 'any number of parties' };

function variantSection(variant: Variant): ExplanationSection {
  return {
    title: `Variant ${variant.id} (${variant.rank})`,
    paragraphs: [variant.rationale.trim(), ...variant.clauses.flatMap((clause) => clauseLines(clause, 0))],
    facts: [
      ...fact('applies when', variant.when?.source),
      ...fact('requires', variant.requires.join(', ')),
      ...fact('conflicts with', variant.conflicts.join(', ')),
      ...fact('registers', variant.registers?.join(', ')),
      ...fact('worded for', variant.parties === undefined ? undefined : WORDED_FOR[variant.parties]),
      ...fact('raises', variant.raises.map(({ matter, note }) => (note === undefined ? matter : `${matter} (${note})`)).join(', ')),
    ],
  };
}

function clauseLines(clause: Clause, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const say = (text: ClauseText | undefined): readonly string[] =>
    Object.entries(text ?? {}).flatMap(([language, words]) =>
      isLeaf(words)
        ? [`${indent}${language}  ${printLeaf(words)}`]
        : Object.entries(words).map(([register, leaf]) => `${indent}${language} (${register})  ${printLeaf(leaf)}`),
    );
  const condition = clause.when === undefined ? '' : `, when ${clause.when.source}`;
  const repeated = clause.each === undefined ? '' : `, for each of ${clause.each.in}`;
  return [`${indent}/${clause.key}${condition}${repeated}`, ...say(clause.text), ...clause.clauses.flatMap((child) => clauseLines(child, depth + 1)), ...(clause.single ? [`${indent}with a single item`, ...say(clause.single)] : []), ...say(clause.tail)];
}

function parameterSection(provision: Provision, library: Library): readonly ExplanationSection[] {
  if (provision.parameters.length === 0) return [];
  const facts = provision.parameters.map((name): Fact => {
    const parameter = library.parameters[name];
    const question = Object.values(parameter?.ask ?? {})[0];
    return { label: name, value: parameter === undefined ? 'not declared' : `${parameter.type}${question === undefined ? '' : `: ${question}`}` };
  });
  return [{ title: 'Parameters', paragraphs: [], facts }];
}

function sourceSection(provision: Provision): readonly ExplanationSection[] {
  if (provision.sources.length === 0) return [];
  const facts = provision.sources.map(({ cite, note, certainty }): Fact => ({ label: cite, value: note === undefined ? certainty : `${note} (${certainty})` }));
  return [{ title: 'Sources', paragraphs: [], facts }];
}

function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [{ label, value }];
}
