import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/cli/operations.ts';
import { run } from '../../src/cli/run.ts';
import { createHost } from '../../src/host.ts';
import { readCoverage } from '../../src/operations/coverage.ts';
import { conditionInWords } from '../../src/operations/library-report/condition-in-words.ts';
import { pagesOf } from '../../src/operations/library-report.ts';
import { readSources } from '../../src/operations/read-library.ts';
import { memoryHost, type MemoryHost } from '../support/memory-host.ts';
import { BARE, clause, filesOf, parameter, provision, smallLibrary, type Folder } from '../support/small-library.ts';

const HOME = path.resolve(import.meta.dirname, '../..');

const WAY = parameter('alpha.way', { type: 'choice', default: 'slow', ask: { en: 'How do goods travel?', ru: 'Как перевозятся грузы?' }, options: [{ id: 'slow', label: { en: 'by sea', ru: 'морем' } }, { id: 'fast', label: { en: 'by air', ru: 'по воздуху' } }] });
const TERM = parameter('alpha.term', { type: 'duration', default: 'P30D', constraint: 'value >= period("P5D") && value <= period("P90D")', ask: { en: 'Within how long is it sent?', ru: 'В какой срок это направляется?' }, help: { en: 'From the request.', ru: 'Со дня запроса.' } });
const SHARED = parameter('alpha.shared', { type: 'boolean', default: true, ask: { en: 'Is it shared?', ru: 'Общее ли это?' } });
const GOODS = parameter('alpha.goods', { type: 'list', ask: { en: 'Which goods?', ru: 'Какие грузы?' } });
const DOCK: Folder = { 'definitions/dock.yaml': { id: 'dock', name: { en: 'Dock', ru: 'док' }, text: { en: 'a quay', ru: 'причал' } } };

const ONE = provision('alpha.one', [], {
  title: { en: 'Carriage', ru: 'Перевозка' }, parameters: ['alpha.way', 'alpha.term', 'alpha.shared', 'alpha.goods'], guidance: 'Why it is\nhere.', aliases: ['transport'], when: 'alpha.shared && alpha.goods.size() > 0',
  sources: [{ cite: 'Practice', note: 'of | carriers', certainty: 'believed' }], requires: ['beta.two'],
  variants: {
    plain: {
      rank: 'preferred', rationale: 'Cheap.', raises: [{ matter: 'finance.commitment', note: 'freight' }],
      clauses: [
        { key: 'send', en: '{{party "each"}} {{shall}} send goods to the {{term "dock"}} within {{words "alpha.term"}} under {{instrument}}, as {{ref "beta.two/one"}} says.', ru: '{{party "each"}} {{duty "направляет" "направлять"}} грузы в {{term "dock"}} в течение {{words "alpha.term" case="gen"}} по {{instrument case="dat"}} согласно {{ref "beta.two/one" case="dat"}}.' },
        { key: 'goods', when: 'alpha.way == "fast"', each: 'alpha.goods', en: '{{item "text"}}{{item "end"}}', ru: '{{item "text"}}{{item "end"}}' },
        { key: 'split', en: { treaty: 'It {{shall}} hold.', memorandum: 'It will be kept to.' }, ru: { treaty: 'Соблюдается.', memorandum: 'Будет соблюдаться.' } },
      ],
    },
  },
});
const FOLDER: Folder = { ...BARE, ...WAY, ...TERM, ...SHARED, ...GOODS, ...DOCK, ...ONE, ...provision('beta.two', [clause('one', 'stands.')], { title: { en: 'Roads', ru: 'Дороги' } }) };

