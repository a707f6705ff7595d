import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { readLayer } from '../../src/source/layer.ts';
import { BARE, clause, filesOf, parameter, provision, smallLibrary } from '../support/small-library.ts';
import type { Folder } from '../support/small-library.ts';

const read = (folder: Folder) => readLayer({ root: 'house', files: filesOf(folder) });
const brief = (findings: readonly Finding[]) => findings.map(({ rule, severity, span }) => `${severity} ${rule} ${span?.file}`);
const INDEX = (provisions: readonly string[], definitions: readonly string[] = []): Folder => ({ 'index.yaml': { name: 'house', version: '1.0.0', provisions, definitions } });
const ONE = provision('alpha.a', [clause('x', 'x.')]);
const changed = (path: string, change: Readonly<Record<string, unknown>>, folder: Folder = ONE): Folder => ({ ...folder, [path]: { ...Object(folder[path]), ...change } });
const words = (clauses: readonly unknown[]) => changed('alpha/a.yaml', { variants: { plain: { rank: 'preferred', rationale: 'why', clauses } } });

describe('a library folder', () => {
  it('is read whole', () => {
    const { layer, findings } = read({ ...BARE, ...ONE, ...parameter('a.days', { type: 'integer' }) });
    expect(findings).toEqual([]);
    expect(layer).toMatchObject({ name: 'layer0', version: '1.0.0', provisions: [{ provision: { id: 'alpha.a', library: 'layer0' } }], parameters: [{ name: 'a.days' }] });
    expect(layer?.parties.map(({ id }) => id)).toEqual(['ru', 'us']);
    expect(layer?.skeletons.map(({ id }) => id)).toEqual(['pact', 'umbrella']);
  });

  it('needs an index', () => {
    expect(brief(readLayer({ root: 'house', files: new Map() }).findings)).toEqual(['error missing-file house/index.yaml']);
  });

  it.each<[string, Folder, readonly string[]]>([
    ['names a provision that is not there', { ...ONE, ...INDEX(['alpha/a', 'alpha/b']) }, ['error missing-file layer0/index.yaml']],
    ['names a provision twice', { ...ONE, ...INDEX(['alpha/a', 'alpha/a']) }, ['error duplicate-key layer0/index.yaml']],
    ['does not name a provision', { ...ONE, ...INDEX([]) }, ['error unlisted-file layer0/alpha/a.yaml']],
    ['names a definition that is not there', { ...INDEX([], ['thing']) }, ['error missing-file layer0/index.yaml']],
    ['does not name a definition', { ...INDEX([], ['one']), 'definitions/one.yaml': { id: 'one', name: { en: 'a', ru: 'б' } }, 'definitions/two.yaml': { id: 'two', name: { en: 'a', ru: 'б' } } }, ['error unlisted-file layer0/definitions/two.yaml']],
    ['has an unknown key', { ...INDEX([]), 'index.yaml': { name: 'house', version: '1.0.0', provision: [] } }, ['error unknown-key layer0/index.yaml']],
  ])('whose index %s', (_what, folder, expected) => {
    expect(brief(read(folder).findings)).toEqual(expected);
  });

  it('says where a reader would look for a misplaced provision', () => {
    expect(brief(read({ 'beta/elsewhere.yaml': ONE['alpha/a.yaml'] }).findings)).toEqual(['warning misplaced-provision layer0/beta/elsewhere.yaml']);
  });

  it('says which case a name of a State lacks, and where a file has another id than its name', () => {
    const ru = { nom: 'Утопия', gen: 'Утопии', dat: 'Утопии', ins: 'Утопией', pre: 'Утопии' };
    const { findings } = read({ ...BARE, ...INDEX([]), ...changed('parties/us.yaml', { id: 'uz', state: { en: { nom: 'Utopia' }, ru }, concluders: { state: { en: 'Utopia', ru: 'Утопия' }, ministry: { en: 'M', ru: { nom: 'Министерство' } } } }, BARE) });
    expect(findings.filter(({ span }) => span?.file === 'layer0/parties/us.yaml')).toMatchObject([
      { rule: 'misplaced-party', severity: 'warning', message: '“uz” stands in “parties/us.yaml”; a reader looks for it in “parties/uz.yaml”', hint: 'write “id: us”, or name the file “uz.yaml”' },
      { rule: 'missing-case', message: '“Утопия” has no acc; the nominative would stand there' },
      { rule: 'missing-case', message: '“Министерство” has no gen, dat, acc, ins, pre; the nominative would stand there' },
    ]);
  });

  it('with one broken file still shows the faults of the others', () => {
    const { layer, findings } = read({ ...BARE, ...ONE, 'beta/b.yaml': 'id: [', 'gamma/c.yaml': { id: 'gamma.c' }, 'parties/us.yaml': { id: 'us' } });
    expect(new Set(findings.map(({ span }) => span?.file))).toEqual(new Set(['layer0/beta/b.yaml', 'layer0/gamma/c.yaml', 'layer0/parties/us.yaml']));
    expect(layer?.provisions).toHaveLength(1);
  });
});

