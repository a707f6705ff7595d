import type { CommandSpec } from '../command.ts';
import { diff } from './diff.ts';
import { draft } from './draft.ts';
import { explain } from './explain.ts';
import { library } from './library.ts';
import { schema } from './schema.ts';
import { validate } from './validate.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [draft, validate, diff, explain, library, schema];
