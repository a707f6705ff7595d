import { describe, expect, it } from 'vitest';
import { article, bound, define, draftOf, frameworkOf, openBlank, paragraph, paragraphs, refer, term, valueOf } from '../../src/lint/example.ts';
import { lint } from '../../src/lint/run.ts';

const today = '2026-03-02';
const rulesOf = (findings: ReturnType<typeof lint>): readonly string[] => findings.map(({ rule }) => rule);
const quiet = new Set(['effect-trigger-missing', 'authentic-language-missing', 'precedence-missing']);
const only = (findings: ReturnType<typeof lint>) => findings.filter(({ rule }) => !quiet.has(rule));

describe('lint', () => {
  it('gives a finding its severity, citation, language and parameter', () => {
    const draft = paragraphs([{ en: 'Each Party shall keep records.' }, { en: ['Notice shall be given ', valueOf('termination.notice', { type: 'duration', iso: 'P90D' }, 'sixty (90) days'), ' before.'] }]);
    expect(only(lint({ draft, today }))).toEqual([{
      rule: 'words-figures-differ', severity: 'error', message: '“sixty (90)”: the words say 60, the figures 90', hint: 'make both say the same number',
      node: { id: 'data.rules/rule-2', citation: 'Article 3(2)', language: 'en' }, parameter: 'termination.notice',
    }]);
  });

  it('reports what is open as a warning while negotiating and as an error for signature', () => {
    const texts = [{ en: ['At the prices of ', openBlank('finance.priceLevel'), '.'] }, { en: ['Twice ', openBlank('finance.priceLevel'), '.'] }];
    const [negotiating] = only(lint({ draft: paragraphs(texts), today }));
    const [signature] = only(lint({ draft: paragraphs(texts, { stage: 'signature' }), today }));
    expect(negotiating).toMatchObject({ rule: 'blank-open', severity: 'warning', parameter: 'finance.priceLevel', related: [{ node: { id: 'data.rules/rule-2' } }] });
    expect(signature).toMatchObject({ rule: 'blank-open', severity: 'error' });
  });

  it('runs only the rules asked for', () => {
    const draft = paragraphs([{ en: 'Each Party shall store tools and/or parts for $5 TBD.' }]);
    expect(rulesOf(lint({ draft, today }, { rules: ['and-or'] }))).toEqual(['and-or']);
  });

  it('is told once in two languages and in the order of the text', () => {
    const draft = paragraphs([{ en: 'By 04/06/2028.', ru: 'Не позднее 4 июня 2028 года.' }, { en: 'For sixty (90) days.', ru: 'В течение 60 (шестидесяти) дней.' }]);
    const findings = only(lint({ draft, today }));
    expect(rulesOf(findings)).toEqual(['numeric-date', 'words-figures-differ']);
    expect(findings.map(({ related }) => related?.length)).toEqual([1, 1]);
  });
});

describe('consequences', () => {
  const standard = draftOf({ languages: ['en'], articles: [article('data', 1, [paragraph('data.rules/send', 1, { en: 'Each Party shall send data within sixty (60) seconds.' }), paragraph('data.rules/use', 2, { en: ['Data under ', refer('data.rules/send', 'paragraph 1'), ' shall be used as agreed.'] })])] });

  it('puts an unrecorded departure under the fault that the edit made', () => {
    const [first, second] = standard.articles[0]?.children ?? [];
    if (first === undefined || second === undefined) throw new Error('two paragraphs');
    const edited = { ...standard, articles: [article('data', 1, [paragraph('data.rules/send', 1, { en: 'Each Party shall send data within sixty (90) seconds.' }), second])] };
    const findings = only(lint({ draft: edited, standard, today }));
    expect(rulesOf(findings)).toEqual(['words-figures-differ']);
    expect(findings[0]?.related?.map(({ message }) => message)).toEqual(['the text is not the library’s: “Each Party shall send data within sixty ([-60-]{+90+}) seconds.”']);
  });

  it('puts a reference to a deleted clause under the deletion', () => {
    const second = standard.articles[0]?.children[1];
    if (second === undefined) throw new Error('two paragraphs');
    const findings = only(lint({ draft: { ...standard, articles: [article('data', 1, [second])] }, standard, today }));
    expect(rulesOf(findings)).toEqual(['clause-missing']);
    expect(findings[0]?.related).toMatchObject([{ node: { id: 'data.rules/use' } }]);
  });

  it('does not report a missing article twice', () => {
    const findings = lint({ draft: { ...standard, articles: standard.articles }, framework: frameworkOf(), mandatory: ['precedence', 'duration', 'data'], today });
    expect(rulesOf(findings)).toEqual(['article-missing', 'article-missing']);
  });

  it('reports one undefined term once, with its other places', () => {
    const draft = paragraphs([{ en: ['To the ', term('committee', 'Committee'), '.'], ru: ['В ', term('committee', 'комитет'), '.'] }, { en: ['By the ', term('committee', 'Committee'), '.'], ru: ['Решением ', term('committee', 'комитета'), '.'] }]);
    const findings = only(lint({ draft, today }));
    expect(rulesOf(findings)).toEqual(['undefined-term']);
    expect(findings[0]?.related).toMatchObject([{ node: { id: 'data.rules/rule-2' } }]);
  });
});

