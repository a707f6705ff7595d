import type { Leaf, Slot } from '../model/index.ts';

/** Prints a leaf as its source. `printLeaf(parseLeaf(s).leaf)` gives `s` back, up to white space. */
export function printLeaf(leaf: Leaf): string {
  return leaf.map((part) => (typeof part === 'string' ? part : printSlot(part))).join('');
}

function printSlot(slot: Slot): string {
  const words = [slot.name, ...(slot.args ?? []).map(quote)];
  for (const [key, value] of Object.entries(slot.hash ?? {})) words.push(`${key}=${quote(value)}`);
  return `{{${words.join(' ')}}}`;
}

function quote(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
