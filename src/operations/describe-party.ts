import { CASES } from '../model/index.ts';
import type { Explanation, ExplanationSection, Fact, Forms, Localized, Marking, Matter, PartyProfile } from '../model/index.ts';

/** A state in a list, with what the user must supply for it. */
export interface PartyEntry {
  readonly id: string;
  readonly name: Localized<string>;
  readonly languages: readonly string[];
  readonly currency: string;
  /** What the library does not know of it. */
  readonly missing: readonly string[];
}

export function partyEntry(party: PartyProfile, matters: readonly Matter[]): PartyEntry {
  const name = Object.fromEntries(Object.entries(party.state).map(([language, forms]) => [language, forms.nom]));
  return { id: party.id, name, languages: party.languages, currency: party.currency, missing: missingOf(party, matters) };
}

function missingOf(party: PartyProfile, matters: readonly Matter[]): readonly string[] {
  return [
    ...(party.classification.length === 0 ? ['levels'] : []), ...(party.legend === undefined ? ['legend'] : []),
    ...(matters.some(({ id }) => !Object.hasOwn(party.matters, id)) ? ['authorities'] : []),
  ];
}

/** What the library knows of a state: its names in every case, languages, currency, markings and authorities; and what it does not know. */
export function describeParty(party: PartyProfile, matters: readonly Matter[]): Explanation {
  return {
    schema: 'dtca/explanation-1',
    kind: 'party',
    id: party.id,
    title: Object.values(party.state)[0]?.nom ?? party.id,
    paragraphs: ['verified: read in the source. believed: public and held to be right. unverified: check before use.'],
    facts: [
      { label: 'languages', value: party.languages.join(', ') },
      { label: 'currency', value: party.currency },
      ...(party.span === undefined ? [] : [{ label: 'file', value: `${party.span.file}:${party.span.start.line}` }]),
    ],
    sections: [
      ...section('To check', party.notes.map(({ on, note, certainty }): Fact => ({ label: on, value: `${note} (${certainty})` }))),
      ...(party.short === undefined ? [] : [names('Short name', party.short)]),
      names('State', party.state),
      names('Label', party.label),
      ...Object.entries(party.concluders).flatMap(([kind, forms]) => (kind === 'state' || forms === undefined ? [] : [names(capital(kind), forms)])),
      ...section('Usual signatories', Object.entries(party.signatories).flatMap(([kind, entry]) => (entry === undefined ? [] : [{ label: kind, value: said(entry.office, entry) }]))),
      ...classificationSection(party),
      legendSection(party),
      authoritySection(party, matters),
    ],
  };
}

function names(title: string, forms: Localized<Forms>): ExplanationSection {
  const facts = Object.entries(forms).flatMap(([language, of]) =>
    CASES.flatMap((grammaticalCase): readonly Fact[] => (of[grammaticalCase] === undefined ? [] : [{ label: `${language} ${grammaticalCase}`, value: `${of[grammaticalCase]}${grammaticalCase === 'nom' ? agreement(of) : ''}` }])),
  );
  return { title, paragraphs: [], facts };
}

/** A level pairs with no level of another State: the table of equivalence is the authorities' to fill. */
function classificationSection(party: PartyProfile): readonly ExplanationSection[] {
  if (party.classification.length === 0) return [{ title: 'Classification', paragraphs: ['Not known here; the user must supply the levels and their markings, from the security authority.'], facts: [] }];
  const facts = party.classification.map((entry): Fact => ({ label: entry.level, value: marked(entry) }));
  return [{ title: 'Classification', paragraphs: ['From the highest level down. No level answers to another State’s: the authorities fill security.equivalence.'], facts }];
}

function legendSection(party: PartyProfile): ExplanationSection {
  const title = 'Restricted information that is not classified';
  if (party.legend === undefined) return { title, paragraphs: ['No legend is known here; the user must supply it.'], facts: [] };
  return { title, paragraphs: [], facts: [{ label: 'legend', value: marked(party.legend) }] };
}

/** Every matter that the library may raise: whose it is, or that the user must say. */
function authoritySection(party: PartyProfile, matters: readonly Matter[]): ExplanationSection {
  const facts = Object.entries(party.matters).map(([matter, entry]): Fact => ({ label: matter, value: [entry.authority, entry.cite, entry.note].filter((words) => words !== undefined).join('; ') + ` (${entry.certainty})` }));
  const open = matters.filter(({ id }) => !Object.hasOwn(party.matters, id));
  const supply = open.length === 0 ? [] : [`The user must supply the authority for: ${open.map(({ id }) => id).join(', ')}.`];
  return { title: 'Authorities', paragraphs: facts.length === 0 ? ['No rule is known here.', ...supply] : supply, facts };
}

/** What agrees with the name: its gender or number. */
function agreement({ gender, plural }: Forms): string {
  return plural === true ? ' (plural)' : gender === undefined ? '' : ` (${gender})`;
}

function section(title: string, facts: readonly Fact[]): readonly ExplanationSection[] {
  return facts.length === 0 ? [] : [{ title, paragraphs: [], facts }];
}

const marked = (entry: Marking): string => said(entry.marking, entry);

function said(texts: Localized<string>, { note, certainty }: { readonly note?: string; readonly certainty: string }): string {
  const words = Object.entries(texts).map(([language, text]) => `${text} (${language})`).join(', ');
  return `${words}${note === undefined ? '' : `; ${note}`} (${certainty})`;
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
