import { BLANK_TEXT } from '../model/index.ts';
import type { Inline, TableRow, Value } from '../model/index.ts';
import type { FillContext, Item, LeafScope } from './context.ts';
import { fillLeaf, partyName, text, valueInline } from './fill-leaf.ts';
import { leafOf } from './leaf-of.ts';

/** The items a clause repeats over. An unbound parameter gives one item of blanks, so that the gap is seen. */
export function itemsOf(name: string, context: FillContext): readonly Item[] {
  switch (name) {
    case 'parties':
      return context.parties.map((party) => ({ key: party.id, field: (_field, inCase, scope) => partyName(party, scope, inCase) }));
    case 'terms': return context.terms.map((definition) => termItem(definition.id));
    case 'cited':
      return context.cited.map((article) => ({
        key: article.article,
        field: (field, inCase, scope) =>
          field === 'article'
            ? [{ type: 'reference', instrument: 'framework', id: article.id, text: '', ...(inCase === 'nom' ? {} : { form: { case: inCase } }) }]
            : [{ type: 'name', of: 'framework', text: article.title[scope.language] ?? BLANK_TEXT }],
      }));
    default: {
      const bound = context.bound.get(name);
      return bound ? valueItems(name, bound.value, context) : [blankItem(name)];
    }
  }
}

function valueItems(name: string, value: Value, context: FillContext): readonly Item[] {
  switch (value.type) {
    case 'list':
      return value.items.map((item) => ({
        key: item.key,
        field: (_field, _case, scope) => valueInline(`${name}[${item.key}]`, { type: 'text', text: item.text }, {}, scope),
      }));
    case 'share':
      return value.shares.map((share) => ({
        key: share.party,
        field: (field, inCase, scope) => {
          const party = context.parties.find((candidate) => candidate.id === share.party);
          if (field === 'party') return party ? partyName(party, scope, inCase) : [];
          return valueInline(name, value, { part: share.party, ...(inCase === 'nom' ? {} : { case: inCase }) }, scope);
        },
      }));
    case 'table': return value.rows.map((row) => rowItem(name, row, context));
    default: return [blankItem(name)];
  }
}

export function rowItem(name: string, row: TableRow, context: FillContext): Item {
  const columns = context.input.library.parameters[name]?.columns ?? [];
  return {
    key: row.key,
    field: (field, inCase, scope) => {
      const path = `${name}[${row.key}].${field}`;
      const cell = row.cells[field];
      const column = columns.find((candidate) => candidate.key === field);
      if (!cell || !column) return [{ type: 'blank', kind: 'open', parameter: path, text: BLANK_TEXT }];
      return valueInline(path, cell, inCase === 'nom' ? {} : { case: inCase }, scope);
    },
  };
}

function blankItem(name: string): Item {
  return { key: '_', field: (): readonly Inline[] => [{ type: 'blank', kind: 'open', parameter: name, text: BLANK_TEXT }] };
}

function termItem(id: string): Item {
  return {
    key: id,
    field: (field, _case, scope: LeafScope) => {
      const definition = scope.context.definitions.get(id);
      if (!definition) return [];
      if (field === 'quoted') {
        const name = definition.name[scope.language];
        const words = name === undefined ? id : typeof name === 'string' ? name : name[scope.context.input.arrangement.register];
        return [text(scope.rules.quotes[0]), { type: 'definition', term: id, text: words }, text(scope.rules.quotes[1])];
      }
      const leaf = leafOf(definition.text, scope, definition.span);
      return leaf ? fillLeaf(leaf, { ...scope, opens: false }) : [{ type: 'blank', kind: 'open', parameter: `definitions.${id}`, text: BLANK_TEXT }];
    },
  };
}
