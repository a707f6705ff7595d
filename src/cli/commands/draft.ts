import { compareFindings, STAGES, type Stage } from '../../model/index.ts';
import type { DraftOptions } from '../../operations/contracts.ts';
import { findingsInWords, terminalFindings } from '../../report/index.ts';
import type { CommandSpec, Context } from '../command.ts';
import { EXIT, exitFor } from '../exit.ts';
import { libraries, withLibrary } from '../options.ts';
import { targetsOf } from '../targets.ts';
import { collect, commaSeparated, oneOf } from '../usage.ts';

interface Flags {
  readonly output?: readonly string[];
  readonly format?: string;
  readonly lang?: readonly string[];
  readonly original?: string;
  readonly stage?: Stage;
  readonly for?: string;
  readonly library?: readonly string[];
  readonly force?: boolean;
}

export const draft: CommandSpec = {
  name: 'draft',
  summary: 'assemble an arrangement file into a text',
  description: [
    'Assembles an arrangement file into a text. Without -o, Markdown goes to standard output; two languages stand in two columns.',
    'A draft with errors is still written, and the command exits 1. A file that a person has edited since it was written is kept, unless --force is given.',
    'For signature it asks the rules as well: an error of any of them, such as shares that do not add up, an open blank or a bracket stands against the text, and nothing is written. At every other stage it reports only what assembling finds; run dtca validate for the rest.',
  ].join('\n\n'),
  examples: [
    { command: 'dtca draft arrangement.yaml', what: 'Markdown on standard output' },
    { command: 'dtca draft arrangement.yaml -o out/text.md -o out/text.json', what: 'two files in one run; the extension decides the format' },
    { command: 'dtca draft arrangement.yaml --lang ru --format text', what: 'the Russian text alone, as plain text' },
    { command: 'dtca draft arrangement.yaml --original ru -o out/ru.md', what: 'the original of one party: its name, signature and language come first' },
    { command: 'dtca draft arrangement.yaml --for ru -o out/for-ru.md', what: 'for the other side: without what is ours alone' },
    { command: 'dtca draft - < arrangement.yaml', what: 'from standard input' },
  ],
  define(command, context) {
    withLibrary(
      command
        .argument('<file>', 'the arrangement file, or - for standard input')
        .option('-o, --output <file>', 'write to a file; repeatable', collect)
        .option('-f, --format <format>', 'the format, where the extension does not say it')
        .option('-l, --lang <languages>', 'the languages and their order, separated by commas', commaSeparated)
        .option('--original <party>', 'the original of this party')
        .option('--stage <stage>', `${STAGES.join(', ')}; signature refuses errors and whatever is still open`, oneOf('stage', STAGES))
        .option('--for <party>', 'make it for this party: what must not leave the building is left out'),
    )
      .option('--force', 'overwrite files that were edited since they were written')
      .action((file: string, flags: Flags) => act(context, file, flags));
  },
};

async function act(context: Context, file: string, flags: Flags): Promise<void> {
  const { host, operations } = context;
  const targets = targetsOf(flags.output ?? [], flags.format, await operations.formats());
  const assembled = await operations.draft(host, optionsOf(file, flags));
  const made =
    assembled.value === undefined
      ? undefined
      : await operations.publish(host, assembled.value, {
          arrangement: file,
          targets,
          ...(flags.for === undefined ? {} : { for: flags.for }),
          force: flags.force === true,
          hasErrors: assembled.findings.some(({ severity }) => severity === 'error'),
        });
  const findings = [...assembled.findings, ...(made?.findings ?? [])].toSorted(compareFindings);
  host.stderr.write(terminalFindings(findings, context.err));
  for (const output of made?.value?.outputs ?? []) {
    if (output.path === undefined) host.stdout.write(output.content);
    else host.stderr.write(`${output.state} ${output.path}\n`);
  }
  const leftOut = made?.value?.leftOut ?? [];
  if (leftOut.length > 0) host.stderr.write(`left out for ${flags.for ?? ''}: ${leftOut.map(({ kind, count }) => `${kind} (${count})`).join(', ')}\n`);
  if (findings.length > 0) host.stderr.write(`${findingsInWords(findings)}\n`);
  const unusable = assembled.value === undefined ? assembled.unreadable === true : made?.unreadable === true;
  // Without a draft the command has failed, whatever the findings weigh.
  context.exit(assembled.value === undefined && !unusable ? EXIT.found : exitFor(findings, 'error', unusable));
}

function optionsOf(file: string, flags: Flags): DraftOptions {
  return {
    file,
    ...libraries(flags),
    ...(flags.lang === undefined ? {} : { languages: flags.lang }),
    ...(flags.original === undefined ? {} : { original: flags.original }),
    ...(flags.stage === undefined ? {} : { stage: flags.stage }),
    ...(flags.for === undefined ? {} : { for: flags.for }),
  };
}

