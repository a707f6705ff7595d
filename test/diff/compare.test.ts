import { describe, expect, test } from 'vitest';
import { compareDrafts } from '../../src/diff/index.ts';
import type { Draft, Node } from '../../src/model/index.ts';
import { block, definition, draft, money, name, reference, term, text } from './builder.ts';

const data = (): Node => block('article:data', 'article', '', { heading: 'Launch Data', children: [
  block('data.classes/classes', 'paragraph', [text('Each Party shall provide '), term('launch-data', 'Launch Data'), text(' of the following classes.')]),
  block('data.latency/time', 'paragraph', 'Each Party shall send the data within sixty (60) seconds after it first registers the launch.'),
  block('data.reliance/none', 'paragraph', 'Receipt of the data shall not oblige a Party to act or to refrain from acting.'),
] });
const finance = (ceiling = '38000000', shown = 'USD 38,000,000'): Node => block('article:finance', 'article', '', { heading: 'Finance', children: [
  block('finance.ceiling/ceiling', 'paragraph', [text('The total cost shall not exceed '), money('finance.ceiling', ceiling, shown), text('.')]),
  block('finance.shares/shares', 'paragraph', 'The Parties shall bear the cost in equal shares.'),
] });
const claims = (shown: string): Node => block('article:claims', 'article', '', { heading: 'Claims', children: [
  block('claims.division/division', 'paragraph', [text('Sums paid shall be divided in the proportions set out in '), reference('finance.shares/shares', shown), text('.')]),
] });
const visits = (): Node => block('article:visits', 'article', '', { heading: 'Visits', children: [
  block('visits.request/request', 'paragraph', [text('Each Party shall request a visit of '), term('visitor', 'Visitors'), text(' thirty days before it begins.')]),
  block('visits.rules/rules', 'paragraph', 'Visitors shall observe the rules of the site.'),
] });
const terms = (...ids: readonly string[]): Node => block('article:definitions', 'article', 'In this Arrangement:', { heading: 'Definitions', children:
  ids.map((id) => block(`definitions.terms/entry[${id}]`, 'point', [text('“'), definition(id, id), text(`” means what is said of ${id};`)])) });

const kinds = (before: Draft, after: Draft): string[] => compareDrafts(before, after).changes.map((change) => `${change.kind} ${change.node}`);

