import { RULES } from '../lint/rules/index.ts';
import { textOf, walk } from '../model/index.ts';
import type { Explanation, ExplanationSection, Fact, Host, Node } from '../model/index.ts';
import { citationOf } from '../lint/citation.ts';
import { nearest } from '../text/nearest.ts';
import type { Result } from './contracts.ts';
import { foldConsequences } from './consequences.ts';
import { describeProvision } from './describe-provision.ts';
import { describeRule } from './describe-rule.ts';
import { loadLibrary } from './load-library.ts';
import { readDraft } from './read-draft.ts';
import type { ReadDraft } from './read-draft.ts';

/** Explains a rule, a provision, or `FILE#ARTICLE`: why this text stands here. */
export async function explain(host: Host, what: string, options: { readonly libraries?: readonly string[] }): Promise<Result<Explanation>> {
  const libraries = options.libraries ?? [];
  const hash = what.lastIndexOf('#');
  if (hash > 0) return explainArticle(host, what.slice(0, hash), what.slice(hash + 1), libraries);
  const rule = RULES.find((candidate) => candidate.id === what || candidate.code === what.toUpperCase());
  if (rule) return { value: describeRule(rule), findings: [] };
  const { value: library, findings } = await loadLibrary(host, libraries);
  const provision = library?.provision(what);
  if (library && provision) return { value: describeProvision(provision, library), findings };
  const near = nearest(what, [...RULES.map((candidate) => candidate.id), ...(library?.provisionIds ?? [])]);
  return {
    findings: [...findings, {
      rule: 'usage', severity: 'error', message: `there is no rule or provision “${what}”`,
      hint: near.length > 0 ? `did you mean ${near.map((name) => `“${name}”`).join(' or ')}?` : 'name a rule, a provision, or FILE#ARTICLE, such as draft.md#8',
    }],
  };
}

async function explainArticle(host: Host, file: string, wanted: string, libraries: readonly string[]): Promise<Result<Explanation>> {
  const read = await readDraft(host, file, libraries);
  if (!read.value) return { findings: foldConsequences(read.findings), ...(read.unreadable ? { unreadable: true } : {}) };
  const found = read.value;
  const { draft } = found;
  const article = draft.articles.find((node) => node.id === wanted || node.id === `article:${wanted}` || String(node.ordinal) === wanted.replace(/^\D+/, ''));
  if (!article) {
    const known = draft.articles.map((node) => node.id.replace(/^article:/, ''));
    const near = nearest(wanted, known);
    return { findings: [{ rule: 'usage', severity: 'error', message: `“${file}” has no article “${wanted}”`, hint: near[0] === undefined ? `its articles are ${known.join(', ')}` : `did you mean “${near[0]}”?` }] };
  }
  const language = draft.meta.languages[0] ?? 'en';
  const sections: ExplanationSection[] = [];
  walk([article], (node) => {
    if (!node.content || node === article) return;
    sections.push(section(node, found, language));
  });
  const provisions = new Set(sections.length === 0 ? [] : article.children.flatMap((node) => node.provenance?.provision ?? []));
  const reasons = (read.value.assembled?.selection ?? []).filter((selected) => provisions.has(selected.provision));
  return {
    findings: [],
    value: {
      schema: 'dtca/explanation-1', kind: 'article', id: article.id,
      title: `${citationOf(draft, article.id, language) ?? article.id} ${textOf(article.heading?.[language])}`,
      paragraphs: reasons.map((selected) => `${selected.provision}: ${selected.reason}; ${selected.variants.map((variant) => `${variant.id} (${variant.reason})`).join(', ')}`),
      facts: [...draft.incorporated].filter((entry) => provisions.has(entry.provision)).map((entry) => ({ label: 'framework', value: `${entry.provision} is ${entry.mode === 'cited' ? 'cited' : 'set out in full'} (${entry.article})` })),
      sections,
    },
  };
}

function section(node: Node, read: ReadDraft, language: string): ExplanationSection {
  const { provenance } = node;
  const facts: Fact[] = [];
  if (provenance) {
    facts.push({ label: 'provision', value: `${provenance.provision} ${provenance.version} (${provenance.library})` }, { label: 'variant', value: provenance.variant }, { label: 'clause', value: provenance.clause });
    if (provenance.reason !== undefined) facts.push({ label: 'reason', value: provenance.reason });
    if (provenance.departure) facts.push({ label: 'departure', value: `by ${provenance.departure.by} on ${provenance.departure.on}: ${provenance.departure.why}` });
  }
  const seen = new Set<string>();
  for (const inline of [...(node.content?.[language] ?? []), ...(node.tail?.[language] ?? [])]) {
    if (inline.type !== 'value' && inline.type !== 'blank') continue;
    if (seen.has(inline.parameter)) continue;
    seen.add(inline.parameter);
    const name = inline.parameter.replace(/\[.*$/, '');
    const bound = read.draft.values.find((value) => value.name === name);
    const span = read.assembled?.valueSpans.get(name);
    facts.push({ label: inline.parameter, value: inline.type === 'blank' ? `a blank, ${inline.kind}` : `${inline.text}, from the ${bound?.source ?? 'text'}${span ? ` (${span.file}:${span.start.line}:${span.start.column})` : ''}` });
  }
  return { title: citationOf(read.draft, node.id, language) ?? node.id, paragraphs: [textOf(node.content?.[language])], facts };
}
