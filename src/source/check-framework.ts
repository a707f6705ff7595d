import { LANGUAGES } from '../languages/index.ts';
import type { Library, LinkedFinding, Register } from '../model/index.ts';
import { nearest } from '../text/nearest.ts';
import { hintNearest } from './arrangement.ts';
import { clauseIds } from './clause-ids.ts';
import type { RawForms } from './schemas/common.ts';
import type { RawFramework } from './schemas/framework.ts';
import type { Path, YamlFile } from './yaml.ts';

/** What a framework map must hold beyond its shape: every language in every place, the cases that sentences need, blocks that exist. */
export function checkFramework(raw: RawFramework, yaml: YamlFile, library: Library): readonly LinkedFinding[] {
  const findings: LinkedFinding[] = [];
  const languages = Object.keys(raw.framework.title);
  for (const language of languages)
    if (!Object.hasOwn(LANGUAGES, language)) findings.push({ rule: 'unknown-language', severity: 'error', message: `unknown language “${language}”`, span: yaml.keyAt(['framework', 'title', language]), hint: `known languages: ${Object.keys(LANGUAGES).join(', ')}` });
  const everywhere = (what: string, texts: Readonly<Record<string, unknown>> | undefined, path: Path): void => {
    const missing = texts === undefined ? [] : languages.filter((language) => !Object.hasOwn(texts, language));
    if (missing.length > 0) findings.push({ rule: 'missing-translation', severity: 'error', message: `${what} has no text in ${missing.map((language) => `“${language}”`).join(' and ')}`, span: yaml.at(path) });
  };
  const parties = Object.keys(library.parties);
  raw.framework.parties.forEach((party, index) => {
    if (parties.includes(party)) return;
    const near = nearest(party, parties)[0];
    // A state of which the library knows nothing may well have concluded the agreement.
    findings.push({ rule: 'unknown-party', severity: 'warning', message: `the library has no party “${party}”; known are ${parties.join(', ')}`, span: yaml.at(['framework', 'parties', index]), ...hintNearest(party, parties), explains: [`party:${party}`, ...(near === undefined ? [] : [`party:${near}`])] });
  });
  everywhere('the label', raw.framework.label, ['framework', 'label']);
  everywhere('the place', raw.framework.place, ['framework', 'place']);
  raw.articles.forEach((entry, index) => {
    everywhere(`the title of article ${entry.ordinal}`, entry.title, ['articles', index, 'title']);
    everywhere(`the suffix of article ${entry.ordinal}`, entry.suffix, ['articles', index, 'suffix']);
  });
  for (const [id, term] of Object.entries(raw.terms ?? {})) everywhere(`the term “${id}”`, term.name, ['terms', id, 'name']);
  for (const [language, forms] of Object.entries(raw.framework.label)) missingCases('label', language, forms, yaml, findings);
  for (const [language, forms] of Object.entries(raw.framework.title)) {
    const label = raw.framework.label[language];
    const name = typeof label === 'string' ? label : label?.nom;
    if (typeof forms !== 'string' || name === undefined || !forms.startsWith(name)) missingCases('title', language, forms, yaml, findings);
  }
  raw.articles.forEach((entry, index) => {
    for (const block of Object.keys(entry.blocks ?? {})) checkBlock(block, ['articles', index, 'blocks', block], yaml, library, findings);
  });
  checkTerms(raw, yaml, library, findings);
  return findings;
}

/** Texts print the library's name of a term, declined; where the agreement has another, they would speak of something undefined. */
function checkTerms(raw: RawFramework, yaml: YamlFile, library: Library, findings: LinkedFinding[]): void {
  const definitions = new Map(library.definitions.map((definition) => [definition.id, definition]));
  const plain = (name: string | Readonly<Record<Register, string>> | undefined): string | undefined => (typeof name === 'string' || name === undefined ? name : name[raw.framework.register ?? 'treaty']);
  for (const [id, term] of Object.entries(raw.terms ?? {})) {
    const definition = definitions.get(id);
    if (!definition) findings.push({ rule: 'unknown-term', severity: 'warning', message: `the library has no term “${id}”; no text will use it`, span: yaml.keyAt(['terms', id]), ...hintNearest(id, definitions.keys()) });
    for (const [language, written] of Object.entries(term.name)) {
      const [there, here] = [plain(written), plain(definition?.name[language])];
      if (here === undefined || there === here) continue;
      findings.push({
        rule: 'term-named-otherwise', severity: 'warning', message: `the agreement’s term is “${there ?? ''}”, the library’s is “${here}”, and the texts print the library’s`, span: yaml.at(['terms', id, 'name', language]),
        hint: `give definitions/${id}.yaml of a library of your own the agreement’s name`,
      });
    }
  }
  const named = new Set([...Object.keys(raw.terms ?? {}), ...definitions.keys()]);
  raw.articles.forEach((entry, index) => entry.terms?.forEach((id, position) => {
    if (!named.has(id)) findings.push({ rule: 'unknown-term', severity: 'error', message: `there is no term “${id}”`, span: yaml.at(['articles', index, 'terms', position]), ...hintNearest(id, named) });
  }));
}

/** Without its cases a name would stand in the nominative in the middle of a sentence. */
function missingCases(key: 'label' | 'title', language: string, forms: RawForms, yaml: YamlFile, findings: LinkedFinding[]): void {
  const wanted = Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language]?.cases ?? []) : [];
  const missing = wanted.filter((grammaticalCase) => (typeof forms === 'string' ? grammaticalCase !== 'nom' : forms[grammaticalCase] === undefined));
  if (missing.length === 0) return;
  findings.push({
    rule: 'missing-case', severity: 'error', message: `the ${key} has no ${missing.join(', ')} in “${language}”; sentences need it in every case`, span: yaml.at(['framework', key, language]),
    hint: key === 'title' ? 'let it begin with the label, which declines, or give every case' : `give every case: { nom: …, gen: …, dat: …, acc: …, ins: …, pre: … }`,
  });
}

/** A block is an article, a provision or a clause of the library. */
function checkBlock(block: string, path: Path, yaml: YamlFile, library: Library, findings: LinkedFinding[]): void {
  const [id = '', ...keys] = block.split('/');
  const provision = library.provision(id);
  const known = block.startsWith('article:')
    ? library.articles.map((article) => `article:${article.id}`)
    : provision && keys.length > 0 ? [...clauseIds([provision])] : library.provisionIds;
  if (known.includes(block)) return;
  findings.push({ rule: 'unknown-clause', severity: 'error', message: `there is no provision or clause “${block}”`, span: yaml.keyAt(path), ...hintNearest(block, known) });
}
