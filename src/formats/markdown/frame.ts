import { type Draft, type Node, type Provenance, roots, walk } from '../../model/index.ts';
import type { DraftFrame } from '../../model/schemas/draft.ts';
import { UNSEALED } from '../seal.ts';
import { commentJson } from './escape.ts';

/** What a block carries that the text does not show. */
export type NodeData = Pick<Node, 'state' | 'annex' | 'total' | 'party' | 'provenance'>;

/** Opens the file's last comment. */
export const FRAME_OPEN = '<!--dtca draft\n';

/** Provenance in few bytes: most blocks share all of it but the clause, and few depart from it. */
type SharedProvenance = Omit<Provenance, 'clause' | 'departure'>;

/**
 * The comment at the end of the file: all that is neither text nor a block's own small comment. One line per field,
 * so that version control shows what changed.
 */
export function writeFrame(draft: Draft): string {
  const { schema, meta, basis, parties, terms, values, incorporated } = draft;
  const fields = { meta, basis, parties, terms, values, incorporated };
  const shared: SharedProvenance[] = [];
  const sharedIndex = new Map<string, number>();
  const made: Record<string, readonly [number, string, Provenance['departure']?]> = Object.create(null);
  const blocks: Record<string, object> = Object.create(null);
  walk(roots(draft), (node) => {
    if (node.provenance !== undefined) {
      const { clause, departure, ...rest } = node.provenance;
      const key = JSON.stringify([rest.library, rest.provision, rest.version, rest.variant, rest.reason]);
      const index = sharedIndex.get(key) ?? shared.push(rest) - 1;
      sharedIndex.set(key, index);
      made[node.id] = departure === undefined ? [index, clause] : [index, clause, departure];
    }
    const { state, annex, total, party } = node;
    const data = { ...(state && { state }), ...(annex && { annex }), ...(total && { total }), ...(party !== undefined && { party }) };
    if (Object.keys(data).length > 0) blocks[node.id] = data;
  });
  const lines = [
    commentJson(schema),
    ...Object.entries(fields).map(([name, value]) => `${commentJson(name)}:${commentJson(value)}`),
    ...(Object.keys(blocks).length > 0 ? [`"blocks":${commentJson(blocks)}`] : []),
    ...(shared.length > 0 ? [`"sources":${commentJson(shared)}`, `"made":${commentJson(made)}`] : []),
  ];
  return `${FRAME_OPEN}{"schema":${lines.join(',\n')}}\nsha256 ${UNSEALED}\n-->\n`;
}

export interface ParsedFrame {
  readonly frame: DraftFrame;
  readonly data: ReadonlyMap<string, NodeData>;
}
