import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'waiver-unused',
  severity: 'warning',
  title: 'A waiver that waives nothing',
  why: 'A waiver left behind after its fault was mended hides the next fault of the same kind in the same place.',
  good: () => ({
    title: 'The waiver accepts a finding that is there',
    draft: paragraphs([{ en: 'Each Party shall store tools and/or parts.' }]),
    context: { waivers: [{ rule: 'and-or', at: 'data.rules/rule-1', by: 'Legal Office', on: '2026-05-04', reason: 'Agreed wording' }] },
  }),
  bad: () => ({
    title: 'The words at the waived place have been mended',
    draft: paragraphs([{ en: 'Each Party shall store tools or parts, or both.' }]),
    context: { waivers: [{ rule: 'and-or', at: 'data.rules/rule-1', by: 'Legal Office', on: '2026-05-04', reason: 'Agreed wording' }] },
  }),
  // Which waivers served is known only after all rules have run: `applyWaivers` reports under this rule.
  check: () => [],
};
