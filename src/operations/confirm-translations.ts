import { HostError, type Finding, type Host, type Language } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { libraryWorld } from './check-library.ts';
import type { Result } from './contracts.ts';
import type { LibraryOptions } from './library.ts';
import { readSources } from './read-library.ts';
import { keyOf, LOCK_NAME, lockOf, recordIn, stateOf, unitsOf, type Confirmed, type TranslationUnit } from './translation-lock.ts';

export interface ConfirmOptions extends LibraryOptions {
  /** Provisions (`finance.ceiling`), variants (`finance.ceiling:fixed`), clauses, or definitions (`definitions/project`). */
  readonly ids: readonly string[];
  /** Every text that was never confirmed. */
  readonly fresh?: boolean;
  readonly all?: boolean;
}

export interface ConfirmedTranslations {
  /** Texts newly confirmed. */
  readonly confirmed: readonly string[];
  readonly files: readonly { readonly path: string; readonly state: 'wrote' | 'unchanged' }[];
}

/**
 * Records that somebody has read translations beside their source: of the user’s own libraries where such are given, else
 * of the built-in one. What is not named stays as it was recorded, to the byte: whoever confirms one text has not read the
 * others. What has since gone leaves the record with `fresh` and `all`.
 */
export function confirmTranslations(host: Host, options: ConfirmOptions): Result<ConfirmedTranslations> {
  const sources = readSources(host, options.libraries ?? []);
  if (!sources.value) return { findings: sources.findings, unreadable: true };
  const world = libraryWorld(host, sources.value);
  const [source = '', ...targets] = world.languages;
  const units = unitsOf(world.texts, world.library);
  const strange = options.ids.filter((id) => !units.some((unit) => names(id, unit)));
  if (strange.length > 0) {
    const known = [...new Set(units.flatMap(({ id }) => [id, id.replace(/:.*$/, '')]))];
    return { findings: strange.map((id): Finding => {
      const near = nearest(id, known)[0];
      return { rule: 'unknown-provision', severity: 'error', message: `there is no text “${id}” in the library`, hint: near === undefined ? 'name a provision, a variant, a clause, or definitions/ID' : `did you mean “${near}”?` };
    }) };
  }
  const confirmed = new Set<string>();
  const files: { readonly path: string; readonly state: 'wrote' | 'unchanged' }[] = [];
  const roots = sources.value.roots.filter(({ root }) => (options.libraries ?? []).length === 0 || root !== 'provisions' || sources.value?.roots.length === 1);
  for (const { root, folder } of roots) {
    const lock = world.locks.find((each) => each.root === root);
    if (!lock) continue;
    const entries = new Map<string, ReadonlyMap<Language, Confirmed>>();
    const known = new Set<string>();
    for (const unit of units) {
      const languages = new Map<Language, Confirmed>();
      for (const target of targets) {
        const [from, to] = [unit.hashes.get(source), unit.hashes.get(target)];
        if (from === undefined || to === undefined || lockOf(unit, target, world.locks) !== lock) continue;
        known.add(keyOf(unit.id, target));
        const state = stateOf(unit, source, target, lock);
        if (options.all !== true && !(options.fresh === true && state === 'new') && !options.ids.some((id) => names(id, unit))) continue;
        if (state !== 'confirmed') confirmed.add(unit.id);
        languages.set(target, { source: from, target: to });
      }
      if (languages.size > 0) entries.set(unit.id, languages);
    }
    const path = `${folder}/${LOCK_NAME}`;
    const before = host.read(path);
    const tidy = options.all === true || options.fresh === true ? (id: string, language: Language): boolean => !known.has(keyOf(id, language)) : undefined;
    const text = recordIn(before, entries, tidy);
    const state = before === text ? 'unchanged' : 'wrote';
    try {
      if (state === 'wrote') host.write(path, text);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { findings: [{ rule: 'lock-failed', severity: 'error', message: error.message }], unreadable: true };
    }
    files.push({ path: lock.file, state });
  }
  return { value: { confirmed: [...confirmed], files }, findings: [] };
}

/** A provision’s name stands for all its texts, a variant’s and a clause’s for what is below it. */
function names(id: string, unit: TranslationUnit): boolean {
  return unit.id === id || [':', '/', '.'].some((mark) => unit.id.startsWith(`${id}${mark}`) && (mark !== '.' || id.includes('/')));
}
