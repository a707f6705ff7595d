import type { Command } from 'commander';
import { compareFindings } from '../model/index.ts';
import type { LibraryCounts } from '../operations/check-library.ts';
import { FINDING_REPORTS, findingsInWords, plural, terminalFindings } from '../report/index.ts';
import type { Context } from './command.ts';
import { EXIT, exitFor } from './exit.ts';
import { type FindingFlags, withFindings } from './finding-options.ts';
import { libraries } from './options.ts';

interface CheckFlags extends FindingFlags {
  readonly library?: readonly string[];
}

interface ReportFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly library?: readonly string[];
}

interface ConfirmFlags {
  readonly all?: boolean;
  readonly new?: boolean;
  readonly library?: readonly string[];
}

/** Declares `library check` on a command that has its name and help. */
export function defineCheck(command: Command, { host, operations, out, exit }: Context): void {
  withFindings(command, 'warning').action(async (flags: CheckFlags) => {
    const begun = performance.now();
    const { value, findings, unreadable } = await operations.checkLibrary(host, libraries(flags));
    const told = [...findings].toSorted(compareFindings);
    host.stdout.write(FINDING_REPORTS[flags.format]?.(told, out) ?? '');
    if (value) host.stderr.write(`${countsInWords(value.counts)}; ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
    host.stderr.write(`library: ${findingsInWords(told)}\n`);
    exit(exitFor(told, flags.failOn, unreadable === true));
  });
}

/** Declares `library report`. */
export function defineReport(command: Command, { host, operations, err, exit }: Context): void {
  command
    .option('-o, --output <dir>', 'write the pages to a folder; without it they go to standard output')
    .option('--force', 'overwrite pages that were edited since they were written')
    .action(async (flags: ReportFlags) => {
      const { value, findings, unreadable } = await operations.reportLibrary(host, { ...libraries(flags), ...(flags.output === undefined ? {} : { output: flags.output }), force: flags.force === true });
      host.stderr.write(terminalFindings([...findings].toSorted(compareFindings), err));
      for (const { content, state } of value?.pages ?? []) if (state === undefined) host.stdout.write(`${content}\n`);
      if (value && flags.output !== undefined) host.stderr.write(`${flags.output}: ${plural(value.pages.length, 'page')}, ${value.pages.filter(({ state }) => state === 'wrote').length} written\n`);
      exit(value ? EXIT.clean : unreadable === true ? EXIT.unusable : EXIT.found);
    });
}

/** Declares `library translated`. */
export function defineTranslated(command: Command, { host, operations, err, exit }: Context): void {
  command
    .argument('[ids...]', 'provisions, variants (finance.ceiling:fixed), clauses, or definitions/ID')
    .option('--new', 'every text that was never confirmed')
    .option('--all', 'every text of the library')
    .action(async (ids: readonly string[], flags: ConfirmFlags) => {
      const { value, findings, unreadable } = await operations.confirmTranslations(host, { ...libraries(flags), ids, fresh: flags.new === true, all: flags.all === true });
      host.stderr.write(terminalFindings([...findings].toSorted(compareFindings), err));
      for (const { path, state } of value?.files ?? []) host.stderr.write(`${state} ${path}\n`);
      if (value) host.stderr.write(`${value.confirmed.length === 0 ? 'nothing' : plural(value.confirmed.length, 'text')} newly confirmed\n`);
      exit(value ? EXIT.clean : unreadable === true ? EXIT.unusable : EXIT.found);
    });
}

function countsInWords({ articles, provisions, variants, clauses, terms, parameters, parties, instruments, drafts }: LibraryCounts): string {
  return [
    plural(articles, 'article'), plural(provisions, 'provision'), plural(variants, 'variant'), plural(clauses, 'clause'), plural(terms, 'term'),
    plural(parameters, 'parameter'), `${parties} ${parties === 1 ? 'party' : 'parties'}`, plural(instruments, 'instrument'), `${plural(drafts, 'draft')} assembled`,
  ].join(', ');
}
