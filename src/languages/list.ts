/** "A, B and C": no comma before the conjunction. */
export function joinList(items: readonly string[], conjunction: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}
