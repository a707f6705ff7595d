import { define, paragraphs, term } from '../example.ts';
import { isArrangement, termForms } from '../terms.ts';
import type { Rule } from '../rule.ts';
import { viewOf } from '../view.ts';
import { escape } from '../words.ts';

export const rule: Rule = {
  id: 'unused-term',
  code: 'T05',
  severity: 'warning',
  title: 'A term that an arrangement defines and never uses',
  why: 'An unused definition is what a deleted clause leaves behind; a reader will look for the clause. A framework’s terms serve its arrangements.',
  follows: ['clause-missing', 'article-missing', 'departure-unrecorded'],
  good: () => ({
    title: 'The term is used',
    draft: paragraphs([{ en: ['“', define('centre', 'Centre'), '” means the joint centre.'] }, { en: ['The ', term('centre', 'Centre'), ' shall open.'] }], { terms: [{ id: 'centre', name: { en: 'Centre' }, origin: 'self' }] }),
  }),
  bad: () => ({
    title: 'Nothing speaks of the centre',
    draft: paragraphs([{ en: ['“', define('centre', 'Centre'), '” means the joint centre.'] }, { en: 'Each Party shall keep records.' }], { terms: [{ id: 'centre', name: { en: 'Centre' }, origin: 'self' }] }),
  }),
  *check(context) {
    const { draft } = context;
    if (!isArrangement(context)) return;
    const view = viewOf(draft);
    const used = new Set<string>();
    const homes = new Map<string, (typeof view.entries)[number]>();
    for (const { entry, pieces } of view.passages) {
      for (const { inline } of pieces) if (inline.type === 'definition' && entry !== undefined) homes.set(inline.term, entry);
    }
    for (const { entry, pieces } of view.passages) {
      for (const { inline } of pieces) if (inline.type === 'term' && homes.get(inline.term)?.node !== entry?.node) used.add(inline.term);
    }
    for (const { id, name, origin, forms } of draft.terms) {
      if (origin !== 'self' || used.has(id)) continue;
      const home = homes.get(id);
      // What is written without a term's slot is used too: somebody typed it.
      const patterns = new Map(draft.meta.languages.flatMap((language) => {
        const known = termForms({ name, forms: forms ?? {} }, language);
        return known.length === 0 ? [] : [[language, new RegExp(`(?<!\\p{L})(?:${known.map(escape).join('|')})(?!\\p{L})`, 'iu')] as const];
      }));
      const typed = view.passages.some(({ language, own, entry }) => entry !== undefined && entry.node !== home?.node && patterns.get(language)?.test(own) === true);
      if (typed) continue;
      yield {
        message: `“${Object.values(name)[0] ?? id}” is defined and not used`,
        hint: 'take the definition out, or use the term where it is meant',
        subjects: [`term:${id}`], ...(home === undefined ? {} : { node: home.node }),
      };
    }
  },
};
