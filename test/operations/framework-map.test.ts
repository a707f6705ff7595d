import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/cli/operations.ts';
import { run } from '../../src/cli/run.ts';
import { createHost } from '../../src/host.ts';
import { memoryHost, type MemoryHost } from '../support/memory-host.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const real = createHost(HOME);
const read = (name: string): string => fs.readFileSync(path.join(HOME, 'examples/framework-map', name), 'utf8');
const MAP = read('agreement.yaml');
const ARRANGEMENT = read('arrangement.yaml');

type Edit = readonly [from: string, to: string];
interface Seen { readonly code: number; readonly out: string; readonly err: string }

/** The example, edited, in a folder of its own. */
function example(edits: { readonly map?: readonly Edit[]; readonly arrangement?: readonly Edit[] } = {}): MemoryHost {
  const files = { 'agreement.yaml': edited(MAP, edits.map), 'arrangement.yaml': edited(ARRANGEMENT, edits.arrangement), 'package.json': '{}' };
  return memoryHost({ package: real, files });
}

function edited(text: string, edits: readonly Edit[] = []): string {
  return edits.reduce((now, [from, to]) => {
    expect(now).toContain(from);
    return now.replace(from, () => to);
  }, text);
}

async function dtca(host: MemoryHost, ...argv: readonly string[]): Promise<Seen> {
  host.printed.out = '';
  host.printed.err = '';
  const code = await run(argv, host, OPERATIONS);
  return { code, out: host.printed.out, err: host.printed.err };
}

/** Words of the draft, one language. Lines are joined, so that a phrase may run over them. */
async function words(host: MemoryHost, language: string): Promise<string> {
  const { out, err } = await dtca(host, 'draft', 'arrangement.yaml', '--lang', language, '--format', 'text');
  if (out === '') throw new Error(err);
  return out.replace(/\s+/gu, ' ');
}

