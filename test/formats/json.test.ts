import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDraft } from '../../src/formats/check-draft.ts';
import { isOwnJson, isUntouchedJson, readJson } from '../../src/formats/json/read.ts';
import { writeJson } from '../../src/formats/json/write.ts';
import { DraftSchema } from '../../src/model/schemas/draft.ts';
import { arbitraryDraft } from '../support/arbitrary-draft.ts';
import { SAMPLE } from '../support/sample-draft.ts';

const WRITTEN = writeJson(SAMPLE);
const read = (source: string) => readJson(source, { file: 'draft.json' });

describe('as written', () => {
  it('is the same whatever order the draft’s keys are in', () => {
    const { meta, ...rest } = SAMPLE;
    expect(writeJson({ ...rest, meta: { ...meta } })).toBe(WRITTEN);
    expect(WRITTEN.endsWith('}\n')).toBe(true);
  });

  it('knows itself and notices a change', () => {
    expect(isOwnJson(WRITTEN)).toBe(true);
    expect(isOwnJson('{"a": 1}')).toBe(false);
    expect(isUntouchedJson(WRITTEN)).toBe(true);
    expect(isUntouchedJson(WRITTEN.replaceAll('\n', '\r\n'))).toBe(true);
    expect(isUntouchedJson(WRITTEN.replace('shall', 'will'))).toBe(false);
    expect(isUntouchedJson('{}')).toBeUndefined();
  });

  it('gives the place of each block', async () => {
    const { value } = await read(WRITTEN);
    const place = value?.spans.get('foreground.ownership/notice')?.start;
    expect(WRITTEN.split('\n')[(place?.line ?? 0) - 1]?.trim()).toBe('"id": "foreground.ownership/notice",');
  });

  it('carries no character that an editor would hide', () => {
    const text = writeJson({ ...SAMPLE, title: { en: [{ type: 'text', text: 'a\u202Eb\u2066c\uFEFFd' }] } });
    expect(text).toContain('a\\u202eb\\u2066c\\ufeffd');
  });
});

describe('edited or hostile', () => {
  it('reads edited words, tidied', async () => {
    const { value, findings } = await read(WRITTEN.replace(' shall belong:', '  shall  not belong:'));
    expect(findings).toEqual([]);
    expect(value?.edited).toBe(true);
    expect(value?.draft.articles[0]?.children[1]?.content?.['en']?.[1]).toEqual({ type: 'text', text: ' shall not belong:' });
  });

  it.each([
    ['json-syntax', (text: string) => text.replace('"stage": "negotiating",', '"stage": negotiating,'), 'negotiating,'],
    ['json-syntax', (text: string) => text.slice(0, -3), undefined],
    ['json-syntax', () => '', undefined],
    ['duplicate-key', (text: string) => text.replace('"stage": "negotiating",', '"stage": "scrub", "stage": "negotiating",'), '"stage": "negotiating"'],
    ['forbidden-key', (text: string) => text.replace('"stage": "negotiating",', '"stage": "negotiating", "__proto__": {},'), '"__proto__"'],
    ['draft-schema', (text: string) => text.replace('"stage": "negotiating",', '"stage": "done",'), '"done"'],
    ['draft-schema', (text: string) => text.replace('"stage": "negotiating",', '"stage": "negotiating", "stagee": 1,'), '"stagee"'],
    ['draft-schema', (text: string) => text.replace('"ordinal": 9', '"ordinal": "9"'), '"9"'],
    ['draft-schema', (text: string) => text.replace('"minor": "3800000000"', '"minor": 3800000000'), '3800000000'],
    ['draft-version', (text: string) => text.replace('dtca/draft-1', 'dtca/draft-2'), undefined],
    ['not-a-draft', () => '[1, 2]', undefined],
    ['not-a-draft', () => '"draft"', undefined],
    ['json-too-deep', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`, undefined],
    ['duplicate-id', (text: string) => text.replace('"id": "signature:ru"', '"id": "signature:us"'), '"signature:us"'],
  ])('reports %s (%#)', async (rule, edit, at) => {
    const source = edit(WRITTEN);
    const { value, findings } = await read(source);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    const finding = findings.find((candidate) => candidate.rule === rule);
    expect(finding?.span?.file).toBe('draft.json');
    if (at !== undefined) {
      const { offset, line, column } = finding?.span?.start ?? { offset: -1, line: 0, column: 0 };
      expect(source.slice(offset, offset + at.length)).toBe(at);
      expect(source.split('\n')[line - 1]?.slice(column - 1, column - 1 + at.length)).toBe(at);
    }
    if (rule !== 'duplicate-id' && rule !== 'duplicate-key') expect(value).toBeUndefined();
  });

  it('refuses blocks nested deeper than any text', async () => {
    const deep = (n: number): string => (n === 0 ? '' : `{"id":"n${n}","type":"point","children":[${deep(n - 1)}]}`);
    const { value, findings } = await read(WRITTEN.replace('"annexes": []', `"annexes": [${deep(300)}]`));
    expect(value).toBeUndefined();
    expect(findings).toHaveLength(1);
  });

  it('leaves prototypes alone', async () => {
    await read(WRITTEN.replace('"basis": {', '"basis": { "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } },'));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

it('the quick check and the schema agree on every fault', () => {
  const paths = (value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] =>
    typeof value !== 'object' || value === null ? [path] : [path, ...Object.entries(value).flatMap(([key, field]) => paths(field, [...path, Array.isArray(value) ? Number(key) : key]))];
  const put = (value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown => {
    const [step, ...rest] = path;
    if (step === undefined) return change(value);
    if (Array.isArray(value)) return value.map((entry: unknown, index) => (index === step ? put(entry, rest, change) : entry));
    return Object.fromEntries(Object.entries(value ?? {}).map(([key, field]: [string, unknown]) => [key, key === step ? put(field, rest, change) : field]));
  };
  const changes: readonly ((old: unknown) => unknown)[] = [
    () => null, () => 1, () => 'x', () => '', () => [], () => ({}), () => -0.5, () => true, (old) => [old],
    (old) => (typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, extra: 1 } : undefined),
    (old) => (typeof old === 'object' && old !== null && !Array.isArray(old) ? Object.fromEntries(Object.entries(old).slice(1)) : 'en'),
  ];
  fc.assert(fc.property(arbitraryDraft(), fc.nat(), fc.constantFrom(...changes), (draft, n, change) => {
    const all = paths(draft, []);
    const broken: unknown = JSON.parse(JSON.stringify(put(draft, all[n % all.length] ?? [], change) ?? null));
    expect(isDraft(broken)).toBe(DraftSchema.safeParse(broken).success);
  }), { numRuns: 1500 });
});
