import type { Language, Node } from '../../model/index.ts';
import { article, draftOf, paragraph } from '../example.ts';
import type { LintContext, Rule, RuleFinding } from '../rule.ts';
import { viewOf } from '../view.ts';

const PARTS = ['heading', 'content', 'tail'] as const;
const NAMES: Readonly<Record<(typeof PARTS)[number], string>> = { heading: 'heading', content: 'text', tail: 'closing words' };

/** What nearly every label is; the classes of Unicode in the other take long to compile. */
const USUAL = /^[\s(]*(\d[\d.]*|[IVXLC]+|[A-Za-zА-Яа-яЁё])[\s).]*$/;
const LAST = /(\d[\d.]*|[IVXLC]+|\p{L})\P{L}*$/u;

export const rule: Rule = {
  id: 'parity-structure',
  code: 'B02',
  severity: 'error',
  title: 'A block that one language has and another has not',
  why: 'Both texts bind. What stands in one alone is a duty for one reader and nothing for the other, and every later citation is shifted.',
  follows: ['clause-missing'],
  good: () => ({ title: 'Both languages', draft: draftOf({ articles: [article('data', 1, [paragraph('data.rules/rule', 1, { en: 'Each Party shall keep records.', ru: 'Каждая из Сторон ведёт учёт.' })])] }) }),
  bad: () => ({ title: 'No Russian', draft: draftOf({ articles: [article('aim', 1, [paragraph('aim.text/aim', 1, { en: 'The Parties shall build it.', ru: 'Стороны его создают.' })]), article('data', 2, [paragraph('data.rules/rule', 1, { en: 'Each Party shall keep records.' })])] }) }),
  *check(context) {
    const { languages } = context.draft.meta;
    if (languages.length < 2) return;
    const counts = languages.map((language) => ({ language, words: hasWords(context, language) }));
    const empty = counts.filter(({ words }) => !words);
    if (empty.length === languages.length) return;
    for (const { language } of empty) yield { message: `the draft has no text in “${language}”, one of its languages`, hint: 'write the text, or take the language out of the arrangement', language };
    yield* blocks(context, counts.flatMap(({ language, words }) => (words ? [language] : [])));
  },
};

function hasWords({ draft }: LintContext, language: Language): boolean {
  return viewOf(draft).passages.some((passage) => passage.entry !== undefined && passage.language === language && passage.text.trim() !== '');
}

function* blocks({ draft }: LintContext, languages: readonly Language[]): Iterable<RuleFinding> {
  const told = new Set<Node>();
  const view = viewOf(draft);
  const { entries } = view;
  // Which languages a block and all under it speak, as bits. Children before parents.
  const whole = new Map<Node, number>();
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const node = entries[i]?.node;
    if (node === undefined) continue;
    let bits = 0;
    for (const { language, text } of view.passagesOf.get(node) ?? []) if (text.trim() !== '') bits |= 1 << Math.max(0, languages.indexOf(language));
    for (const child of node.children) bits |= whole.get(child) ?? 0;
    whole.set(node, bits);
  }
  for (const { node, ancestors } of entries) {
    const labels = numbersOf(node, languages);
    if (labels !== undefined) yield { message: `the labels differ between the languages: ${labels}`, hint: 'give the block one number in all languages', node };
    if (ancestors.some((ancestor) => told.has(ancestor))) continue;
    const bits = whole.get(node) ?? 0;
    if (bits === 0 || node.type === 'signature') continue;
    const silent = languages.filter((_, i) => (bits & (1 << i)) === 0);
    if (silent.length > 0) {
      told.add(node);
      yield { message: `the ${node.type} has text in ${languages.filter((language) => !silent.includes(language)).join(' and ')} and none in ${silent.join(' or ')}`, hint: 'write the missing text, or take the block out of both', node, ...(silent.length === 1 && silent[0] !== undefined ? { language: silent[0] } : {}) };
      continue;
    }
    const own = (view.passagesOf.get(node) ?? []).filter(({ text }) => text.trim() !== '');
    for (const part of PARTS) {
      const count = own.filter((passage) => passage.part === part).length;
      if (count === 0 || count === languages.length) continue;
      const having = languages.filter((language) => own.some((passage) => passage.part === part && passage.language === language));
      const without = languages.filter((language) => !having.includes(language));
      if (without.length === 0 || having.length === 0) continue;
      yield { message: `the ${NAMES[part]} of the ${node.type} stands in ${having.join(' and ')} and not in ${without.join(' or ')}`, hint: 'write the missing words', node, ...(without.length === 1 && without[0] !== undefined ? { language: without[0] } : {}) };
    }
  }
}

/** “Article 3” and «Статья 3» agree; (c) and в) do not. */
function numbersOf({ label }: Node, languages: readonly Language[]): string | undefined {
  if (label === undefined) return undefined;
  const printed = languages.map((language) => label[language] ?? '');
  const numbers = printed.map((text) => ((USUAL.exec(text) ?? LAST.exec(text.trim()))?.[1] ?? text).replace(/\.$/, '').toLowerCase());
  return new Set(numbers).size > 1 ? printed.map((text) => (text === '' ? 'its own number' : `“${text}”`)).join(', ') : undefined;
}