/** Place (line and column of the first occurrence of `at`, plus `ahead` columns), severity and rule, as a report begins. */
function finding(text: string, file: string, at: string, severity: string, rule: string, ahead = 0): string {
  const before = text.slice(0, text.indexOf(at)).split('\n');
  return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1 + ahead}  ${severity}  ${rule}  `;
}

describe('an arrangement under an agreement that was concluded elsewhere', () => {
  it('validates without a finding, with its map', async () => {
    expect(await dtca(example(), 'validate', 'agreement.yaml', 'arrangement.yaml', '--fail-on', 'info')).toEqual({ code: 0, out: '', err: '2 files: no findings\n' });
  });

  it('cites the agreement by title, place and date, in each language’s grammar', async () => {
    const host = example();
    expect(await words(host, 'en')).toContain(
      'acting on the basis of the Agreement between the Government of the United States of America and the Government of the Russian Federation on Cooperation in the Removal of Underwater Explosive Hazards, done at Reykjavik on 17 September 2019 (hereinafter “the Agreement”), and in accordance with Article IV(2) of the Agreement,',
    );
    expect(await words(host, 'ru')).toContain(
      'действуя на основании Соглашения между Правительством Соединённых Штатов Америки и Правительством Российской Федерации о сотрудничестве в обезвреживании взрывоопасных предметов под водой, совершённого в г. Рейкьявике 17 сентября 2019 года (далее – Соглашение), и согласно пункту 2 статьи IV Соглашения,',
    );
  });

  it('cites articles and paragraphs by the map’s numbers and headings, in each language’s order', async () => {
    const host = example();
    const en = await words(host, 'en');
    const ru = await words(host, 'ru');
    expect(en).toContain('treated as a claim under Article VIII(2) of the Agreement.');
    expect(ru).toContain('предусмотренное пунктом 2 статьи VIII Соглашения.');
    expect(en).toContain('Article VI of the Agreement (Costs);');
    expect(ru).toContain('статья VI Соглашения (Расходы);');
    // A provision that cites in words of its own, and one article that answers to several of the library's.
    expect(en).toContain('Article XI of the Agreement applies to disputes');
    expect(ru).toContain('применяется статья XI Соглашения.');
    expect(en).toContain('as Article VII(1), (2) and (3) of the Agreement require');
  });

  it('cites a point, in Latin letters where the agreement has them', async () => {
    const host = example({ arrangement: [['under {{ref "liability.third-party/division"}}.', 'under {{ref "liability.third-party/notice"}}.'], ['{{ref "liability.third-party/division" case="ins"}}', '{{ref "liability.third-party/notice" case="ins"}}']] });
    expect(await words(host, 'en')).toContain('under Article VIII(2)(a) of the Agreement.');
    expect(await words(host, 'ru')).toContain('подпунктом a пункта 2 статьи VIII Соглашения.');
  });

  it('cites an article that an amendment inserted, and renumbers none', async () => {
    const host = example({ map: [['ordinal: 9, title', 'ordinal: 8, suffix: { en: bis, ru: бис }, title']] });
    expect(await words(host, 'en')).toContain('Article VIII bis of the Agreement (Visits).');
    expect(await words(host, 'ru')).toContain('статья VIII бис Соглашения (Посещения).');
    expect(await words(host, 'en')).toContain('Article VIII of the Agreement applies to claims');
  });

  it('sets out what the agreement does not settle, and cites the rest', async () => {
    const host = example();
    const { out } = await dtca(host, 'explain', 'arrangement.yaml#contractors');
    expect(out).toContain('the framework does not settle the matter');
    expect(await words(host, 'en')).toContain('Article 6. Contractors');
    expect((await dtca(host, 'explain', 'arrangement.yaml#liability')).out).toContain('liability.between-parties is cited (article:liability)');
  });

  it('keeps the edition in the draft, and says when the map has changed since', async () => {
    const host = example();
    await dtca(host, 'draft', 'arrangement.yaml', '-o', 'old.md', '-o', 'old.json');
    expect(host.files.get('/project/old.json')).toContain('"edition": "2019, as amended in 2024"');
    expect((await dtca(host, 'validate', 'old.md')).out).toBe('');
    host.files.set('/project/agreement.yaml', edited(MAP, [['"2019, as amended in 2024"', '"2019, as amended in 2026"'], ['ordinal: 9,', 'ordinal: 10,']]));
    expect((await dtca(host, 'validate', 'old.md')).out).toContain('the framework “underwater-hazards” has changed since this draft was made: edition “2019, as amended in 2024” then, “2019, as amended in 2026” now');
    const { out } = await dtca(host, 'diff', 'old.md', 'arrangement.yaml');
    expect(out).toContain('[-Article IX of the Agreement-]{+Article X of the Agreement+}');
  });
});

describe('an arrangement that goes beyond the agreement', () => {
  it('may not outlast it', async () => {
    const host = example({ arrangement: [['term: P3Y', 'term: P12Y']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toContain(finding(ARRANGEMENT, 'arrangement.yaml', 'P3Y', 'error', 'duration-exceeds-framework'));
    expect(out).toContain('“duration.term” is P12Y, longer than P10Y in Article XIII of the framework');
  });

  it('may not change a value that the agreement settles', async () => {
    const host = example({ arrangement: [['  management:\n', '  management:\n    meetings: P3M\n']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toContain('reserved-touched  “management.meetings” is P3M, but P12M in Article V of the framework');
  });

  it('may not add to a reserved matter', async () => {
    const host = example({ arrangement: [['article: application', 'article: liability']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toContain(finding(ARRANGEMENT, 'arrangement.yaml', 'A claim for', 'error', 'reserved-touched'));
    expect(out).toContain('adds to a matter that Article VIII of the framework (Liability and Claims) reserves');
  });

  it('may not set out in other words what the agreement says in its own', async () => {
    const host = example({ arrangement: [['choose:', 'incorporate: { liability.third-party: full }\nchoose:']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out.match(/reserved-touched/gu)).toHaveLength(1);
    expect(out).toContain('sets out in the library’s words, not the framework’s, a matter that Article VIII of the framework');
  });

  it('has to deal with what the agreement leaves to it', async () => {
    const host = example({ map: [['{ article: visits, ordinal: 9, title: { en: Visits, ru: Посещения } }', '{ article: launch-data, ordinal: 9, rule: must, title: { en: Data, ru: Данные } }']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toContain('article-missing  the article “launch-data” is missing; Article IX of the framework (Data) leaves the matter to each arrangement');
  });

  it('says so where a departure touches a reserved matter, at the words of the departure', async () => {
    const departure = "departures:\n  - at: liability.third-party/division\n    text: { en: 'Each Party shall bear its own.', ru: 'Каждая Сторона несёт свои.' }\n    by: ru\n    on: 2026-01-01\n    why: asked for\n";
    const host = example({ arrangement: [['choose:', `incorporate: { liability.third-party: full }\n${departure}choose:`]] });
    const { out } = await dtca(host, 'validate', 'arrangement.yaml');
    const line = ARRANGEMENT.slice(0, ARRANGEMENT.indexOf('choose:')).split('\n').length + 3;
    expect(out).toContain(`arrangement.yaml:${line}:17  error  reserved-touched  Article 8(2): the text departs from a matter`);
  });

  it('is told of a party that did not conclude the agreement', async () => {
    const host = example({ map: [['parties: [us, ru]', 'parties: [us, xx]']] });
    const { out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(out).toContain(finding(ARRANGEMENT, 'arrangement.yaml', 'id: ru\n', 'warning', 'party-outside-framework', 'id: '.length));
    // The library knows nothing of xx, which may still have concluded the agreement.
    expect(out).toContain(finding(MAP, 'agreement.yaml', 'ru]', 'warning', 'unknown-party'));
  });
});

describe('a map that lacks something', () => {
  it('leaves a reference to an article that it does not have visible, with its place', async () => {
    const whole = MAP.slice(MAP.indexOf('  - article: arrangements'), MAP.indexOf('  - article: management'));
    const host = example({ map: [[whole, '']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toMatch(/^provisions\/preamble\/arrangement\.yaml:\d+:\d+ {2}error {2}dangling-reference {2}Preamble: a reference points to “arrangements\.enabling”/mu);
    expect(out).toContain('hint: add the article that settles it to agreement.yaml, or set it out here');
    expect(await words(host, 'en')).toContain('and in accordance with ____,');
  });

  it('asks for the number of a paragraph that is cited', async () => {
    const host = example({ map: [['      liability.third-party/division: [2]\n', '']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toContain('dangling-reference  Article 10(2): a reference points to “liability.third-party/division”');
    expect(out).toContain('hint: agreement.yaml says that article 8 settles “liability.third-party”; give the place of “liability.third-party/division” under its “blocks”');
  });

  it('names an article without a number, and checks nothing that rests on the map', async () => {
    const host = example({ map: [['    ordinal: 5\n', '']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      `${finding(MAP, 'agreement.yaml', 'article: management', 'error', 'missing-key')}“articles.4.ordinal” is missing; expected a number`,
      `${finding(ARRANGEMENT, 'arrangement.yaml', 'framework: agreement.yaml', 'info', 'framework-unread', 'framework: '.length)}the framework was not read; what rests on it is not checked`,
    ]);
  });

  it.each<[string, Edit, string, string, string]>([
    ['a number twice', ['ordinal: 9,', 'ordinal: 8,'], 'duplicate-key', '8, title: { en: Visits', 'Article 8 stands twice'],
    ['an article of no library', ['{ article: visits,', '{ article: visit,'], 'unknown-article', 'visit,', 'there is no article “visit”'],
    ['an unknown provision', ['      - cui.handling', '      - cui.handlin'], 'unknown-provision', 'cui.handlin\n', 'there is no provision “cui.handlin”'],
    ['an unknown clause', ['liability.misconduct/limits:', 'liability.misconduct/limit:'], 'unknown-clause', 'liability.misconduct/limit:', 'there is no provision or clause “liability.misconduct/limit”'],
    ['an unknown parameter', ['values: { duration.term:', 'values: { duration.terms:'], 'unknown-parameter', 'duration.terms:', 'there is no parameter “duration.terms”'],
    ['a value of the wrong type', ['duration.term: P10Y', 'duration.term: ten years'], 'wrong-type', 'ten years', '“duration.term”'],
    ['a heading in one language', ['title: { en: Visits, ru: Посещения }', 'title: { en: Visits }'], 'missing-translation', '{ en: Visits }', 'the title of article 9 has no text in “ru”'],
    ['a name without its cases', [', pre: Соглашении,', ','], 'missing-case', '{ nom: Соглашение', 'the label has no pre in “ru”'],
    ['a term that the library calls otherwise', ['{ en: Third Party,', '{ en: Outsider,'], 'term-named-otherwise', 'Outsider', 'the agreement’s term is “Outsider”, the library’s is “Third Party”'],
    ['a term of no list', ['terms: [project,', 'terms: [projekt,'], 'unknown-term', 'projekt', 'there is no term “projekt”'],
  ])('is told of %s, at its place', async (_what, edit, rule, at, message) => {
    const host = example({ map: [edit] });
    const { out } = await dtca(host, 'validate', 'agreement.yaml');
    const text = host.files.get('/project/agreement.yaml') ?? '';
    expect(out).toContain(finding(text, 'agreement.yaml', at, rule === 'term-named-otherwise' ? 'warning' : 'error', rule) + message);
  });

  it('is not drafted itself', async () => {
    const { code, err } = await dtca(example(), 'draft', 'agreement.yaml');
    expect(code).toBe(1);
    expect(err).toContain('agreement.yaml:1:1  error  framework-map  this is a framework map');
    expect(err).not.toContain('missing-key');
  });

  it('may describe no article: the arrangement then sets everything out, and its own text is its own', async () => {
    const host = example({ map: [[MAP.slice(MAP.indexOf('\narticles:\n'), MAP.indexOf('\nterms:\n')), '\narticles: []\n']] });
    const { out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(out).toContain('hint: add the article that settles it to agreement.yaml, or set it out here');
    expect(out).not.toContain('clause-added');
    expect(await words(host, 'en')).toContain('Article 8. Foreground Information');
  });

  it('says that the agreement cannot be traced without its date', async () => {
    const host = example({ map: [['  date: "2019-09-17"\n', '']] });
    const { out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(out).toContain('framework-untraceable  the framework “underwater-hazards” has no date');
    expect(await words(host, 'en')).toContain('done at Reykjavik on ____ (hereinafter');
  });

  it('is told of a file that is not there, by the name of one that is', async () => {
    const host = example({ arrangement: [['framework: agreement.yaml', 'framework: agrement.yaml']] });
    const { code, out } = await dtca(host, 'validate', 'arrangement.yaml');
    expect(code).toBe(1);
    expect(out).toContain('missing-file  there is no framework “agrement.yaml”\n  hint: did you mean “agreement.yaml”?');
    expect(out).not.toContain('dangling-reference');
  });

  it('takes every reserved provision of an article if none are named, and leaves the project’s alone', async () => {
    // The article on finance names no provisions: the arrangement still says who pays what.
    expect(MAP).toContain('{ article: finance, ordinal: 6, title: { en: Costs, ru: Расходы } }');
    const host = example();
    const { out } = await dtca(host, 'explain', 'arrangement.yaml#finance');
    expect(out).toContain('finance.cost-shares: the usual text of implementing-arrangement');
    expect((await dtca(host, 'validate', 'arrangement.yaml')).code).toBe(0);
  });
});
