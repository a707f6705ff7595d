import { BLANK_TEXT } from '../model/index.ts';
import type { Inline, Leaf, Localized, Node } from '../model/index.ts';
import type { FillContext, Item, NamedParty } from './context.ts';
import { scopeFor } from './scope-for.ts';
import { fillLeaf, partyName, text } from './fill-leaf.ts';

/** A signature block for each party that signs, in the order of this original: for whom, the line, name and office. */
export function signatureBlocks(context: FillContext): readonly Node[] {
  const [first] = context.parties;
  const signing = context.layout.signedBy === 'first' ? context.ordered.filter((party) => party.id === first?.id) : context.ordered;
  return signing.map((party) => {
    const id = `signature:${party.id}`;
    const signatories = context.input.arrangement.parties.find((candidate) => candidate.id === party.id)?.signatories ?? [undefined];
    const children = signatories.flatMap((signatory, index): readonly Node[] => {
      const suffix = signatories.length > 1 ? `[${index + 1}]` : '';
      const line = (key: string, content: Localized<readonly Inline[]>): Node => ({ id: `${id}/${key}${suffix}`, type: 'paragraph', content, children: [] });
      return [
        line('line', each(context, () => [blank('signature')])),
        line('name', each(context, (language) => caption(context, language, 'name', signatory?.name?.[language], 'name'))),
        line('office', each(context, (language) => caption(context, language, 'office', signatory?.office[language], 'office'))),
      ];
    });
    return { id, type: 'signature', party: party.id, content: each(context, (language) => words(context, language, 'for', party)), children };
  });

  function blank(what: string): Inline {
    return { type: 'blank', kind: 'signing', parameter: `signing.${what}`, text: BLANK_TEXT };
  }

  function caption(inner: FillContext, language: string, key: 'name' | 'office', value: string | undefined, what: string): readonly Inline[] {
    const before = words(inner, language, key, undefined);
    const value_: Inline = value === undefined ? blank(what) : text(value);
    const last = before.at(-1);
    return last?.type === 'text' && value_.type === 'text' ? [...before.slice(0, -1), text(`${last.text} ${value_.text}`)] : last?.type === 'text' ? [...before.slice(0, -1), text(`${last.text} `), value_] : [...before, value_];
  }
}

function each(context: FillContext, make: (language: string) => readonly Inline[]): Localized<readonly Inline[]> {
  return Object.fromEntries(context.languages.map((language) => [language, make(language)]));
}

function words(context: FillContext, language: string, key: 'for' | 'name' | 'office', party: NamedParty | undefined): readonly Inline[] {
  const item: Item | undefined = party && { key: party.id, field: (_field, inCase, scope) => partyName(party, scope, inCase) };
  const scope = scopeFor(language, 'signature', context, item, undefined, true);
  const leaf: Leaf | undefined = context.input.library.vocabulary[language]?.signature[key];
  return scope && leaf ? fillLeaf(leaf, scope) : [];
}
