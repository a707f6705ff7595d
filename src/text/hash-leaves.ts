import { sha256 } from '../model/hash.ts';
import type { Clause, ClauseText, Provision } from '../model/index.ts';
import { isLeaf } from './is-leaf.ts';
import { printLeaf } from './print-leaf.ts';

/** The printed leaves of a text with their languages and registers, in one canonical order. */
function printedText(text: ClauseText): string {
  return Object.keys(text)
    .toSorted()
    .map((language) => {
      const words = text[language];
      if (words === undefined) return '';
      if (isLeaf(words)) return `${language}: ${printLeaf(words)}`;
      return (['treaty', 'memorandum'] as const).map((register) => (words[register] ? `${language}.${register}: ${printLeaf(words[register])}` : '')).join('\n');
    })
    .join('\n');
}

function printedClause(clause: Clause, path: string): string {
  const here = `${path}/${clause.key}`;
  return [
    here,
    clause.text ? printedText(clause.text) : '',
    ...clause.clauses.map((child) => printedClause(child, here)),
    ...(clause.single ? [`single ${printedText(clause.single)}`] : []),
    clause.tail ? `tail ${printedText(clause.tail)}` : '',
  ].join('\n');
}

/** Hash of the printed source of leaves, with their registers: not of values or rendered words. 16 hex digits. */
export function hashProvision(provision: Provision): string {
  return sha256(provision.variants.map((variant) => `${variant.id}\n${variant.clauses.map((clause) => printedClause(clause, '')).join('\n')}`).join('\n')).slice(0, 16);
}

/** Hash of one clause's own leaves, without its points. 16 hex digits. */
export function hashClause(clause: Pick<Clause, 'text' | 'tail'>): string {
  return sha256(`${clause.text ? printedText(clause.text) : ''}\n${clause.tail ? printedText(clause.tail) : ''}`).slice(0, 16);
}
