import type { FrameworkMap } from '../../model/index.ts';
import { draftOf, frameworkOf } from '../example.ts';
import type { Rule } from '../rule.ts';
import { openSeverity } from '../severity.ts';

export const rule: Rule = {
  id: 'framework-untraceable',
  code: 'S06',
  severity: 'warning',
  title: 'The framework lacks its title, place or date',
  why: 'The arrangement draws its authority from the framework: cited without its full title, place and date it cannot be found again.',
  good: () => ({ title: 'Title, place and date are known', draft: draftOf({}), context: { framework: frameworkOf() } }),
  bad: () => {
    const { date: _, ...undated } = frameworkOf();
    return { title: 'The framework has no date', draft: draftOf({}), context: { framework: undated } };
  },
  *check({ draft, framework }) {
    if (framework === undefined) return;
    const missing = lacks(framework, draft.meta.languages);
    if (missing.length === 0) return;
    yield {
      message: `the framework “${framework.id}” has no ${missing.join(', no ')}; an arrangement cites it by title, place and date`,
      hint: framework.file === '' ? 'add what is missing to the framework' : `add what is missing to ${framework.file}`,
      severity: openSeverity(draft),
      subjects: ['parameter:framework.title', 'parameter:framework.place', 'parameter:framework.date', 'parameter:signing.place', 'parameter:signing.date'],
    };
  },
};

function lacks(framework: FrameworkMap, languages: readonly string[]): readonly string[] {
  const missing: string[] = [];
  for (const name of ['title', 'place'] as const) {
    const without = languages.filter((language) => (framework[name]?.[language]?.nom ?? '').trim() === '');
    if (without.length > 0) missing.push(`${name}${without.length < languages.length ? ` in ${without.join(' and ')}` : ''}`);
  }
  if (framework.date === undefined) missing.push('date');
  return missing;
}
