import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LintContext, RuleExample } from '../../src/lint/rule.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { lint } from '../../src/lint/run.ts';

const contextOf = ({ draft, context }: RuleExample): LintContext => ({ today: '2026-03-02', ...context, draft });

describe('every rule', () => {
  it('stands in the index under the name of its file', () => {
    const files = readdirSync(new URL('../../src/lint/rules/', import.meta.url)).filter((name) => name !== 'index.ts').map((name) => name.replace(/\.ts$/, '')).toSorted();
    expect(RULES.map(({ id }) => id)).toEqual(files);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s finds nothing in its good example and something in its bad one', (id, rule) => {
    const find = (example: RuleExample) => lint(contextOf(example)).filter((finding) => finding.rule === id);
    expect(find(rule.good())).toEqual([]);
    expect(find(rule.bad()).length).toBeGreaterThan(0);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s blames nobody and ends without a full stop', (_, rule) => {
    for (const finding of lint(contextOf(rule.bad()))) {
      expect(finding.message).not.toMatch(/!|[^.]\.$|\byou\b/);
      expect(finding.message).not.toMatch(/\[object|NaN|\bundefined\b/);
      expect(finding.hint ?? '').not.toMatch(/!|[^.]\.$/);
    }
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says why, and its bad example gives no other error of the text than its own', (id, rule) => {
    expect(rule.title.length).toBeGreaterThan(10);
    expect(rule.why).toMatch(/\.$/);
    const structural = new Set(['article-missing', 'precedence-missing', 'authentic-language-missing', 'effect-trigger-missing', 'and-or']);
    expect(lint(contextOf(rule.bad())).map((finding) => finding.rule).filter((other) => other !== id && !structural.has(other))).toEqual([]);
  });
});
