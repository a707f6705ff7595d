import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { type Files, findingsOf, type Found, placeOf, project, repository, seeded } from '../support/seeded.ts';

const ARRANGEMENT = 'examples/fusion-centre/arrangement.yaml';
const FRAMEWORK = 'examples/us-ru-framework/arrangement.yaml';
const TEMPLATE = 'own/templates/implementing-arrangement.hbs';

const EXAMPLES: Files = { [ARRANGEMENT]: repository(ARRANGEMENT), [FRAMEWORK]: repository(FRAMEWORK) };

const provision = (id: string, more = ''): string => `id: ${id}
version: "1.0.0"
article: visits
scope: optional
instruments: [implementing-arrangement]
title: { en: Sample, ru: Образец }
parameters: [house.period]
${more}variants:
  plain:
    rank: preferred
    rationale: For a test.
    clauses:
      - key: body
        en: The host keeps a list of its visitors.
        ru: Принимающая Сторона ведёт список посетителей.
      - key: term
        en: "The list is kept for {{words "house.period"}}."
        ru: "Список хранится {{words "house.period" case="acc"}}."
`.replaceAll('"The list is kept for {{words "house.period"}}."', `'The list is kept for {{words "house.period"}}.'`).replaceAll('"Список хранится {{words "house.period" case="acc"}}."', `'Список хранится {{words "house.period" case="acc"}}.'`);

/** A library of one's own without a fault, laid over the built-in one. */
const OWN: Files = {
  'own/index.yaml': 'name: own\nversion: "1.0.0"\nprovisions:\n  - visits/first\n  - visits/second\n  - liability/third-party\n',
  'own/visits/first.yaml': provision('visits.first', 'when: house.wanted\nrequires: [visits.second]\n'),
  'own/visits/second.yaml': provision('visits.second'),
  'own/liability/third-party.yaml': 'extends: liability.third-party\nguidance: |\n  Ask the office first.\nvariants:\n  by-share:\n    rationale: Quick.\n',
  'own/parameters/house.yaml': `house.wanted:
  type: boolean
  default: false
  ask: { en: Is it wanted?, ru: Нужно ли это? }
house.period:
  type: duration
  default: P30D
  constraint: value >= period("P10D")
  ask: { en: How long?, ru: Как долго? }
`,
  'own/definitions/dossier.yaml': `id: dossier
name: { en: Dossier, ru: досье }
text:
  en: the file kept on a visitor
  ru: дело, заведённое на посетителя
forms: { ru: [досье] }
`,
  [TEMPLATE]: repository('templates/implementing-arrangement.hbs'),
};
const OTHER: Files = {
  'own/index.yaml': 'name: own\nversion: "1.0.0"\nprovisions:\n  - personnel/assignment\n  - liability/third-party\n',
  'own/personnel/assignment.yaml': provision('personnel.assignment', 'replaces: [personnel.assignment]\n').replaceAll('house.period', 'visits.leadTime'),
  'own/liability/third-party.yaml': 'extends: liability.third-party\nguidance: Ask the office first.\n',
  'other/index.yaml': 'name: other\nversion: "1.0.0"\nprovisions:\n  - personnel/assignment\n  - liability/third-party\n',
  'other/personnel/assignment.yaml': provision('personnel.other').replaceAll('house.period', 'visits.leadTime'),
  'other/liability/third-party.yaml': 'extends: liability.third-party\naliases: [claims of strangers]\n',
};

const MAP: Files = {
  'map/framework.yaml': `framework:
  id: old-agreement
  edition: "1994"
  title: { en: Agreement on Research, ru: Соглашение об исследованиях }
  label: { en: Agreement, ru: { nom: Соглашение, gen: Соглашения, dat: Соглашению, acc: Соглашение, ins: Соглашением, pre: Соглашении } }
  place: { en: Geneva, ru: Женева }
  date: "1994-03-01"
  parties: [us, ru]
articles:
  - article: arrangements
    ordinal: 4
    title: { en: Arrangements, ru: Протоколы }
    provisions: [arrangements.enabling]
  - article: liability
    ordinal: 5
    title: { en: Liability, ru: Ответственность }
    opening: fixed
    blocks:
      liability.third-party/division: [2]
  - article: disputes
    ordinal: 6
    title: { en: Disputes, ru: Споры }
    rule: mayNot
    values: { duration.term: P12Y }
terms:
  project: { name: { en: Project, ru: проект } }
`,
};

