import type { CommandSpec } from '../command.ts';
import { EXIT } from '../exit.ts';
import { suggestion, UsageError } from '../usage.ts';

export const schema: CommandSpec = {
  name: 'schema',
  summary: 'print the JSON Schema of a file',
  description: 'Prints the JSON Schema (draft 7) of what a person writes or a machine reads: provision, arrangement, framework, draft, findings, changes and others. Without a name, lists them.',
  examples: [
    { command: 'dtca schema', what: 'the names' },
    { command: 'dtca schema arrangement > arrangement.schema.json', what: 'for an editor; see the first line of the examples' },
  ],
  define(command, { host, exit }) {
    command.argument('[name]', 'which schema').action((name: string | undefined) => {
      const folder = `${host.home}/schemas`;
      const names = (host.list(folder) ?? []).flatMap((file) => /^(.+)\.json$/u.exec(file)?.[1] ?? []);
      if (name === undefined) host.stdout.write(names.map((each) => `${each}\n`).join(''));
      else if (names.includes(name)) host.stdout.write(host.read(`${folder}/${name}.json`) ?? '');
      else throw new UsageError(`unknown schema “${name}”`, suggestion(name, names));
      exit(EXIT.clean);
    });
  },
};
