import { diffWords } from '../../text/word-diff.ts';
import type { Draft, Inline, Language, Node, Segment } from '../../model/index.ts';
import { paragraphs } from '../example.ts';
import { recordedIn } from '../recorded.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { textsOf, wordingOf } from '../texts.ts';
import { viewOf } from '../view.ts';

const before = () => paragraphs([{ en: 'Each Party shall send data within sixty (60) seconds.' }]);

export const rule: Rule = {
  id: 'departure-unrecorded',
  severity: 'error',
  title: 'Text that differs from the library’s, with no departure on record',
  why: 'Whoever approves a text must see where it leaves the standard one, who asked for that and why. A change by hand shows none of it.',
  follows: ['*', 'blank-open', 'clause-missing', 'clause-added', 'reserved-touched', 'parity-structure'],
  good: () => ({ title: 'The departure is recorded', draft: paragraphs([{ en: 'Each Party shall send data without delay.' }]), context: { standard: before(), recorded: ['data.rules/rule-1'] } }),
  bad: () => ({ title: 'The time limit has gone, and nobody said why', draft: paragraphs([{ en: 'Each Party shall send data without delay.' }]), context: { standard: before() } }),
  *check({ draft, standard, recorded }) {
    if (standard === undefined) return;
    const isRecorded = recordedIn(recorded);
    const usual = viewOf(standard).byId;
    const shared = draft.meta.languages.filter((language) => standard.meta.languages.includes(language));
    for (const { node } of viewOf(draft).entries) {
      const other = usual.get(node.id)?.node;
      if (other === undefined || other === node || isRecorded(node)) continue;
      for (const language of shared) yield* compare(node, other, language, draft);
    }
  },
};

function* compare(node: Node, other: Node, language: Language, draft: Draft): Iterable<RuleFinding> {
  const [is, was] = [wordingOf(node, language), wordingOf(other, language)];
  const texts = textsOf(node, language);
  const usual = textsOf(other, language);
  // An empty part is the business of the rules on structure.
  const changed = is.flatMap((words, i) => (words === was[i] || words === '' ? [] : [shown(usual[i] ?? '', texts[i] ?? '')])).filter((words) => words !== '').map((words) => `“${words}”`);
  if (changed.length > 0) {
    yield { message: `the text is not the library’s: ${changed.join('; ')}`, hint: `record it under departures (at: ${node.id}), or restore the library’s words`, node, language };
    return;
  }
  for (const [parameter, text] of valuesIn(node, language)) {
    const standing = valuesIn(other, language).get(parameter);
    if (standing === undefined || standing === text) continue;
    yield { message: `“${parameter}” reads “${text}”, but the arrangement gives “${standing}”`, hint: `change “${parameter}” in the arrangement, not in the ${draft.meta.stage === 'signature' ? 'text' : 'draft'}`, node, language, parameter };
  }
}

/** “[-within sixty (60) seconds-] {+without delay+}”, with a few words around. */
function shown(before: string, after: string): string {
  const segments = diffWords(before, after);
  if (!segments.some(({ kind }) => kind !== 'same')) return '';
  return segments.map((segment, i) => mark(segment, i, segments.length)).join('').replace(/\s+/gu, ' ').trim();
}

const KEPT = 30;

function mark({ kind, text }: Segment, index: number, count: number): string {
  const lead = /^\s*/u.exec(text)?.[0] ?? '';
  const trail = text.trim() === '' ? '' : (/\s*$/u.exec(text)?.[0] ?? '');
  const words = text.trim();
  switch (kind) {
    case 'deletion': return `${lead}[-${words}-]${trail}`;
    case 'insertion': return `${lead}{+${words}+}${trail}`;
    case 'same': {
      if (text.length <= 2 * KEPT) return text;
      const end = index === count - 1 ? '' : text.slice(text.indexOf(' ', text.length - KEPT));
      const start = index === 0 ? '' : text.slice(0, Math.max(0, text.lastIndexOf(' ', KEPT)) + 1);
      return `${start}…${end}`;
    }
  }
}

function valuesIn(node: Node, language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (inlines: readonly Inline[] | undefined): void => {
    for (const inline of inlines ?? []) if (inline.type === 'value') found.set(inline.parameter, inline.text);
  };
  for (const part of [node.heading, node.content, node.tail]) add(part?.[language]);
  return found;
}
