import { Command, CommanderError } from 'commander';
import { HostError, type Host } from '../model/index.ts';
import { visible } from '../report/index.ts';
import { type CommandSpec, type Context, examplesText } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type Exit } from './exit.ts';
import { lookOf } from './look.ts';
import { OPERATIONS, type Operations } from './operations.ts';
import { withStdin } from './stdin.ts';
import { suggestion, UsageError } from './usage.ts';

const PROGRAM_EXAMPLES = [
  { command: 'dtca draft examples/fusion-centre/arrangement.yaml -o out/fusion-centre.md', what: 'assemble an arrangement, both languages side by side' },
  { command: 'dtca validate out/fusion-centre.md', what: 'say what is wrong with it, and where' },
  { command: 'dtca diff HEAD~1:arrangement.yaml arrangement.yaml', what: 'say what changed since the last commit' },
];

/** Runs one command line, without the name of the program. Gives the exit code; throws nothing. */
export async function run(argv: readonly string[], host: Host, operations: Operations = OPERATIONS): Promise<number> {
  let code: Exit = EXIT.clean;
  let program = new Command('dtca');
  try {
    program = build({
      host: withStdin(host),
      operations,
      out: await lookOf(host.stdout, host.env),
      err: await lookOf(host.stderr, host.env),
      exit: (given) => {
        code = given;
      },
    }, COMMANDS.filter(({ name }) => name === argv[0]));
    if (argv.length === 0) {
      host.stderr.write(program.helpInformation());
      return EXIT.unusable;
    }
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, program, argv, host);
  }
}

/**
 * The command tree; also what the pages of `docs/commands` are made from. `named`: the command that the first word names,
 * which then needs none of the others; without one, all of them.
 */
export function build(context: Context, named: readonly CommandSpec[] = []): Command {
  const { host } = context;
  const program = new Command('dtca')
    .description('Assemble, validate and compare bilingual agreements from a library of provisions.')
    .version(versionOf(host), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.width,
      getErrHelpWidth: () => host.stderr.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      // Reported by `failed`, in the tool's own form.
      outputError: () => undefined,
    })
    .showSuggestionAfterError(false)
    .exitOverride()
    .addHelpText('after', examplesText(PROGRAM_EXAMPLES))
    .addHelpText('after', 'Exit codes: 0 clean; 1 findings or changes; 2 not readable, or wrong usage;\n70 a fault of the tool.\n');
  for (const spec of named.length > 0 ? named : COMMANDS) add(program, spec, context);
  return program;
}

function add(program: Command, spec: CommandSpec, context: Context): void {
  const command = program
    .command(spec.name)
    .summary(spec.summary)
    .description(spec.description)
    .addHelpText('after', examplesText(spec.examples));
  spec.define(command, context);
}

/** The version stands in one place, `package.json`. */
function versionOf(host: Host): string {
  const version = /"version":\s*"([^"]+)"/.exec(host.read(`${host.home}/package.json`) ?? '')?.[1];
  return version ?? '0.0.0';
}

function failed(error: unknown, program: Command, argv: readonly string[], host: Host): Exit {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.clean;
    const command = commandOf(program, argv);
    // A group of commands called without one of them has printed its help.
    if (error.code === 'commander.help') return EXIT.unusable;
    return complain(host, command, sentence(error), hintFor(error, command));
  }
  if (error instanceof UsageError) return complain(host, commandOf(program, argv), error.message, error.hint);
  if (error instanceof HostError) {
    host.stderr.write(`dtca: ${visible(error.message)}\n`);
    return EXIT.unusable;
  }
  const what = error instanceof Error ? error.message : String(error);
  host.stderr.write(`dtca: a fault of the tool: ${visible(what).replaceAll('\n', ' ')}; please report it with the command and the files (DTCA_DEBUG=1 shows where)\n`);
  if (host.env['DTCA_DEBUG'] === '1' && error instanceof Error) host.stderr.write(`${error.stack ?? ''}\n`);
  return EXIT.bug;
}

function complain(host: Host, command: Command, message: string, hint: string | undefined): Exit {
  const name = nameOf(command);
  host.stderr.write(`${name}: ${visible(message)}\n`);
  if (hint !== undefined) host.stderr.write(`  hint: ${visible(hint)}\n`);
  host.stderr.write(`  see: ${name} --help\n`);
  return EXIT.unusable;
}

/** Commander's own words, without its prefix and in the quotation marks of the other messages. */
function sentence(error: CommanderError): string {
  return error.message.replace(/^error: /u, '').replace(/'([^']*)'/gu, '“$1”').replace('. Expected', ': expected').replace(/\.$/u, '');
}

function hintFor(error: CommanderError, command: Command): string | undefined {
  const given = /'([^']*)'/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return suggestion(given, command.commands.map((each) => each.name()));
    case 'commander.unknownOption':
      return suggestion(given, [...command.options.flatMap(({ long }) => long ?? []), '--help']);
    default:
      return undefined;
  }
}

/** The deepest command that the words name. */
function commandOf(program: Command, argv: readonly string[]): Command {
  let command = program;
  for (const word of argv) {
    const next = command.commands.find((each) => each.name() === word);
    if (next === undefined) break;
    command = next;
  }
  return command;
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
