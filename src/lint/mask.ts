import type { Draft, FrameworkMap, Language } from '../model/index.ts';
import type { LintContext } from './rule.ts';
import { termForms } from './terms.ts';
import { FILLER, type Passage } from './view.ts';
import { escape } from './words.ts';

const PATTERNS = new WeakMap<Draft, Map<Language, RegExp | undefined>>();

/**
 * The own words of a passage with known terms and names covered where somebody typed them instead of using a slot:
 * defined terms, full names of the parties, the framework's title. Offsets stay.
 */
export function maskNames(context: LintContext, passage: Passage): string {
  let patterns = PATTERNS.get(context.draft);
  if (patterns === undefined) PATTERNS.set(context.draft, (patterns = new Map()));
  if (!patterns.has(passage.language)) patterns.set(passage.language, namesPattern(context.draft, context.framework, passage.language));
  const pattern = patterns.get(passage.language);
  return pattern === undefined ? passage.own : passage.own.replace(pattern, (found) => FILLER.repeat(found.length));
}

function namesPattern(draft: Draft, framework: FrameworkMap | undefined, language: Language): RegExp | undefined {
  const names = [
    ...[...draft.terms, ...(framework?.terms ?? [])].flatMap((term) => termForms(term, language)),
    ...draft.parties.map(({ name }) => name[language] ?? ''),
    ...Object.values(framework?.title[language] ?? {}).filter((form) => typeof form === 'string'),
  ].filter((name) => name.length > 1);
  if (names.length === 0) return undefined;
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\p{L})(?:${longestFirst.map(escape).join('|')})(?!\\p{L})`, 'gu');
}
