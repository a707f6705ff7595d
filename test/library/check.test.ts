import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/cli/operations.ts';
import { run } from '../../src/cli/run.ts';
import { createHost } from '../../src/host.ts';
import { atLeast } from '../../src/model/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { checkLibrary } from '../../src/operations/check-library.ts';
import { confirmTranslations } from '../../src/operations/confirm-translations.ts';
import { memoryHost, type MemoryHost } from '../support/memory-host.ts';
import { BARE, clause, filesOf, parameter, provision, type Folder } from '../support/small-library.ts';

const HOME = path.resolve(import.meta.dirname, '../..');

/** A package whose built-in library is the folder given. */
function packaged(folder: Folder, more: Readonly<Record<string, string>> = {}): MemoryHost {
  const files = [...filesOf({ ...BARE, ...folder })].map(([name, { text }]): [string, string] => [name.startsWith('templates/') ? `/package/${name}` : `/package/provisions/${name}`, text]);
  return memoryHost({ files: { ...Object.fromEntries(files), ...more } });
}

/** What a check finds, without what every small library lacks: guidance, sources and aliases, help, a lock, a place for each article. */
function found(folder: Folder, rule: string): readonly Finding[] {
  return checkLibrary(packaged(folder), {}).findings.filter((finding) => finding.rule === rule);
}

const messages = (findings: readonly Finding[]): readonly string[] => findings.map(({ message }) => message);

