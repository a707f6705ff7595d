import type { Marking, PartyProfile } from '../model/index.ts';
import { formsOf } from './forms.ts';
import type { RawParty } from './schemas/library.ts';
import type { YamlFile } from './yaml.ts';

/** What a library's file says of a state. */
export function readParty(raw: RawParty, yaml: YamlFile): PartyProfile {
  const matters: Record<string, PartyProfile['matters'][string]> = {};
  for (const [matter, entry] of Object.entries(raw.matters ?? {})) matters[matter] = { authority: entry.authority, certainty: entry.certainty, ...(entry.cite === undefined ? {} : { cite: entry.cite }), ...noteOf(entry) };
  return {
    id: raw.id, languages: typeof raw.language === 'string' ? [raw.language] : raw.language, currency: raw.currency,
    label: formsOf(raw.label), ...(raw.short === undefined ? {} : { short: formsOf(raw.short) }), state: formsOf(raw.state),
    concluders: Object.fromEntries(Object.entries(raw.concluders).map(([kind, forms]) => [kind, formsOf(forms ?? {})])),
    signatories: signatoriesOf(raw), classification: (raw.classification ?? []).map((entry) => ({ level: entry.level, ...markingOf(entry) })),
    ...(raw.legend === undefined ? {} : { legend: markingOf(raw.legend) }), notes: raw.notes ?? [],
    matters, span: yaml.at(['id']),
  };
}

function signatoriesOf(raw: RawParty): PartyProfile['signatories'] {
  return Object.fromEntries(Object.entries(raw.signatories ?? {}).flatMap(([kind, entry]) => (entry === undefined ? [] : [[kind, { office: entry.office, certainty: entry.certainty, ...noteOf(entry) }]])));
}

function markingOf(entry: NonNullable<RawParty['legend']>): Marking {
  return { marking: entry.marking, certainty: entry.certainty, ...noteOf(entry) };
}

function noteOf({ note }: { readonly note?: string | undefined }): { readonly note?: string } {
  return note === undefined ? {} : { note };
}
