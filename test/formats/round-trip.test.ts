import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/formats/json/read.ts';
import { writeJson } from '../../src/formats/json/write.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { isDraft } from '../../src/formats/check-draft.ts';
import { DraftSchema } from '../../src/model/schemas/draft.ts';
import { arbitraryDraft } from '../support/arbitrary-draft.ts';

/** 3 × 1,700 random trees with hostile text in each run; `FC_RUNS` for more. */
const RUNS = 1700;

describe.each([['one language', ['en']], ['two languages', ['en', 'ru']], ['three languages', ['ru', 'en', 'fr']]])('%s', (_, languages) => {
  it('reads back from Markdown to the same tree', () => {
    fc.assert(fc.property(arbitraryDraft(languages), (draft) => {
      const text = writeMarkdown(draft);
      const { value, findings } = readMarkdown(text, { file: 'draft.md' });
      expect(value?.draft).toEqual(draft);
      expect(findings).toEqual([]);
      expect(value?.edited).toBe(false);
    }), { numRuns: RUNS });
  }, 300_000);

  it('reads back from JSON to the same tree', async () => {
    await fc.assert(fc.asyncProperty(arbitraryDraft(languages), async (draft) => {
      expect(isDraft(draft)).toBe(true);
      expect(DraftSchema.safeParse(draft).success).toBe(true);
      const { value, findings } = await readJson(writeJson(draft), { file: 'draft.json' });
      expect(value?.draft).toEqual(draft);
      expect(findings).toEqual([]);
      expect(value?.edited).toBe(false);
    }), { numRuns: RUNS });
  }, 300_000);
});
