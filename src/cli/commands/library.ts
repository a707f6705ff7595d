import { compareFindings } from '../../model/index.ts';
import type { Result } from '../../operations/contracts.ts';
import type { PartyEntry } from '../../operations/describe-party.ts';
import type { LibraryEntry, Match } from '../../operations/search.ts';
import { EXPLANATION_REPORTS, fold, terminalFindings, visible } from '../../report/index.ts';
import { type CommandSpec, type Context, examplesText } from '../command.ts';
import { EXIT } from '../exit.ts';
import { defineCheck, defineReport, defineTranslated } from '../library-commands.ts';
import { libraries, withLibrary } from '../options.ts';
import { tell } from '../tell.ts';
import { oneOf } from '../usage.ts';

const FORMATS = Object.keys(EXPLANATION_REPORTS);

interface Flags {
  readonly format: string;
  readonly library?: readonly string[];
}

export const library: CommandSpec = {
  name: 'library',
  summary: 'find, read and check provisions and parties: list, parties, show, search, check, report, translated',
  description: 'Finds provisions of the library by id or by any words or heading, in any of its languages, and shows them with their variants and guidance. Shows the parties too: names in every case, languages, markings and authorities, with how certain each is and what the user must supply. Checks the library as a whole, and records which translations were read beside their source.',
  examples: [
    { command: 'dtca library list', what: 'every provision, in library order' },
    { command: 'dtca library parties', what: 'every party, with what the user must supply for it' },
    { command: 'dtca library show finance.cost-shares', what: 'one provision, with variants, guidance and sources' },
    { command: 'dtca library show in', what: 'one party: its names in every case, languages, markings and authorities' },
    { command: 'dtca library search third party sales', what: 'provisions by any words or heading' },
    { command: 'dtca library check --library house', what: 'the library with your own over it: every text seen assembled, every name resolved' },
    { command: 'dtca library report -o out/library', what: 'pages for a lawyer, one for each article, without YAML' },
    { command: 'dtca library translated finance.ceiling', what: 'somebody has read the languages of a provision side by side' },
  ],
  define(command, context) {
    const { host, operations } = context;
    const bare = (name: string, summary: string, example: string) =>
      withLibrary(command.command(name).description(summary).addHelpText('after', examplesText([{ command: example, what: summary }])));
    const sub = (name: string, summary: string, example: string) =>
      bare(name, summary, example).option('-f, --format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'terminal');

    sub('list', 'list every provision', 'dtca library list --format json').action(async (flags: Flags) => {
      printProvisions(context, await operations.listLibrary(host, libraries(flags)), flags.format);
    });
    sub('parties', 'list every party', 'dtca library parties').action(async (flags: Flags) => {
      printParties(context, await operations.listParties(host, libraries(flags)), flags.format);
    });
    sub('show', 'show one provision, or one party', 'dtca library show transfers.consent')
      .argument('<id>', 'its id: finance.ceiling, or that of a party: us')
      .action(async (id: string, flags: Flags) => {
        tell(context, await operations.showProvision(host, id, libraries(flags)), flags.format);
      });
    sub('search', 'find provisions by any words or heading, best first', 'dtca library search "third party sales"')
      .argument('<words...>', 'what to look for')
      .action(async (words: readonly string[], flags: Flags) => {
        printProvisions(context, await operations.searchLibrary(host, words.join(' '), libraries(flags)), flags.format);
      });
    defineCheck(bare('check', 'check the library as a whole: every text assembled wherever it may stand, every name, language and translation', 'dtca library check'), context);
    defineReport(bare('report', 'write the library as pages to read: every article in both languages, with reasons, questions and conditions in words', 'dtca library report -o out/library'), context);
    defineTranslated(bare('translated', 'record that translations were read beside their source', 'dtca library translated liability.third-party:by-share'), context);
  },
};

/** What the search went by, where the titles do not show it. */
function whyFound({ in: where, heading = '' }: Match): string | undefined {
  switch (where) {
    case 'title':
    case 'id':
      return undefined;
    case 'alias':
      return `also called “${heading}”`;
    case 'article':
      return `in the article “${heading}”`;
    case 'variant':
      return `has a variant “${heading}”`;
    case 'term':
      return `uses the term “${heading}”`;
    case 'text':
      return 'by words of its text';
    default:
      return where satisfies never;
  }
}

/** The entries of a list as a machine reads them, or a line for each: its id, its words, and what more there is to say of it. */
function print<Entry extends { readonly id: string }>(
  { host, out, err, exit }: Context, { value: entries, findings }: Result<readonly Entry[]>, format: string, schema: string, of: string,
  inWords: (entry: Entry) => readonly [words: string, more?: string | undefined],
): void {
  host.stderr.write(terminalFindings([...findings].toSorted(compareFindings), err));
  if (entries === undefined) {
    exit(EXIT.unusable);
    return;
  }
  if (format === 'json') host.stdout.write(`${JSON.stringify({ schema, [of]: entries }, undefined, 2)}\n`);
  else {
    const widest = Math.max(0, ...entries.map(({ id }) => id.length));
    for (const entry of entries) {
      const [words, more] = inWords(entry);
      host.stdout.write(`${fold(`${out.paint.strong(visible(entry.id.padEnd(widest)))}  ${visible(words)}`, out, widest + 2)}\n`);
      if (more !== undefined) host.stdout.write(`${fold(`${' '.repeat(widest + 2)}${out.paint.faint(visible(more))}`, out, 2)}\n`);
    }
    if (entries.length === 0) host.stderr.write('nothing found\n');
  }
  // As with grep, a search that finds nothing is not a success.
  exit(entries.length === 0 ? EXIT.found : EXIT.clean);
}

function printProvisions(context: Context, result: Result<readonly LibraryEntry[]>, format: string): void {
  print(context, result, format, 'dtca/provisions-1', 'provisions', ({ title, match }) => [Object.values(title).join(' · '), match && whyFound(match)]);
}

function printParties(context: Context, result: Result<readonly PartyEntry[]>, format: string): void {
  print(context, result, format, 'dtca/parties-1', 'parties', ({ name, languages, currency, missing }) => [
    [Object.values(name).join(' · '), languages.join(', '), currency, ...(missing.length === 0 ? [] : [`to supply: ${missing.join(', ')}`])].join('; '),
  ]);
}
