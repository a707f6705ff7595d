import type { Provision, Variant } from './library.ts';

/** Whether a variant says what it should where so many conclude. What does not say for how many it is worded is worded for two. */
export function servesParties(provision: Pick<Provision, 'parties'>, variant: Pick<Variant, 'parties'>, parties: number): boolean {
  return parties <= 2 || (variant.parties ?? provision.parties) === 'any';
}
