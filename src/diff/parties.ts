import type { DraftParty, Language, Segment } from '../model/index.ts';
import { diffWords } from '../text/word-diff.ts';
import type { Pending } from './pending.ts';
import type { Scene } from './scene.ts';

/** Parties that came, went or got another name. Their order says nothing: each original puts its own party first. */
export function partyChange(scene: Scene): Pending | undefined {
  const { before, after } = scene;
  if (before.parties.length === 0 || after.parties.length === 0) return undefined;
  const ids = [...new Set([...before.parties, ...after.parties].map((party) => party.id))];
  const changed = ids.filter((id) => scene.renamed.includes(id) || find(before.parties, id) === undefined || find(after.parties, id) === undefined);
  if (changed.length === 0) return undefined;
  const names = (parties: readonly DraftParty[], language: Language): string => changed.flatMap((id) => find(parties, id)?.name[language] ?? []).join('\n');
  const side = (parties: readonly DraftParty[], which: 'before' | 'after') => {
    const texts: Record<Language, string> = {};
    for (const pair of scene.languages) texts[pair.key] = names(parties, pair[which]);
    return { id: 'parties', number: '', path: [], text: texts[scene.languages[0]?.key ?? ''] ?? '', ...(scene.languages.length > 1 ? { texts } : {}) };
  };
  const words: Record<Language, readonly Segment[]> = {};
  for (const pair of scene.languages) {
    const [left, right] = [names(before.parties, pair.before), names(after.parties, pair.after)];
    if (left !== right) words[pair.key] = diffWords(left, right);
  }
  return {
    kind: 'reworded', class: 'substantive', node: 'parties', before: side(before.parties, 'before'), after: side(after.parties, 'after'),
    words, consequences: [], order: -1, headsBefore: [], headsAfter: [],
  };
}

function find(parties: readonly DraftParty[], id: string): DraftParty | undefined {
  return parties.find((party) => party.id === id);
}
