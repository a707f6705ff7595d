import type { Host, Stream } from '../model/index.ts';
import { type Look, PLAIN } from '../report/index.ts';

/** Colour only where a person reads, unless told: `FORCE_COLOR` asks for it, `NO_COLOR` and `CI` forgo it. */
export async function lookOf(stream: Stream, env: Host['env']): Promise<Look> {
  const paint = wantsColour(stream, env) ? (await import('../report/coloured.ts')).coloured(1) : PLAIN;
  return { paint, width: stream.width, fold: stream.terminal };
}

function wantsColour(stream: Stream, env: Host['env']): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '' || (env['CI'] ?? '') !== '' || env['TERM'] === 'dumb') return false;
  return stream.terminal;
}