const EXAMPLE = ['validate', ARRANGEMENT];
const UMBRELLA = ['validate', FRAMEWORK];
const LAID = ['validate', ARRANGEMENT, '--library', 'own'];
const TWICE = ['validate', ARRANGEMENT, '--library', 'own', '--library', 'other'];
const MAPPED = ['validate', 'map/framework.yaml'];

interface Seed {
  readonly what: string;
  readonly file: string;
  /** Stands in the file once; empty for a file that is not there yet. */
  readonly from: string;
  /** With ‸ where the finding is expected. */
  readonly to: string;
  readonly rule: string;
  readonly severity?: 'warning';
  /** Where the finding is expected, if not at the mark: a file and words that stand in it once. */
  readonly at?: readonly [file: string, words: string];
  /** The finding stands where the cell or line of the mark begins. */
  readonly whole?: 'mark' | 'cell' | 'line';
  /** What the finding says follows from the fault. */
  readonly related?: readonly RegExp[];
}

const fault = (what: string, file: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => ({ what, file, from, to, rule, ...more });
const chosen = (what: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => fault(what, ARRANGEMENT, from, to, rule, more);

const IN_ARRANGEMENT: readonly Seed[] = [
  chosen('an unknown key', 'register: treaty', '‸regster: treaty', 'unknown-key'),
  chosen('a wrong type', 'languages: [en, ru]', 'languages: ‸en', 'wrong-type'),
  chosen('a key twice', 'register: treaty', 'register: treaty\n‸register: memorandum', 'duplicate-key'),
  chosen('a group of values twice', '  duration:\n', '  finance:\n    shared: false\n  duration:\n'.replace('  finance', '  ‸finance'), 'duplicate-key'),
  chosen('an unknown provision', 'centre.crews: co-equal', '‸centre.crew: co-equal', 'unknown-provision'),
  chosen('an unknown variant', 'centre.crews: co-equal', 'centre.crews: ‸coequal', 'unknown-variant'),
  chosen('an unknown parameter', 'crewSize: 16', '‸crewSze: 16', 'unknown-parameter'),
  chosen('a group of parameters that is none', '  launch:\n    exchange', '  ‸lunch:\n    exchange', 'unknown-parameter'),
  chosen('a value that breaks its constraint', 'latency: PT60S', 'latency: ‸PT6000S', 'constraint-broken'),
  chosen('shares that do not add up', '{ us: 50, ru: 50 }', '‸{ us: 50, ru: 40 }', 'shares-sum'),
  chosen('a share too few', '{ us: 50, ru: 50 }', '‸{ us: 50 }', 'missing-key'),
  chosen('a duration in words', 'retention: P90D', 'retention: ‸ninety days', 'wrong-type'),
  chosen('a currency that is none', '"USD 38000000"', '‸"USX 38000000"', 'wrong-type'),
  chosen('a date that is none', 'choose:\n', 'waivers:\n  - { rule: blank-open, at: "*", by: a, on: ‸2026-13-40, reason: r }\nchoose:\n', 'wrong-value'),
  chosen('an unknown party', '  - id: ru\n', '  - id: ‸rus\n', 'unknown-party'),
  chosen('a framework that is not there', '../us-ru-framework/arrangement.yaml #', '‸../us-ru-framework/arangement.yaml #', 'missing-file'),
  chosen('a framework that is itself', '../us-ru-framework/arrangement.yaml #', '‸arrangement.yaml #', 'circular-framework'),
  chosen('a text without one of its languages', '{ en: Western Site, ru: Западный объект }', '‸{ en: Western Site }', 'missing-translation'),
  chosen('a list key twice', '      - key: lines\n        en: the laying', '      - key: ‸fitting-out\n        en: the laying', 'duplicate-key'),
  chosen('a reserved matter touched', 'values:\n  project:', 'values:\n  liability:\n    claimNotice: ‸P45D\n  project:', 'reserved-touched'),
  chosen('a reserved text departed from', 'choose:\n', 'incorporate: { liability: full }\ndepartures:\n  - at: liability.third-party/equal\n    text: { en: ‸It is shared., ru: Она делится. }\n    by: a\n    on: 2026-11-01\n    why: w\nchoose:\n', 'reserved-touched'),
  chosen('a mandatory article omitted', 'choose:\n', 'omit:\n  - { provision: ‸precedence.framework, reason: not wanted }\nchoose:\n', 'article-missing'),
  chosen('a provision omitted that another requires', 'choose:\n', 'omit:\n  - ‸{ provision: personnel.status, reason: not wanted }\nchoose:\n', 'requirement-omitted'),
  chosen('a provision both chosen and omitted', 'choose:\n', 'omit:\n  - ‸{ provision: finance.cost-shares, reason: not wanted }\nchoose:\n', 'choice-contradicted'),
  chosen('a variant that its condition rules out', 'choose:\n', 'choose:\n  ‸personnel.assignment: listed-posts\n', 'choice-refused'),
  chosen('two provisions that exclude each other, both chosen', 'centre.sites: joint-sites ', '‸centre.sites: linked-national ', 'conflict', { related: [/“centre.crews” is in: chosen/] }),
  chosen('a departure from a clause that does not exist', 'choose:\n', 'departures:\n  - at: ‸centre.crews/headz\n    by: a\n    on: 2026-11-01\n    why: w\nchoose:\n', 'unknown-clause'),
  chosen('a waiver that waives nothing', 'choose:\n', 'waivers:\n  - ‸{ rule: undefined-term, at: "centre.crews/heads", by: a, on: 2026-11-01, reason: r }\nchoose:\n', 'waiver-unused', { severity: 'warning' }),
  chosen('an unknown article for words of its own', 'choose:\n', 'add:\n  - id: own.words\n    article: ‸centr\n    clauses:\n      - { key: a, en: The site is lit., ru: Объект освещается. }\nchoose:\n', 'unknown-article'),
  chosen('an unknown helper in words of its own', 'choose:\n', 'add:\n  - id: own.words\n    article: centre\n    clauses:\n      - { key: a, en: "‸{{shal}} be lit.", ru: Объект освещается. }\nchoose:\n', 'unknown-helper'),
];

const IN_FRAMEWORK: readonly Seed[] = [
  fault('a party too few', FRAMEWORK, 'parties: [us, ru] ', 'parties: ‸[us] ', 'wrong-value'),
  fault('an unknown opening', FRAMEWORK, 'scope: narrow-only ', 'scope: ‸narrow ', 'wrong-value'),
  fault('an opening for an unknown article', FRAMEWORK, '  objectives: fill', '  ‸objectivs: fill', 'unknown-article'),
  fault('a key that must be there misspelt', FRAMEWORK, 'instrument: framework', '‸instrumnt: framework', 'unknown-key', { related: [/is missing/] }),
];
const FIRST = 'own/visits/first.yaml';
const PARAMETERS = 'own/parameters/house.yaml';
const EXTENSION = 'own/liability/third-party.yaml';
const laid = (what: string, file: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => fault(what, file, from, to, rule, more);

const IN_LIBRARY: readonly Seed[] = [
  laid('YAML that does not parse', FIRST, 'scope: optional', 'scope: [optional\n‸extra: x', 'yaml-syntax'),
  laid('an unknown key', FIRST, 'scope: optional', 'scope: optional\n‸guidence: x', 'unknown-key'),
  laid('an id that is taken', 'own/visits/second.yaml', 'id: visits.second', 'id: ‸visits.procedure', 'duplicate-provision'),
  laid('a condition that is no CEL', FIRST, 'when: house.wanted', 'when: house.wanted && ‸&& true', 'condition-invalid'),
  laid('a condition over an undeclared parameter', FIRST, 'when: house.wanted', 'when: house.‸wnted', 'condition-invalid'),
  laid('a wrong type in a condition', FIRST, 'when: house.wanted', 'when: ‸house.period > 3', 'condition-invalid'),
  laid('a condition that gives no truth value', FIRST, 'when: house.wanted', 'when: ‸parties.size()', 'condition-invalid'),
  laid('a requirement that does not exist', FIRST, 'requires: [visits.second]', 'requires: [‸visits.secnd]', 'unknown-provision'),
  laid('requirements in a circle', 'own/visits/second.yaml', 'parameters: [house.period]', 'parameters: [house.period]\nrequires: [visits.first]', 'circular-requirement', { at: [FIRST, 'visits.second]'], related: [/“visits.second” requires the next/] }),
  laid('a text without its Russian', FIRST, '        ru: Принимающая Сторона ведёт список посетителей.\n', '', 'missing-translation', { severity: 'warning', at: [FIRST, 'The host keeps a list'] }),
  laid('a text without one register', FIRST, 'en: The host keeps a list of its visitors.', 'en: { treaty: ‸The host keeps a list of its visitors. }', 'missing-translation', { severity: 'warning' }),
  laid('a reference to an unknown clause', FIRST, 'The host keeps a list of its visitors.', "'See ‸{{ref \"visits.procedure/reqest\"}}.'", 'unknown-reference'),
  laid('an undeclared parameter in a text', FIRST, 'The host keeps a list of its visitors.', "'Within ‸{{house.perod}}.'", 'unknown-parameter'),
  laid('a parameter that the provision does not list', FIRST, 'The host keeps a list of its visitors.', "'Within ‸{{visits.leadTime}}.'", 'undeclared-parameter'),
  laid('a term that is not defined', FIRST, 'The host keeps a list of its visitors.', "'The ‸{{term \"dosier\"}} is kept.'", 'unknown-term'),
  laid('an unknown helper', FIRST, 'The host keeps a list of its visitors.', "'The host ‸{{shal}} keep a list.'", 'unknown-helper'),
  laid('an unknown case', FIRST, '{{words "house.period" case="acc"}}', '‸{{words "house.period" case="voc"}}', 'leaf-syntax'),
  laid('a hole that is not closed', FIRST, 'The host keeps a list of its visitors.', "'The host ‸{{shall keep a list.'", 'leaf-syntax'),
  laid('a term defined in two files', 'own/definitions/file.yaml', '', 'id: ‸dossier\nname: { en: File, ru: папка }\n', 'duplicate-definition'),
  laid('a term in a file of another name', 'own/definitions/dossier.yaml', 'id: dossier', 'id: ‸file', 'misplaced-definition', { severity: 'warning' }),
  laid('a term of another’s name', 'own/definitions/dossier.yaml', 'name: { en: Dossier, ru: досье }', 'name: { en: ‸Third Party, ru: досье }', 'term-defined-twice'),
  laid('an overlay of what does not exist', EXTENSION, 'extends: liability.third-party', 'extends: ‸liability.thrd-party', 'unknown-provision'),
  laid('a new variant without clauses', EXTENSION, '  by-share:\n', '  ‸by-shares:\n', 'missing-key'),
  laid('a stale base', EXTENSION, 'guidance: |', 'base: ‸"0000000000000000"\nguidance: |', 'overlay-base-stale', { severity: 'warning' }),
  laid('a default that breaks its own constraint', PARAMETERS, 'default: P30D', 'default: ‸P3D', 'constraint-broken'),
  laid('a default of the wrong type', PARAMETERS, 'default: P30D', 'default: ‸30', 'wrong-type'),
  laid('a constraint that is no CEL', PARAMETERS, 'constraint: value >= period("P10D")', 'constraint: value >=‸> period("P10D")', 'condition-invalid'),
  laid('a parameter of another type than below', PARAMETERS, 'house.wanted:', '‸visits.leadTime:\n  type: integer\n  ask: { en: a, ru: b }\nhouse.wanted:', 'overlay-conflict'),
  ...['instrument', 'register', 'parties', 'framework', 'package', 'type', 'true'].map((name) => laid(`a group of parameters named ${name}`, PARAMETERS, 'house.wanted:', `‸${name}.term:\n  type: integer\n  ask: { en: a, ru: b }\nhouse.wanted:`, 'reserved-name')),
  laid('a file of parameters that does not parse', PARAMETERS, '  type: boolean', '  type: [boolean\n  ‸x: y', 'yaml-syntax', { related: [/house\.period/] }),
  laid('a provision that does not parse and is required', 'own/visits/second.yaml', 'scope: optional', 'scope: [optional\n‸extra: x', 'yaml-syntax', { related: [/“visits.second”, which does not exist/] }),
  laid('a citation that names no parameter', EXTENSION, 'guidance: |', "citation: { en: 'It applies within ‸{{liability.claimNotce}}.', ru: Применяется статья. }\nguidance: |", 'unknown-parameter'),
  laid('an overlay that clears the way for what is not there', EXTENSION, '    rationale: Quick.', '    rationale: Quick.\n    requires: [‸liability.miscnduct]', 'unknown-provision'),
  laid('a file that the index lacks', 'own/index.yaml', '  - visits/second\n', '', 'unlisted-file', { at: ['own/visits/second.yaml', 'id:'], related: [/which does not exist/] }),
  laid('an unknown article', FIRST, 'article: visits', 'article: ‸visit', 'unknown-article'),
  laid('an unknown instrument', FIRST, '[implementing-arrangement]', '[‸implementing-arangement]', 'unknown-instrument'),
  laid('a clause key twice', FIRST, 'key: term', 'key: ‸body', 'duplicate-clause'),
  laid('an unknown rank', FIRST, 'rank: preferred', 'rank: ‸prefered', 'wrong-value'),
  laid('a template that does not parse', TEMPLATE, '{{closing}}', '{{closing‸}', 'template-invalid'),
  laid('an unknown helper in a template', TEMPLATE, '{{closing}}', '‸{{closng}}', 'template-invalid'),
  laid('a partial in a template', TEMPLATE, '{{closing}}', '‸{{> footer}}\n{{closing}}', 'template-invalid'),
  laid('a block that is not closed', TEMPLATE, '{{#if framework}}{{article "application"}}{{/if}}', '‸{{#if framework}}{{article "application"}}', 'template-invalid'),
  laid('an unknown article in a template', TEMPLATE, '{{article "survival"}}', '‸{{article "survivl"}}', 'unknown-article'),
  laid('an article twice in a template', TEMPLATE, '{{article "survival"}}', '{{article "survival"}}\n‸{{article "survival"}}', 'template-invalid'),
  laid('words in a template', TEMPLATE, '{{closing}}', '‸In witness whereof\n{{closing}}', 'template-invalid'),
];
const IN_OWN_WORDS: readonly Seed[] = [
  chosen('a term defined and never used', 'choose:\n', `add:\n  - id: own.words\n    article: centre\n    clauses:\n      - key: a\n        en: '‸Each Party shall keep a file (“{{define "dossier"}}”).'\n        ru: 'Каждая из Сторон ведёт дело (далее – {{define "dossier"}}).'\nchoose:\n`, 'unused-term', { severity: 'warning' }),
  chosen('an unknown term in words of its own', 'choose:\n', `add:\n  - id: own.words\n    article: centre\n    clauses:\n      - { key: a, en: 'The ‸{{term "dosier"}} is kept.', ru: Дело хранится. }\nchoose:\n`, 'unknown-term'),
  chosen('an unknown parameter in a departure', 'choose:\n', `departures:\n  - at: centre.crews/heads\n    text: { en: 'Within ‸{{house.perod}}.', ru: В срок. }\n    by: a\n    on: 2026-11-01\n    why: w\nchoose:\n`, 'unknown-parameter'),
];
/** A library in which one provision, always in, requires another. */
const REQUIRING: Files = { ...OWN, [FIRST]: provision('visits.first', 'requires: [visits.second]\n').replace('scope: optional', 'scope: project') };
const IN_REQUIRED: readonly Seed[] = [
  laid('a condition over nothing on what is required', 'own/visits/second.yaml', 'scope: optional', 'scope: optional\nwhen: house.‸wnted', 'condition-invalid', { related: [/“visits.first” requires “visits.second”, which is left out/] }),
  laid('a condition that rules out what is required', 'own/visits/second.yaml', 'scope: optional', 'scope: optional\nwhen: house.wanted', 'requirement-unmet', { at: [FIRST, 'visits.first'] }),
];
const IN_LAYERS: readonly Seed[] = [
  fault('two layers that replace one provision', 'other/personnel/assignment.yaml', 'id: personnel.other', 'id: ‸personnel.assignment\nreplaces: [personnel.assignment]', 'overlay-conflict'),
  fault('two layers that set one field', 'other/liability/third-party.yaml', 'aliases: [claims of strangers]', 'guidance: ‸Ask nobody.', 'overlay-conflict'),
];
const map = (what: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => fault(what, 'map/framework.yaml', from, to, rule, more);
const IN_MAP: readonly Seed[] = [
  map('an unknown article', 'article: disputes', 'article: ‸dispute', 'unknown-article'),
  map('a wrong rule', 'rule: mayNot', 'rule: ‸maynot', 'wrong-value'),
  map('a wrong opening', 'opening: fixed', 'opening: ‸closed', 'wrong-value'),
  map('an ordinal twice', 'ordinal: 6', 'ordinal: ‸5', 'duplicate-key'),
  map('an article twice', 'article: disputes', 'article: ‸liability', 'duplicate-key'),
  map('an unknown block', 'liability.third-party/division: [2]', '‸liability.third-party/divison: [2]', 'unknown-clause'),
  map('an unknown parameter', 'duration.term: P12Y', '‸duration.trm: P30Y', 'unknown-parameter'),
  map('a wrong value', 'duration.term: P12Y', 'duration.term: ‸30', 'wrong-type'),
  map('a bad date', '"1994-03-01"', '‸"1994-02-30"', 'wrong-value'),
  map('an unknown party', 'parties: [us, ru]', 'parties: [us, ‸xx]', 'unknown-party', { severity: 'warning' }),
];

const UNDER_MAP: Files = { ...MAP, [ARRANGEMENT]: repository(ARRANGEMENT).replace('../us-ru-framework/arrangement.yaml', '../../map/framework.yaml') };
const IN_MAPPED: readonly Seed[] = [
  chosen('a term beyond the framework’s', 'term: P10Y ', 'term: ‸P25Y ', 'duration-exceeds-framework'),
];

/** Drafts as the tool writes them. */
async function written(files: Files, ...argv: readonly string[]): Promise<Files> {
  const host = project(files);
  const code = await run(['draft', ARRANGEMENT, ...argv], host);
  const out = argv[argv.indexOf('-o') + 1] ?? '';
  const text = host.files.get(`/project/${out}`);
  if (text === undefined) throw new Error(`nothing was written (${code}): ${host.printed.err}`);
  return { ...files, [out]: text };
}

const MD = 'out/text.md';
const EN = 'out/english.md';
const JSON_FILE = 'out/text.json';
const inTable = (what: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => fault(what, MD, from, to, rule, { whole: 'cell', ...more });
const inEnglish = (what: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => fault(what, EN, from, to, rule, { whole: 'line', ...more });
const inJson = (what: string, from: string, to: string, rule: string, more: Partial<Seed> = {}): Seed => fault(what, JSON_FILE, from, to, rule, more);

const HEADS = '<a id="centre.crews/heads"></a>6. <!--paragraph 6-->Each Party shall appoint one head of the crew at each site.';
const IN_MD: readonly Seed[] = [
  inTable('a text changed without a departure', 'Each Party shall appoint one head', '‸Each Party shall appoint two heads', 'departure-unrecorded'),
  inTable('words changed in both languages', 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have like authority.', 'departure-unrecorded'),
  inTable('a number that differs between the languages', '-->sixteen (16)<', '-->‸seventeen (17)<', 'departure-unrecorded', { related: [/the numbers differ: “17” in en, “16” in ru/] }),
  inTable('words that are not the figures', '-->sixteen (16)<', '-->‸fifteen (16)<', 'words-figures-differ', { related: [/but the arrangement gives/] }),
  inTable('a number changed in both languages', '| <a id="centre.crews/equality"></a>7. <!--paragraph 7-->The two heads at a site shall have equal authority. | 7. <!--', '| ‸<a id="centre.crews/equality"></a>8. <!--paragraph 7-->The two heads at a site shall have equal authority. | 8. <!--', 'label-gap', { whole: 'line', severity: 'warning' }),
  inTable('a Russian cell removed', 'Каждая из Сторон назначает на каждый объект одного начальника расчёта.', '‸', 'parity-structure'),
  inTable('a reference to an article that is not there', 'Receipt of <!--t', '‸Under Article 99, receipt of <!--t', 'dangling-reference'),
  inTable('a term that nobody defines', 'Each Party shall appoint one head of the crew at each site.', '‸Each Party shall appoint one Watch Commander at each site.', 'undefined-term'),
  inTable('a broken comment', '<!--t centre bvll2e-->Centre<!--/--> round the clock', '‸<!--t centre bvll2e-Centre<!--/--> round the clock', 'draft-comment', { whole: 'mark', related: [/the text is not the library’s/, /is not used in en/] }),
  inTable('a cell too many', '| 6. <!--.-->Каждая', '| 6. <!--.--> | ‸Каждая', 'draft-table', { related: [/text in en and none in ru/] }),
  inTable('a row without its bar', 'Each head may at any time report to the Party that appointed that head. | 9.', 'Each head may at any time report to the Party that appointed that head.  ‸9.', 'parity-structure', { whole: 'line', related: [/the text is not the library’s/] }),
  inTable('a paragraph removed', '| <a id="centre.crews/equality"></a>7. <!--paragraph 7-->The two heads at a site shall have equal authority. | 7. <!--.-->Оба начальника расчёта на объекте обладают равными полномочиями. |\n', '', 'clause-missing', { at: [MD, '<a id="centre.crews/heads"></a>'], whole: 'line' }),
  inTable('a number changed in one language', '<a id="centre.crews/equality"></a>7. <!--', '‸<a id="centre.crews/equality"></a>8. <!--', 'parity-structure', { whole: 'line' }),
  inTable('a date in figures alone', 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have equal authority from 01.02.2027.', 'numeric-date'),
  inTable('a Russian duty in the future', 'Оба начальника расчёта на объекте обладают равными полномочиями.', '‸Оба начальника расчёта на объекте будут обладать равными полномочиями.', 'ru-future-duty', { related: [/the text is not the library’s/] }),
  inTable('Latin letters in a Russian word', 'Каждая из Сторон назначает на каждый', '‸Каждая из Cторон назначает на каждый', 'latin-in-cyrillic', { related: [/the text is not the library’s/] }),
  inTable('a placeholder', 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have equal authority [TBD].', 'placeholder-text', { related: [/the text is not the library’s/] }),
  inTable('Participants among Parties', 'The two heads at a site shall have equal authority.', '‸The two heads of the Participants shall have equal authority.', 'party-word-mixed'),
  inTable('a bare dollar', 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have $500 each.', 'currency-bare'),
  inTable('a blank drawn by hand', 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have ______ authority.', 'blank-open', { related: [/the text is not the library’s/] }),
  inTable('a term defined twice', 'The two heads at a site shall have equal authority.', '‸“Centre” means the two heads, who shall have equal authority.', 'term-defined-twice'),
];
const IN_EN: readonly Seed[] = [
  inEnglish('a text changed without a departure', 'Each Party shall appoint one head', '‸Each Party shall appoint two heads', 'departure-unrecorded'),
  inEnglish('a term that nobody defines', 'Each Party shall appoint one head of the crew at each site.', '‸Each Party shall appoint one Watch Commander at each site.', 'undefined-term'),
  inEnglish('will for shall', 'Each Party shall appoint one head', '‸Each Party will appoint one head', 'will-as-duty', { related: [/the text is not the library’s/] }),
  inEnglish('a paragraph that has lost its anchor', '<a id="centre.crews/heads"></a>6. <!--paragraph 6-->', '6. ', 'clause-missing', { at: [EN, '<a id="centre.crews/number"></a>'], related: [/not in the arrangement/] }),
  inEnglish('a paragraph pasted in twice', HEADS, `${HEADS}\n\n‸${HEADS}`, 'duplicate-id', { severity: 'warning' }),
  inEnglish('a paragraph of one’s own', '<a id="centre.crews/heads"></a>', '‸Each Party shall keep a log of the crew.\n\n<a id="centre.crews/heads"></a>', 'clause-added', { severity: 'warning' }),
  inEnglish('a number that skips', '<a id="centre.crews/equality"></a>7. <!--', '‸<a id="centre.crews/equality"></a>8. <!--', 'label-gap', { severity: 'warning' }),
  inEnglish('and/or', 'Each Party shall appoint one head', '‸Each Party shall appoint one head and/or deputy', 'and-or', { related: [/the text is not the library’s/] }),
];
const MEMORANDUM: Files = { ...EXAMPLES, [ARRANGEMENT]: repository(ARRANGEMENT).replace('register: treaty', 'register: memorandum') };
const IN_MEMORANDUM: readonly Seed[] = [
  inTable('a word of the other register', 'The two heads at a site will have equal authority.', '‸The two heads at a site shall have equal authority.', 'register-mixed', { related: [/the text is not the library’s/] }),
];
const IN_DATED: readonly Seed[] = [
  inTable('a date that differs between the languages', '-->1 March 1994<', '-->‸2 March 1994<', 'name-reworded', { whole: 'mark', related: [/the dates differ/] }),
];
const SIGNED = 'out/signed.md';
const IN_SIGNED: readonly Seed[] = [
  fault('a blank left at signature', SIGNED, 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have ______ authority.', 'blank-open', { whole: 'line', related: [/the text is not the library’s/] }),
  fault('brackets left at signature', SIGNED, 'The two heads at a site shall have equal authority.', '‸The two heads at a site shall have [equal] authority.', 'bracket-open', { whole: 'line', related: [/the text is not the library’s/] }),
];
const IN_JSON: readonly Seed[] = [
  inJson('a value that is none of the choices', '"stage": "negotiating"', '"stage": ‸"negotiatng"', 'draft-schema'),
  inJson('a key that is not known', '"stage": "negotiating"', '‸"stge": "negotiating"', 'draft-schema'),
  inJson('a comma too many', '"stage": "negotiating",', '"stage": "negotiating",‸,', 'json-syntax'),
  inJson('words that are not the figures', '"sixteen (16)"', '"fifteen (16)"', 'words-figures-differ', { at: [JSON_FILE, '"centre.crews/number"'], related: [/but the arrangement gives/] }),
];

/** What is checked: a project without a fault, how, and the faults laid into it one at a time. */
const WORLDS: readonly (readonly [where: string, files: Files, argv: readonly string[], seeds: readonly Seed[]])[] = [
  ['an arrangement', EXAMPLES, EXAMPLE, IN_ARRANGEMENT],
  ['an arrangement under a framework map', UNDER_MAP, EXAMPLE, IN_MAPPED],
  ['an arrangement’s own words', { ...EXAMPLES, ...OWN }, LAID, IN_OWN_WORDS],
  ['a library laid over the built-in one', { ...EXAMPLES, ...OWN }, LAID, IN_LIBRARY],
  ['a library whose provisions need each other', { ...EXAMPLES, ...REQUIRING }, LAID, IN_REQUIRED],
  ['two libraries laid over each other', { ...EXAMPLES, ...OTHER }, TWICE, IN_LAYERS],
  ['a framework', EXAMPLES, UMBRELLA, IN_FRAMEWORK],
  ['a framework map', MAP, MAPPED, IN_MAP],
  ['a draft in two languages', await written(EXAMPLES, '-o', MD), ['validate', MD], IN_MD],
  ['a draft with a date', await written(UNDER_MAP, '-o', MD), ['validate', MD], IN_DATED],
  ['a memorandum', await written(MEMORANDUM, '-o', MD), ['validate', MD], IN_MEMORANDUM],
  ['a draft in one language', await written(EXAMPLES, '--lang', 'en', '-o', EN), ['validate', EN], IN_EN],
  ['a text for signature', await written(UNDER_MAP, '--stage', 'signature', '-o', SIGNED), ['validate', SIGNED], IN_SIGNED],
  ['a draft in JSON', await written(EXAMPLES, '-o', JSON_FILE), ['validate', JSON_FILE], IN_JSON],
];

/** The findings that were not there before, apart from mere information. */
function added(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  const left = before.map(({ rule, message }) => `${rule} ${message}`);
  return after.filter(({ rule, message, severity }) => {
    const at = left.indexOf(`${rule} ${message}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && severity !== 'info';
  });
}

describe.each(WORLDS)('one fault in %s is one finding at its place:', (_where, files, argv, seeds) => {
  const untouched = findingsOf(files, argv);

  it.each(seeds)('$what', async ({ file, from, to, rule, severity, at, whole, related }) => {
    const { files: changed, place } = seeded(files, file, from, to, at, whole);
    const { code, findings } = await findingsOf(changed, argv);
    const found = added((await untouched).findings, findings);
    expect(found.map((each) => `${each.severity} ${each.rule} ${placeOf(each)}`), JSON.stringify(found, undefined, 1)).toEqual([`${severity ?? 'error'} ${rule} ${place}`]);
    for (const consequence of related ?? []) expect(found[0]?.related?.map(({ message }) => message)).toContainEqual(expect.stringMatching(consequence));
    expect(code > 0).toBe(findings.some((each) => each.severity === 'error'));
  });
});
