import { describe, expect, it } from 'vitest';
import { isOwnMarkdown, isUntouchedMarkdown, readMarkdown } from '../../src/formats/markdown/read.ts';
import { writeMarkdown } from '../../src/formats/markdown/write.ts';
import { type Draft, type Finding, type Node, inlinesOf, roots, textOf, walk } from '../../src/model/index.ts';
import { SAMPLE } from '../support/sample-draft.ts';

const WRITTEN = writeMarkdown(SAMPLE);

function edit(from: string | RegExp, to: string, source = WRITTEN): string {
  const edited = source.replace(from, to);
  if (edited === source) throw new Error(`nothing to edit: ${String(from)}`);
  return edited;
}

function read(source: string): { readonly draft: Draft; readonly findings: readonly Finding[]; readonly node: (id: string) => Node } {
  const { value, findings } = readMarkdown(source, { file: 'draft.md' });
  if (value === undefined) throw new Error('not read');
  const nodes = new Map<string, Node>();
  walk(roots(value.draft), (node) => nodes.set(node.id, node));
  return {
    draft: value.draft, findings,
    node: (id) => {
      const found = nodes.get(id);
      if (found === undefined) throw new Error(`no block ${id}`);
      return found;
    },
  };
}

const NOTICE = 'foreground.ownership/notice';
const rules = (findings: readonly Finding[]): readonly string[] => findings.map((finding) => finding.rule);
const added = (draft: Draft): readonly Node[] => {
  const found: Node[] = [];
  walk(roots(draft), (node) => { if (node.id.startsWith('~')) found.push(node); });
  return found;
};

describe('the file as written', () => {
  it('knows itself, with another system’s line ends too', () => {
    expect(isOwnMarkdown(WRITTEN)).toBe(true);
    expect(isUntouchedMarkdown(WRITTEN)).toBe(true);
    const windows = `\uFEFF${WRITTEN.replaceAll('\n', '\r\n')}`;
    expect(isUntouchedMarkdown(windows)).toBe(true);
    expect(read(windows).draft).toEqual(SAMPLE);
  });

  it('notices any change', () => {
    expect(isUntouchedMarkdown(edit('sixty', 'ninety'))).toBe(false);
    expect(isUntouchedMarkdown('# Some agreement\n\n1. Text\n')).toBeUndefined();
    expect(isOwnMarkdown('# Some agreement\n\n1. Text <!-- article -->\n')).toBe(false);
  });

  it('gives the place of each block and of its words in each language', () => {
    const { value } = readMarkdown(WRITTEN, { file: 'draft.md' });
    const line = WRITTEN.split('\n').findIndex((text) => text.includes(`<a id="${NOTICE}">`)) + 1;
    expect(value?.spans.get(NOTICE)?.start).toMatchObject({ line, column: 1 });
    const russian = value?.spans.get(`${NOTICE} ru`)?.start;
    expect(russian?.line).toBe(line);
    expect(WRITTEN.slice(russian?.offset).startsWith('3. <!--.-->Каждая')).toBe(true);
  });
});

