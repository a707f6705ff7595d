import { LANGUAGES } from '../languages/index.ts';
import type { ReferenceContext } from '../languages/index.ts';
import { BLANK_TEXT, textOf } from '../model/index.ts';
import type { FrameworkMap, Inline, Localized, Node, Numbering, PathStep, ReferenceInline, Register, Span } from '../model/index.ts';
import { endsSentence } from '../text/ends-sentence.ts';
import { place } from './input.ts';
import { joinReferences } from './join-references.ts';
import type { Resolved } from './join-references.ts';
import type { Report } from './input.ts';

interface Target {
  readonly path: readonly PathStep[];
}

export interface ResolveContext {
  readonly framework?: FrameworkMap;
  readonly numbering: Numbering;
  readonly register: Register;
  readonly spans: ReadonlyMap<string, Span>;
  readonly report: Report;
  /** A framework is named but was not read: a reference may well lead there. */
  readonly unread?: boolean;
}

/** The ids of blocks that other ids stand for: a provision's own for its article, a repeated clause's for its first item. */
export function aliasesOf(nodes: readonly Node[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  const down = (node: Node, top: string): void => {
    const provision = node.provenance?.provision;
    if (provision !== undefined && !aliases.has(provision)) aliases.set(provision, top);
    const plain = node.id.replace(/\[[^\]]*\]/g, '');
    if (plain !== node.id && !aliases.has(plain)) aliases.set(plain, node.id);
    for (const child of node.children) down(child, top);
  };
  for (const node of nodes) for (const child of node.children) down(child, node.id);
  return aliases;
}

/** Paths of all blocks by id; a provision's own id leads to its article. */
export function pathsOf(nodes: readonly Node[]): ReadonlyMap<string, readonly PathStep[]> {
  const paths = new Map<string, readonly PathStep[]>();
  const down = (node: Node, above: readonly PathStep[], top: readonly PathStep[]): void => {
    const path = node.ordinal === undefined ? above : [...above, { type: node.type, ordinal: node.ordinal }];
    paths.set(node.id, path);
    const provision = node.provenance?.provision;
    if (provision !== undefined && !paths.has(provision)) paths.set(provision, top);
    // A repeated clause is also known by its id without items: the first of them.
    const plain = node.id.replace(/\[[^\]]*\]/g, '');
    if (!paths.has(plain)) paths.set(plain, path);
    for (const child of node.children) down(child, path, top);
  };
  for (const node of nodes) {
    const top: readonly PathStep[] = node.ordinal === undefined ? [] : [{ type: node.type, ordinal: node.ordinal }];
    paths.set(node.id, top);
    for (const child of node.children) down(child, top, top);
  }
  return paths;
}

/** What a map written by hand lacks. */
function mapHint(id: string, framework: FrameworkMap | undefined): { readonly hint?: string } {
  if (framework?.written !== true) return {};
  const provision = id.replace(/\/.*$/, '');
  const article = framework.articles.find((candidate) => candidate.ids.includes(provision));
  return { hint: article ? `${framework.file} says that article ${article.ordinal} settles “${provision}”; give the place of “${id}” under its “blocks”` : `add the article that settles it to ${framework.file}, or set it out here` };
}

/** Writes the words of every reference, now that everything has its number. A reference to nothing is a finding. */
export function resolve(nodes: readonly Node[], paths: ReadonlyMap<string, readonly PathStep[]>, aliases: ReadonlyMap<string, string>, context: ResolveContext): readonly Node[] {
  const outside = new Map((context.framework?.articles ?? []).flatMap((article) => [[article.id, [{ type: 'article' as const, ordinal: article.ordinal, ...(article.suffix ? { suffix: article.suffix } : {}) }]] as const, ...Object.entries(article.blocks)]));
  const reported = new Set<string>();
  const find = (inline: ReferenceInline): (Target & { readonly instrument: 'self' | 'framework' }) | undefined => {
    const self = inline.instrument === 'self' ? paths.get(inline.id) : undefined;
    if (self && self.length > 0) return { path: self, instrument: 'self' };
    const there = outside.get(inline.id);
    return there ? { path: there, instrument: 'framework' } : undefined;
  };
  const inlines = (content: readonly Inline[], language: string, node: Node, article: number | undefined): readonly Inline[] => {
    const rules = LANGUAGES[language];
    const texts = joinReferences(content.map((inline) => (inline.type === 'reference' ? resolved(inline, language, node, article) : inline)), rules);
    return texts.map((inline, index) => {
      if (inline.type !== 'reference' || !rules) return inline;
      const before = textOf(texts.slice(0, index));
      const opens = before === '' ? node.type === 'paragraph' : endsSentence(before);
      return opens ? { ...inline, text: rules.capitalise(inline.text) } : inline;
    });
  };
  const resolved = (inline: ReferenceInline, language: string, node: Node, article: number | undefined): Resolved => {
    const rules = LANGUAGES[language];
    const target = find(inline);
    if (!target || !rules) {
      if (!reported.has(`${node.id} ${inline.id}`)) {
        reported.add(`${node.id} ${inline.id}`);
        if (!context.unread)
          context.report({
            rule: 'dangling-reference', severity: 'error', message: `a reference points to “${inline.id}”, which is neither in this instrument nor in its framework`, node: { id: node.id }, ...place(context.spans.get(node.id)),
            ...mapHint(inline.id, context.framework), follows: [`provision:${inline.id.replace(/\/.*$/, '')}`],
          });
      }
      return { inline: { ...inline, text: BLANK_TEXT } };
    }
    const inCase = inline.form?.case;
    const cased = inCase === undefined ? {} : { case: inCase };
    const { path } = target;
    if (target.instrument === 'framework' && context.framework) {
      const label = context.framework.label[language];
      const words: ReferenceContext = { register: context.framework.register, numbering: context.framework.numbering, ...cased, ...(label ? { of: label } : {}) };
      return { inline: { ...inline, instrument: 'framework', text: rules.reference(path, words) }, path, words };
    }
    const first = path[0];
    const sameArticle = article !== undefined && first?.type === 'article' && first.ordinal === article && path.length > 1;
    const words: ReferenceContext = { register: context.register, numbering: context.numbering, ...cased, ...(sameArticle ? { sameArticle: true } : {}) };
    return { inline: { ...inline, id: aliases.get(inline.id) ?? inline.id, text: rules.reference(path, words) }, path, words };
  };
  // What refers to nothing stays the object it is.
  const map = (content: Localized<readonly Inline[]>, node: Node, article: number | undefined): Localized<readonly Inline[]> => {
    const entries = Object.entries(content);
    if (!entries.some(([, list]) => list.some((inline) => inline.type === 'reference'))) return content;
    return Object.fromEntries(entries.map(([language, list]) => [language, inlines(list, language, node, article)]));
  };
  const down = (node: Node, article: number | undefined): Node => {
    const content = node.content && map(node.content, node, article);
    const tail = node.tail && map(node.tail, node, article);
    const children = node.children.map((child) => down(child, article));
    if (content === node.content && tail === node.tail && children.every((child, index) => child === node.children[index])) return node;
    return { ...node, ...(content ? { content } : {}), ...(tail ? { tail } : {}), children };
  };
  return nodes.map((node) => down(node, node.type === 'article' ? node.ordinal : undefined));
}
