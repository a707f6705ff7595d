import { displayWidth } from './wrap.ts';

/**
 * Widths of a table's columns so that no word is cut: each as wide as its longest word, what is left over going where cells
 * are longest for their column. Undefined where the words do not fit side by side. `gap` parts two columns.
 */
export function columnWidths(rows: readonly (readonly string[])[], room: number, gap: number): readonly number[] | undefined {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const over = (measure: (cell: string) => number): readonly number[] =>
    Array.from({ length: columns }, (_, column) => Math.max(1, ...rows.map((row) => measure(row[column] ?? ''))));
  const widths = [...over((cell) => Math.max(...cell.split(' ').map(displayWidth)))];
  const natural = over(displayWidth);
  let left = room - gap * (columns - 1) - widths.reduce((sum, width) => sum + width, 0);
  if (left < 0) return undefined;
  for (; left > 0; left -= 1) {
    let tightest = -1;
    let pressure = 1;
    for (const [column, width] of widths.entries()) {
      const wanted = (natural[column] ?? 0) / width;
      if (wanted <= pressure) continue;
      tightest = column;
      pressure = wanted;
    }
    if (tightest < 0) return widths;
    widths[tightest] = (widths[tightest] ?? 0) + 1;
  }
  return widths;
}
