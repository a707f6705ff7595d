import type { Clause, ClauseText, LinkedFinding, Provision, Register, Span } from '../model/index.ts';
import { isLeaf } from '../text/is-leaf.ts';

/** Prefix of a text's spans: none for a clause's own words. */
type Part = '' | (typeof PARTS)[number];
const PARTS = ['single.', 'tail.'] as const;
const REGISTERS: readonly Register[] = ['treaty', 'memorandum'];

/**
 * Texts that lack a language which other texts of the provision have, or the words of a register that it claims. A warning:
 * whether an arrangement asks for them is known only when it is assembled, and is then an error.
 */
export function checkLanguages(provision: Provision, findings: LinkedFinding[]): void {
  const languages = new Set<string>();
  const texts: { readonly text: ClauseText; readonly clause: Clause; readonly part: Part; readonly registers: readonly Register[] }[] = [];
  const collect = (clause: Clause, registers: readonly Register[]): void => {
    for (const [text, part] of [[clause.text, ''], [clause.single, 'single.'], [clause.tail, 'tail.']] as const) {
      if (!text) continue;
      texts.push({ text, clause, part, registers });
      for (const language of Object.keys(text)) languages.add(language);
    }
    for (const child of clause.clauses) collect(child, registers);
  };
  for (const variant of provision.variants) for (const clause of variant.clauses) collect(clause, variant.registers ?? provision.registers ?? REGISTERS);
  for (const { text, clause, part, registers } of texts)
    for (const language of languages) {
      const words = text[language];
      const lacking = words === undefined ? [''] : isLeaf(words) ? [] : registers.filter((register) => words[register] === undefined).map((register) => ` in the ${register} register`);
      for (const where of lacking) {
        const span = spanOf(clause, part, words === undefined ? undefined : language);
        findings.push({ rule: 'missing-translation', severity: 'warning', message: `“${clause.key}” of “${provision.id}” has no text in “${language}”${where}`, ...(span ? { span } : {}), hint: 'write it, or leave the language out of the whole provision', follows: [`text:${provision.id} ${language}`] });
      }
    }
}

/** Where the words of a clause stand; of one language, or the first of any. */
function spanOf(clause: Clause, part: Part, language: string | undefined): Span | undefined {
  const spans = Object.entries(clause.leafSpans ?? {}).filter(([key]) => (PARTS.find((prefix) => key.startsWith(prefix)) ?? '') === part && key !== 'each' && key !== 'table');
  return (language === undefined ? spans[0] : spans.find(([key]) => key.startsWith(`${part}${language}`)))?.[1] ?? clause.span;
}
