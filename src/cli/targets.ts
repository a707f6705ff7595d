import { oneOf, suggestion, UsageError } from './usage.ts';

/** Where a text goes and in which format. Without a path it goes to standard output. */
export interface Target {
  readonly path?: string;
  readonly format: string;
}

/** With the leading dot, as the table of formats has them. */
interface Format {
  readonly id: string;
  readonly extensions: readonly string[];
}

/** Reads `-o` and `--format` as pandoc does: the extension decides, unless the format is given. */
export function targetsOf(paths: readonly string[], format: string | undefined, formats: readonly Format[]): readonly Target[] {
  const given = format === undefined ? undefined : formatNamed(format, formats);
  if (paths.length === 0) return [{ format: given ?? 'markdown' }];
  const targets: Target[] = [];
  for (const path of paths) {
    if (targets.some((target) => target.path === path)) throw new UsageError(`“${path}” is given twice as an output`, 'each file once');
    targets.push(path === '-' ? { format: given ?? 'markdown' } : { path, format: given ?? formatOf(path, formats) });
  }
  return targets;
}

/** By name, or by extension: `md` is `markdown`. */
function formatNamed(name: string, formats: readonly Format[]): string {
  const byExtension = formats.find(({ extensions }) => extensions.includes(`.${name}`));
  return byExtension?.id ?? oneOf('format', formats.map(({ id }) => id))(name);
}

function formatOf(path: string, formats: readonly Format[]): string {
  const extension = /[^/\\](\.[^./\\]+)$/u.exec(path)?.[1]?.toLowerCase();
  const found = formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
  if (found !== undefined) return found.id;
  const known = formats.flatMap(({ extensions }) => extensions);
  const listed = `known: ${known.join(', ')}; or give --format`;
  if (extension === undefined) throw new UsageError(`the name “${path}” has no extension that says the format`, listed);
  const near = suggestion(extension, known);
  throw new UsageError(`unknown extension “${extension}” in “${path}”`, near.startsWith('known:') ? listed : `${near} ${listed}`);
}
