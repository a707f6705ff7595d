import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { waiverSubject } from '../waiver-subject.ts';
import { viewOf } from '../view.ts';

const waiver = { rule: 'and-or', at: 'data.rules/rule-1', by: 'Legal Office', on: '2026-01-12', reason: 'Agreed wording', until: '2026-06-30' };
const draft = () => paragraphs([{ en: 'Each Party shall store tools and/or parts.' }]);

export const rule: Rule = {
  id: 'waiver-expired',
  severity: 'warning',
  title: 'A waiver whose time has run out',
  why: 'A waiver with an end was granted for a while: after it somebody must look again, or grant it anew.',
  good: () => ({ title: 'On its last day a waiver still holds', draft: draft(), context: { waivers: [waiver], today: '2026-06-30' } }),
  bad: () => ({ title: 'The day after', draft: draft(), context: { waivers: [waiver], today: '2026-07-01' } }),
  *check({ draft: checked, waivers, today }) {
    for (const { rule: waived, at, by, on, until } of waivers ?? []) {
      if (until === undefined || until >= today) continue;
      const node = viewOf(checked).byId.get(at)?.node;
      yield {
        message: `the waiver of “${waived}” at “${at}” (${by}, ${on}) ended on ${until}`,
        hint: 'mend what it waived, or have the waiver granted anew with a later date',
        subjects: [waiverSubject({ rule: waived, at })],
        ...(node === undefined ? {} : { node }),
      };
    }
  },
};
