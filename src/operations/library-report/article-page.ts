import type { ArticleKind, Clause, ClauseText, Definition, Language, Library, Localized, Parameter, Provision, Register, Value, Variant } from '../../model/index.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { isLeaf } from '../../text/is-leaf.ts';
import { registersOf } from '../synthesis/setting.ts';
import { conditionInWords } from './condition-in-words.ts';
import { paragraphs, plain, sealed, table } from './page.ts';
import { kindInWords, readableLeaf } from './readable-leaf.ts';

/** Everything about one article for a reader of words: its provisions, their variants in every language, what is asked and why. */
export function articlePage(article: ArticleKind, provisions: readonly Provision[], library: Library): string {
  const languages = Object.keys(library.vocabulary);
  const places = Object.entries(library.layouts).flatMap(([instrument, { framework }]) => framework.treaty.steps.flatMap((step) => ('id' in step && step.id === article.id ? [`${instrument}${step.mandatory ? ' (must have it)' : ''}`] : [])));
  return sealed([
    `# ${languages.map((language) => plain(headingOf(article, language))).join(' · ')}`, '',
    ...(places.length === 0 ? [] : [`Stands in: ${places.join(', ')}.`, '']),
    ...(article.aliases.length === 0 ? [] : [`Others call it: ${article.aliases.map(plain).join(', ')}.`, '']),
    'What an arrangement supplies stands between ‹ ›. Words that change with the register are shown as in a treaty; where a register has a text of its own, both stand.', '',
    ...provisions.flatMap((provision) => provisionLines(provision, library, languages)),
    ...(article.id === 'definitions' ? termLines(library, languages) : []),
  ].map((line) => line.trimEnd()));
}

export function headingOf(article: ArticleKind, language: Language, register: Register = 'treaty'): string {
  const title = article.title[language];
  return title === undefined ? article.id : typeof title === 'string' ? title : title[register];
}

const SCOPES: Readonly<Record<Provision['scope'], string>> = {
  reserved: 'Settled by the framework; an arrangement cites it or sets it out',
  project: 'Settled by each arrangement',
  optional: 'Stands where it is chosen, required or called for by its condition',
};

function provisionLines(provision: Provision, library: Library, languages: readonly Language[]): readonly string[] {
  const { id, version, scope, instruments, registers, when, requires, conflicts, aliases, citation, guidance, sources, variants, parameters } = provision;
  const facts = [
    `\`${id}\`, version ${version}. ${SCOPES[scope]}. For: ${instruments.join(', ')}.${registers ? ` Register: ${registers.join(', ')}.` : ''}`,
    ...(when ? [`Applies when: ${plain(conditionInWords(when, library))}.`] : []),
    ...named('Requires', requires), ...named('Excludes', conflicts),
    ...(aliases.length === 0 ? [] : [`Also called: ${aliases.map(plain).join(', ')}.`]),
  ];
  return [
    `## ${languages.flatMap((language) => provision.title[language] ?? []).map(plain).join(' · ')}`, '',
    ...facts.flatMap((fact) => [fact, '']),
    ...(guidance.trim() === '' ? [] : ['### Guidance', '', ...paragraphs(guidance)]),
    ...variants.flatMap((variant) => variantLines(provision, variant, library, languages)),
    ...(citation ? ['### Where the framework is cited', '', ...table([' ', ...languages.map(nameOf)], [['', ...languages.map((language) => cellOf(citation, { library, language, registers: registers ?? BOTH }))]])] : []),
    ...questionLines(parameters, library, languages),
    ...(sources.length === 0 ? [] : ['### Sources', '', ...sources.map(({ cite, note, certainty }) => `- ${plain(cite)}${note === undefined ? '' : `: ${plain(note)}`} (${certainty})`), '']),
  ];
}

function nameOf(language: Language): string {
  return LANGUAGES[language]?.name ?? language;
}

const BOTH: readonly Register[] = ['treaty', 'memorandum'];

