import type { Layout, ProvisionBrief } from './library.ts';

/** Whether a provision may stand in an instrument: it lists the instrument, or a family of it that has its article. */
export function madeFor({ instruments, article }: Pick<ProvisionBrief, 'instruments' | 'article'>, instrument: string, { families, forbidden }: Pick<Layout, 'families' | 'forbidden'>): boolean {
  return instruments.includes(instrument) || (forbidden[article] === undefined && families.some((family) => instruments.includes(family)));
}
