import type { Register } from '../../model/index.ts';

/** Rights and possibilities have no future of duty: they stand as they are in both registers. */
const NO_DUTY = /^(?:может|могут|вправе)$/u;
const PLURAL = /(?:ут|ют|ат|ят)(?:ся)?$/u;

const INFINITIVE = /(?:ть|ти|чь)(?:ся|сь)?,?$/u;

/**
 * «направляет» / «будет направлять»; the auxiliary takes its number from the present. One act has a future without an
 * auxiliary, «направит»: what does not begin with an infinitive stands as it is.
 */
export function russianDuty(present: string, future: string, register: Register): string {
  const verb = firstWord(present);
  if (register === 'treaty' || NO_DUTY.test(verb)) return present;
  if (!INFINITIVE.test(firstWord(future))) return future;
  return `${PLURAL.test(verb) ? 'будут' : 'будет'} ${future}`;
}

function firstWord(words: string): string {
  return words.trim().split(/\s+/u)[0] ?? '';
}
