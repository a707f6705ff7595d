import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { isDraft } from '../../src/formats/check-draft.ts';
import { type Draft, type Inline, type Node, inlinesOf, roots, textOf, walk } from '../../src/model/index.ts';
import { disclose } from '../../src/operations/disclose.ts';
import { arbitraryDraft } from '../support/arbitrary-draft.ts';
import { SAMPLE } from '../support/sample-draft.ts';

const words = (draft: Draft): readonly string[] => {
  const found: string[] = draft.meta.languages.map((language) => textOf(draft.title[language]));
  walk(roots(draft), (node) => found.push(`${node.type} ${node.ordinal ?? ''}`, ...draft.meta.languages.map((language) => textOf(inlinesOf(node, language)))));
  return found;
};

/** Everything of ours that is not in the text. */
function secrets(draft: Draft): ReadonlySet<string> {
  const found = new Set<string>([
    draft.meta.id, draft.meta.edition ?? '', ...Object.values(draft.basis.framework ?? {}), ...Object.values(draft.basis.arrangement ?? {}),
    ...draft.basis.libraries.flatMap((library) => Object.values(library)),
    ...draft.terms.map((term) => `"${term.id}"`), ...draft.values.map((bound) => bound.name), ...draft.incorporated.map((entry) => entry.provision),
    'binding', 'provenance', 'package', 'arrangement.yaml', '4711', 'default"', 'Unused', 'лишний',
  ]);
  const inline = (entry: Inline): void => {
    if ('parameter' in entry) found.add(entry.parameter);
    if ('term' in entry) found.add(`"${entry.term}"`).add(` ${entry.term} `);
    if (entry.type === 'reference') found.add(entry.id);
  };
  walk(roots(draft), (node: Node) => {
    found.add(node.id);
    for (const value of Object.values({ ...node.provenance, ...node.provenance?.departure })) if (typeof value === 'string') found.add(value);
    for (const language of draft.meta.languages) inlinesOf(node, language).forEach(inline);
  });
  found.delete('');
  return found;
}

describe('a file for the other side', () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))('holds nothing of ours in %s', async (_, format) => {
    const { draft } = disclose(SAMPLE, 'ru');
    const written = (await format.writer?.())?.(draft) ?? '';
    expect(written.length).toBeGreaterThan(500);
    for (const secret of secrets(SAMPLE)) {
      // A version number is too short to tell from a sum.
      if (secret.length > 2) expect(written.includes(secret), secret).toBe(false);
    }
    expect(written).not.toMatch(/INTERNAL|ВНУТРЕННЕГО/);
    const reader = await format.reader?.();
    if (reader !== undefined) {
      const { value, findings } = await reader(written, { file: 'for-ru' });
      expect(findings).toEqual([]);
      expect(value?.draft).toEqual(draft);
    }
  });

  it('says what was left out', () => {
    const { report } = disclose(SAMPLE, 'ru');
    expect(Object.fromEntries(report.map(({ kind, count }) => [kind, count]))).toMatchObject({
      'library records': 3, 'values not in the text': 1, 'terms not in the text': 1, 'states of blocks': 1, 'incorporated provisions': 1,
      'legal positions of parties': 2, 'records of departures': 1, edition: 1,
    });
  });

  it('leaves out notes, unseen choices and parts of values', () => {
    const value = (parameter: string, inner: Extract<Inline, { type: 'value' }>['value'], text: string): Inline => ({ type: 'value', parameter, value: inner, text });
    const { draft } = disclose({
      ...SAMPLE,
      title: {
        en: [
          { type: 'bracket', options: [{ party: 'us', content: [{ type: 'text', text: 'ours' }] }], note: 'we would yield' },
          value('finance.sharing', { type: 'choice', choice: 'fallback-equal' }, 'in equal parts'),
          value('finance.shares', { type: 'share', shares: [{ party: 'us', percent: '61' }, { party: 'ru', percent: '39' }] }, '61 per cent'),
        ],
      },
    }, 'ru');
    expect(draft.title['en']).toEqual([
      { type: 'bracket', options: [{ party: 'us', content: [{ type: 'text', text: 'ours' }] }] },
      { type: 'text', text: 'in equal parts61 per cent' },
    ]);
  });

  it('is the same each time, and its ids cannot be found by trying names against them without our file', () => {
    expect(disclose(SAMPLE, 'ru')).toEqual(disclose(SAMPLE, 'ru'));
    const other = disclose({ ...SAMPLE, basis: { ...SAMPLE.basis, arrangement: { id: 'us-ru-framework', hash: 'f'.repeat(64) } } }, 'ru').draft;
    expect(other.articles[0]?.id).not.toBe(disclose(SAMPLE, 'ru').draft.articles[0]?.id);
  });

  it('keeps the text, whatever the draft, and reads back', () => {
    fc.assert(fc.property(arbitraryDraft(), (internal) => {
      const { draft } = disclose(internal, 'ru');
      expect(words(draft)).toEqual(words(internal));
      expect(isDraft(draft)).toBe(true);
      expect(readMarkdown(writeMarkdown(draft), { file: 'x.md' }).value?.draft).toEqual(draft);
    }), { numRuns: 500 });
  });
});