describe('drafts of our own', () => {
  const before = draft({ articles: [terms('launch-data', 'visitor'), visits(), data(), finance(), claims('Article 4(2)')] });

  test('a draft compared with itself shows nothing', () => {
    expect(compareDrafts(before, before).changes).toEqual([]);
    expect(compareDrafts(before, before).summary.total).toBe(0);
  });

  test('one value, one move, one rewording and one deletion are four changes, whatever they renumbered', () => {
    const moved = data();
    const [classes, time, none] = moved.children;
    if (classes === undefined || time === undefined || none === undefined) throw new Error('the sample lost its paragraphs');
    const reworded = block('data.latency/time', 'paragraph', 'Each Party shall send the data within sixty (60) seconds after it confirms the launch.');
    const after = draft({ articles: [terms('launch-data'), { ...moved, children: [none, classes, reworded] }, finance('40000000', 'USD 40,000,000'), claims('Article 3(2)')] });
    const { changes, summary } = compareDrafts(before, after);
    expect(changes.map((change) => `${change.kind} ${change.class} ${change.node}`)).toEqual([
      'removed substantive article:visits',
      'moved editorial data.reliance/none',
      'reworded substantive data.latency/time',
      'revalued substantive finance.ceiling',
    ]);
    expect(summary).toEqual({ added: 0, removed: 1, reworded: 1, moved: 1, renumbered: 0, revalued: 1, retitled: 0, total: 4 });
    const [removed, move, reword, value] = changes;
    expect(removed?.consequences?.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'renumbered: Article 3 is now Article 2',
      'renumbered: Article 4 is now Article 3',
      'renumbered: Article 5 is now Article 4',
      'reference: a reference to Article 4(2) now reads Article 3(2)',
      'definition: the definition of “visitor” is left out: nothing uses it',
    ]);
    expect(removed?.before?.text).toBe('Visits\nEach Party shall request a visit of Visitors thirty days before it begins.\nVisitors shall observe the rules of the site.');
    expect(move?.consequences?.map(({ message }) => message)).toEqual(['1. is now 2.', '2. is now 3.', '3. is now 1.']);
    expect(reword?.words?.['en']?.filter((segment) => segment.kind !== 'same')).toEqual([
      { kind: 'deletion', text: 'first registers' }, { kind: 'insertion', text: 'confirms' },
    ]);
    expect(value).toMatchObject({ before: { text: 'USD 38,000,000', path: ['Article 4', '1.'] }, after: { text: 'USD 40,000,000', path: ['Article 3', '1.'] } });
    expect(value?.places).toHaveLength(1);
  });

  test('the fingerprint of a change does not depend on what happens elsewhere', () => {
    const one = draft({ articles: [visits(), data(), finance('40000000', 'USD 40,000,000')] });
    const two = draft({ articles: [data(), visits(), finance('40000000', 'USD 40,000,000')] });
    const start = draft({ articles: [visits(), data(), finance()] });
    const value = (after: Draft): string | undefined => compareDrafts(start, after).changes.find((change) => change.kind === 'revalued')?.fingerprint;
    expect(value(one)).toMatch(/^[\da-f]{16}$/);
    expect(value(one)).toBe(value(two));
  });

  test('a value that stands in several places is one change with all of them', () => {
    const further = (amount: string): Node => block('article:report', 'article', [text('Spending up to '), money('finance.ceiling', amount, amount), text(' is reported.')], { heading: 'Reports' });
    const { changes } = compareDrafts(draft({ articles: [finance(), further('38')] }), draft({ articles: [finance('40', 'USD 40'), further('40')] }));
    expect(changes.map((change) => `${change.kind} ${change.node}`)).toEqual(['revalued finance.ceiling']);
    expect(changes[0]?.places?.map((place) => place.after?.path)).toEqual([['Article 1', '1.'], ['Article 2']]);
  });

  test('a value that changes in a sentence that is also reworded makes two changes', () => {
    const other = block('article:finance', 'article', '', { heading: 'Finance', children: [
      block('finance.ceiling/ceiling', 'paragraph', [text('The total cost, taxes included, shall not exceed '), money('finance.ceiling', '40', 'USD 40'), text('.')]),
      block('finance.shares/shares', 'paragraph', 'The Parties shall bear the cost in equal shares.'),
    ] });
    expect(kinds(draft({ articles: [finance()] }), draft({ articles: [other] }))).toEqual(['reworded finance.ceiling/ceiling', 'revalued finance.ceiling']);
  });

  test('a provision of several paragraphs is removed and moved as one', () => {
    const two = (place: string): readonly Node[] => ['one', 'two'].map((key) => block(`${place}/${key}`, 'paragraph', `The rule ${key} of ${place} applies to everybody who works there.`));
    const article = (id: string, ...children: readonly Node[]): Node => block(`article:${id}`, 'article', '', { heading: id, children });
    const keep = block('a.keep/keep', 'paragraph', 'This paragraph stays where it is and says a good deal more than the rules that stand around it, at some length.');
    const start = draft({ articles: [article('a', ...two('a.rules'), keep, ...two('b.rules')), article('b', block('b.own/own', 'paragraph', 'A text of its own.'))] });
    expect(kinds(start, draft({ articles: [article('a', keep, ...two('b.rules')), article('b', block('b.own/own', 'paragraph', 'A text of its own.'))] }))).toEqual(['removed a.rules/one']);
    const after = draft({ articles: [article('a', ...two('a.rules'), keep), article('b', ...two('b.rules'), block('b.own/own', 'paragraph', 'A text of its own.'))] });
    const [move, ...more] = compareDrafts(start, after).changes;
    expect(more).toEqual([]);
    expect(move).toMatchObject({ kind: 'moved', class: 'substantive', node: 'b.rules/one', before: { path: ['Article 1', '4.'] }, after: { path: ['Article 2', '1.'] } });
    expect(move?.after?.text.split('\n')).toHaveLength(2);
    // The paragraph that stood alone is numbered now, because another came before it.
    expect(move?.consequences?.map(({ message }) => message)).toContain('now numbered 3.');
  });

  test('a reference that lost its target hangs under the removal', () => {
    const start = draft({ articles: [data(), finance(), claims('Article 2(2)')] });
    const bare = finance();
    const after = draft({ articles: [data(), { ...bare, children: bare.children.slice(0, 1) }, claims('Article 2(2)')] });
    const { changes } = compareDrafts(start, after);
    expect(changes.map((change) => `${change.kind} ${change.node}`)).toEqual(['removed finance.shares/shares']);
    expect(changes[0]?.consequences?.map(({ kind, message }) => `${kind}: ${message}`)).toEqual(['renumbered: 1. is no longer numbered', 'reference: Article 3 still refers to it']);
  });

  test('a reference that points elsewhere is a rewording even if it reads the same', () => {
    const other = block('article:claims', 'article', '', { heading: 'Claims', children: [
      block('claims.division/division', 'paragraph', [text('Sums paid shall be divided in the proportions set out in '), reference('data.latency/time', 'Article 2(2)'), text('.')]),
    ] });
    expect(kinds(draft({ articles: [data(), finance(), claims('Article 2(2)')] }), draft({ articles: [data(), finance(), other] }))).toEqual(['reworded claims.division/division']);
  });

  test('a definition that comes with its first use follows from it', () => {
    const start = draft({ articles: [terms('launch-data'), data()] });
    const after = draft({ articles: [terms('launch-data', 'visitor'), data(), visits()] });
    const { changes } = compareDrafts(start, after);
    expect(changes.map((change) => `${change.kind} ${change.node}`)).toEqual(['added article:visits']);
    expect(changes[0]?.consequences?.map((consequence) => consequence.kind)).toEqual(['definition']);
  });

  test('a definition that goes while the term is still used is a change', () => {
    expect(kinds(draft({ articles: [terms('launch-data', 'visitor'), data(), visits()] }), draft({ articles: [terms('launch-data'), data(), visits()] })))
      .toEqual(['removed definitions.terms/entry[visitor]']);
  });

  test('the end of a point that became the last follows from the removal', () => {
    const list = (...points: readonly string[]): Draft => draft({ articles: [block('article:list', 'article', '', { heading: 'List', children: [
      block('list.head/head', 'paragraph', 'Each Party shall provide:', { children: points.map((words) => block(`list.head/head.${words.slice(0, 4)}`, 'point', words)) }),
    ] })] });
    const { changes } = compareDrafts(list('data on launches;', 'maps of sites; and', 'food for crews.'), list('data on launches; and', 'maps of sites.'));
    expect(changes.map((change) => `${change.kind} ${change.node}`)).toEqual(['removed list.head/head.food']);
    expect(changes[0]?.consequences?.map((consequence) => consequence.kind)).toEqual(['text', 'text']);
  });

  test('headings and titles are retitled', () => {
    const article = (heading: string): Draft => draft({ title: { en: [text(`Arrangement on ${heading}`)] }, articles: [block('article:x', 'article', 'Words that stay.', { heading })] });
    expect(kinds(article('Visits'), article('Visits and Stays'))).toEqual(['retitled title', 'retitled article:x']);
  });

  test('stage, audience and notice are no change of text', () => {
    expect(compareDrafts(before, { ...before, meta: { ...before.meta, stage: 'signature', audience: { for: 'ru' }, notice: { en: 'Illustration' } } }).changes).toEqual([]);
  });

  test('a twin with opaque ids and plain text shows no change', () => {
    let count = 0;
    const opaque = (node: Node): Node => ({ ...node, id: `n${(count += 1)}`, children: node.children.map(opaque) });
    const twin = { ...before, articles: before.articles.map(opaque) };
    expect(compareDrafts(before, twin).changes).toEqual([]);
    expect(compareDrafts(twin, before).changes).toEqual([]);
  });

  test('only quotation marks, dashes and spaces are typographic', () => {
    const says = (words: string): Draft => draft({ articles: [block('article:x', 'article', words, { heading: 'X' })] });
    const classOf = (one: string, other: string): string | undefined => compareDrafts(says(one), says(other)).changes[0]?.class;
    expect(classOf('the “Centre” – a site', 'the "Centre" - a site')).toBe('typographic');
    expect(classOf('ten days', 'ten\u00A0days')).toBe('typographic');
    expect(classOf('its Data', 'its data')).toBe('substantive');
    expect(classOf('USD 1,000', 'USD 1.000')).toBe('substantive');
    expect(classOf('A and B', 'A or B')).toBe('substantive');
    expect(classOf('cannot', 'can not')).toBe('substantive');
    expect(classOf('её данные', 'ее данные')).toBe('substantive');
  });
});

