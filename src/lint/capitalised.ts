import { language as rulesOf } from '../languages/index.ts';
import { PARTY_WORDS } from '../languages/language.ts';
import type { LintContext } from './rule.ts';
import { CAPITAL, QUOTE } from './signs.ts';
import { foldName, termForms } from './terms.ts';
import { viewOf, type Passage } from './view.ts';

/** Words with a capital that are no terms: divisions, months, languages, what every such text calls its parties and itself. */
const COMMON = new Set((
  'article articles section sections chapter annex annexes appendix schedule table part paragraph party parties participant participants state states government governments '
  + 'agreement arrangement memorandum protocol treaty convention charter instrument understanding implementing project framework ministry department agency minister secretary ambassador embassy president prime '
  + 'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday '
  + 'english russian french german spanish chinese arabic american european international united nations organization organisation union council federation republic kingdom '
  + 'internet law court sea ocean north south east west northern southern eastern western i annexe'
).split(' '));
const DETERMINERS = new Set('the a an each any every such that this no its their either neither another other all one'.split(' '));
// English only; a class of all letters takes longer to make than the text to read.
const WORD = /[A-Za-z0-9\u00C0-\u024F][A-Za-z0-9\u00C0-\u024F’'-]*/g;
/** A capital in mid-sentence: a quick look before the close one. */
const INSIDE = /[a-z0-9,)’\uFFFC] [A-Z][a-z]/;
const INSTRUMENT_FOLLOWS = /^\s(?:on|concerning|regarding|relating|between|of\s(?:\d|the\s\p{Lu}))/u;
const MOST = 5;

interface Group { readonly text: string; readonly passage: Passage }

/**
 * Groups of capitalised English words in mid-sentence that look like a defined term and are none. Elsewhere capitals prove
 * nothing. In a text whose terms nobody declared, only a group whose noun some quoted definition has: “Foreground
 * Information” where “Background Information” is defined.
 */
