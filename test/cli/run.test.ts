import { describe, expect, it } from 'vitest';
import type { Operations } from '../../src/cli/operations.ts';
import { run } from '../../src/cli/run.ts';
import { HostError } from '../../src/model/host.ts';
import { fakeOperations, finding, NO_CHANGES } from '../support/fake-operations.ts';
import { memoryHost, type MemoryOptions } from '../support/memory-host.ts';

interface Seen { readonly code: number; readonly out: string; readonly err: string }

async function cli(argv: readonly string[], operations: Partial<Operations> = {}, options: MemoryOptions = {}): Promise<Seen> {
  const host = memoryHost(options);
  const code = await run(argv, host, fakeOperations(operations));
  return { code, out: host.printed.out, err: host.printed.err };
}

describe('usage', () => {
  it.each<[string, readonly string[], string]>([
    ['a command', ['drfat', 'a.yaml'], 'dtca: unknown command “drfat”\n  hint: did you mean “draft”?\n  see: dtca --help\n'],
    ['an option', ['draft', 'a.yaml', '--orignal', 'us'], 'dtca draft: unknown option “--orignal”\n  hint: did you mean “--original”?\n  see: dtca draft --help\n'],
    ['a report format', ['validate', 'a.yaml', '--format', 'jsn'], 'dtca validate: unknown format “jsn”\n  hint: did you mean “json”?\n  see: dtca validate --help\n'],
    ['a stage', ['draft', 'a.yaml', '--stage', 'signatur'], 'dtca draft: unknown stage “signatur”\n  hint: did you mean “signature”?\n  see: dtca draft --help\n'],
    ['a severity', ['validate', 'a.yaml', '--fail-on', 'zzz'], 'dtca validate: unknown severity “zzz”\n  hint: known: error, warning, info\n  see: dtca validate --help\n'],
    ['a threshold', ['diff', 'a', 'b', '--fail-on', 'substantiv'], 'dtca diff: unknown threshold “substantiv”\n  hint: did you mean “substantive”?\n  see: dtca diff --help\n'],
    ['a draft format', ['draft', 'a.yaml', '--format', 'markdwon'], 'dtca draft: unknown format “markdwon”\n  hint: did you mean “markdown”?\n  see: dtca draft --help\n'],
    ['an extension', ['draft', 'a.yaml', '-o', 'out/a.mdd'], 'dtca draft: unknown extension “.mdd” in “out/a.mdd”\n  hint: did you mean “.md”? known: .md, .markdown, .json, .txt; or give --format\n  see: dtca draft --help\n'],
    ['no extension', ['draft', 'a.yaml', '-o', 'out.d/a'], 'dtca draft: the name “out.d/a” has no extension that says the format\n  hint: known: .md, .markdown, .json, .txt; or give --format\n  see: dtca draft --help\n'],
    ['a subcommand', ['library', 'serach', 'x'], 'dtca library: unknown command “serach”\n  hint: did you mean “search”?\n  see: dtca library --help\n'],
    ['a missing argument', ['diff', 'a'], 'dtca diff: missing required argument “new”\n  see: dtca diff --help\n'],
    ['an argument too many', ['diff', 'a', 'b', 'c'], 'dtca diff: too many arguments for “diff”: expected 2 arguments but got 3\n  see: dtca diff --help\n'],
    ['an output twice', ['draft', 'a.yaml', '-o', 'a.md', '-o', 'a.md'], 'dtca draft: “a.md” is given twice as an output\n  hint: each file once\n  see: dtca draft --help\n'],
  ])('names the nearest right word for %s, and exits 2', async (_what, argv, err) => {
    expect(await cli(argv)).toEqual({ code: 2, out: '', err });
  });

  it('shows the help on standard error when nothing is asked', async () => {
    const { code, out, err } = await cli([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: dtca [options] [command]');
  });

  it.each([[['--help']], [['draft', '--help']], [['validate', '-h']], [['diff', '--help']], [['explain', '--help']], [['library', '--help']], [['library', 'search', '--help']], [['schema', '--help']], [['help', 'draft']]])(
    'prints help with examples for %j',
    async (argv) => {
      const { code, out, err } = await cli(argv);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/Examples:\n {2}\$ dtca /);
    },
  );

  it('prints the version of the package', async () => {
    expect(await cli(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });
});

describe('faults', () => {
  it('says in one line what a bug is, and how to report it', async () => {
    const operations = { validate: () => Promise.reject(new TypeError('x is not\na function')) };
    const { code, out, err } = await cli(['validate', 'a.yaml'], operations);
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err).toBe('dtca: a fault of the tool: x is not a function; please report it with the command and the files (DTCA_DEBUG=1 shows where)\n');
  });

  it('shows the stack only when asked', async () => {
    const operations = { validate: () => Promise.reject(new TypeError('broken')) };
    const { err } = await cli(['validate', 'a.yaml'], operations, { env: { DTCA_DEBUG: '1' } });
    expect(err).toMatch(/TypeError: broken\n\s+at /);
  });

  it('exits 2 for a file that cannot be read', async () => {
    const operations = { validate: () => Promise.reject(new HostError('a.yaml cannot be read: permission denied')) };
    expect(await cli(['validate', 'a.yaml'], operations)).toEqual({ code: 2, out: '', err: 'dtca: a.yaml cannot be read: permission denied\n' });
  });
});

describe('draft', () => {
  it('prints Markdown on standard output and nothing else', async () => {
    expect(await cli(['draft', 'a.yaml'])).toEqual({ code: 0, out: 'text\n', err: '' });
  });

  it('writes each output and says where', async () => {
    expect(await cli(['draft', 'a.yaml', '-o', 'out/f.md', '-o', 'out/f.json'])).toEqual({ code: 0, out: '', err: 'wrote out/f.md\nwrote out/f.json\n' });
  });

  it('hands every option on', async () => {
    const seen: unknown[] = [];
    const base = fakeOperations();
    await cli(['draft', 'a.yaml', '-o', 'x.txt', '-f', 'md', '--lang', 'ru, en', '--original', 'ru', '--stage', 'scrub', '--for', 'ru', '--library', 'l1', '--library', 'l2', '--force'], {
      draft: (host, options) => { seen.push(options); return base.draft(host, options); },
      publish: (host, assembled, options) => { seen.push(options); return base.publish(host, assembled, options); },
    });
    expect(seen).toEqual([
      { file: 'a.yaml', libraries: ['l1', 'l2'], languages: ['ru', 'en'], original: 'ru', stage: 'scrub', for: 'ru' },
      { arrangement: 'a.yaml', targets: [{ path: 'x.txt', format: 'markdown' }], for: 'ru', force: true, hasErrors: false },
    ]);
  });

  it('writes a draft with errors all the same, and exits 1', async () => {
    const base = fakeOperations();
    const operations: Partial<Operations> = { draft: async (host, options) => ({ ...(await base.draft(host, options)), findings: [finding()] }) };
    expect(await cli(['draft', 'a.yaml', '-o', 'a.md'], operations)).toEqual({ code: 1, out: '', err: 'error  sample-rule  something was found\nwrote a.md\n1 error\n' });
  });

  it('exits 0 with warnings', async () => {
    const base = fakeOperations();
    const operations: Partial<Operations> = { draft: async (host, options) => ({ ...(await base.draft(host, options)), findings: [finding({ severity: 'warning' })] }) };
    expect((await cli(['draft', 'a.yaml'], operations)).code).toBe(0);
  });

  it('exits 2 where the input does not parse', async () => {
    const operations: Partial<Operations> = { draft: async () => ({ findings: [finding({ rule: 'yaml-syntax' })], unreadable: true }) };
    expect(await cli(['draft', 'a.yaml'], operations)).toEqual({ code: 2, out: '', err: 'error  yaml-syntax  something was found\n1 error\n' });
  });

  it('reads standard input as the file “-”', async () => {
    const base = fakeOperations();
    let read: string | undefined;
    await cli(['draft', '-'], { draft: (host, options) => { read = host.read(options.file); return base.draft(host, options); } }, { stdin: 'id: x\n' });
    expect(read).toBe('id: x\n');
  });
});

describe('validate', () => {
  const two = [finding({ rule: 'b', severity: 'warning' }), finding({ rule: 'a', severity: 'info' })];

  it('puts findings on standard output and the count on standard error', async () => {
    const seen = await cli(['validate', 'a.yaml'], { validate: async () => ({ value: two, findings: two }) });
    expect(seen).toEqual({ code: 0, out: 'info  a  something was found\nwarning  b  something was found\n', err: 'a.yaml: 1 warning, 1 for information\n' });
  });

  it.each([['error', 0], ['warning', 1], ['info', 1]])('with --fail-on %s exits %i on a warning', async (threshold, code) => {
    const operations: Partial<Operations> = { validate: async () => ({ value: two, findings: two }) };
    expect((await cli(['validate', 'a.yaml', '--fail-on', threshold], operations)).code).toBe(code);
  });

  it('checks every file, and exits 2 if one could not be read', async () => {
    const operations: Partial<Operations> = {
      validate: async (_host, file) => (file === 'bad.yaml' ? { findings: [finding({ message: 'no such file' })], unreadable: true } : { value: two, findings: two }),
    };
    const { code, out, err } = await cli(['validate', 'bad.yaml', 'good.yaml'], operations);
    expect(code).toBe(2);
    expect(out.split('\n')).toHaveLength(4);
    expect(err).toBe('2 files: 1 error, 1 warning, 1 for information\n');
  });

  it('prints nothing but JSON on standard output', async () => {
    const { out } = await cli(['validate', 'a.yaml', '--format', 'json'], { validate: async () => ({ value: two, findings: two }) });
    expect(JSON.parse(out)).toMatchObject({ schema: 'dtca/findings-1', summary: { total: 2, error: 0, warning: 1, info: 1 } });
  });
});

describe('diff', () => {
  const changed = (kind: 'substantive' | 'editorial'): Partial<Operations> => ({
    compare: async () => ({
      value: { ...NO_CHANGES, changes: [{ kind: 'retitled', class: kind, node: 'article:scope', fingerprint: '0' }], summary: { ...NO_CHANGES.summary, total: 1, retitled: 1 } },
      findings: [],
    }),
  });

  it('finds nothing and exits 0', async () => {
    expect(await cli(['diff', 'a.md', 'b.md'])).toEqual({ code: 0, out: 'no changes\n', err: '' });
  });

  it.each([
    ['any', 'editorial', 1], ['any', 'substantive', 1],
    ['substantive', 'editorial', 0], ['substantive', 'substantive', 1],
    ['none', 'substantive', 0],
  ] as const)('with --fail-on %s and a change that is %s exits %i', async (threshold, kind, code) => {
    expect((await cli(['diff', 'a.md', 'b.md', '--fail-on', threshold], changed(kind))).code).toBe(code);
  });

  it('fails on any change unless told', async () => {
    expect((await cli(['diff', 'a.md', 'b.md'], changed('editorial'))).code).toBe(1);
  });

  it('exits 2 where a side cannot be read', async () => {
    const operations: Partial<Operations> = { compare: async () => ({ findings: [finding({ message: 'there is no file a.md' })], unreadable: true }) };
    expect(await cli(['diff', 'a.md', 'b.md'], operations)).toEqual({ code: 2, out: '', err: 'error  sample-rule  there is no file a.md\n' });
  });
});

describe('explain, library, schema', () => {
  it('prints an explanation', async () => {
    expect(await cli(['explain', 'undefined-term'])).toEqual({
      code: 0, err: '', out: 'Undefined term  undefined-term\nA term is used and not defined.\nseverity  error\n',
    });
  });

  it('exits 2 for a word that is nothing it knows', async () => {
    const operations: Partial<Operations> = { explain: async () => ({ findings: [finding({ rule: 'unknown-name', hint: 'did you mean “undefined-term”?' })] }) };
    expect(await cli(['explain', 'undefined-trem'], operations)).toEqual({ code: 2, out: '', err: 'error  unknown-name  something was found\n  hint: did you mean “undefined-term”?\n' });
  });

  const entry = { id: 'transfers.consent', version: '1.0.0', article: 'transfers', scope: 'reserved', title: { en: 'Consent to Transfers', ru: 'Согласие на передачу' }, variants: [] } as const;

  it('lists what a search found, with the words joined', async () => {
    let asked = '';
    const operations: Partial<Operations> = { searchLibrary: async (_host, words) => { asked = words; return { value: [entry], findings: [] }; } };
    expect(await cli(['library', 'search', 'third', 'party', 'sales'], operations)).toEqual({ code: 0, err: '', out: 'transfers.consent  Consent to Transfers · Согласие на передачу\n' });
    expect(asked).toBe('third party sales');
  });

  it.each([
    [{ in: 'alias', heading: 'third-party sales' }, 'also called “third-party sales”'],
    [{ in: 'article', heading: 'Third-Party Transfers' }, 'in the article “Third-Party Transfers”'],
    [{ in: 'variant', heading: 'written-consent' }, 'has a variant “written-consent”'],
    [{ in: 'term', heading: 'Third Party' }, 'uses the term “Third Party”'],
    [{ in: 'text' }, 'by words of its text'],
  ] as const)('says what a search went by: %o', async (match, line) => {
    const operations: Partial<Operations> = { searchLibrary: async () => ({ value: [{ ...entry, match }], findings: [] }) };
    expect((await cli(['library', 'search', 'x'], operations)).out).toBe(`transfers.consent  Consent to Transfers · Согласие на передачу\n                   ${line}\n`);
  });

  it.each([{ in: 'title', heading: 'Consent to Transfers' }, { in: 'id', heading: 'transfers.consent' }] as const)('adds nothing where title or id show it: %o', async (match) => {
    const operations: Partial<Operations> = { searchLibrary: async () => ({ value: [{ ...entry, match }], findings: [] }) };
    expect((await cli(['library', 'search', 'x'], operations)).out).toBe('transfers.consent  Consent to Transfers · Согласие на передачу\n');
  });

  it('exits 1 where a search finds nothing', async () => {
    expect(await cli(['library', 'search', 'zzz'])).toEqual({ code: 1, out: '', err: 'nothing found\n' });
  });

  it('lists the parties, with what the user must supply for each', async () => {
    const parties = [{ id: 'in', name: { en: 'Republic of India', ru: 'Республика Индия' }, languages: ['hi', 'en'], currency: 'INR', missing: ['legend', 'authorities'] }, { id: 'ru', name: { en: 'Utopia' }, languages: ['ru'], currency: 'RUB', missing: [] }];
    const operations = { listParties: async () => ({ value: parties, findings: [] }) };
    expect(await cli(['library', 'parties'], operations)).toEqual({ code: 0, err: '', out: 'in  Republic of India · Республика Индия; hi, en; INR; to supply: legend, authorities\nru  Utopia; ru; RUB\n' });
    expect(JSON.parse((await cli(['library', 'parties', '--format', 'json'], operations)).out)).toEqual({ schema: 'dtca/parties-1', parties });
  });

  const files = { '/package/schemas/arrangement.json': '{}\n', '/package/schemas/provision.json': '{ "a": 1 }\n' };

  it('prints and lists the schemas of the package', async () => {
    expect(await cli(['schema', 'provision'], {}, { files })).toEqual({ code: 0, err: '', out: '{ "a": 1 }\n' });
    expect(await cli(['schema'], {}, { files })).toEqual({ code: 0, err: '', out: 'arrangement\nprovision\n' });
    expect(await cli(['schema', 'arangement'], {}, { files })).toEqual({
      code: 2, out: '', err: 'dtca schema: unknown schema “arangement”\n  hint: did you mean “arrangement”?\n  see: dtca schema --help\n',
    });
  });
});

describe('colour', () => {
  const operations: Partial<Operations> = { validate: async () => ({ value: [finding()], findings: [finding()] }) };
  it.each<[string, MemoryOptions, boolean]>([
    ['a terminal has it', { terminal: true }, true],
    ['a pipe has none', {}, false],
    ['NO_COLOR forgoes it', { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['an empty NO_COLOR says nothing', { terminal: true, env: { NO_COLOR: '' } }, true],
    ['CI forgoes it', { terminal: true, env: { CI: 'true' } }, false],
    ['FORCE_COLOR asks for it', { env: { FORCE_COLOR: '1', CI: 'true' } }, true],
    ['FORCE_COLOR=0 forgoes it', { terminal: true, env: { FORCE_COLOR: '0' } }, false],
    ['a dumb terminal has none', { terminal: true, env: { TERM: 'dumb' } }, false],
  ])('%s', async (_what, options, expected) => {
    const { out } = await cli(['validate', 'a.yaml'], operations, options);
    expect(out.includes('\u001b[')).toBe(expected);
  });
});
