import type { Waiver } from '../model/index.ts';

/** What a finding about a waiver is about: leads to its place in the arrangement. */
export function waiverSubject({ rule, at }: Pick<Waiver, 'rule' | 'at'>): string {
  return `waiver:${rule} ${at}`;
}
