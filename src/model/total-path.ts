/** The path under which a sum stands in the text: `finance.costItems[*].estimate`, of a group `finance.costItems[party=us].value`. */
export interface TotalPath {
  readonly table: string;
  readonly column: string;
  readonly group?: { readonly column: string; readonly key: string };
}

export function printTotalPath({ table, column, group }: TotalPath): string {
  return `${table}[${group ? `${group.column}=${group.key}` : '*'}].${column}`;
}

/** Undefined where the path is that of another value. */
export function readTotalPath(path: string): TotalPath | undefined {
  const match = /^([^[\]]+)\[(?:\*|(\w+)=([^[\]]+))\]\.(\w+)$/.exec(path);
  if (!match) return undefined;
  const [, table = '', by, key, column = ''] = match;
  return { table, column, ...(by === undefined || key === undefined ? {} : { group: { column: by, key } }) };
}
