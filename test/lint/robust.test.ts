import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../src/lint/example.ts';
import { lint } from '../../src/lint/run.ts';
import type { Draft, Node } from '../../src/model/index.ts';
import { arbitraryDraft } from '../support/arbitrary-draft.ts';
import { SAMPLE } from '../support/sample-draft.ts';

const today = '2026-03-02';

describe('any draft', () => {
  it('is checked without throwing, twice alike', () => {
    fc.assert(fc.property(arbitraryDraft(), arbitraryDraft(['en', 'ru', 'xx']), fc.constantFrom('treaty' as const, 'memorandum' as const), (draft, standard, register) => {
      const checked: Draft = { ...draft, meta: { ...draft.meta, register } };
      const context = { draft: checked, standard, framework: frameworkOf({ terms: standard.terms }), mandatory: ['duration'], recorded: [], waivers: [], today };
      const findings = lint(context);
      expect(lint({ ...context, draft: structuredClone(checked) })).toEqual(findings);
      for (const { node, message } of findings) {
        expect(message).not.toBe('');
        // What is found in the draft can be found there again.
        if (node !== undefined) expect(idsOf(checked).has(node.id) || idsOf(standard).has(node.id)).toBe(true);
      }
    }), { numRuns: 300 });
  });

  it('needs no provenance: rules that read the words find the same without it', () => {
    const bare = (node: Node): Node => {
      const { provenance: _, ...rest } = node;
      return { ...rest, children: node.children.map(bare) };
    };
    const draft: Draft = { ...SAMPLE, articles: SAMPLE.articles.map(bare), preamble: SAMPLE.preamble.map(bare), closing: SAMPLE.closing.map(bare), annexes: SAMPLE.annexes.map(bare) };
    expect(lint({ draft, today })).toEqual(lint({ draft: SAMPLE, today }));
  });

  it('in one language, in none of its languages, or without blocks, is checked too', () => {
    for (const languages of [['ru'], ['xx'], []]) expect(() => lint({ draft: { ...SAMPLE, meta: { ...SAMPLE.meta, languages } }, today })).not.toThrow();
    expect(lint({ draft: { ...SAMPLE, title: {}, preamble: [], articles: [], closing: [], annexes: [], signatures: [], terms: [], values: [] }, today })).toEqual([]);
  });

  it('is the same to every rule as its own standard text', () => {
    fc.assert(fc.property(arbitraryDraft(), (draft) => {
      const rules = ['departure-unrecorded', 'clause-missing', 'clause-added'];
      expect(lint({ draft, standard: structuredClone(draft), today }, { rules })).toEqual([]);
    }), { numRuns: 200 });
  });
});

function idsOf(draft: Draft): ReadonlySet<string> {
  const ids = new Set<string>();
  const down = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      ids.add(node.id);
      down(node.children);
    }
  };
  for (const part of [draft.preamble, draft.articles, draft.closing, draft.signatures, draft.annexes]) down(part);
  return ids;
}