describe('edited by hand', () => {
  it('takes new words as they stand', () => {
    const { draft, findings, node } = read(edit('Each Party shall disclose it', 'Every  Party must   show it'));
    expect(findings).toEqual([]);
    expect(textOf(node(NOTICE).content?.['en'])).toMatch(/^Every Party must show it within sixty/);
    expect(draft.articles).toHaveLength(1);
  });

  it('parses a changed value again, and lists it where every place agrees', () => {
    const once = read(edit('USD 38,000,000<', 'USD 40,000,000<'));
    const value = once.node(NOTICE).content?.['en']?.find((inline) => inline.type === 'value' && inline.parameter === 'finance.ceiling');
    expect(value).toMatchObject({ type: 'value', value: { type: 'money', currency: 'USD', minor: '4000000000' }, text: 'USD 40,000,000' });
    expect(once.draft.values).toEqual(SAMPLE.values);
    const twice = read(edit('38\u00A0000\u00A0000 долларов', '40\u00A0000\u00A0000 долларов', edit('USD 38,000,000<', 'USD 40,000,000<')));
    expect(twice.draft.values.find((bound) => bound.name === 'finance.ceiling')?.value).toMatchObject({ minor: '4000000000' });
    expect(twice.findings).toEqual([]);
  });

  it('keeps what is no value as text, with a finding at its place', () => {
    const source = edit('USD 38,000,000<', 'whatever it takes<');
    const { findings, node } = read(source);
    expect(rules(findings)).toEqual(['value-unreadable']);
    const at = source.indexOf('whatever it takes');
    expect(findings[0]?.span?.start.offset).toBe(at);
    expect(findings[0]?.span?.start.line).toBe(source.slice(0, at).split('\n').length);
    expect(textOf(node(NOTICE).content?.['en'])).toMatch(/whatever it takes\.$/);
  });

  it.each([
    ['reference-reworded', '[paragraph 2](', '[paragraph 7]('],
    ['blank-filled', '\\_\\_\\_\\_<!--/--> on', 'Geneva<!--/--> on'],
    ['term-reworded', '>Foreground Information<!--/--> shall', '>New Information<!--/--> shall'],
    ['name-reworded', '>Government of the United States of America<!--/-->', '>Government of Canada<!--/-->'],
    ['draft-comment', '<!--v finance.ceiling p3yh1q-->', ''],
    ['draft-comment', '<!--v finance.ceiling p3yh1q-->', '<!--v finance.unknown p3yh1q-->'],
    ['draft-comment', '<!--v finance.ceiling p3yh1q-->', '<!-- ask the desk officer -->'],
    ['draft-comment', '<!--v finance.ceiling p3yh1q-->', '<!--v finance.ceiling {"form":-->'],
    ['draft-comment', '38,000,000<!--/-->.', '38,000,000.'],
    ['draft-comment', '38,000,000<!--/-->.', '38,000,000<!--/--><!--/-->.'],
    ['draft-table', 'Стороне, которая', 'Стороне | которая'],
    ['draft-anchor', '<a id="foreground.ownership/owner.one"></a>', ''],
    ['draft-comment', '<!--point 1-->', ''],
    ['draft-frame', '"basis":{', '"basis":{{'],
  ])('reports %s for %s → %s', (rule, from, to) => {
    const { findings } = read(edit(from, to));
    expect(rules(findings)).toContain(rule);
    for (const finding of findings) expect(finding.span?.file).toBe('draft.md');
  });

  it('shows the words whatever comment is gone', () => {
    const bare = WRITTEN.slice(0, WRITTEN.indexOf('<!--dtca draft')).replace(/<!--[^]*?-->/g, '');
    const { draft } = read(bare);
    expect(draft.meta.languages).toEqual(['en', 'ru']);
    const words = roots(draft).flatMap((root) => { const all: string[] = []; walk([root], (node) => all.push(textOf(inlinesOf(node, 'en')))); return all; });
    expect(words).toContain('to the Party that generated it; and');
    expect(words).toContain('Foreground Information');
  });

  it('takes a row away, and moves one, as the text now stands', () => {
    const lines = WRITTEN.split('\n');
    const at = lines.findIndex((line) => line.includes('foreground.ownership/definition'));
    const [row = ''] = lines.splice(at, 1);
    const without = read(lines.join('\n'));
    expect(without.draft.articles[0]?.children.map((node) => node.id)).not.toContain('foreground.ownership/definition');
    lines.splice(lines.findIndex((line) => line.includes(`"${NOTICE}"`)) + 1, 0, row);
    const moved = read(lines.join('\n'));
    expect(moved.findings).toEqual([]);
    expect(moved.draft.articles[0]?.children.map((node) => node.id)).toEqual([
      'foreground.ownership/owner', NOTICE, 'foreground.ownership/definition', 'foreground.ownership/levels',
    ]);
  });

  it('takes a new row for a new block of the kind it looks like', () => {
    const { draft, findings } = read(edit(/(\| <a id="foreground.ownership\/levels"><\/a>)/, '| 3 bis. New paragraph. | 3 бис. Новый пункт. |\n| (3) new point | 3) новый подпункт |\n| **Article 10. New** | **Статья 10. Новая** |\n$1'));
    expect(findings).toEqual([]);
    const [paragraph, point, article] = added(draft);
    expect(paragraph).toMatchObject({ type: 'paragraph', content: { en: [{ text: '3 bis. New paragraph.' }] } });
    expect(point).toMatchObject({ type: 'point', label: { en: '(3)', ru: '3)' }, content: { en: [{ text: 'new point' }], ru: [{ text: 'новый подпункт' }] } });
    expect(article).toMatchObject({ type: 'article', label: { en: 'Article 10', ru: 'Статья 10' }, heading: { en: [{ text: 'New' }], ru: [{ text: 'Новая' }] } });
    expect(draft.articles.map((node) => node.id)).toEqual(['article:foreground', article?.id]);
  });

  it('gives the second of two blocks with one id an id of its own', () => {
    const { draft, findings } = read(edit(/(\| <a id="foreground.ownership\/notice"><\/a>.*\n)/, '$1$1'));
    expect(rules(findings)).toEqual(['duplicate-id']);
    expect(findings[0]?.related?.[0]?.span?.start.line).toBe((findings[0]?.span?.start.line ?? 0) - 1);
    expect(added(draft)).toHaveLength(1);
  });

  it('keeps a label that a person has changed', () => {
    const { node } = read(edit('</a>3. <!--paragraph 3-->', '</a>3 bis. <!--paragraph 3-->'));
    expect(node(NOTICE)).toMatchObject({ ordinal: 3, label: { en: '3 bis.' } });
    expect(node(NOTICE).label).not.toHaveProperty('ru');
    expect(node('article:foreground').label).toBeUndefined();
  });

  it('follows columns that were swapped, by their headings', () => {
    const swapped = WRITTEN.split('\n').map((line) => {
      const cells = /^\| (.*) \| (.*) \|$/.exec(line);
      return cells === null || line.includes('<!--row-->') ? line : `| ${cells[2]} | ${cells[1]} |`;
    }).join('\n').replace(/\| Русский \| English \|/g, '| Русский | English |');
    const { node } = read(swapped);
    expect(textOf(node(NOTICE).content?.['ru'])).toMatch(/^Каждая из Сторон/);
  });

  it('reads bold and wrapped words as words', () => {
    const one = writeMarkdown({ ...SAMPLE, meta: { ...SAMPLE.meta, languages: ['en'] } });
    const { node } = read(edit('Each Party shall disclose it within', 'Each Party **shall**\ndisclose `it` within', one));
    expect(textOf(node(NOTICE).content?.['en'])).toMatch(/^Each Party shall disclose it within sixty/);
  });
});

it('never throws, however the file was cut', () => {
  for (let end = 0; end < WRITTEN.length; end += 37) {
    const { value } = readMarkdown(WRITTEN.slice(0, end) + WRITTEN.slice(end + 23), { file: 'draft.md' });
    expect(value?.draft.schema).toBe('dtca/draft-1');
  }
});
