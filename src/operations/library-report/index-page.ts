import type { ArticleKind, Library, Provision } from '../../model/index.ts';
import { headingOf } from './article-page.ts';
import { plain, sealed, table } from './page.ts';

/** The way into the pages: every article with what it holds, and how much there is. */
export function indexPage(articles: readonly { readonly article: ArticleKind; readonly provisions: readonly Provision[] }[], library: Library, further: readonly string[]): string {
  const languages = Object.keys(library.vocabulary);
  const provisions = articles.flatMap((each) => each.provisions);
  const variants = provisions.flatMap((provision) => provision.variants);
  const named = library.names.map(({ name, version }) => `${name} ${version}`).join(', ');
  return sealed([
    '# The library, to read', '',
    'One page for each article: what each provision says in every language, why, at what price, and what an arrangement has to answer.', '',
    `${named}: ${articles.length} articles, ${provisions.length} provisions in ${variants.length} variants, ${library.definitions.length} terms, ${Object.keys(library.parameters).length} questions, ${Object.keys(library.layouts).length} instruments, ${Object.keys(library.parties).length} parties.`, '',
    ...further.flatMap((line) => [line, '']),
    ...table(['Article', 'Provisions', 'Variants'], articles.map(({ article, provisions: own }) => [
      `[${languages.map((language) => plain(headingOf(article, language))).join(' · ')}](${article.id}.md)`,
      own.map(({ id, title }) => plain(Object.values(title)[0] ?? id)).join('; '),
      String(own.reduce((sum, provision) => sum + provision.variants.length, 0)),
    ])),
    '## Instruments', '',
    ...table(['Instrument', ...languages], Object.keys(library.layouts).map((instrument) => [`\`${instrument}\``, ...languages.map((language) => {
      const names = library.vocabulary[language]?.instruments[instrument];
      return [...new Set([names?.treaty?.full.nom, names?.memorandum?.full.nom].filter((name) => name !== undefined))].map(plain).join(' / ');
    })])),
  ]);
}