describe('a page', () => {
  const pages = new Map(pagesOf(smallLibrary(FOLDER).library).map(({ name, content }) => [name, content]));
  const alpha = pages.get('alpha.md') ?? '';

  it('shows both languages beside each other, and slots as words', () => {
    expect(alpha).toContain('| Clause | English | Русский |');
    expect(alpha).toContain('Each Party shall send goods to the ‹Dock› within ‹duration: within how long is it sent› under ‹this instrument›, as ‹see Roads / one› says.');
    expect(alpha).toContain('Каждая из Сторон направляет грузы в ‹док› в течение ‹срок: в какой срок это направляется› по ‹настоящему документу› согласно ‹см. Дороги / one›.');
    expect(alpha).not.toContain('{{');
  });

  it('shows both registers where they differ, and conditions in words', () => {
    expect(alpha).toContain('*treaty:* It shall hold.<br>*memorandum:* It will be kept to.');
    expect(alpha).toContain('Applies when: “Is it shared?” – yes and “Which goods?” – any.');
    expect(alpha).toContain('goods<br>*when “How do goods travel?” – “by air”; once for each of “Which goods?”*');
  });

  it('gives reasons, matters, questions with their limits, and sources', () => {
    for (const words of ['### plain (preferred)', 'Cheap.', 'May need authority: finance.commitment (freight).', 'Why it is here.', 'Requires: `beta.two`.', 'Also called: transport.', '- Practice: of \\| carriers (believed)'])
      expect(alpha).toContain(words);
    expect(alpha).toContain('| `alpha.term`<br>duration; usually P30D; value \\>= P5D and value \\<= P90D | Within how long is it sent?<br>*From the request.* | В какой срок это направляется?<br>*Со дня запроса.* |');
    expect(pages.get('README.md')).toContain('2 articles, 2 provisions in 2 variants, 1 terms, 4 questions');
  });

  it.each([
    ['!(alpha.shared && alpha.way == "slow") || !framework', '“Is it shared?” – no or “How do goods travel?” – not “by sea” or there is no framework above it'],
    ['!(alpha.shared && alpha.way == "slow") && framework', '(“Is it shared?” – no or “How do goods travel?” – not “by sea”) and there is a framework above it'],
    ['alpha.goods.size() >= 2 && register == "treaty"', '“Which goods?” – at least 2 and the register is treaty'],
  ])('says %s in words', (source, words) => {
    const { library } = smallLibrary({ ...FOLDER, ...provision('beta.two', [clause('one', 'stands.', { when: source })], { parameters: ['alpha.shared', 'alpha.way', 'alpha.goods'] }) });
    expect(conditionInWords({ source }, library)).toBe(words);
  });
});

describe('the built-in library', () => {
  const { value } = readSources(createHost(HOME), []);
  it('reads as words alone, the same each time', () => {
    if (!value) throw new Error('the library cannot be read');
    const pages = pagesOf(value.library);
    expect(pages).toEqual(pagesOf(value.library));
    for (const { name, content } of pages) expect(content, name).not.toMatch(/\{\{|\bundefined\b|\[object/u);
  });
});

describe('coverage', () => {
  it('is answered by what exists, or gives a reason', () => {
    const { library } = smallLibrary(FOLDER);
    const text = [
      'carriage:', '  title: 1. Carriage', '  variants:', '    - { point: by sea, by: ["alpha.one:plain", "parameter:alpha.way", "term:dock", "instrument:pact", "rule:unused-term"] }',
      '    - { point: by rail, gap: nobody asks }', '    - { point: on foot }', '    - { point: by air, by: [alpha.on] }', '    - { point: by post, by: [alpha.one], gap: none }', '',
    ].join('\n');
    const { findings, articles } = readCoverage(text, 'coverage.yaml', library);
    expect(findings.map(({ rule, span, hint }) => [rule, span?.start.line, hint])).toEqual([
      ['coverage-open', 6, 'name under “by” what answers it, or say under “gap” why nothing does'],
      ['coverage-unknown', 7, 'did you mean “alpha.one”?'],
      ['coverage-open', 8, 'name under “by” what answers it, or say under “gap” why nothing does'],
    ]);
    expect(articles[0]?.points.variants).toHaveLength(5);
  });

  it('of the built-in library has every article of the field', () => {
    const { value } = readSources(createHost(HOME), []);
    if (!value) throw new Error('the library cannot be read');
    const text = createHost(HOME).read(path.join(HOME, 'provisions/coverage.yaml')) ?? '';
    const { articles, findings } = readCoverage(text, 'provisions/coverage.yaml', value.library);
    expect(findings).toEqual([]);
    expect(articles.map(({ title }) => Number.parseInt(title, 10))).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
  });
});

describe('dtca library report', () => {
  const files = [...filesOf(FOLDER)].map(([name, { text }]): [string, string] => [name.startsWith('templates/') ? `/package/${name}` : `/package/provisions/${name}`, text]);
  const cli = async (host: MemoryHost, ...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
    host.printed.out = '';
    host.printed.err = '';
    const code = await run(['library', 'report', ...argv], host, OPERATIONS);
    return { code, out: host.printed.out, err: host.printed.err };
  };

  it('prints, writes, and keeps what a person has edited', async () => {
    const host = memoryHost({ files: Object.fromEntries(files) });
    expect((await cli(host)).out).toContain('# The library, to read');
    expect(await cli(host, '-o', 'out')).toEqual({ code: 0, out: '', err: 'out: 3 pages, 3 written\n' });
    expect(await cli(host, '-o', 'out')).toEqual({ code: 0, out: '', err: 'out: 3 pages, 0 written\n' });
    host.files.set('/project/out/alpha.md', (host.files.get('/project/out/alpha.md') ?? '').replace('Cheap.', 'Dear.'));
    const refused = await cli(host, '-o', 'out');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('error  output-edited  out/alpha.md is not as it was written');
    expect(host.files.get('/project/out/alpha.md')).toContain('Dear.');
    expect(await cli(host, '-o', 'out', '--force')).toEqual({ code: 0, out: '', err: 'out: 3 pages, 1 written\n' });
  });
});