describe('a file that is not as it should be', () => {
  it.each<[string, Folder, string, string | undefined]>([
    ['a key is missing', changed('alpha/a.yaml', { scope: undefined }), 'missing-key', undefined],
    ['a key is unknown', changed('alpha/a.yaml', { alias: ['x'] }), 'unknown-key', 'did you mean “aliases”?'],
    ['a key is unknown inside a variant', changed('alpha/a.yaml', { variants: { plain: { rank: 'preferred', rationale: 'why', clauses: [clause('x', 'x.')], reason: 'x' } } }), 'unknown-key', expect.stringContaining('known keys: ')],
    ['a value is none of those allowed', changed('alpha/a.yaml', { scope: 'reservd' }), 'wrong-value', 'did you mean “reserved”?'],
    ['a version is no version', changed('alpha/a.yaml', { version: '1.0' }), 'wrong-value', undefined],
    ['a version is a number', changed('alpha/a.yaml', { version: 1.1 }), 'wrong-type', undefined],
    ['an id is no id', changed('alpha/a.yaml', { id: 'alpha' }), 'wrong-value', undefined],
    ['a list is text', changed('alpha/a.yaml', { requires: 'beta.b' }), 'wrong-type', undefined],
    ['a variant’s name is no name', changed('alpha/a.yaml', { variants: { 'Plain One': { rank: 'preferred', rationale: 'why', clauses: [clause('x', 'x.')] } } }), 'unknown-key', 'expected lower-case letters, digits and hyphens'],
    ['a variant has no clause', words([]), 'wrong-value', undefined],
    ['a clause has an unknown key', words([clause('x', 'x.', { repeat: 'a.list' })]), 'unknown-key', expect.stringContaining('known keys: ')],
    ['a clause has a key of another clause', words([clause('x', 'x.'), clause('x', 'y.')]), 'duplicate-clause', 'a clause’s key is its identity; give each its own'],
    ['a slot does not close', words([clause('x', 'x {{shall.')]), 'leaf-syntax', undefined],
    ['a slot runs code', words([clause('x', '{{#if a}}x{{/if}}')]), 'leaf-syntax', undefined],
    ['a citation has an unknown language', changed('alpha/a.yaml', { citation: { en: 'x.', xx: 'y.' } }), 'unknown-language', 'known languages: en, ru'],
  ])('because %s', (_what, folder, rule, hint) => {
    const { findings } = read(folder);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    const found = findings.find((finding) => finding.rule === rule);
    expect(found).toMatchObject({ severity: 'error', span: { file: 'layer0/alpha/a.yaml' } });
    if (hint !== undefined) expect(found?.hint).toEqual(hint);
  });

  it.each<[string, Folder, string]>([
    ['a choice without options', parameter('a.mode', { type: 'choice' }), 'wrong-type'],
    ['a table without columns', parameter('a.sites', { type: 'table' }), 'wrong-type'],
    ['a default of another type', parameter('a.days', { type: 'duration', default: '60 days' }), 'wrong-type'],
    ['a default that lacks a language', parameter('a.name', { type: 'text', default: { en: 'x' } }), 'missing-translation'],
    ['an unknown type', parameter('a.days', { type: 'days' }), 'wrong-value'],
  ])('%s', (_what, folder, rule) => {
    const { findings } = read(folder);
    expect(findings).toMatchObject([{ rule, severity: 'error', span: { file: expect.stringMatching(/^layer0\/parameters\//u) } }]);
  });
});

describe('what does not hold between the files', () => {
  it.each<[string, Folder, string]>([
    ['an article', changed('alpha/a.yaml', { article: 'alfa' }), 'unknown-article'],
    ['an instrument', changed('alpha/a.yaml', { instruments: ['pakt'] }), 'unknown-instrument'],
    ['an article that the instrument forbids', { ...changed('alpha/a.yaml', {}), 'templates/pact.hbs': '{{layout}}{{forbidden "alpha" because="no"}}' }, 'article-forbidden'],
    ['a party that is neither first nor another', words([clause('x', '{{names "last"}}.')]), 'leaf-syntax'],
    ['a parameter', changed('alpha/a.yaml', { parameters: ['a.days'] }), 'unknown-parameter'],
    ['a term', changed('alpha/a.yaml', { defines: ['thing'] }), 'unknown-term'],
    ['a requirement', changed('alpha/a.yaml', { requires: ['beta.b'] }), 'unknown-provision'],
    ['a conflict', changed('alpha/a.yaml', { conflicts: ['beta.b'] }), 'unknown-provision'],
    ['what a clause repeats over', words([clause('x', '{{item "text"}}', { each: 'a.list' })]), 'unknown-parameter'],
    ['what a table is made from', words([clause('x', 'x:', { table: { in: 'a.sites', columns: [{ key: 'k', heading: { en: 'K', ru: 'К' } }] } })]), 'unknown-parameter'],
    ['a clause without words', words([{ key: 'x' }]), 'empty-clause'],
    ['“cited” outside a citation', words([clause('x', '{{cited}}.')]), 'leaf-syntax'],
    ['a helper with too few words', words([clause('x', '{{term}}.')]), 'leaf-syntax'],
    ['a case that no language has', words([clause('x', '{{parties case="voc"}}.')]), 'leaf-syntax'],
    ['a bare value with arguments', words([clause('x', '{{a.days case="gen"}}.')]), 'leaf-syntax'],
  ])('%s is found at its place', (_what, folder, rule) => {
    const { findings } = smallLibrary({ ...BARE, ...folder });
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const finding of findings) expect(finding).toMatchObject({ severity: 'error', span: { file: 'layer0/alpha/a.yaml' } });
  });

  it('a matter that is in no list of matters is found where it is raised and where it is mapped', () => {
    const raised = changed('alpha/a.yaml', { variants: { plain: { rank: 'preferred', rationale: 'why', raises: [{ matter: 'finance.cost' }], clauses: [clause('x', 'x.')] } } });
    const mapped = changed('parties/us.yaml', { matters: { 'finance.tax': { authority: 'Treasury', certainty: 'believed' } } }, BARE);
    expect(smallLibrary({ ...mapped, ...raised }).findings).toMatchObject([
      { rule: 'unknown-matter', severity: 'warning', span: { file: 'layer0/alpha/a.yaml' }, hint: 'did you mean “finance.costs”? Else add it to matters.yaml' },
      { rule: 'unknown-matter', severity: 'warning', span: { file: 'layer0/parties/us.yaml' } },
    ]);
  });

  it('a library laid over another may know more matters', () => {
    const mapped = changed('parties/us.yaml', { matters: { 'house.press': { authority: 'Press office', certainty: 'believed' } } }, BARE);
    const { data, findings } = smallLibrary(BARE, { 'parties/us.yaml': mapped['parties/us.yaml'], 'matters.yaml': { 'house.press': { title: { en: 'Press', ru: 'Пресса' } } } });
    expect(findings.filter(({ rule }) => rule === 'unknown-matter')).toEqual([]);
    expect(data.matters.map(({ id }) => id)).toEqual(['finance.costs', 'house.press']);
  });

  it('a parameter that a text uses must be listed by its provision', () => {
    const { findings } = smallLibrary({ ...BARE, ...parameter('a.days', { type: 'integer' }), ...words([clause('x', '{{a.days}}.')]) });
    expect(findings[0]).toMatchObject({ rule: 'undeclared-parameter', hint: 'add it: parameters: [a.days]' });
  });
});
