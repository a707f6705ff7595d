import type { LintContext } from '../lint/rule.ts';
import type { Assembled } from './contracts.ts';

/** What the rules see of an arrangement that was assembled. */
export function assembledContext(assembled: Assembled, today: string): LintContext {
  const { draft, mandatory, standard, framework, recorded, waivers } = assembled;
  return {
    draft, today, mandatory,
    ...(standard ? { standard } : {}),
    ...(framework ? { framework } : {}),
    ...(recorded ? { recorded } : {}),
    ...(waivers ? { waivers } : {}),
  };
}
