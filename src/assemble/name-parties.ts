import type { Forms, Language, Layout, Localized, PartyProfile } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import type { NamedParty } from './context.ts';
import { place } from './input.ts';
import type { AssembleInput, Report } from './input.ts';

/** The parties of the arrangement with their full names, by who concludes for each. */
export function nameParties(input: AssembleInput, layout: Layout, report: Report): readonly NamedParty[] {
  return input.arrangement.parties.flatMap((party, index): readonly NamedParty[] => {
    const profile = Object.hasOwn(input.library.parties, party.id) ? input.library.parties[party.id] : undefined;
    if (!profile) {
      const known = Object.keys(input.library.parties);
      const near = nearest(party.id, known)[0];
      report({ rule: 'unknown-party', severity: 'error', message: `there is no party “${party.id}”; known are ${known.join(', ')}`, ...place(input.locate(['parties', index, 'id'])), hint: near === undefined ? 'add parties/<id>.yaml to a library of your own' : `did you mean “${near}”?`, explains: [`party:${party.id}`, ...(near === undefined ? [] : [`party:${near}`])] });
      return [];
    }
    const concluder = party.concluder ?? layout.concluder;
    const forms: Localized<Forms> = profile.concluders[concluder] ?? profile.state;
    if (!profile.concluders[concluder]) report({ rule: 'unknown-party', severity: 'error', message: `the library has no name for the ${concluder} of “${party.id}”`, ...place(input.locate(['parties', index])), hint: `copy parties/${party.id}.yaml to a library of your own and give it concluders.${concluder}` });
    const name: Record<string, string> = {};
    for (const [language, entry] of Object.entries(forms)) name[language] = entry.nom;
    return [{ id: party.id, concluder, name, language: ownLanguage(profile, input), forms, ...(party.binding === undefined ? {} : { binding: party.binding }) }];
  });
}

/** The State's first language in which the instrument is made; its first of all where the instrument is made in none of them. */
function ownLanguage(profile: PartyProfile, input: AssembleInput): Language {
  return profile.languages.find((language) => input.arrangement.languages.includes(language)) ?? profile.languages[0] ?? '';
}
