import { CHANGE_KINDS, type Change, type ChangeKind, type ChangeSide, type Comparison, type Draft } from '../model/index.ts';
import { sha256 } from '../model/hash.ts';
import { Causes } from './causes.ts';
import { withoutFollowingDefinitions } from './definitions.ts';
import { isStable } from './identity.ts';
import { renumberings } from './numbering.ts';
import { partyChange } from './parties.ts';
import type { Pending } from './pending.ts';
import { layOut } from './scene.ts';
import { structuralChanges } from './structure.ts';
import { revaluations } from './values.ts';
import { wordingChanges } from './wording.ts';

export interface CompareOptions {
  /** How the drafts are called in the result: their files, usually. */
  readonly beforeName?: string;
  readonly afterName?: string;
}

/** What changed from one draft to another: facts, in the order of the text after. */
export function compareDrafts(before: Draft, after: Draft, options: CompareOptions = {}): Comparison {
  const scene = layOut(before, after);
  const structural = structuralChanges(scene);
  const causes = new Causes(scene, structural);
  const numbering = renumberings(scene, causes);
  const parties = partyChange(scene);
  const wording = wordingChanges(scene, causes, numbering.causes, structural, parties);
  const found = [
    ...(parties === undefined ? [] : [parties]),
    ...structural,
    ...numbering.changes,
    ...wording.changes,
    ...revaluations(scene, wording.revalued),
  ];
  const changes = withoutFollowingDefinitions(scene, found)
    .toSorted((x, y) => x.order - y.order || CHANGE_KINDS.indexOf(x.kind) - CHANGE_KINDS.indexOf(y.kind))
    .map(finish);
  return {
    schema: 'dtca/changes-1',
    before: options.beforeName ?? 'before',
    after: options.afterName ?? 'after',
    changes,
    summary: summarise(changes),
  };
}

function finish(pending: Pending): Change {
  const { kind, node, before, after, words, places, consequences } = pending;
  return {
    kind,
    class: pending.class,
    node,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(words === undefined ? {} : { words }),
    ...(places === undefined ? {} : { places }),
    ...(consequences.length === 0 ? {} : { consequences }),
    fingerprint: fingerprint(kind, node, before, after),
  };
}

/** Over kind, id and content: the same change keeps it when numbers or positions around it change. */
function fingerprint(kind: ChangeKind, node: string, before: ChangeSide | undefined, after: ChangeSide | undefined): string {
  const content = (side: ChangeSide | undefined): string => (side === undefined ? '' : JSON.stringify(side.texts ?? side.text));
  return sha256([kind, isStable(node) ? node : '', content(before), content(after)].join('\u0000')).slice(0, 16);
}

function summarise(changes: readonly Change[]): Comparison['summary'] {
  const summary: Record<ChangeKind, number> = { added: 0, removed: 0, reworded: 0, moved: 0, renumbered: 0, revalued: 0, retitled: 0 };
  for (const change of changes) summary[change.kind] += 1;
  return { ...summary, total: changes.length };
}
