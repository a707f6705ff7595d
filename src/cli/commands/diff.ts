import { compareFindings, type Comparison } from '../../model/index.ts';
import { CHANGE_REPORTS, terminalFindings } from '../../report/index.ts';
import type { CommandSpec, Context } from '../command.ts';
import { EXIT } from '../exit.ts';
import { libraries, withLibrary } from '../options.ts';
import { oneOf } from '../usage.ts';

const FORMATS = Object.keys(CHANGE_REPORTS);
const THRESHOLDS = ['any', 'substantive', 'none'] as const;
type Threshold = (typeof THRESHOLDS)[number];

interface Flags {
  readonly format: string;
  readonly failOn: Threshold;
  readonly library?: readonly string[];
}

export const diff: CommandSpec = {
  name: 'diff',
  summary: 'say what changed between two arrangements or drafts',
  description: [
    'Compares any two of .yaml, .md, .json and .txt, and REV:PATH from git; also Markdown and plain text that this tool did not write.',
    'A renumbered clause is not a changed one, a moved block is one change, and a changed value is one change with its places.',
  ].join('\n\n'),
  examples: [
    { command: 'dtca diff old.md new.md', what: 'two drafts' },
    { command: 'dtca diff HEAD~1:arrangement.yaml arrangement.yaml', what: 'since the last commit' },
    { command: 'dtca diff old.md new.md --format markdown --fail-on none', what: 'for a comment on a pull request' },
    { command: 'dtca diff old.json new.json --format json --fail-on substantive', what: 'for a machine; editorial changes pass' },
  ],
  define(command, context) {
    withLibrary(
      command
        .argument('<old>', 'the text before; - for standard input')
        .argument('<new>', 'the text after')
        .option('-f, --format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'terminal')
        .option('--fail-on <changes>', `exit 1 on these changes: ${THRESHOLDS.join(', ')}`, oneOf('threshold', THRESHOLDS), 'any'),
    ).action((before: string, after: string, flags: Flags) => act(context, before, after, flags));
  },
};

async function act(context: Context, before: string, after: string, flags: Flags): Promise<void> {
  const { host, operations } = context;
  const result = await operations.compare(host, before, after, libraries(flags));
  host.stderr.write(terminalFindings([...result.findings].toSorted(compareFindings), context.err));
  if (result.value === undefined) {
    context.exit(result.unreadable === true ? EXIT.unusable : EXIT.found);
    return;
  }
  host.stdout.write(CHANGE_REPORTS[flags.format]?.(result.value, context.out) ?? '');
  context.exit(fails(result.value, flags.failOn) ? EXIT.found : EXIT.clean);
}

function fails({ changes }: Comparison, threshold: Threshold): boolean {
  switch (threshold) {
    case 'any':
      return changes.length > 0;
    case 'substantive':
      return changes.some((change) => change.class === 'substantive');
    case 'none':
      return false;
  }
}
