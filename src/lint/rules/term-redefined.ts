import { define, frameworkOf, paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { foldName } from '../terms.ts';
import { provisionOf, viewOf } from '../view.ts';

const framework = () => frameworkOf({ terms: [{ id: 'third-party', name: { en: 'Third Party', ru: 'третья сторона' }, origin: 'self' }] });

export const rule: Rule = {
  id: 'term-redefined',
  code: 'T06',
  severity: 'error',
  title: 'An arrangement defines anew a term of its framework',
  why: 'One word then means two things in one bargain, and every citation of the framework is read with the wrong one.',
  words: true,
  good: () => ({ title: 'A term of its own', draft: paragraphs([{ en: ['“', define('centre', 'Centre'), '” means the joint centre.'] }]), context: { framework: framework() } }),
  bad: () => ({ title: 'The framework defines the term', draft: paragraphs([{ en: ['“', define('outsider', 'Third Party'), '” means any other State.'] }]), context: { framework: framework() } }),
  *check({ draft, framework: parent }) {
    if (parent === undefined) return;
    const ids = new Set(parent.terms.map(({ id }) => id));
    for (const article of parent.articles) for (const id of article.terms) ids.add(id);
    const names = new Map(parent.terms.flatMap(({ id, name }) => Object.entries(name).map(([language, text]) => [`${language} ${foldName(text)}`, id] as const)));
    const told = new Set<string>();
    // The framework’s own text, set out in full, defines its terms once more in the same words.
    const repeated = new Set(draft.incorporated.flatMap(({ provision, mode }) => (mode === 'full' ? [provision] : [])));
    for (const { pieces, language, entry } of viewOf(draft).passages) {
      const provision = entry === undefined ? undefined : provisionOf(entry.node);
      if (provision !== undefined && repeated.has(provision) && entry?.node.provenance?.departure === undefined) continue;
      for (const { inline } of pieces) {
        if (inline.type !== 'definition' || told.has(inline.term)) continue;
        if (!ids.has(inline.term) && !names.has(`${language} ${foldName(inline.text)}`)) continue;
        told.add(inline.term);
        yield {
          message: `“${inline.text}” is defined here, but the framework “${parent.id}” defines it already`,
          hint: 'use the framework’s term, or give this one another name',
          subjects: [`term:${inline.term}`], ...(entry === undefined ? {} : { node: entry.node }),
        };
      }
    }
  },
};