function named(what: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${what}: ${ids.map((id) => `\`${id}\``).join(', ')}.`];
}

function variantLines(provision: Provision, variant: Variant, library: Library, languages: readonly Language[]): readonly string[] {
  const { id, rank, rationale, raises, when, requires, conflicts, clauses } = variant;
  const registers = registersOf(provision, variant);
  const facts = [
    ...(when ? [`Possible when: ${plain(conditionInWords(when, library))}.`] : []),
    ...(variant.registers ? [`Register: ${registers.join(', ')}.`] : []),
    ...named('Requires', requires), ...named('Excludes', conflicts),
    ...(raises.length === 0 ? [] : [`May need authority: ${raises.map(({ matter, note }) => `${matter}${note === undefined ? '' : ` (${plain(note)})`}`).join(', ')}.`]),
  ];
  return [
    `### ${id} (${rank})`, '',
    ...paragraphs(rationale), ...facts.flatMap((fact) => [fact, '']),
    ...table(['Clause', ...languages.map(nameOf)], clauses.flatMap((clause) => clauseRows(clause, 0, undefined, { library, languages, registers }))),
  ];
}

interface Rows {
  readonly library: Library;
  readonly languages: readonly Language[];
  readonly registers: readonly Register[];
}

function clauseRows(clause: Clause, depth: number, outer: string | undefined, rows: Rows): readonly (readonly string[])[] {
  const { library, languages, registers } = rows;
  const each = clause.each?.in ?? outer;
  const notes = [
    ...(clause.when ? [`when ${plain(conditionInWords(clause.when, library))}`] : []),
    ...(clause.each ? [`once for each of ${eachInWords(clause.each.in, library)}`] : []),
    ...(clause.table ? [`with a table: ${eachInWords(clause.table.in, library)}`] : []),
  ];
  const label = `${'– '.repeat(depth)}${clause.key}${notes.length === 0 ? '' : `<br>*${notes.join('; ')}*`}`;
  const cells = (text: ClauseText | undefined, opens: boolean): readonly string[] => languages.map((language) => (text ? cellOf(text, { library, language, registers, opens, ...(each === undefined ? {} : { each }) }) : ''));
  return [
    [label, ...cells(clause.text, depth === 0)],
    ...(clause.table ? [[`${'– '.repeat(depth + 1)}columns`, ...languages.map((language) => [...(clause.table?.columns.map(({ heading }) => plain(heading[language] ?? '–')) ?? []), ...(clause.table?.totals?.flatMap(({ label }) => plain(label?.[language] ?? '')) ?? [])].filter((words) => words !== '').join(' / '))]] : []),
    ...clause.clauses.flatMap((child) => clauseRows(child, depth + 1, each, rows)),
    ...(clause.single ? [[`${'– '.repeat(depth)}(for one item)`, ...cells(clause.single, depth === 0)]] : []),
    ...(clause.tail ? [[`${'– '.repeat(depth)}(after the points)`, ...cells(clause.tail, false)]] : []),
  ];
}

function eachInWords(name: string, library: Library): string {
  switch (name) {
    case 'parties': return 'the parties';
    case 'terms': return 'the terms that the text uses';
    case 'cited': return 'the framework’s articles that apply';
    default: {
      const ask = library.parameters[name]?.ask;
      return ask === undefined ? plain(name) : `“${plain(Object.values(ask)[0] ?? name)}”`;
    }
  }
}

/** The words in one language; both registers where they have texts of their own. */
function cellOf(text: ClauseText, { library, language, registers, each, opens = true }: { readonly library: Library; readonly language: Language; readonly registers: readonly Register[]; readonly each?: string; readonly opens?: boolean }): string {
  const words = text[language];
  if (words === undefined) return '–';
  const reading = { library, language, opens, ...(each === undefined ? {} : { each }) };
  const [first = 'treaty'] = registers;
  if (isLeaf(words)) return plain(readableLeaf(words, { ...reading, register: registers.includes('treaty') ? 'treaty' : first }));
  return registers.flatMap((register) => (words[register] ? [`*${register}:* ${plain(readableLeaf(words[register], { ...reading, register }))}`] : [])).join('<br>');
}

