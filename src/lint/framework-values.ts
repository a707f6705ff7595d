import { en } from '../languages/en.ts';
import type { FrameworkArticle, FrameworkMap, Value } from '../model/index.ts';

/** Values that the framework settles, by parameter; the first article that holds one counts. */
export function frameworkValues(framework: FrameworkMap): ReadonlyMap<string, { readonly value: Value; readonly article: FrameworkArticle }> {
  const found = new Map<string, { readonly value: Value; readonly article: FrameworkArticle }>();
  for (const article of framework.articles) {
    for (const [name, value] of Object.entries(article.values)) if (!found.has(name)) found.set(name, { value, article });
  }
  return found;
}

/** "Article 15 of the framework", in the framework's own numbers. Findings are worded in English. */
export function frameworkArticle({ ordinal, suffix }: FrameworkArticle, { register, numbering }: FrameworkMap): string {
  return `${en.reference([{ type: 'article', ordinal, ...(suffix === undefined ? {} : { suffix }) }], { register, numbering })} of the framework`;
}

/** A value in a message: figures and codes, no grammar. */
export function plainValue(value: Value): string {
  switch (value.type) {
    case 'text': return Object.values(value.text)[0] ?? '';
    case 'integer': return String(value.integer);
    case 'boolean': return value.boolean ? 'yes' : 'no';
    case 'money': return `${value.currency} ${value.minor.length > 2 ? value.minor.replace(/(\d\d)$/, '.$1').replace(/\.00$/, '') : `${value.minor} minor units`}`;
    case 'duration': return value.iso;
    case 'date': return value.date;
    case 'share': return value.shares.map(({ party, percent }) => `${party} ${percent}`).join(', ');
    case 'choice': return value.choice;
    case 'party': return value.party;
    case 'list': return value.items.map(({ key }) => key).join(', ');
    case 'table': return `${value.rows.length} rows`;
  }
}
