import type { Register } from '../../model/index.ts';

/** Rights and possibilities have no future of duty: they stand as they are in both registers. */
const NO_DUTY = /^(?:может|могут|вправе)$/u;
const PLURAL = /(?:ут|ют|ат|ят)(?:ся)?$/u;

/** «направляет» / «будет направлять»; the auxiliary takes its number from the present. */
export function russianDuty(present: string, infinitive: string, register: Register): string {
  const verb = present.trim().split(/\s+/u)[0] ?? '';
  if (register === 'treaty' || NO_DUTY.test(verb)) return present;
  return `${PLURAL.test(verb) ? 'будут' : 'будет'} ${infinitive}`;
}