const variants = (of: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Readonly<Record<string, unknown>> => ({
  variants: Object.fromEntries(Object.entries(of).map(([id, more], index) => [id, { rank: index === 0 ? 'preferred' : 'acceptable', rationale: 'why', clauses: [clause('one', `says ${id} of all the rest.`)], ...more }])),
});

describe('reachability', () => {
  const choice = parameter('alpha.way', { type: 'choice', default: 'slow', options: [{ id: 'slow', label: { en: 'slow', ru: 'медленно' } }, { id: 'fast', label: { en: 'fast', ru: 'быстро' } }] });
  const size = parameter('alpha.size', { type: 'integer', constraint: 'value >= 1 && value <= 10' });

  it('finds values for every condition that some arrangement can meet', () => {
    const folder = { ...choice, ...size, ...provision('alpha.one', [], { parameters: ['alpha.way', 'alpha.size'], when: 'alpha.size > 3', ...variants({ plain: {}, fast: { when: 'alpha.way == "fast"' }, odd: { when: 'alpha.size == 7 && !framework' } }) }) };
    expect(found(folder, 'unreachable')).toEqual([]);
    // The pact lacks other articles; the texts have no fault.
    expect(checkLibrary(packaged(folder), {}).findings.filter(({ severity, span }) => severity === 'error' && span !== undefined)).toEqual([]);
  });

  it('names a variant whose condition and its provision’s exclude each other, at its place', () => {
    const folder = { ...choice, ...provision('alpha.one', [], { parameters: ['alpha.way'], when: 'alpha.way == "slow"', ...variants({ plain: {}, fast: { when: 'alpha.way == "fast"' } }) }) };
    const [finding, ...rest] = found(folder, 'unreachable');
    expect(rest).toEqual([]);
    expect(finding?.message).toBe('no arrangement can have “alpha.one:fast”: its conditions alpha.way == "slow" and alpha.way == "fast" are never true together');
    expect(finding?.span).toMatchObject({ file: 'provisions/alpha/one.yaml' });
  });

  it('names a variant that a constraint rules out', () => {
    const folder = { ...size, ...provision('alpha.one', [], { parameters: ['alpha.size'], ...variants({ plain: {}, huge: { when: 'alpha.size > 10' } }) }) };
    expect(messages(found(folder, 'unreachable'))).toEqual(['no arrangement can have “alpha.one:huge”: its conditions alpha.size > 10 are never true together']);
  });

  it('names a clause that never stands, and an instrument without room', () => {
    const dead = provision('alpha.one', [clause('one', 'stands.'), clause('two', 'does not.', { when: 'instrument == "umbrella"' })]);
    expect(messages(found(dead, 'unreachable'))).toEqual(['a clause of “alpha.one:plain” can never stand: its condition instrument == "umbrella" is never true where the variant stands']);
    const roomless = provision('gamma.one', [clause('one', 'stands.')], { instruments: ['pact', 'umbrella'] });
    expect(messages(found(roomless, 'unreachable'))).toEqual(['“gamma.one” names “umbrella”, but the article “gamma” has no place in umbrella']);
  });
});

describe('assembling', () => {
  it('shows what a rule finds in a text behind a condition that no default makes true, with its place and setting', () => {
    const folder = {
      ...parameter('alpha.rare', { type: 'boolean', default: false }),
      ...provision('alpha.one', [clause('one', 'stands.'), { key: 'two', when: 'alpha.rare', en: 'Costs are told to the Secretariat.', ru: 'Расходы сообщаются секретариату.' }], { parameters: ['alpha.rare'] }),
    };
    const [finding] = found(folder, 'undefined-term');
    expect(finding).toMatchObject({ message: '“Secretariat” is used as a defined term but not defined', span: { file: 'provisions/alpha/one.yaml' }, node: { id: 'alpha.one/two', language: 'en' } });
    expect(finding?.related?.[0]?.message).toBe('in pact, treaty register');
  });

  it('names what requires something that cannot stand', () => {
    const other = provision('beta.two', [clause('one', 'stands too.')]);
    const torn = { ...provision('alpha.one', [clause('one', 'stands.')], { requires: ['beta.two'], conflicts: ['beta.two'] }), ...other };
    expect(messages(found(torn, 'unassemblable'))).toEqual(['“alpha.one:plain” can stand nowhere: it excludes what it requires']);
    const refused = { ...provision('alpha.one', [clause('one', 'stands.')], { requires: ['beta.two'], registers: ['memorandum'] }), ...provision('beta.two', [clause('one', 'stands too.')], { registers: ['treaty'] }) };
    expect(messages(found(refused, 'unassemblable'))).toEqual(['“alpha.one:plain” can stand nowhere: what it requires cannot stand there']);
  });

  it('follows references and terms into every instrument', () => {
    const folder = {
      'definitions/dock.yaml': { id: 'dock', name: { en: 'Dock', ru: 'док' }, forms: { ru: ['дока'] } },
      ...provision('alpha.one', [{ key: 'one', en: 'See {{ref "beta.two/one"}} on the {{term "dock"}}.', ru: 'См. {{ref "beta.two/one"}}: {{term "dock"}}.' }], { instruments: ['pact', 'umbrella'], scope: 'optional' }),
      ...provision('beta.two', [{ key: 'one', en: 'A quay ({{define "dock"}}) is kept.', ru: 'Содержится причал (далее – {{define "dock"}}).' }]),
    };
    const said = messages(found(folder, 'groundless'));
    expect(said).toEqual([
      '“alpha.one:plain/one” refers to “beta.two/one”, which cannot stand in umbrella, treaty register',
      '“alpha.one:plain/one” uses the term “dock”, which “beta.two” defines and which cannot stand in umbrella, treaty register',
    ]);
  });
});

describe('terms', () => {
  const dock = (more: Readonly<Record<string, unknown>> = {}): Folder => ({ 'definitions/dock.yaml': { id: 'dock', name: { en: 'Dock', ru: 'док' }, text: { en: 'a quay', ru: 'причал' }, ...more } });
  const using = provision('alpha.one', [{ key: 'one', en: 'The {{term "dock"}} stays.', ru: '{{term "dock"}} остаётся.' }]);

  it('are used, or say why they are kept', () => {
    expect(messages(found(dock(), 'term-without-use'))).toEqual(['no provision uses the term “dock”']);
    expect(found(dock({ kept: 'arrangements of our own use it' }), 'term-without-use')).toEqual([]);
    expect(found({ ...dock(), ...using }, 'term-without-use')).toEqual([]);
  });

  it('claim no form twice, and have a name in every language', () => {
    const pier = { 'definitions/pier.yaml': { id: 'pier', name: { en: 'Pier' }, text: { en: 'a landing', ru: 'пирс' }, forms: { en: ['Dock'] }, kept: 'for us' } };
    expect(messages(found({ ...dock(), ...using, ...pier }, 'term-form-shared'))).toEqual(['“Dock” is a form of “pier” and of “dock” in “en”']);
    expect(messages(found({ ...dock(), ...using, ...pier }, 'term-unnamed'))).toEqual(['the term “pier” has no name in “ru”']);
  });

  it('keep out the words that they say to avoid', () => {
    const folder = { ...dock({ avoid: { en: ['wharf'] } }), ...using, ...provision('beta.one', [clause('one', 'The wharf is shut.')]) };
    expect(messages(found(folder, 'avoided-word'))).toEqual(['“beta.one:plain/one” says “wharf” in “en”, which the term “dock” says to avoid']);
  });
});

describe('words', () => {
  it('have the marks of their language', () => {
    const folder = provision('alpha.one', [{ key: 'one', en: 'He said "yes" - or «no».', ru: 'Он сказал “да” — или нет .' }]);
    expect(messages(found(folder, 'typography')).map((message) => message.replace(/:.*$/u, ''))).toEqual(['“alpha.one', '“alpha.one', '“alpha.one', '“alpha.one', '“alpha.one', '“alpha.one']);
    expect(messages(found(folder, 'typography')).join('\n')).toContain('an em dash in “ru”');
  });

  it('are there in every language and register', () => {
    const folder = provision('alpha.one', [{ key: 'one', en: 'Stays.', ru: { treaty: 'Остаётся.' } }, { key: 'two', en: 'Stays.' }]);
    expect(messages(found(folder, 'missing-translation')).filter((message) => message.includes(':plain'))).toEqual(['“alpha.one:plain/one” has no text in “ru” in the memorandum register', '“alpha.one:plain/two” has no text in “ru”']);
  });

  it('are not said twice', () => {
    const words = 'The parties tell each other in writing within ten days what they have found, and send the papers that show it.';
    const folder = { ...provision('alpha.one', [{ key: 'one', en: words, ru: words }]), ...provision('beta.one', [{ key: 'one', en: `${words} Nothing else is asked.`, ru: words }]) };
    const [finding] = found(folder, 'alike');
    expect(finding?.message).toMatch(/“alpha.one:plain\/one” and “beta.one:plain\/one” share \d+ per cent/u);
    expect(finding?.related?.[0]?.span?.file).toBe('provisions/alpha/one.yaml');
    expect(found({ ...folder, ...provision('beta.one', [{ key: 'one', en: words, ru: words }], { conflicts: ['alpha.one'] }) }, 'alike')).toEqual([]);
  });
});

describe('parameters', () => {
  it('are used, listed where they are read, and asked for in every language', () => {
    const folder = {
      ...parameter('alpha.idle', { type: 'boolean', ask: { en: '?' } }), ...parameter('alpha.read', { type: 'boolean' }),
      ...provision('alpha.one', [clause('one', 'stands.', { when: 'alpha.read' })], { parameters: ['alpha.idle'] }),
    };
    expect(messages(found(folder, 'parameter-unused'))).toEqual(['no text and no condition uses the parameter “alpha.idle”']);
    expect(messages(found(folder, 'parameter-listed'))).toEqual(['“alpha.one” lists the parameter “alpha.idle”, which neither its texts nor its conditions use']);
    expect(messages(found(folder, 'undeclared-parameter'))).toEqual(['a condition of “alpha.one” reads “alpha.read”, which is not listed under “parameters”']);
    expect(messages(found(folder, 'parameter-wordless'))).toEqual(['“alpha.idle” has no question in “ru”']);
  });
});

describe('descriptions', () => {
  it('are asked for: guidance, sources, aliases; and a matter that nobody knows is told', () => {
    const folder = provision('alpha.one', [], variants({ plain: { raises: [{ matter: 'finance.unheard' }] } }));
    expect(messages(found(folder, 'undescribed'))).toEqual(['“alpha.one” has no guidance, no sources, no aliases']);
    expect(found(folder, 'unknown-matter')).toHaveLength(1);
  });
});

describe('translations', () => {
  const text = (en: string, ru: string): Folder => provision('alpha.one', [{ key: 'one', en, ru }]);
  const LOCK = '/package/provisions/translations.lock.yaml';
  /** What is found when a library whose lock was written for one text holds another. */
  function after(before: Folder, now: Folder): readonly string[] {
    const first = packaged(before);
    expect(confirmTranslations(first, { ids: [], all: true }).value?.files).toEqual([{ path: 'provisions/translations.lock.yaml', state: 'wrote' }]);
    return checkLibrary(packaged(now, { [LOCK]: first.files.get(LOCK) ?? '' }), {}).findings.flatMap(({ rule, message, span }) => (rule.startsWith('translation') ? [`${rule} ${span?.file ?? ''}: ${message}`] : []));
  }

  it('are no matter where nothing is recorded, beyond saying so', () => {
    expect(found(text('Stays.', 'Остаётся.'), 'translations-unrecorded')).toMatchObject([{ severity: 'info' }]);
  });

  it('are stale when the English has changed alone, and not when the Russian has', () => {
    expect(after(text('Stays.', 'Остаётся.'), text('Stays.', 'Остаётся.'))).toEqual([]);
    expect(after(text('Stays.', 'Остаётся.'), text('Stays.', 'Остаётся в силе.'))).toEqual([]);
    expect(after(text('Stays.', 'Остаётся.'), text('Stays for ever.', 'Остаётся.'))).toEqual(['translation-stale provisions/alpha/one.yaml: “alpha.one:plain/one” has changed in “en” since its text in “ru” was confirmed']);
    expect(after(text('Stays.', 'Остаётся.'), text('Goes.', 'Уходит.'))).toEqual(['translation-unconfirmed provisions/alpha/one.yaml: “alpha.one:plain/one” has changed in “en” and in “ru” since they were confirmed together']);
  });

  it('of new texts are asked for once a provision, by how many and with the command that confirms them', () => {
    const host = packaged(text('Stays.', 'Остаётся.'));
    confirmTranslations(host, { ids: [], all: true });
    const more = packaged({ ...text('Stays.', 'Остаётся.'), ...provision('beta.one', [clause('one', 'is new.'), clause('two', 'is new too.')]), ...provision('gamma.one', [clause('one', 'is new.')]) }, { [LOCK]: host.files.get(LOCK) ?? '' });
    const told = (): readonly (readonly [string, string | undefined, string | undefined])[] => checkLibrary(more, {}).findings.flatMap(({ rule, message, hint, span }) => (rule === 'translation-unconfirmed' ? [[message, hint, span?.file] as const] : []));
    expect(told()).toEqual([
      ['the translations of 2 texts of “beta.one” are not confirmed yet', 'read the languages side by side, then: dtca library translated beta.one', 'provisions/beta/one.yaml'],
      ['the translation of “gamma.one:plain/one” is not confirmed yet', 'read the languages side by side, then: dtca library translated gamma.one', 'provisions/gamma/one.yaml'],
    ]);
    confirmTranslations(more, { ids: ['beta.one'] });
    expect(told()).toHaveLength(1);
  });

  it('of new texts are asked for, and of old ones tidied away', () => {
    const more = { ...text('Stays.', 'Остаётся.'), ...provision('beta.one', [clause('one', 'is new.')]) };
    expect(after(text('Stays.', 'Остаётся.'), more)).toEqual(['translation-unconfirmed provisions/beta/one.yaml: the translation of “beta.one:plain/one” is not confirmed yet']);
    expect(after(more, text('Stays.', 'Остаётся.'))).toEqual(['translation-gone provisions/translations.lock.yaml: “beta.one:plain/one” is recorded as translated and does not exist']);
  });

  it('are confirmed by name, and only those', () => {
    const host = packaged({ ...text('Stays.', 'Остаётся.'), ...provision('beta.one', [clause('one', 'is new.')]) });
    expect(confirmTranslations(host, { ids: ['alpha.one'] }).value?.confirmed).toEqual(['alpha.one:plain/one']);
    const lock = host.files.get(LOCK) ?? '';
    expect(lock.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([expect.stringMatching(/^alpha\.one:plain\/one: \{ ru: [0-9a-f]{12}-[0-9a-f]{12} \}$/u)]);
    expect(confirmTranslations(host, { ids: [], fresh: true }).value?.confirmed).toEqual(['beta.one:plain/one']);
    expect(messages(confirmTranslations(host, { ids: ['alpha.on'] }).findings)).toEqual(['there is no text “alpha.on” in the library']);
  });

  it('leave every line alone that is not named, to the byte', () => {
    const host = packaged({ ...text('Stays.', 'Остаётся.'), ...provision('beta.one', [clause('one', 'is new.')]), ...provision('gamma.one', [clause('one', 'is newer.')]) });
    confirmTranslations(host, { ids: ['gamma.one'] });
    // Both sides of a merge, a text polished since, one that is gone, somebody’s remark, and the line ends of another system.
    const lines = ['# ours', 'alpha.one:plain/one: { ru: 000000000000-000000000000 }', 'alpha.one:plain/one: { ru: 111111111111-000000000000 }', 'alpha.two:plain/one: { pl: 333333333333-333333333333 }', '<<<<<<< theirs', '# theirs', ...(host.files.get(LOCK) ?? '').split('\n').filter((line) => line.startsWith('gamma'))];
    host.files.set(LOCK, `${lines.join('\r\n')}\r\n`);
    expect(confirmTranslations(host, { ids: ['beta.one'] }).value?.confirmed).toEqual(['beta.one:plain/one']);
    const after = (host.files.get(LOCK) ?? '').split('\r\n');
    expect(after.filter((line) => line.startsWith('beta'))).toHaveLength(1);
    expect(after.findIndex((line) => line.startsWith('beta'))).toBe(6);
    expect(after.filter((line) => !line.startsWith('beta'))).toEqual([...lines, '']);
    // Named, the two lines of a merge are one again; with `fresh`, what is gone or broken leaves too.
    confirmTranslations(host, { ids: ['alpha.one'] });
    expect((host.files.get(LOCK) ?? '').split('\r\n').filter((line) => line.startsWith('alpha'))).toEqual([expect.stringMatching(/^alpha\.one:plain\/one: /u), lines[3]]);
    confirmTranslations(host, { ids: [], fresh: true });
    expect(host.files.get(LOCK)).not.toMatch(/alpha\.two|<<</u);
    expect(host.files.get(LOCK)).toMatch(/^# ours\r\nalpha\.one.*\r\n# theirs\r\nbeta\.one.*\r\ngamma\.one.*\r\n$/u);
  });

  it('of one language leave those of another where they stand', () => {
    const host = packaged(text('Stays.', 'Остаётся.'));
    host.files.set(LOCK, 'alpha.one:plain/one: { pl: 333333333333-333333333333, ru: 000000000000-000000000000 }\n');
    confirmTranslations(host, { ids: ['alpha.one'] });
    expect(host.files.get(LOCK)).toMatch(/^alpha\.one:plain\/one: \{ pl: 3{12}-3{12}, ru: (?!0{12})[0-9a-f]{12}-[0-9a-f]{12} \}\n$/u);
  });

  it('hold with the lines of both sides of a merge, and a broken line is told', () => {
    const host = packaged(text('Stays.', 'Остаётся.'));
    confirmTranslations(host, { ids: [], all: true });
    const lock = host.files.get(LOCK) ?? '';
    host.files.set(LOCK, `${lock}alpha.one:plain/one: { ru: 000000000000-000000000000 }\n<<<<<<< ours\n`);
    expect(checkLibrary(host, {}).findings.filter(({ rule }) => rule.startsWith('translation'))).toMatchObject([{ rule: 'translation-lock-broken', span: { start: { line: 5 } } }]);
  });
});

describe('the command', () => {
  const cli = async (host: MemoryHost, ...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
    host.printed.out = '';
    host.printed.err = '';
    const code = await run(argv, host, OPERATIONS);
    return { code, out: host.printed.out, err: host.printed.err };
  };
  const good = provision('alpha.one', [clause('one', 'stands.')], { guidance: 'why', aliases: ['one'], sources: [{ cite: 'none', certainty: 'believed' }] });

  it('counts, tells, and exits by the severity asked for', async () => {
    const host = packaged(good);
    const checked = await cli(host, 'library', 'check');
    expect(checked.out).toContain('provisions/translations.lock.yaml:1:1  info  translations-unrecorded');
    expect(checked.err).toMatch(/^8 articles, 1 provision, 1 variant, 1 clause, 0 terms, 0 parameters, 2 parties, 2 instruments, 2 drafts assembled; \d+\.\d s\nlibrary: 3 errors, 1 for information\n$/u);
    expect(checked.code).toBe(1);
    expect(JSON.parse((await cli(host, 'library', 'check', '--format', 'json')).out)).toMatchObject({ schema: 'dtca/findings-1' });
  });

  it('records translations', async () => {
    const host = packaged(good);
    expect(await cli(host, 'library', 'translated', '--all')).toEqual({ code: 0, out: '', err: 'wrote provisions/translations.lock.yaml\n1 text newly confirmed\n' });
    expect(await cli(host, 'library', 'translated', 'alpha.one')).toEqual({ code: 0, out: '', err: 'unchanged provisions/translations.lock.yaml\nnothing newly confirmed\n' });
    expect((await cli(host, 'library', 'translated', 'alpha.two')).code).toBe(1);
  });

  it('checks a library of one’s own over the built-in one, and exits 2 where it cannot be read', async () => {
    const host = packaged(good, { 'house/index.yaml': '{ name: house, version: "1.0.0", provisions: [alpha/two] }', 'house/alpha/two.yaml': JSON.stringify(Object.values(provision('alpha.two', [{ key: 'one', en: 'Sent "by hand".', ru: 'Передаётся из рук в руки.' }]))[0]) });
    const checked = await cli(host, 'library', 'check', '--library', 'house');
    expect(checked.out).toMatch(/house\/alpha\/two\.yaml:\d+:\d+ {2}warning {2}typography/u);
    expect(checked.code).toBe(1);
    expect((await cli(host, 'library', 'translated', '--all', '--library', 'house')).err).toBe('wrote house/translations.lock.yaml\n1 text newly confirmed\n');
    host.files.set('/project/house/index.yaml', 'name: [');
    expect((await cli(host, 'library', 'check', '--library', 'house')).code).toBe(2);
  });
});

describe('the built-in library', () => {
  it('has nothing that a check would warn of', () => {
    const { value } = checkLibrary(createHost(HOME), {});
    expect(value?.findings.filter(({ severity }) => atLeast(severity, 'warning')).map(({ rule, message, span }) => `${span?.file ?? ''}:${span?.start.line ?? ''} ${rule}: ${message}`)).toEqual([]);
    expect(value?.counts.drafts).toBeGreaterThan(80);
  });
});
