import type { Operations } from '../../src/cli/operations.ts';
import type { Comparison, Draft, Explanation, Finding } from '../../src/model/index.ts';

/** The smallest draft there is: what a command does with it is not about its words. */
export const EMPTY_DRAFT: Draft = {
  schema: 'dtca/draft-1',
  meta: {
    id: 'sample', instrument: 'implementing-arrangement', stage: 'negotiating', register: 'treaty', languages: ['en'],
    numbering: { article: 'arabic', paragraph: 'arabic', point: 'arabic' }, audience: 'internal',
  },
  basis: { libraries: [] },
  title: {}, parties: [], preamble: [], articles: [], annexes: [], closing: [], signatures: [], terms: [], values: [], incorporated: [],
};

export const NO_CHANGES: Comparison = {
  schema: 'dtca/changes-1',
  before: 'a.md',
  after: 'b.md',
  changes: [],
  summary: { total: 0, added: 0, removed: 0, reworded: 0, moved: 0, renumbered: 0, revalued: 0, retitled: 0 },
};

export const EXPLANATION: Explanation = {
  schema: 'dtca/explanation-1', kind: 'rule', id: 'undefined-term', title: 'Undefined term', paragraphs: ['A term is used and not defined.'],
  facts: [{ label: 'severity', value: 'error' }], sections: [],
};

export function finding(given: Partial<Finding> = {}): Finding {
  return { rule: 'sample-rule', severity: 'error', message: 'something was found', ...given };
}

/** Operations that answer at once and find nothing, except as told. */
export function fakeOperations(given: Partial<Operations> = {}): Operations {
  return {
    draft: async () => ({ value: { draft: EMPTY_DRAFT, mandatory: [], selection: [], valueSpans: new Map(), nodeSpans: new Map() }, findings: [] }),
    publish: async (host, _assembled, { targets }) => {
      for (const { path } of targets) if (path !== undefined) host.write(path, 'text\n');
      return { value: { outputs: targets.map(({ path }) => ({ ...(path === undefined ? {} : { path }), content: 'text\n', state: 'wrote' as const })), leftOut: [] }, findings: [] };
    },
    formats: async () => [{ id: 'markdown', extensions: ['.md', '.markdown'] }, { id: 'json', extensions: ['.json'] }, { id: 'text', extensions: ['.txt'] }],
    validate: async () => ({ value: [], findings: [] }),
    compare: async () => ({ value: NO_CHANGES, findings: [] }),
    explain: async () => ({ value: EXPLANATION, findings: [] }),
    listLibrary: async () => ({ value: [], findings: [] }),
    listParties: async () => ({ value: [], findings: [] }),
    searchLibrary: async () => ({ value: [], findings: [] }),
    showProvision: async () => ({ value: EXPLANATION, findings: [] }),
    checkLibrary: async () => ({ value: { counts: { articles: 1, provisions: 2, variants: 3, clauses: 4, terms: 5, parameters: 6, parties: 1, instruments: 1, drafts: 7 }, findings: [] }, findings: [] }),
    reportLibrary: async () => ({ value: { pages: [{ name: 'README.md', content: 'page' }] }, findings: [] }),
    confirmTranslations: async () => ({ value: { confirmed: [], files: [] }, findings: [] }),
    ...given,
  };
}
