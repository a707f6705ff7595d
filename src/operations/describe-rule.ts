import { lint } from '../lint/run.ts';
import type { Rule, RuleExample } from '../lint/rule.ts';
import { type Draft, type Explanation, type ExplanationSection, type Fact, roots, textOf, walk } from '../model/index.ts';

/** A rule in plain words: what it finds, why practice cares, and its examples with what it says of them. */
export function describeRule(rule: Rule): Explanation {
  return {
    schema: 'dtca/explanation-1',
    kind: 'rule',
    id: rule.id,
    title: rule.title,
    paragraphs: [rule.why],
    facts: [{ label: 'severity', value: rule.severity }, ...(rule.code === undefined ? [] : [{ label: 'code', value: rule.code }])],
    sections: [exampleSection('Found', rule, rule.bad()), exampleSection('Not found', rule, rule.good())],
  };
}

function exampleSection(verdict: string, rule: Rule, example: RuleExample): ExplanationSection {
  // All rules run, since a waiver is used only if the rule that it waives is; and on a fixed day, whatever the calendar says.
  const findings = lint({ draft: example.draft, today: '2026-01-01', ...example.context }).filter((finding) => finding.rule === rule.id);
  return {
    title: `${verdict}: ${example.title}`,
    paragraphs: wordsOf(example.draft),
    facts: findings.flatMap(({ message, hint }): readonly Fact[] => [{ label: 'finding', value: message }, ...(hint === undefined ? [] : [{ label: 'hint', value: hint }])]),
  };
}

/** A line per block and language. */
function wordsOf(draft: Draft): readonly string[] {
  const lines: string[] = [];
  walk(roots(draft), (node) => {
    for (const part of [node.heading, node.content, node.tail]) {
      for (const [language, inlines] of Object.entries(part ?? {})) {
        const text = textOf(inlines);
        if (text !== '') lines.push(`${language}  ${text}`);
      }
    }
  });
  return lines;
}