export function* capitalisedGroups(context: LintContext): Iterable<Group> {
  const { draft } = context;
  const view = viewOf(draft);
  const passages = view.passages.filter(({ language, part, place }) => language === 'en' && part !== 'heading' && place !== 'title' && place !== 'signatures' && place !== 'closing');
  if (passages.length === 0) return;
  const known = view.foreign ? quotedTerms(passages) : declaredTerms(context);
  if (known.names.size === 0) return;
  for (const passage of passages) {
    if ((passage.signs & CAPITAL) === 0 || !INSIDE.test(passage.own)) continue;
    for (const group of groupsIn(passage)) {
      const words = group.words.map((word) => word.toLowerCase().replace(/[’']s?$/u, ''));
      const whole = words.join(' ');
      if (isKnown(whole, known.names) || INSTRUMENT_FOLLOWS.test(group.after)) continue;
      if (view.foreign) {
        if (words.length < 2 || words.length > 3 || !known.heads.has(singular(words.at(-1) ?? '')) || words.some((word) => COMMON.has(word))) continue;
        if (parts(words).some((part) => isKnown(part, known.names))) continue;
      } else {
        const strange = words.filter((word) => !COMMON.has(word) && !known.words.has(word) && !known.words.has(singular(word)));
        if (strange.length === 0 || covered(words, known)) continue;
        // One capital alone may be a proper name; with an article before it, it is a noun.
        if (words.length === 1 && !DETERMINERS.has(group.before)) continue;
        // Without an article several capitals may be a place; with the noun of a term they are its neighbour.
        if (words.length > 1 && !DETERMINERS.has(group.before) && !known.heads.has(singular(words.at(-1) ?? ''))) continue;
      }
      yield { text: group.words.join(' '), passage };
    }
  }
}

interface Known { readonly names: ReadonlySet<string>; readonly words: ReadonlySet<string>; readonly heads: ReadonlySet<string> }

function declaredTerms({ draft, framework }: LintContext): Known {
  const names = new Set<string>();
  const words = new Set<string>();
  for (const term of [...draft.terms, ...(framework?.terms ?? [])]) for (const form of termForms(term, 'en')) names.add(foldName(form));
  const english = rulesOf('en');
  for (const word of PARTY_WORDS) for (const register of ['treaty', 'memorandum'] as const) names.add(foldName((english?.party(word, register, 'nom') ?? '').replace(/^(?:the|a|each|either|neither|one|that) /u, '')));
  const proper = [
    ...draft.parties.map(({ name }) => name['en'] ?? ''), framework?.title['en']?.nom ?? '', framework?.label['en']?.nom ?? '', ...(framework?.articles ?? []).map(({ title }) => title['en'] ?? ''),
    ...viewOf(draft).passages.filter(({ language, part }) => language === 'en' && part === 'heading').map(({ text }) => text),
    ...viewOf(draft).passages.flatMap(({ language, pieces }) => (language === 'en' ? pieces.flatMap(({ inline }) => (inline.type === 'name' || inline.type === 'definition' || inline.type === 'value' ? [inline.text] : [])) : [])),
  ];
  for (const text of proper) for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase());
  const heads = new Set([...names].map((name) => singular(name.slice(name.lastIndexOf(' ') + 1))));
  return { names, words, heads };
}

const QUOTED = /[“"]([^“”"]{3,60})[”"]/gu;

function quotedTerms(passages: readonly Passage[]): Known {
  const names = new Set<string>();
  const heads = new Set<string>();
  for (const { text, signs } of passages) {
    if ((signs & QUOTE) === 0) continue;
    for (const [, name = ''] of text.matchAll(QUOTED)) {
      const words = name.trim().split(/\s+/u);
      if (words.length > 4 || !words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) continue;
      names.add(foldName(name));
      if (words.length > 1) heads.add(singular((words.at(-1) ?? '').toLowerCase()));
    }
  }
  return { names, words: new Set(), heads };
}

interface Run { readonly words: readonly string[]; readonly before: string; readonly after: string }

/** Runs of capitalised words parted by one space, none of which begins a sentence or stands in quotation marks. */
function groupsIn({ own }: Passage): readonly Run[] {
  const runs: Run[] = [];
  let words: string[] = [];
  let before = '';
  let lastWord = '';
  let end = 0;
  let opens = true;
  const close = (): void => {
    if (words.length > 0 && words.length <= MOST && !opens) runs.push({ words, before, after: own.slice(end, end + 30) });
    words = [];
    opens = false;
  };
  for (const match of own.matchAll(WORD)) {
    const gap = own.slice(end, match.index);
    const capital = /^[A-Z\u00C0-\u00DE][a-z\u00DF-\u024F]/.test(match[0]);
    if (words.length > 0 && (!capital || gap !== ' ')) close();
    if (capital) {
      if (words.length === 0) {
        opens = end === 0 || /[.:;?!“"«([•–—\uFFFC]/u.test(gap) || gap === '';
        before = lastWord.toLowerCase();
      }
      words.push(match[0]);
    }
    lastWord = match[0];
    end = match.index + match[0].length;
  }
  close();
  return runs;
}

function covered(words: readonly string[], known: Known): boolean {
  // "Receiving Party Contractor": terms side by side.
  let at = 0;
  while (at < words.length) {
    let length = words.length - at;
    while (length > 0 && !isKnown(words.slice(at, at + length).join(' '), known.names)) length -= 1;
    if (length === 0) {
      const word = words[at] ?? '';
      if (!COMMON.has(word) && !known.words.has(word)) return false;
      length = 1;
    }
    at += length;
  }
  return true;
}

function isKnown(name: string, names: ReadonlySet<string>): boolean {
  return names.has(name) || names.has(singular(name)) || names.has(`${name}s`) || (name.endsWith('y') && names.has(`${name.slice(0, -1)}ies`));
}

function parts(words: readonly string[]): readonly string[] {
  return words.flatMap((_, from) => words.slice(from + 1).map((__, i) => words.slice(from, from + i + 2).join(' ')));
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}
