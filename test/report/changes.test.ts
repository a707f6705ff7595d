import { describe, expect, it } from 'vitest';
import type { Change, ChangeKind, ChangeSide, Comparison } from '../../src/model/index.ts';
import { coloured } from '../../src/report/coloured.ts';
import { CHANGE_REPORTS, PLAIN_LOOK } from '../../src/report/index.ts';

const side = (id: string, path: readonly string[], text: string): ChangeSide => ({ id, number: path.at(-1) ?? '', path, text });

const reworded: Change = {
  kind: 'reworded', class: 'substantive', node: 'launch.data/time', fingerprint: '1',
  before: side('launch.data/time', ['Article 3', '2.'], 'Each Party shall send Launch Data within sixty (60) seconds.'),
  after: side('launch.data/time', ['Article 4', '2.'], 'Each Party shall send Launch Data within ninety (90) seconds.'),
  words: {
    en: [
      { kind: 'same', text: 'Each Party shall send Launch Data within ' },
      { kind: 'deletion', text: 'sixty (60)' },
      { kind: 'insertion', text: 'ninety (90)' },
      { kind: 'same', text: ' seconds.' },
    ],
    ru: [{ kind: 'same', text: 'Каждая из Сторон …' }],
  },
  consequences: [{ kind: 'reference', message: 'the reference to Article 9 points nowhere', place: { after: { id: 'x', number: '1.', path: ['Article 7', '1.'] } } }],
};
const added: Change = {
  kind: 'added', class: 'substantive', node: 'visits.notice', fingerprint: '2',
  after: { ...side('visits.notice', ['Article 8'], 'Visits\nEach visit is notified.'), texts: { en: 'Visits\nEach visit is notified.', ru: 'Посещения' } },
};
const removed: Change = { kind: 'removed', class: 'editorial', node: 'p/x', fingerprint: '3', before: side('p/x', [], 'Gone *now* <b>') };
const revalued: Change = {
  kind: 'revalued', class: 'substantive', node: 'finance.ceiling', fingerprint: '4',
  before: side('finance.ceiling', [], 'USD 38,000,000'), after: side('finance.ceiling', [], 'USD 40,000,000'),
  places: [{ after: { id: 'a', number: '1.', path: ['Article 6', '1.'] } }, { before: { id: 'b', number: '2.', path: ['Article 9', '2.'] } }],
};
const renumbered: Change = {
  kind: 'renumbered', class: 'editorial', node: 'article:visits', fingerprint: '5',
  before: side('article:visits', ['Article 8'], 'Visits'), after: side('article:visits', ['Article 9'], 'Visits'),
};

function comparison(...changes: readonly Change[]): Comparison {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  return {
    schema: 'dtca/changes-1', before: 'old.md', after: 'new.md', changes,
    summary: {
      added: count('added'), removed: count('removed'), reworded: count('reworded'), moved: count('moved'),
      renumbered: count('renumbered'), revalued: count('revalued'), retitled: count('retitled'), total: changes.length,
    },
  };
}

const report = (format: string, ...changes: readonly Change[]): string => CHANGE_REPORTS[format]?.(comparison(...changes), PLAIN_LOOK) ?? 'no such report';

describe('terminal', () => {
  it('shows a rewording word by word, what follows from it, and a summary', () => {
    expect(report('terminal', reworded)).toBe(
      [
        'reworded  substantive  Article 3 › 2. → Article 4 › 2.  launch.data/time',
        '    en  Each Party shall send Launch Data within [-sixty (60)-]{+ninety (90)+} seconds.',
        '    → Article 7 › 1.: the reference to Article 9 points nowhere',
        '',
        '1 change: 1 reworded',
        '',
      ].join('\n'),
    );
  });

  it('shows whole blocks by sign, values with their places, numbers old and new', () => {
    expect(report('terminal', added, removed, revalued, renumbered)).toBe(
      [
        'added  substantive  Article 8  visits.notice',
        '    en  + Visits',
        '    + Each visit is notified.',
        '    ru  + Посещения',
        '',
        'removed  editorial  p/x',
        '    - Gone *now* <b>',
        '',
        'revalued  substantive  finance.ceiling',
        '    [-USD 38,000,000-] → {+USD 40,000,000+}',
        '    in Article 6 › 1., Article 9 › 2.',
        '',
        'renumbered  editorial  Article 8 → Article 9  article:visits',
        '',
        '4 changes: 1 added, 1 removed, 1 renumbered, 1 revalued',
        '',
      ].join('\n'),
    );
  });

  it('leaves out the middle of what did not change', () => {
    const long = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    const change: Change = { ...reworded, consequences: [], words: { en: [{ kind: 'insertion', text: 'New ' }, { kind: 'same', text: long }, { kind: 'insertion', text: ' end' }] } };
    expect(report('terminal', change).split('\n')[1]).toBe('    en  {+New+} w0 w1 w2 w3 w4 w5 w6 w7 … w32 w33 w34 w35 w36 w37 w38 w39 {+end+}');
  });

  it('marks words by colour where there is colour', () => {
    const text = CHANGE_REPORTS['terminal']?.(comparison(reworded), { paint: coloured(1), width: 80 }) ?? '';
    expect(text).not.toContain('{+');
    expect(text).toMatch(/\u001b\[3\dm.*ninety \(90\)/u);
  });

  it('says so where there is no change', () => {
    expect(report('terminal')).toBe('no changes\n');
  });
});

describe('json', () => {
  it('gives the comparison back', () => {
    const all = comparison(reworded, added, removed, revalued, renumbered);
    expect(JSON.parse(CHANGE_REPORTS['json']?.(all, PLAIN_LOOK) ?? '')).toEqual(all);
  });
});

describe('markdown', () => {
  it('opens what is of substance, folds the rest, and escapes what a text may hold', () => {
    expect(report('markdown', reworded, removed, revalued)).toBe(
      [
        '**3 changes: 1 removed, 1 reworded, 1 revalued** between `old.md` and `new.md`',
        '',
        '### Substantive',
        '',
        '- **reworded** Article 3 › 2\\. → Article 4 › 2\\. `launch.data/time`',
        '',
        '  *en* Each Party shall send Launch Data within <del>sixty \\(60\\)</del><ins>ninety \\(90\\)</ins> seconds\\.',
        '',
        '  - Article 7 › 1\\.: the reference to Article 9 points nowhere',
        '- **revalued** `finance.ceiling`',
        '',
        '  <del>USD 38,000,000</del> → <ins>USD 40,000,000</ins>',
        '',
        '  in Article 6 › 1\\., Article 9 › 2\\.',
        '',
        '<details><summary>Editorial (1)</summary>',
        '',
        '- **removed** `p/x`',
        '',
        '  <del>Gone \\*now\\* &lt;b&gt;</del>',
        '',
        '</details>',
        '',
      ].join('\n'),
    );
  });
});
