import type { Arrangement, Clause } from '../model/index.ts';
import { hashClause } from '../text/hash-leaves.ts';
import { isLeaf } from '../text/is-leaf.ts';
import { printLeaf } from '../text/print-leaf.ts';
import { asStands } from './as-stands.ts';
import type { Bound, Decision } from './input.ts';

/** The library's text of a clause that an arrangement departs from: what a later merge starts from. */
export interface DepartedBase {
  readonly at: string;
  readonly library: string;
  readonly variant: string;
  readonly hash: string;
  /** Printed leaves by language, or by `language.register` where they differ. */
  readonly text: Readonly<Record<string, string>>;
}

export function departedBases(departures: Arrangement['departures'], decisions: readonly Decision[], bound: ReadonlyMap<string, Bound>): readonly DepartedBase[] {
  return departures.flatMap(({ at }): readonly DepartedBase[] => {
    const [id = '', path = ''] = at.split('/');
    const decision = decisions.find(({ provision, state }) => provision.id === id && state === 'in');
    const written = decision?.variant && find(decision.variant.clauses, path.split('.'));
    if (!decision?.variant || !written) return [];
    // A point that is departed from stands, and the list with it.
    const clause = departures.some((other) => other.at.startsWith(`${at}.`)) ? written : asStands(written, bound);
    const text: Record<string, string> = {};
    for (const [language, words] of Object.entries(clause.text ?? {})) {
      if (isLeaf(words)) text[language] = printLeaf(words);
      else for (const [register, leaf] of Object.entries(words)) text[`${language}.${register}`] = printLeaf(leaf);
    }
    return [{ at, library: decision.provision.library, variant: decision.variant.id, hash: hashClause(clause), text }];
  });
}

function find(clauses: readonly Clause[], [key, ...rest]: readonly string[]): Clause | undefined {
  const found = clauses.find((clause) => clause.key === key);
  return found && rest.length > 0 ? find(found.clauses, rest) : found;
}
