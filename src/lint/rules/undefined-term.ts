import type { Node } from '../../model/index.ts';
import { nearest } from '../../text/nearest.ts';
import { capitalisedGroups } from '../capitalised.ts';
import { paragraphs, term } from '../example.ts';
import type { LintContext, Rule, RuleFinding } from '../rule.ts';
import { viewOf, type Passage } from '../view.ts';

export const rule: Rule = {
  id: 'undefined-term',
  code: 'T04',
  severity: 'error',
  title: 'Words used as a defined term and not defined',
  why: 'A capital promises a definition. Without one each side gives the word the meaning it likes.',
  words: true,
  follows: ['clause-missing', 'article-missing'],
  good: () => ({
    title: 'The term is defined',
    draft: paragraphs([{ en: ['Costs are notified to the ', term('committee', 'Steering Committee'), '.'] }], { terms: [{ id: 'committee', name: { en: 'Steering Committee' }, origin: 'framework' }] }),
  }),
  bad: () => ({
    title: 'Nothing says what the Secretariat is',
    draft: paragraphs([{ en: 'Costs are notified to the Secretariat.' }], { terms: [{ id: 'committee', name: { en: 'Steering Committee' }, origin: 'framework' }] }),
  }),
  *check(context) {
    yield* slots(context);
    const groups = new Map<string, Passage[]>();
    for (const { text, passage } of capitalisedGroups(context)) {
      const places = groups.get(text);
      if (places === undefined) groups.set(text, [passage]);
      else places.push(passage);
    }
    const names = [...context.draft.terms, ...(context.framework?.terms ?? [])].flatMap(({ name }) => (name['en'] === undefined ? [] : [name['en']]));
    const { foreign } = viewOf(context.draft);
    // In a text whose terms nobody declared, one use may be a slip of the capital.
    for (const [text, places] of groups) if (!foreign || places.length > 1) yield* told(text, names, places, `the term is used here too`);
  },
};

/** Uses of a term by its id. */
function* slots({ draft, framework }: LintContext): Iterable<RuleFinding> {
  const known = new Set([...draft.terms.map(({ id }) => id), ...(framework?.terms ?? []).map(({ id }) => id), ...(framework?.articles ?? []).flatMap(({ terms }) => terms)]);
  const unknown = new Map<string, { readonly text: string; readonly places: Passage[] }>();
  for (const passage of viewOf(draft).passages) {
    for (const { inline } of passage.pieces) {
      if (inline.type === 'definition') known.add(inline.term);
      if (inline.type !== 'term' || known.has(inline.term)) continue;
      const found = unknown.get(inline.term);
      if (found === undefined) unknown.set(inline.term, { text: inline.text, places: [passage] });
      else found.places.push(passage);
    }
  }
  for (const [id, { text, places }] of unknown) if (!known.has(id)) yield* told(text || id, [...known], places, 'the term is used here too', id);
}

function* told(text: string, names: readonly string[], places: readonly Passage[], again: string, id = text): Iterable<RuleFinding> {
  const [first] = places;
  const others = new Set<Node>();
  for (const { entry } of places) if (entry !== undefined && entry.node !== first?.entry?.node) others.add(entry.node);
  const near = nearest(id, names, 1)[0];
  const node = first?.entry?.node;
  yield {
    message: `“${text}” is used as a defined term but not defined`,
    hint: `${near === undefined ? 'define it' : `the nearest defined term is “${near}”; define “${text}”`}, or write it in lower case`,
    subjects: [`term:${id}`],
    ...(node === undefined ? {} : { node }), ...(first === undefined || others.size > 0 ? {} : { language: first.language }),
    ...(others.size === 0 ? {} : { related: [...others].map((other) => ({ message: again, node: other })) }),
  };
}
