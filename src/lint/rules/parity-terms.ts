import { paragraphs, term } from '../example.ts';
import type { Language } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { foldName, termForms } from '../terms.ts';
import { viewOf, type Passage } from '../view.ts';
import { quoteSome } from '../words.ts';

export const rule: Rule = {
  id: 'parity-terms',
  code: 'B04',
  severity: 'warning',
  title: 'A defined term that one language of a block uses and another does not',
  why: 'A term stands for its definition. If one text says “Centre” and the other “building”, they need not mean the same.',
  follows: ['undefined-term', 'parity-structure', 'placeholder-text', 'departure-unrecorded'],
  good: () => ({ title: 'The term in both', draft: paragraphs([{ en: ['Data sent to the ', term('centre', 'Centre'), '.'], ru: ['Данные, направленные в ', term('centre', 'центр'), '.'] }], { terms: [{ id: 'centre', name: { en: 'Centre', ru: 'центр' }, origin: 'self' }] }) }),
  bad: () => ({ title: 'The Russian says “building”', draft: paragraphs([{ en: ['Data sent to the ', term('centre', 'Centre'), '.'], ru: 'Данные, направленные в здание.' }], { terms: [{ id: 'centre', name: { en: 'Centre', ru: 'центр' }, origin: 'self' }] }) }),
  *check({ draft }) {
    const { languages } = draft.meta;
    if (languages.length < 2) return;
    const terms = new Map(draft.terms.map((each) => [each.id, each]));
    const view = viewOf(draft);
    for (const { node } of view.entries) {
      const passages = view.passagesOf.get(node) ?? [];
      if (passages.length < 2 || !passages.some(({ pieces }) => pieces.some(({ inline }) => inline.type === 'term' || inline.type === 'definition'))) continue;
      const speaking = languages.filter((language) => passages.some((passage) => passage.language === language && passage.part !== 'heading'));
      const used = speaking.map((language) => termsIn(passages, language));
      for (const [i, language] of speaking.entries()) {
        const lacking = [...new Set(used.flatMap((ids) => [...ids]))].filter((id) => used[i]?.has(id) === false && !typed(passages, language, terms.get(id)));
        if (lacking.length === 0) continue;
        const names = lacking.map((id) => Object.values(terms.get(id)?.name ?? {})[0] ?? id);
        yield { message: `the term${names.length > 1 ? 's' : ''} ${quoteSome(names)} ${names.length > 1 ? 'are' : 'is'} not used in ${language}, as in the other text`, hint: 'use the term in both languages, or in neither', node, language };
      }
    }
  },
};

function termsIn(passages: readonly Passage[], language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  for (const passage of passages) {
    if (passage.language !== language || passage.part === 'heading') continue;
    for (const { inline } of passage.pieces) if (inline.type === 'term' || inline.type === 'definition') found.add(inline.term);
  }
  return found;
}

/** The term stands there without its slot, in some form. */
function typed(passages: readonly Passage[], language: Language, term: Parameters<typeof termForms>[0] | undefined): boolean {
  if (term === undefined) return true;
  const text = foldName(passages.filter((passage) => passage.language === language).map((passage) => passage.text).join(' '));
  return termForms(term, language).some((form) => text.includes(foldName(form)));
}
