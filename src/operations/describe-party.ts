import { CASES } from '../model/index.ts';
import type { Explanation, ExplanationSection, Fact, Forms, Localized, Marking, PartyProfile } from '../model/index.ts';

/** What the library knows of a state: its names in every case, languages, currency, markings and authorities. */
export function describeParty(party: PartyProfile): Explanation {
  return {
    schema: 'dtca/explanation-1',
    kind: 'party',
    id: party.id,
    title: Object.values(party.state)[0]?.nom ?? party.id,
    paragraphs: [],
    facts: [
      { label: 'languages', value: party.languages.join(', ') },
      { label: 'currency', value: party.currency },
      ...party.notes.map(({ on, note, certainty }): Fact => ({ label: on, value: `${note} (${certainty})` })),
      ...(party.span === undefined ? [] : [{ label: 'file', value: `${party.span.file}:${party.span.start.line}` }]),
    ],
    sections: [
      ...(party.short === undefined ? [] : [names('Short name', party.short)]),
      names('State', party.state),
      names('Label', party.label),
      ...Object.entries(party.concluders).flatMap(([kind, forms]) => (kind === 'state' || forms === undefined ? [] : [names(capital(kind), forms)])),
      ...section('Usual signatories', Object.entries(party.signatories).flatMap(([kind, entry]) => (entry === undefined ? [] : [{ label: kind, value: said(entry.office, entry) }]))),
      ...classificationSection(party),
      ...section('Restricted information', party.legend === undefined ? [] : [{ label: 'legend', value: marked(party.legend) }]),
      authoritySection(party),
    ],
  };
}

function names(title: string, forms: Localized<Forms>): ExplanationSection {
  const facts = Object.entries(forms).flatMap(([language, of]) =>
    CASES.flatMap((grammaticalCase): readonly Fact[] => (of[grammaticalCase] === undefined ? [] : [{ label: `${language} ${grammaticalCase}`, value: of[grammaticalCase] }])),
  );
  return { title, paragraphs: [], facts };
}

/** A level pairs with no level of another State: the table of equivalence is the authorities' to fill. */
function classificationSection(party: PartyProfile): readonly ExplanationSection[] {
  if (party.classification.length === 0) return [{ title: 'Classification', paragraphs: ['Not known here; the security authority supplies the markings.'], facts: [] }];
  const facts = party.classification.map((entry): Fact => ({ label: entry.level, value: marked(entry) }));
  return [{ title: 'Classification', paragraphs: ['From the highest level down. No level answers to another State’s: the authorities fill security.equivalence.'], facts }];
}

function authoritySection(party: PartyProfile): ExplanationSection {
  const facts = Object.entries(party.matters).map(([matter, { authority, cite, certainty }]): Fact => ({ label: matter, value: `${authority}${cite === undefined ? '' : `; ${cite}`} (${certainty})` }));
  return { title: 'Authorities', paragraphs: [facts.length === 0 ? 'No rule is known here; supply the authority for every matter.' : 'For every other matter, supply the authority.'], facts };
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
