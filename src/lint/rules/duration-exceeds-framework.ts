import { bound, draftOf, frameworkOf } from '../example.ts';
import { frameworkArticle, frameworkValues, plainValue } from '../framework-values.ts';
import { relateDurations } from '../relate-durations.ts';
import type { Rule } from '../rule.ts';
import { usesOf, valuesOf } from '../values.ts';

const TERM = 'duration.term';
const framework = () => frameworkOf({}, { id: 'article:duration', article: 'duration', ids: ['duration.term'], ordinal: 20, rule: 'must', opening: 'open', values: { [TERM]: { type: 'duration', iso: 'P10Y' } } });

export const rule: Rule = {
  id: 'duration-exceeds-framework',
  code: 'N08',
  severity: 'error',
  title: 'An arrangement that outlives its framework',
  why: 'When the framework ends, the authority for the arrangement and the rules that it borrows end too.',
  good: () => ({ title: 'Five years under ten', draft: draftOf({ values: [bound(TERM, { type: 'duration', iso: 'P60M' })] }), context: { framework: framework() } }),
  bad: () => ({ title: 'Twelve years under ten', draft: draftOf({ values: [bound(TERM, { type: 'duration', iso: 'P12Y' })] }), context: { framework: framework() } }),
  *check({ draft, framework: parent }) {
    if (parent === undefined) return;
    const limits = frameworkValues(parent);
    for (const { parameter, value } of valuesOf(draft)) {
      // The constraint is the framework's own term, or the day on which it ends.
      if (parameter !== TERM && !/^duration\.(?:end|expiry|until)$/.test(parameter)) continue;
      const limit = limits.get(parameter);
      if (limit === undefined || !exceeds(value, limit.value)) continue;
      const [node] = usesOf(draft, parameter);
      yield {
        message: `“${parameter}” is ${plainValue(value)}, longer than ${plainValue(limit.value)} in ${frameworkArticle(limit.article, parent)}`,
        hint: 'shorten it, or see that the framework lets its terms continue for running projects and waive this finding',
        parameter, ...(node === undefined ? {} : { node }),
      };
    }
  },
};

function exceeds(value: ReturnType<typeof valuesOf>[number]['value'], limit: typeof value): boolean {
  if (value.type === 'duration' && limit.type === 'duration') return relateDurations('>', value.iso, limit.iso) === true;
  return value.type === 'date' && limit.type === 'date' && value.date > limit.date;
}
