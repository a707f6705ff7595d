import { describe, expect, it } from 'vitest';
import type { Library, Provision } from '../../src/model/index.ts';
import { describeProvision } from '../../src/operations/describe-provision.ts';
import { search } from '../../src/operations/search.ts';

function provision(given: Pick<Provision, 'id' | 'title'> & Partial<Provision>): Provision {
  return {
    version: '1.0.0', library: 'dtca', article: given.id.split('.')[0] ?? '', scope: 'reserved', instruments: ['framework-agreement'],
    aliases: [], replaces: [], requires: [], conflicts: [], parameters: [], defines: [], guidance: '', sources: [], variants: [], ...given,
  };
}

const provisions: readonly Provision[] = [
  provision({
    id: 'transfers.consent', title: { en: 'Transfers to Third Parties', ru: 'Передача третьим сторонам' },
    aliases: ['third-party sales', 'retransfer', 're-export'], guidance: 'Sales of jointly developed equipment come up late.',
    variants: [{
      id: 'written', rank: 'preferred', rationale: 'Plain.', raises: [{ matter: 'transfers.consent' }], requires: [], conflicts: [], parameters: [], conditions: [], terms: ['third-party'],
      clauses: [{ key: 'ban', clauses: [], text: { en: ['A Party ', { name: 'shall' }, ' not transfer information to a ', { name: 'term', args: ['third-party'] }, '.'] } }],
    }],
  }),
  provision({ id: 'liability.third-party', title: { en: 'Third-Party Claims', ru: 'Требования третьих сторон' }, aliases: ['indemnification'] }),
  provision({ id: 'liability.waiver', title: { en: 'Waiver of Claims', ru: 'Отказ от требований' } }),
  provision({ id: 'finance.cost-shares', title: { en: 'Sharing of Costs', ru: 'Распределение расходов' }, parameters: ['finance.shares'], sources: [{ cite: 'X 1', certainty: 'believed' }] }),
  provision({ id: 'visits.procedure', title: { en: 'Visits', ru: 'Посещения' } }),
];

const library: Library = {
  names: [], provisionIds: provisions.map(({ id }) => id), provision: (id) => provisions.find((each) => each.id === id), brief: (id) => provisions.find((each) => each.id === id),
  articles: [{ id: 'finance', kind: 'article', title: { en: { treaty: 'Financial Provisions', memorandum: 'Money' } }, aliases: ['funding'] }],
  parameters: { 'finance.shares': { name: 'finance.shares', type: 'share', ask: { en: 'Who pays which part?' } } },
  definitions: [], parties: {}, vocabulary: {}, matters: [], layouts: {}, predicates: {}, constraints: {},
};

const found = (query: string): readonly string[] => search(library, query).map(({ provision }) => provision.id);

describe('search', () => {
  it.each([
    ['its id', 'finance.cost-shares', 'finance.cost-shares'],
    ['a part of its id', 'cost-shares', 'finance.cost-shares'],
    ['its title', 'Transfers to Third Parties', 'transfers.consent'],
    ['other endings', 'third party sale', 'transfers.consent'],
    ['a heading that others give it', 'indemnification', 'liability.third-party'],
    ['its title in another language', 'распределение расходов', 'finance.cost-shares'],
    ['another case of a Russian word', 'посещение', 'visits.procedure'],
    ['the heading of its article', 'funding', 'finance.cost-shares'],
    ['the memorandum heading of its article', 'money', 'finance.cost-shares'],
    ['a word of its text', 'information', 'transfers.consent'],
    ['a word of its guidance', 'equipment', 'transfers.consent'],
    ['another word of the family', 'indemnity', 'liability.third-party'],
    ['a slip of the pen', 'indemnifcation', 'liability.third-party'],
    ['a slip in Russian', 'пасещения', 'visits.procedure'],
  ])('finds a provision by %s', (_what, query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('puts the rarer words first: sales before claims', () => {
    expect(found('third party sales')).toEqual(['transfers.consent', 'liability.third-party']);
  });

  it('finds nothing for what is nowhere, and for nothing', () => {
    expect(found('submarine cables')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('of the')).toEqual([]);
  });
});

describe('describing', () => {
  it('prints leaves as they are written, with parameters and sources', () => {
    const [first, , , fourth] = provisions;
    if (first === undefined || fourth === undefined) throw new Error('the library is short');
    const transfer = describeProvision(first, library);
    expect(transfer.sections[0]?.title).toBe('Variant written (preferred)');
    expect(transfer.sections[0]?.paragraphs).toContain('en  A Party {{shall}} not transfer information to a {{term "third-party"}}.');
    const shares = describeProvision(fourth, library);
    expect(shares.sections).toEqual([
      { title: 'Parameters', paragraphs: [], facts: [{ label: 'finance.shares', value: 'share: Who pays which part?' }] },
      { title: 'Sources', paragraphs: [], facts: [{ label: 'X 1', value: 'believed' }] },
    ]);
  });
});
