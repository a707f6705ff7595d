import { compareFindings, type Finding } from '../../model/index.ts';
import { FINDING_REPORTS, findingsInWords, plural } from '../../report/index.ts';
import type { CommandSpec, Context } from '../command.ts';
import { exitFor } from '../exit.ts';
import { type FindingFlags, withFindings } from '../finding-options.ts';
import { libraries, withLibrary } from '../options.ts';

interface Flags extends FindingFlags {
  readonly library?: readonly string[];
}

export const validate: CommandSpec = {
  name: 'validate',
  summary: 'say what is wrong with an arrangement, a library or a draft, and where',
  description: [
    'Checks arrangements, frameworks, library folders, and drafts (.md, .json), edited by hand or not. Every finding names its place.',
    'Findings are facts for a lawyer to weigh. No output says that a text is lawful or approved.',
  ].join('\n\n'),
  examples: [
    { command: 'dtca validate arrangement.yaml', what: 'one arrangement' },
    { command: 'dtca validate out/text.md out/text.json', what: 'drafts, edited or not' },
    { command: 'dtca validate provisions/', what: 'a library' },
    { command: 'dtca validate arrangement.yaml --format github --fail-on warning', what: 'in a workflow: annotations, and no warnings either' },
  ],
  define(command, context) {
    withLibrary(withFindings(command.argument('<files...>', 'what to check; - for standard input'), 'error')).action((files: readonly string[], flags: Flags) => act(context, files, flags));
  },
};

async function act(context: Context, files: readonly string[], flags: Flags): Promise<void> {
  const { host, operations } = context;
  const findings: Finding[] = [];
  let unreadable = false;
  for (const file of new Set(files)) {
    const result = await operations.validate(host, file, { ...libraries(flags), today: host.today() });
    findings.push(...result.findings);
    unreadable ||= result.unreadable === true;
  }
  findings.sort(compareFindings);
  // An arrangement also reports what is wrong with its framework, which may be among the files.
  const once = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  host.stdout.write(FINDING_REPORTS[flags.format]?.(once, context.out) ?? '');
  const where = files.length === 1 ? (files[0] ?? '') : plural(files.length, 'file');
  host.stderr.write(`${where}: ${findingsInWords(once)}\n`);
  context.exit(exitFor(once, flags.failOn, unreadable));
}