describe('waivers', () => {
  const draft = paragraphs([{ en: 'Each Party shall store tools and/or parts.' }]);
  const waiver = { rule: 'and-or', at: 'data.rules/rule-1', by: 'Legal Office', on: '2026-01-12', reason: 'Agreed wording' };

  it('leave out what they accept, and say nothing of themselves', () => {
    expect(only(lint({ draft, waivers: [waiver], today }))).toEqual([]);
  });

  it('accept the finding of one rule in one place', () => {
    expect(rulesOf(only(lint({ draft, waivers: [{ ...waiver, at: 'data.rules/rule-9' }], today })))).toEqual(['waiver-unused', 'and-or']);
  });

  it('waive nothing once they have expired', () => {
    expect(rulesOf(only(lint({ draft, waivers: [{ ...waiver, until: '2026-03-01' }], today })))).toEqual(['and-or', 'waiver-expired']);
  });

  it('may name the parameter at fault', () => {
    const shares = draftOf({ values: [bound('finance.shares', { type: 'share', shares: [{ party: 'us', percent: '60' }, { party: 'ru', percent: '30' }] })] });
    expect(rulesOf(lint({ draft: shares, today }))).toEqual(['shares-sum']);
    expect(lint({ draft: shares, waivers: [{ ...waiver, rule: 'shares-sum', at: 'finance.shares' }], today })).toEqual([]);
  });
});

describe('rules between an arrangement and its framework', () => {
  it('let a value be narrowed where the framework only allows that', () => {
    const framework = frameworkOf({}, { opening: 'narrow-only', rule: 'may', values: { 'visits.leadTime': { type: 'duration', iso: 'P30D' } } });
    const of = (iso: string) => rulesOf(lint({ draft: draftOf({ values: [bound('visits.leadTime', { type: 'duration', iso })] }), framework, today }));
    expect(of('P21D')).toEqual([]);
    expect(of('P30D')).toEqual([]);
    expect(of('P45D')).toEqual(['reserved-touched']);
  });

  it('let an arrangement supply what the framework left to be filled', () => {
    const framework = frameworkOf({}, { opening: 'fill', values: { 'visits.leadTime': { type: 'duration', iso: 'P30D' } } });
    expect(lint({ draft: draftOf({ values: [bound('visits.escort', { type: 'boolean', boolean: true })] }), framework, today })).toEqual([]);
  });

  it('compare durations only where the calendar settles it', () => {
    const framework = frameworkOf({}, { rule: 'may', opening: 'open', values: { 'duration.term': { type: 'duration', iso: 'P1M' } } });
    const of = (iso: string) => rulesOf(lint({ draft: draftOf({ values: [bound('duration.term', { type: 'duration', iso })] }), framework, today }));
    expect(of('P30D')).toEqual([]);
    expect(of('P32D')).toEqual(['duration-exceeds-framework']);
  });

  it('see that a departure from a text set out in full touches it', () => {
    const incorporated = [{ provision: 'liability.third-party', article: 'article:liability', mode: 'full' as const }];
    const full = (en: string) => draftOf({ languages: ['en'], incorporated, articles: [article('liability', 1, [paragraph('liability.third-party/division', 1, { en })])] });
    const standard = full('Sums paid shall be divided equally.');
    const findings = only(lint({ draft: full('Sums paid shall be divided by fault.'), standard, framework: frameworkOf(), recorded: [], today }));
    expect(rulesOf(findings)).toEqual(['reserved-touched']);
    expect(findings[0]?.related).toHaveLength(1);
  });
});

describe('definitions', () => {
  it('that a framework holds need no use', () => {
    const draft = paragraphs([{ en: ['“', define('centre', 'Centre'), '” means the joint centre.'] }], { instrument: 'framework-agreement', terms: [{ id: 'centre', name: { en: 'Centre' }, origin: 'self' }] });
    expect(only(lint({ draft, today }))).toEqual([]);
  });
});