describe('two languages', () => {
  const paragraph = (en: string, ru: string): Draft => draft({ meta: { languages: ['en', 'ru'] }, articles: [block('article:x', 'article', en, { ru, heading: 'X' })] });

  test('only the language that changed has words; both have texts', () => {
    const { changes } = compareDrafts(paragraph('Each Party pays.', 'Каждая из Сторон платит.'), paragraph('Each Party pays.', 'Каждая Сторона платит.'));
    expect(changes).toHaveLength(1);
    expect(Object.keys(changes[0]?.words ?? {})).toEqual(['ru']);
    expect(changes[0]?.before).toMatchObject({ text: 'Each Party pays.', texts: { en: 'Each Party pays.', ru: 'Каждая из Сторон платит.' } });
  });

  test('a draft in one language compares with both in that language', () => {
    const both = paragraph('Each Party pays.', 'Каждая из Сторон платит.');
    expect(compareDrafts({ ...both, meta: { ...both.meta, languages: ['ru'] } }, both).changes).toEqual([]);
  });
});

describe('parties', () => {
  const party = (id: string, en: string): Draft['parties'][number] => ({ id, concluder: 'government', name: { en }, language: 'en' });
  const signature = (id: string): Node => ({ ...block(`signature:${id}`, 'signature', `For ${id}`), party: id });
  const original = (first: string, second: string, languages: string): Draft => draft({
    meta: { original: first },
    title: { en: [text('Agreement between the '), name(first, first), text(' and the '), name(second, second)] },
    parties: [party(first, first), party(second, second)],
    articles: [finance(), block('article:languages', 'article', `The texts in ${languages} are equally authentic.`, { heading: 'Languages' })],
    closing: [block('closing/done', 'paragraph', `Done in two originals, each in ${languages}.`)],
    signatures: [signature(first), signature(second)],
  });

  test('the other party’s original is the same text', () => {
    expect(compareDrafts(original('A', 'B', 'English and Russian'), original('B', 'A', 'Russian and English')).changes).toEqual([]);
  });

  test('who pays whom is a change in any original', () => {
    const pays = (first: string, payer: string, paid: string): Draft => {
      const whole = original(first, first === 'A' ? 'B' : 'A', 'English and Russian');
      return { ...whole, articles: [...whole.articles, block('article:cost', 'article', [text('The '), name(payer, payer), text(' shall pay the '), name(paid, paid), text('.')], { heading: 'Cost' })] };
    };
    expect(kinds(pays('A', 'A', 'B'), pays('B', 'B', 'A'))).toEqual(['reworded article:cost']);
  });

  test('another name is one change, and the places where it stands follow', () => {
    const named = (words: string): Draft => draft({
      parties: [{ ...party('us', words) }], preamble: [block('preamble/names', 'recital', [text('The '), name('us', words), text(' acts.')])], articles: [finance()],
    });
    const { changes } = compareDrafts(named('Government of A'), named('Ministry of A'));
    expect(changes.map((change) => `${change.kind} ${change.node}`)).toEqual(['reworded parties']);
    expect(changes[0]?.consequences).toHaveLength(1);
  });
});
