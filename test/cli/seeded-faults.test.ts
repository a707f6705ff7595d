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
  label: { en: Agreement, ru: Соглашение }
  place: { en: Geneva, ru: Женева }
  date: "1994-03-01"
  parties: [us, ru]
articles:
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
    values: { duration.term: P30Y }
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
  fault('a party too few', FRAMEWORK, 'parties: [us, ru] ', 'parties: ‸[us] ', 'wrong-value'),
  chosen('a framework that is not there', '../us-ru-framework/arrangement.yaml #', '‸../us-ru-framework/arangement.yaml #', 'missing-file'),
  chosen('a framework that is itself', '../us-ru-framework/arrangement.yaml #', '‸arrangement.yaml #', 'circular-framework'),
  chosen('a text without one of its languages', '{ en: Western Site, ru: Западный объект }', '‸{ en: Western Site }', 'missing-translation'),
  chosen('a list key twice', '      - key: lines\n        en: the laying', '      - key: ‸fitting-out\n        en: the laying', 'duplicate-key'),
  chosen('a reserved matter touched', 'values:\n  project:', 'values:\n  liability:\n    claimNotice: ‸P45D\n  project:', 'reserved-touched'),
  chosen('a reserved text departed from', 'choose:\n', 'incorporate: { liability: full }\ndepartures:\n  - at: liability.third-party/equal\n    text: { en: ‸It is shared., ru: Она делится. }\n    by: a\n    on: 2026-11-01\n    why: w\nchoose:\n', 'reserved-touched'),
  fault('a term beyond the framework’s', FRAMEWORK, 'duration.term: indefinite ', 'duration.term: fixed ', 'duration-exceeds-framework', { at: [ARRANGEMENT, 'P10Y  '] }),
  chosen('a mandatory article omitted', 'choose:\n', 'omit:\n  - { provision: ‸precedence.framework, reason: not wanted }\nchoose:\n', 'article-missing'),
  chosen('a provision omitted that another requires', 'choose:\n', 'omit:\n  - ‸{ provision: personnel.status, reason: not wanted }\nchoose:\n', 'requirement-omitted'),
  chosen('a provision both chosen and omitted', 'choose:\n', 'omit:\n  - ‸{ provision: finance.cost-shares, reason: not wanted }\nchoose:\n', 'choice-contradicted'),
  chosen('a variant that its condition rules out', 'centre.sites: joint-sites', 'centre.sites: ‸linked-national', 'choice-refused'),
  chosen('two provisions that exclude each other, both chosen', 'choose:\n', 'choose:\n  personnel.assignment: ‸plain\n', 'conflict'),
  chosen('a departure from a clause that does not exist', 'choose:\n', 'departures:\n  - at: ‸centre.crews/headz\n    by: a\n    on: 2026-11-01\n    why: w\nchoose:\n', 'unknown-clause'),
  chosen('a waiver that waives nothing', 'choose:\n', 'waivers:\n  - ‸{ rule: undefined-term, at: "centre.crews/heads", by: a, on: 2026-11-01, reason: r }\nchoose:\n', 'waiver-unused', { severity: 'warning' }),
  chosen('an unknown article for words of its own', 'choose:\n', 'add:\n  - id: own.words\n    article: ‸centr\n    clauses:\n      - { key: a, en: The site is lit., ru: Объект освещается. }\nchoose:\n', 'unknown-article'),
  chosen('an unknown helper in words of its own', 'choose:\n', 'add:\n  - id: own.words\n    article: centre\n    clauses:\n      - { key: a, en: "‸{{shal}} be lit.", ru: Объект освещается. }\nchoose:\n', 'unknown-helper'),
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
  laid('a group that hides what the assembly knows', PARAMETERS, 'house.wanted:', '‸framework.term:\n  type: integer\n  ask: { en: a, ru: b }\nhouse.wanted:', 'reserved-name'),
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
const IN_LAYERS: readonly Seed[] = [
  fault('two layers that replace one provision', 'other/personnel/assignment.yaml', 'id: personnel.other', 'id: ‸personnel.assignment\nreplaces: [personnel.assignment]', 'overlay-conflict'),
  fault('two layers that set one field', 'other/liability/third-party.yaml', 'aliases: [claims of strangers]', 'guidance: ‸Ask nobody.', 'overlay-conflict'),
];
const map = (what: string, from: string, to: string, rule: string): Seed => fault(what, 'map/framework.yaml', from, to, rule);
const IN_MAP: readonly Seed[] = [
  map('an unknown article', 'article: disputes', 'article: ‸dispute', 'unknown-article'),
  map('a wrong rule', 'rule: mayNot', 'rule: ‸maynot', 'wrong-value'),
  map('a wrong opening', 'opening: fixed', 'opening: ‸closed', 'wrong-value'),
  map('an ordinal twice', 'ordinal: 6', 'ordinal: ‸5', 'duplicate-key'),
  map('an article twice', 'article: disputes', 'article: ‸liability', 'duplicate-key'),
  map('an unknown block', 'liability.third-party/division: [2]', '‸liability.third-party/divison: [2]', 'unknown-clause'),
  map('an unknown parameter', 'duration.term: P30Y', '‸duration.trm: P30Y', 'unknown-parameter'),
  map('a wrong value', 'duration.term: P30Y', 'duration.term: ‸30', 'wrong-type'),
  map('a bad date', '"1994-03-01"', '‸"1994-02-30"', 'wrong-value'),
  map('an unknown party', 'parties: [us, ru]', 'parties: [us, ‸fr]', 'unknown-party'),
];

describe('probe', () => {
  const groups: readonly (readonly [string, Files, readonly string[], readonly Seed[]])[] = [
    ['arr', EXAMPLES, EXAMPLE, IN_ARRANGEMENT],
    ['lib', { ...EXAMPLES, ...OWN }, LAID, IN_LIBRARY],
    ['two', { ...EXAMPLES, ...OTHER }, TWICE, IN_LAYERS],
    ['map', MAP, MAPPED, IN_MAP],
  ];
  it.each(groups)('%s', async (_n, files, argv, seeds) => {
    const base = await findingsOf(files, argv);
    console.log('BASE', base.findings.map((f) => `${f.rule} ${f.severity} ${f.message}`));
    const known = new Set(base.findings.map((f) => `${f.rule} ${f.message}`));
    for (const s of seeds) {
      const { files: changed, place } = (() => { try { return seeded(files, s.file, s.from, s.to, s.at); } catch (error) { console.log('!!', s.what, String(error)); return { files: { ...files, [s.file]: (files[s.file] ?? '').replace(s.from, () => s.to) }, place: '?' }; } })();
      const seen = await findingsOf(changed, argv).catch((error) => { console.log("CRASH", s.what, String(error)); return { findings: [] }; });
      const fresh = seen.findings.filter((f) => f.severity !== 'info' && !known.has(`${f.rule} ${f.message}`));
      const one = fresh[0];
      const good = fresh.length === 1 && one?.rule === s.rule && placeOf(one) === place && one.severity === (s.severity ?? 'error');
      console.log(good ? 'ok  ' : 'BAD ', s.what, '| want', s.rule, place, good ? '' : '\n' + fresh.map((f) => `      ${f.severity} ${f.rule} ${placeOf(f)} ${f.message.slice(0, 160)} R:${(f.related ?? []).map((r) => r.message.slice(0, 60)).join(' ; ')}`).join('\n'));
    }
    expect(1).toBe(1);
  }, 120000);
});
