import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/rules/index.ts';
import { describeRule } from '../../src/operations/describe-rule.ts';
import { EXPLANATION_REPORTS, PLAIN_LOOK } from '../../src/report/index.ts';

describe('every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s explains itself with an example of what it finds', (_id, rule) => {
    const explanation = describeRule(rule);
    const [found, notFound] = explanation.sections;
    expect(found?.facts.some(({ label }) => label === 'finding')).toBe(true);
    expect(notFound?.facts).toEqual([]);
    expect(explanation.paragraphs.join(' ')).not.toBe('');
    const text = EXPLANATION_REPORTS['terminal']?.(explanation, PLAIN_LOOK) ?? '';
    expect(text.startsWith(`${rule.title}  ${rule.id}\n`)).toBe(true);
    expect(text).toContain('\nFound: ');
  });
});
