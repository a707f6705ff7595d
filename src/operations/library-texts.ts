import type { Clause, ClauseText, Definition, Language, Leaf, Library, Provision, Register, Span, Variant } from '../model/index.ts';
import { provisionsOf } from '../model/provisions-of.ts';
import { isLeaf } from '../text/is-leaf.ts';

/** One text of a library, in all its languages and registers: the words of a clause, a citation, what defines a term. */
export interface LibraryText {
  /** `liability.third-party:by-share/division`, `liability.third-party:citation`, `definitions/third-party`. */
  readonly id: string;
  readonly part: 'text' | 'single' | 'tail';
  readonly words: ClauseText;
  readonly provision?: Provision;
  readonly variant?: Variant;
  readonly clause?: Clause;
  readonly definition?: Definition;
  /** Where its words stand, in a language and register. */
  readonly at: (language: Language, register?: Register) => Span | undefined;
}

/** One leaf of a text. */
export interface LibraryLeaf {
  readonly text: LibraryText;
  readonly language: Language;
  /** Absent where both registers share it. */
  readonly register?: Register;
  readonly leaf: Leaf;
}

/** Every text of a library, in its order. `citations`: where the words of citations stand, by `provision citation language`. */
export function textsOfLibrary(library: Library, citations: ReadonlyMap<string, Span> = new Map()): readonly LibraryText[] {
  const texts: LibraryText[] = [];
  for (const provision of provisionsOf(library)) {
    if (provision.citation) {
      const place = (language: Language, register?: Register): Span | undefined =>
        citations.get(`${provision.id} citation ${language}`) ?? citations.get(`${provision.id} citation ${language}.${register ?? 'treaty'}`) ?? provision.span;
      texts.push({ id: `${provision.id}:citation`, part: 'text', words: provision.citation, provision, at: place });
    }
    for (const variant of provision.variants) for (const clause of variant.clauses) down(clause, `${provision.id}:${variant.id}/`, { provision, variant });
  }
  for (const definition of library.definitions) {
    if (definition.text) texts.push({ id: `definitions/${definition.id}`, part: 'text', words: definition.text, definition, at: placeIn(definition.leafSpans, '', definition.span) });
  }
  return texts;

  function down(clause: Clause, prefix: string, of: { readonly provision: Provision; readonly variant: Variant }): void {
    const id = `${prefix}${clause.key}`;
    const owner = { ...of, clause };
    if (clause.text) texts.push({ id, part: 'text', words: clause.text, ...owner, at: placeIn(clause.leafSpans, '', clause.span) });
    if (clause.single) texts.push({ id, part: 'single', words: clause.single, ...owner, at: placeIn(clause.leafSpans, 'single.', clause.span) });
    for (const child of clause.clauses) down(child, `${id}.`, of);
    if (clause.tail) texts.push({ id, part: 'tail', words: clause.tail, ...owner, at: placeIn(clause.leafSpans, 'tail.', clause.span) });
  }
}

function placeIn(spans: Readonly<Record<string, Span>> | undefined, prefix: string, whole: Span | undefined): LibraryText['at'] {
  return (language, register) => spans?.[`${prefix}${language}`] ?? spans?.[`${prefix}${language}.${register ?? 'treaty'}`] ?? whole;
}

export function leavesOfText(text: LibraryText): readonly LibraryLeaf[] {
  return Object.entries(text.words).flatMap(([language, words]): readonly LibraryLeaf[] => {
    if (words === undefined) return [];
    if (isLeaf(words)) return [{ text, language, leaf: words }];
    return (['treaty', 'memorandum'] as const).flatMap((register) => (words[register] ? [{ text, language, register, leaf: words[register] }] : []));
  });
}

/** Every leaf once: variants may share a clause by an anchor of YAML. */
export function leavesOnce(texts: readonly LibraryText[]): readonly LibraryLeaf[] {
  const seen = new Set<string>();
  return texts.flatMap(leavesOfText).filter(({ text, language, register }) => {
    const span = text.at(language, register);
    const place = span ? `${span.file} ${span.start.offset} ${text.part} ${language} ${register ?? ''}` : undefined;
    if (place === undefined || !seen.has(place)) {
      if (place !== undefined) seen.add(place);
      return true;
    }
    return false;
  });
}

/** The words of a leaf that are its own, with a mark for each slot. */
export function ownWords(leaf: Leaf): string {
  return leaf.map((part) => (typeof part === 'string' ? part : '\uFFFC')).join('');
}
