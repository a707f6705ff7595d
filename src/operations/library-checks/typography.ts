import type { Language, LinkedFinding, Localized, Span } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import { leavesOnce, ownWords } from '../library-texts.ts';
import type { LibraryCheck, LibraryWorld } from '../library-world.ts';

interface Sign {
  readonly pattern: RegExp;
  readonly what: string;
  readonly instead: string;
}

const EVERYWHERE: readonly Sign[] = [
  { pattern: /"/u, what: 'a straight quotation mark', instead: 'write the quotation marks of the language' },
  { pattern: /'/u, what: 'a straight apostrophe', instead: 'write ’' },
  { pattern: /\.\.\./u, what: 'three full stops', instead: 'write …' },
  { pattern: /\s[,;:.!?)](?!\p{L})/u, what: 'a space before a mark', instead: 'take the space out' },
  { pattern: /[,;](?=[\p{L}\uFFFC])/u, what: 'no space after a mark', instead: 'put a space in' },
  { pattern: /\s-\s/u, what: 'a hyphen for a dash', instead: 'write –' },
  { pattern: /[\u200B-\u200D\u2060\u00AD\uFEFF]/u, what: 'an invisible character', instead: 'take it out' },
  { pattern: /,,|;;|(?<!\.)\.\.(?!\.)/u, what: 'a mark written twice', instead: 'write it once' },
];

const SIGNS: Readonly<Record<Language, readonly Sign[]>> = {
  en: [
    { pattern: /[«»„‟]/u, what: 'quotation marks of another language', instead: 'write “ ”' },
    { pattern: /—/u, what: 'an em dash', instead: 'write – with spaces, or make two sentences' },
  ],
  ru: [
    { pattern: /[“”„‟]/u, what: 'quotation marks of another language', instead: 'write « »' },
    { pattern: /—/u, what: 'an em dash', instead: 'write – with spaces' },
    { pattern: /(?<=\p{L})–|–(?=\p{L})/u, what: 'a dash without spaces', instead: 'put spaces round it' },
  ],
};

export const check: LibraryCheck = {
  id: 'typography',
  title: 'Quotation marks, dashes and spaces that the language does not write so',
  *check(world) {
    for (const { text, language, register, leaf } of leavesOnce(world.texts)) yield* signs(ownWords(leaf), language, `“${text.id}”`, text.at(language, register));
    for (const { what, words, span } of labelsOf(world)) for (const [language, text] of Object.entries(words)) yield* signs(text, language, what, span);
  },
};

function* signs(words: string, language: Language, where: string, span: Span | undefined): Iterable<LinkedFinding> {
  for (const { pattern, what, instead } of [...EVERYWHERE, ...(SIGNS[language] ?? [])]) {
    const found = pattern.exec(words);
    if (!found) continue;
    const near = words.slice(Math.max(0, found.index - 20), found.index + 20).replaceAll('\uFFFC', '…').trim();
    yield { rule: 'typography', severity: 'warning', message: `${where} has ${what} in “${language}”: “${near}”`, ...(span ? { span } : {}), hint: instead };
  }
}

/** What a reader sees besides the texts: titles, questions and labels. */
function labelsOf({ library }: LibraryWorld): readonly { readonly what: string; readonly words: Localized<string>; readonly span: Span | undefined }[] {
  return [
    ...provisionsOf(library).map(({ id, title, span }) => ({ what: `the title of “${id}”`, words: title, span })),
    // Helps quote YAML and words of the other language.
    ...Object.values(library.parameters).flatMap(({ name, ask, columns = [], span }) => [
      { what: `the question of “${name}”`, words: ask, span },
      ...columns.map(({ key, label }) => ({ what: `the column “${key}” of “${name}”`, words: label, span })),
    ]),
  ];
}
