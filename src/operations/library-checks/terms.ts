import type { Definition, Language, LinkedFinding } from '../../model/index.ts';
import { termsIn } from '../../text/terms-in.ts';
import { leavesOfText, leavesOnce, ownWords, type LibraryLeaf } from '../library-texts.ts';
import type { LibraryCheck, LibraryWorld } from '../library-world.ts';

export const check: LibraryCheck = {
  id: 'terms',
  title: 'A term without a name in some language, a form that two terms claim, a word to avoid that is used, a term that no provision uses',
  *check(world) {
    const leaves = world.texts.flatMap(leavesOfText);
    yield* names(world);
    yield* sharedForms(world);
    yield* avoided(world, leavesOnce(world.texts));
    yield* unused(world, leaves);
  },
};

function* names({ library, languages }: LibraryWorld): Iterable<LinkedFinding> {
  for (const definition of library.definitions)
    for (const language of languages) {
      if (definition.name[language] === undefined) yield { rule: 'term-unnamed', severity: 'error', message: `the term “${definition.id}” has no name in “${language}”`, ...at(definition), hint: 'give the name under “name”' };
      else if (definition.text && definition.text[language] === undefined) yield { rule: 'missing-translation', severity: 'error', message: `the term “${definition.id}” is not defined in “${language}”`, ...at(definition), hint: 'write the definition, or define the term in running text in every language' };
    }
}

/** One form, two terms: a reader cannot tell which is meant. Names that two terms share are told when the library is read. */
function* sharedForms({ library, languages }: LibraryWorld): Iterable<LinkedFinding> {
  for (const language of languages) {
    const owners = new Map<string, Definition>();
    for (const definition of library.definitions) for (const name of namesIn(definition, language)) if (!owners.has(name)) owners.set(name, definition);
    for (const definition of library.definitions)
      for (const form of definition.forms[language] ?? []) {
        const key = form.toLowerCase();
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, definition);
        else if (owner !== definition)
          yield {
            rule: 'term-form-shared', severity: 'error', message: `“${form}” is a form of “${definition.id}” and of “${owner.id}” in “${language}”`, ...at(definition), hint: 'give each term words of its own',
            ...(owner.span ? { related: [{ message: `“${owner.id}” stands here`, span: owner.span }] } : {}),
          };
      }
  }
}

function namesIn(definition: Definition, language: Language): readonly string[] {
  const name = definition.name[language];
  return (name === undefined ? [] : typeof name === 'string' ? [name] : Object.values(name)).map((words) => words.toLowerCase());
}

function* avoided({ library, languages }: LibraryWorld, leaves: readonly LibraryLeaf[]): Iterable<LinkedFinding> {
  for (const language of languages) {
    const words = library.definitions.flatMap((definition) => (definition.avoid[language] ?? []).map((word) => ({ definition, word })));
    if (words.length === 0) continue;
    const any = new RegExp(`(?<!\\p{L})(?:${words.map(({ word }) => pattern(word)).join('|')})(?!\\p{L})`, 'u');
    for (const { text, language: own, register, leaf } of leaves) {
      if (own !== language) continue;
      const found = any.exec(ownWords(leaf))?.[0];
      if (found === undefined) continue;
      const { definition } = words.find(({ word }) => new RegExp(`^${pattern(word)}$`, 'u').test(found)) ?? {};
      if (!definition) continue;
      const span = text.at(language, register);
      yield {
        rule: 'avoided-word', severity: 'warning', message: `“${text.id}” says “${found}” in “${language}”, which the term “${definition.id}” says to avoid`, ...(span ? { span } : {}),
        hint: `write {{term "${definition.id}"}}`, ...(definition.span ? { related: [{ message: 'the term stands here', span: definition.span }] } : {}),
      };
    }
  }
}

/** A word with a capital is avoided as a term: in small letters it is a word like others. One in small letters may begin a sentence. */
function pattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+').replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function* unused({ library }: LibraryWorld, leaves: readonly LibraryLeaf[]): Iterable<LinkedFinding> {
  // A term that only the definition of an unused term uses is unused too.
  const used = new Set(leaves.flatMap(({ text, leaf }) => (text.provision ? [...termsIn(leaf), ...leaf.flatMap((part) => (typeof part !== 'string' && part.name === 'define' ? (part.args ?? []).slice(0, 1) : []))] : [])));
  for (let size = -1; size < used.size; ) {
    size = used.size;
    for (const { text, leaf } of leaves) if (text.definition && used.has(text.definition.id)) for (const term of termsIn(leaf)) used.add(term);
  }
  for (const definition of library.definitions)
    if (!used.has(definition.id) && definition.kept === undefined)
      yield { rule: 'term-without-use', severity: 'warning', message: `no provision uses the term “${definition.id}”`, ...at(definition), hint: 'take it out, or say under “kept” what it is kept for' };
}

function at(definition: Definition): Pick<LinkedFinding, 'span'> {
  return definition.span ? { span: definition.span } : {};
}
