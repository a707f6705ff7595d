import type { LinkedFinding, Span } from '../../model/index.ts';
import type { LibraryCheck } from '../library-world.ts';
import { keyOf, lockOf, stateOf, unitsOf, type TranslationLock, type TranslationUnit } from '../translation-lock.ts';

export const check: LibraryCheck = {
  id: 'translations',
  title: 'A translation whose source text has changed since it was confirmed, or that was never confirmed',
  *check({ texts, library, languages, locks }) {
    const [source = '', ...targets] = languages;
    const units = unitsOf(texts, library);
    const known = new Map<TranslationLock, Set<string>>();
    const fresh = new Map<TranslationLock, Map<string, Set<TranslationUnit>>>();
    for (const unit of units)
      for (const target of targets) {
        const lock = lockOf(unit, target, locks);
        // What has no translation yet is told elsewhere.
        if (!lock || !unit.hashes.has(source) || !unit.hashes.has(target)) continue;
        known.set(lock, (known.get(lock) ?? new Set()).add(keyOf(unit.id, target)));
        if (!lock.confirmed) continue;
        const state = stateOf(unit, source, target, lock);
        if (state === 'new') {
          const news = fresh.get(lock) ?? new Map<string, Set<TranslationUnit>>();
          fresh.set(lock, news.set(nameOf(unit), (news.get(nameOf(unit)) ?? new Set()).add(unit)));
        }
        if (state === 'stale' || state === 'changed') yield told(unit, source, target, state === 'stale');
      }
    for (const lock of locks) {
      if (!lock.confirmed) {
        if (known.has(lock)) yield { rule: 'translations-unrecorded', severity: 'info', message: `${lock.root} does not record which text each translation was made from, so none can be called stale`, span: line(lock.file, 1), hint: 'begin with: dtca library translated --all' };
        continue;
      }
      for (const number of lock.strange) yield { rule: 'translation-lock-broken', severity: 'error', message: 'this is no line of a lock of translations', span: line(lock.file, number), hint: 'keep the whole lines of both sides of a merge, or run: dtca library translated --new' };
      for (const [name, news] of fresh.get(lock) ?? []) yield unconfirmed(name, [...news], targets[0] ?? '');
      const gone = [...new Set([...lock.confirmed.keys()].filter((key) => known.get(lock)?.has(key) !== true).map((key) => key.split(' ')[0] ?? ''))];
      if (gone.length > 0) yield { rule: 'translation-gone', severity: 'info', message: `${some(gone)} ${gone.length === 1 ? 'is' : 'are'} recorded as translated and ${gone.length === 1 ? 'does' : 'do'} not exist`, span: line(lock.file, 1), hint: 'tidy up with: dtca library translated --new' };
    }
  },
};

function told(unit: TranslationUnit, source: string, target: string, stale: boolean): LinkedFinding {
  const [from, to] = [unit.at(source), unit.at(target)];
  return {
    rule: stale ? 'translation-stale' : 'translation-unconfirmed', severity: 'warning',
    message: stale ? `“${unit.id}” has changed in “${source}” since its text in “${target}” was confirmed` : `“${unit.id}” has changed in “${source}” and in “${target}” since they were confirmed together`,
    ...(to ? { span: to } : {}), hint: `${stale ? `bring the “${target}” text up to date` : 'read them side by side'}, then: dtca library translated ${unit.id.startsWith('definitions/') ? unit.id : unit.id.replace(/\/.*$/, '')}`,
    ...(from ? { related: [{ message: `the “${source}” text stands here`, span: from }] } : {}),
  };
}

/** What one reads in one sitting and confirms by one command: a provision, or a definition. */
function nameOf({ id }: TranslationUnit): string {
  return id.startsWith('definitions/') ? id : id.replace(/[:/].*$/, '');
}

/** New texts come by the dozen, a provision at a time. */
function unconfirmed(name: string, units: readonly TranslationUnit[], target: string): LinkedFinding {
  const place = units[0]?.at(target);
  return {
    rule: 'translation-unconfirmed', severity: 'warning',
    message: units.length === 1 ? `the translation of “${units[0]?.id ?? ''}” is not confirmed yet` : `the translations of ${units.length} texts of “${name}” are not confirmed yet`,
    ...(place ? { span: place } : {}), hint: `read the languages side by side, then: dtca library translated ${name}`,
  };
}

function some(ids: readonly string[]): string {
  return ids.length === 1 ? `“${ids[0] ?? ''}”` : `“${ids[0] ?? ''}” and ${ids.length - 1} more`;
}

function line(file: string, number: number): Span {
  const start = { line: number, column: 1, offset: 0 };
  return { file, start, end: start };
}
