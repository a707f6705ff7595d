import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { coloured } from '../../src/report/coloured.ts';
import { FINDING_REPORTS, findingsInWords, PLAIN_LOOK } from '../../src/report/index.ts';

const span = (file: string, line: number, column: number, length: number): NonNullable<Finding['span']> => ({
  file,
  start: { line, column, offset: 0 },
  end: { line, column: column + length, offset: length },
});

const full: Finding = {
  rule: 'undefined-term',
  severity: 'error',
  message: '“Secretariat” is used as a defined term but not defined',
  hint: 'define it with provision "definitions.secretariat", or write it in lower case',
  span: span('arrangement.yaml', 12, 5, 11),
  node: { id: 'article:management/body', citation: 'Article IV(2)' },
  related: [
    { message: 'used here too', span: span('arrangement.yaml', 30, 1, 4), node: { id: 'x', citation: 'Article V', language: 'ru' } },
    { message: 'nowhere in particular' },
  ],
};
const bare: Finding = { rule: 'no-file', severity: 'warning', message: 'there is no such file' };

const report = (format: string, findings: readonly Finding[]): string => FINDING_REPORTS[format]?.(findings, PLAIN_LOOK) ?? 'no such report';

describe('terminal', () => {
  it('gives both addresses, related places and the hint', () => {
    expect(report('terminal', [full, bare])).toBe(
      [
        'arrangement.yaml:12:5  error  undefined-term  Article IV(2): “Secretariat” is used as a defined term but not defined',
        '  arrangement.yaml:30:1  Article V (ru): used here too',
        '  nowhere in particular',
        '  hint: define it with provision "definitions.secretariat", or write it in lower case',
        'warning  no-file  there is no such file',
        '',
      ].join('\n'),
    );
  });

  it('shows control characters and bidirectional marks instead of obeying them', () => {
    const hostile = { ...bare, message: 'a\u001b[2Jb\u202Ec\rd' };
    expect(report('terminal', [hostile])).toBe('warning  no-file  a<U+001B>[2Jb<U+202E>c<U+000D>d\n');
  });

  it('says the same in colour, marks apart', () => {
    const look = { paint: coloured(1), width: 80 };
    const inColour = FINDING_REPORTS['terminal']?.([full], look) ?? '';
    expect(inColour).not.toBe(report('terminal', [full]));
    // eslint-disable-next-line no-control-regex
    expect(inColour.replace(/\u001b\[\d+m/gu, '')).toBe(report('terminal', [full]));
  });

  it('prints nothing for no findings', () => {
    expect(report('terminal', [])).toBe('');
  });
});

describe('json', () => {
  it('keeps everything, in one order of keys', () => {
    const shuffled: Finding = { message: full.message, related: full.related ?? [], severity: 'error', span: span('arrangement.yaml', 12, 5, 11), rule: full.rule, node: { citation: 'Article IV(2)', id: 'article:management/body' }, hint: full.hint ?? '' };
    expect(JSON.parse(report('json', [full, bare]))).toEqual({ schema: 'dtca/findings-1', findings: [full, bare], summary: { total: 2, error: 1, warning: 1, info: 0 } });
    expect(report('json', [shuffled])).toBe(report('json', [full]));
  });
});

describe('github', () => {
  it('writes workflow commands', () => {
    expect(report('github', [full, bare])).toBe(
      [
        '::error file=arrangement.yaml,line=12,endLine=12,col=5,endColumn=16,title=undefined-term::Article IV(2): “Secretariat” is used as a defined term but not defined%0Aarrangement.yaml:30:1: Article V (ru): used here too%0Anowhere in particular%0Ahint: define it with provision "definitions.secretariat", or write it in lower case',
        '::warning title=no-file::there is no such file',
        '',
      ].join('\n'),
    );
  });

  it('escapes what the runner would read as a command', () => {
    const hostile: Finding = { rule: 'r', severity: 'info', message: '100 %, a\r\n::error::b', span: span('a,b:c%.yaml', 1, 1, 1) };
    expect(report('github', [hostile])).toBe('::notice file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=2,title=r::100 %25, a%0D%0A::error::b\n');
  });
});

describe('counts', () => {
  it.each<[readonly Finding[], string]>([
    [[], 'no findings'],
    [[full], '1 error'],
    [[full, full, bare, { ...bare, severity: 'info' }], '2 errors, 1 warning, 1 for information'],
  ])('%#', (findings, words) => {
    expect(findingsInWords(findings)).toBe(words);
  });
});