function questionLines(names: readonly string[], library: Library, languages: readonly Language[]): readonly string[] {
  const rows = names.flatMap((name): readonly (readonly string[])[] => {
    const parameter = library.parameters[name];
    if (!parameter) return [];
    return [[`\`${name}\`<br>${limitsOf(parameter)}`, ...languages.map((language) => asked(parameter, language))]];
  });
  return rows.length === 0 ? [] : ['### Questions', '', ...table(['Parameter', ...languages.map(nameOf)], rows)];
}

function asked({ ask, help, options, columns }: Parameter, language: Language): string {
  const parts = [
    plain(ask[language] ?? '–'), ...(help?.[language] === undefined ? [] : [`*${plain(help[language])}*`]),
    ...(options ? [options.map(({ id, label }) => `– ${plain(label[language]?.nom ?? id)}`).join('<br>')] : []),
    ...(columns ? [`(${columns.map(({ label }) => plain(label[language] ?? '–')).join(' / ')})`] : []),
  ];
  return parts.join('<br>');
}

function limitsOf({ type, unit, default: usual, constraint, signing, options }: Parameter): string {
  const parts = [
    kindInWords(type, 'en'), ...(unit === 'working' ? ['working days'] : []), ...(usual === undefined ? [] : [`usually ${plain(valueInWords(usual, options))}`]),
    ...(constraint ? [plain(constraint.source.replace(/period\("([^"]+)"\)/gu, '$1').replaceAll('&&', 'and').replaceAll('||', 'or'))] : []), ...(signing === true ? ['filled by hand at signature'] : []),
  ];
  return parts.join('; ');
}

function valueInWords(value: Value, options: Parameter['options']): string {
  switch (value.type) {
    case 'boolean': return value.boolean ? 'yes' : 'no';
    case 'integer': return String(value.integer);
    case 'duration': return value.iso;
    case 'date': return value.date;
    case 'choice': return Object.values(options?.find(({ id }) => id === value.choice)?.label ?? {})[0]?.nom ?? value.choice;
    case 'party': return value.party;
    case 'text': return Object.values(value.text)[0] ?? '';
    case 'money': return `${value.currency} ${value.minor.replace(/(\d\d)$/u, '.$1').replace(/\.00$/u, '')}`;
    case 'share': return value.shares.map(({ party, percent }) => `${party} ${percent}`).join(', ');
    case 'list': return value.items.map(({ text }) => Object.values(text)[0] ?? '').join('; ');
    case 'table': return `${value.rows.length} rows`;
    default: return value satisfies never;
  }
}

function termLines(library: Library, languages: readonly Language[]): readonly string[] {
  return ['## Terms', '', ...table(['Term', ...languages.map(nameOf)], library.definitions.map((definition) => [`\`${definition.id}\``, ...languages.map((language) => termCell(definition, language, library))]))];
}

function termCell({ name, text, avoid, kept }: Definition, language: Language, library: Library): string {
  const words: Localized<string | Readonly<Record<Register, string>>>[string] | undefined = name[language];
  const shown = words === undefined ? '–' : typeof words === 'string' ? plain(words) : words.treaty === words.memorandum ? plain(words.treaty) : `${plain(words.treaty)} (memorandum: ${plain(words.memorandum)})`;
  const meaning = text ? cellOf(text, { library, language, registers: BOTH, opens: false }) : '';
  const not = avoid[language] ?? [];
  return [`**${shown}**`, ...(meaning === '' ? [] : [meaning]), ...(not.length === 0 ? [] : [`*not: ${not.map(plain).join(', ')}*`]), ...(kept === undefined ? [] : [`*${plain(kept)}*`])].join('<br>');
}
