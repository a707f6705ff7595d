import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { CURRENCIES } from '../../src/languages/index.ts';
import { CASES, textOf } from '../../src/model/index.ts';
import type { Case, Draft, Forms, Host, PartyProfile } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';
import { listParties, showProvision } from '../../src/operations/library.ts';
import { compileBuiltIn } from '../../src/operations/read-library.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const real = createHost(HOME);
const read = (name: string): string => fs.readFileSync(path.join(HOME, name), 'utf8');
const FOLDER = path.join(HOME, 'provisions/parties');
const FILES = fs.readdirSync(FOLDER).toSorted();
const { value: library, findings } = compileBuiltIn(real);
const PROFILES: readonly PartyProfile[] = Object.values(library?.parties ?? {});
const profile = (id: string): PartyProfile => {
  const found = library?.parties[id];
  if (!found) throw new Error(`no party ${id}`);
  return found;
};

/** Every name of a state, with what it is the name of. */
function namesOf(party: PartyProfile, language: string): readonly (readonly [of: string, forms: Forms | undefined])[] {
  const all = { label: party.label, short: party.short, state: party.state, ...party.concluders };
  return Object.entries(all).map(([of, forms]) => [of, forms?.[language]]);
}

describe('the profiles of states', () => {
  it('load, each from the file of its name', () => {
    expect(findings).toEqual([]);
    expect(PROFILES.map(({ id }) => `${id}.yaml`).toSorted()).toEqual(FILES);
    expect(FILES.length).toBeGreaterThan(25);
  });

  it.each(FILES)('%s mixes no Latin letter into a Cyrillic word', (file) => {
    const words = read(`provisions/parties/${file}`).match(/\p{L}+/gu) ?? [];
    expect(words.filter((word) => /\p{Script=Cyrillic}/u.test(word) && !/^\p{Script=Cyrillic}+$/u.test(word))).toEqual([]);
  });

  it.each(PROFILES.map(({ id }) => id))('%s has every name in both languages, in every case of the Russian', (id) => {
    for (const [of, forms] of namesOf(profile(id), 'en')) expect(forms?.nom, of).toMatch(/^\p{Lu}[^\p{Script=Cyrillic}"']*$/u);
    for (const [of, forms] of namesOf(profile(id), 'ru')) {
      expect(Object.keys(forms ?? {}), of).toEqual(expect.arrayContaining([...CASES]));
      for (const grammaticalCase of CASES) expect(forms?.[grammaticalCase], of).toMatch(/^\p{Lu}[\p{Script=Cyrillic} ,–-]*$/u);
    }
    expect(profile(id).label['ru']?.nom).toMatch(/ая Сторона$/u);
    expect(profile(id).concluders).toMatchObject({ state: {}, government: {}, ministry: {} });
  });

  it.each(PROFILES.map(({ id }) => id))('%s declines: the cases differ where Russian makes them differ', (id) => {
    for (const [of, forms] of namesOf(profile(id), 'ru')) {
      if (!forms) continue;
      const at = (grammaticalCase: Case): string => forms[grammaticalCase] ?? '';
      const name = `${of}: ${forms.nom}`;
      expect(forms.plural === true || forms.gender !== undefined, name).toBe(true);
      const head = forms.nom.split(' ')[0] ?? '';
      // The accusative of what does not live is the nominative, save in the first declension.
      if (forms.gender === 'feminine' && !head.endsWith('ь')) expect(at('acc'), name).not.toBe(forms.nom);
      else expect(at('acc'), name).toBe(forms.nom);
      for (const grammaticalCase of ['gen', 'dat', 'ins', 'pre'] as const) expect(at(grammaticalCase), name).not.toBe(forms.nom);
      for (const grammaticalCase of ['gen', 'dat', 'pre'] as const) expect(at('ins'), name).not.toBe(at(grammaticalCase));
      if (forms.gender === 'feminine') expect(at('dat'), name).toBe(at('pre'));
      else expect(at('gen'), name).not.toBe(at('dat'));
      // A form keeps the stems of its words, so a slip of the pen shows.
      const stems = (grammaticalCase: Case): readonly string[] => at(grammaticalCase).split(' ').map((word) => word.slice(0, Math.max(2, word.length - 4)));
      const nominative = forms.nom.split(' ');
      for (const grammaticalCase of CASES) {
        expect(stems(grammaticalCase).length, name).toBe(nominative.length);
        stems(grammaticalCase).forEach((stem, index) => expect(nominative[index]?.startsWith(stem.slice(0, Math.max(2, (nominative[index]?.length ?? 0) - 4))), `${name}, ${grammaticalCase}`).toBe(true));
      }
    }
  });

  it('name a government and a ministry in the genitive of their own state, where they are called after it', () => {
    for (const party of PROFILES) {
      const state = party.state['ru']?.gen ?? '';
      expect(party.concluders.ministry?.['ru']?.gen, party.id).toMatch(new RegExp(` ${state}$`, 'u'));
      if (!['ch', 'ua'].includes(party.id)) expect(party.concluders.government?.['ru']?.gen, party.id).toMatch(new RegExp(` ${state}$`, 'u'));
    }
  });

  it('know a currency, and no authority of which no rule is known', () => {
    expect(PROFILES.filter(({ currency }) => !Object.hasOwn(CURRENCIES, currency))).toEqual([]);
    expect(PROFILES.filter(({ matters }) => Object.keys(matters).length > 0).map(({ id }) => id).toSorted()).toEqual(['ru', 'us']);
  });

  it('state as fact only what a source says: every certainty is given, and a marking that is not known is left out', () => {
    for (const party of PROFILES) {
      const entries = [...party.classification, ...(party.legend ? [party.legend] : []), ...party.notes, ...Object.values(party.matters), ...Object.values(party.signatories)];
      for (const entry of entries) expect(['verified', 'believed', 'unverified'], party.id).toContain(entry?.certainty);
      for (const entry of [...party.classification, ...(party.legend ? [party.legend] : [])]) expect(entry.certainty, party.id).not.toBe('unverified');
      if (party.classification.length === 0) expect(party.notes.map(({ on }) => on), party.id).toContain('classification');
      for (const { cite } of Object.values(party.matters)) expect(cite, party.id).toBeTruthy();
    }
  });

  it('map matters that a variant raises, and every matter of the list is raised', () => {
    const raised = new Set((library?.provisions ?? []).flatMap(({ variants }) => variants.flatMap(({ raises }) => raises.map(({ matter }) => matter))));
    expect([...raised].toSorted()).toEqual((library?.matters ?? []).map(({ id }) => id).toSorted());
  });

  it('give each level once, in a language of the state', () => {
    for (const { id, classification, languages } of PROFILES) {
      expect(new Set(classification.map(({ level }) => level)).size, id).toBe(classification.length);
      for (const { marking } of classification) expect(languages, id).toEqual(expect.arrayContaining(Object.keys(marking)));
    }
  });
});

describe('dtca library show', () => {
  it('shows a party: its names in every case, its markings with their certainty, and what the user must supply', async () => {
    const { value } = await showProvision(real, 'in', {});
    expect(value).toMatchObject({ kind: 'party', id: 'in', title: 'Republic of India' });
    const facts = value?.sections.flatMap((section) => section.facts.map((fact) => `${section.title}: ${fact.label} ${fact.value}`));
    expect(facts).toContain('Label: ru ins Индийской Стороной');
    expect(facts).toContain('Classification: secret SECRET (en) (believed)');
    expect(value?.sections.at(-1)?.paragraphs.join(' ')).toMatch(/supply the authority/);
  });

  it('lists every party with what the user must supply for it', async () => {
    const { value } = await listParties(real, {});
    expect(value?.map(({ id }) => `${id}.yaml`)).toEqual(FILES);
    expect(value?.find(({ id }) => id === 'ae')).toEqual({ id: 'ae', name: { en: 'United Arab Emirates', ru: 'Объединённые Арабские Эмираты' }, languages: ['ar'], currency: 'AED', missing: ['levels', 'legend', 'authorities'] });
    expect(value?.find(({ id }) => id === 'us')?.missing).toEqual(['authorities']);
  });

  it.each(PROFILES.map(({ id }) => id))('says of every matter whose it is for %s, or that the user must supply it', async (id) => {
    const { value } = await showProvision(real, id, {});
    const authorities = value?.sections.at(-1);
    const told = [...(authorities?.facts ?? []).map(({ label }) => label), ...(authorities?.paragraphs.join(' ').match(/[a-z]+\.[a-z-]*[a-z]/gu) ?? [])];
    expect(told.toSorted()).toEqual((library?.matters ?? []).map((matter) => matter.id).toSorted());
  });

  it('says which levels it does not know', async () => {
    const { value } = await showProvision(real, 'ae', {});
    expect(value?.sections.find(({ title }) => title === 'Classification')?.paragraphs.join(' ')).toMatch(/Not known/);
  });
});

const ARRANGEMENT = read('examples/fusion-centre/arrangement.yaml');
const FRAMEWORK = read('examples/us-ru-framework/arrangement.yaml');
const FILE = path.join(HOME, 'examples/fusion-centre/pair.yaml');
const FRAMEWORK_FILE = path.join(HOME, 'examples/us-ru-framework/pair.yaml');

const SAID = `
add:
  - id: pair.names
    article: precedence
    clauses:
      - key: cases
        en: "The names are those of {{names}}."
        ru: 'Дело {{names case="gen"}} доверено {{names case="dat"}}, сказано о {{names case="pre"}}.'
`;

/** The fusion centre, concluded by two other states. */
async function pair(a: string, b: string, register: string, options: { readonly original?: string } = {}): Promise<Draft> {
  const swap = (text: string): string =>
    text.replace(/(id|key|party|operator): (us|ru)(?=,|$)/gmu, (_, key: string, id: string) => `${key}: ${id === 'us' ? a : b}`)
      .replaceAll('[us, ru]', `[${a}, ${b}]`).replaceAll('{ us: 50, ru: 50 }', `{ "${a}": 50, "${b}": 50 }`)
      .replace('register: treaty', `register: ${register}`);
  const arrangement = `${swap(ARRANGEMENT).replace('us-ru-framework/arrangement.yaml', 'us-ru-framework/pair.yaml').replace(/^ {4}signatories:\n.*\n/gmu, '')}${SAID}`;
  const files: Readonly<Record<string, string>> = { [FILE]: arrangement, [FRAMEWORK_FILE]: swap(FRAMEWORK).replace('register: memorandum', 'register: treaty') };
  const host: Host = { ...real, read: (file) => files[path.resolve(HOME, file)] ?? real.read(file) };
  const made = await draft(host, { file: FILE, ...options });
  expect(made.findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  if (!made.value) throw new Error('no draft');
  return made.value.draft;
}

const textIn = (made: Draft, part: 'title' | 'preamble' | 'signatures' | 'said', language: string): string => {
  if (part === 'title') return textOf(made.title[language]);
  if (part === 'preamble') return made.preamble.map((node) => textOf(node.content?.[language])).join(' ');
  if (part === 'signatures') return made.signatures.map((node) => textOf(node.content?.[language])).join('|');
  const nodes = made.articles.flatMap((article) => [article, ...article.children]);
  return nodes.map((node) => textOf(node.content?.[language])).find((text) => text.includes('доверено')) ?? '';
};

const OTHERS = FILES.map((file) => file.replace('.yaml', '')).filter((id) => id !== 'us');
const PAIRS = [...OTHERS.map((id) => ['us', id] as const), ['in', 'fr'], ['gb', 'au'], ['ch', 'nl'], ['kr', 'jp'], ['ua', 'pl'], ['br', 'za'], ['ae', 'tr'], ['cn', 'kz'], ['by', 'no']] as const;

describe.each(['treaty', 'memorandum'])('in the %s register', (register) => {
  it.each(PAIRS)('%s and %s make a draft without an error, and their names decline', async (a, b) => {
    const made = await pair(a, b, register);
    const both = (of: 'government' | 'ministry', grammaticalCase: Case): string =>
      [a, b].map((id) => profile(id).concluders[of]?.['ru']?.[grammaticalCase] ?? '?').join(' и ');
    expect(textIn(made, 'title', 'ru')).toContain(`между ${both('ministry', 'ins')} о центре`);
    const [first = '', second = ''] = [a, b].map((id) => profile(id).concluders.ministry?.['ru']?.nom ?? '?');
    expect(textIn(made, 'preamble', 'ru')).toMatch(new RegExp(`^${first} и ${second}, далее именуемые `, 'u'));
    expect(textIn(made, 'preamble', 'ru')).toContain(`Соглашения между ${both('government', 'ins')} о сотрудничестве`);
    expect(textIn(made, 'signatures', 'ru')).toBe([a, b].map((id) => `За ${profile(id).concluders.ministry?.['ru']?.acc ?? '?'}`).join('|'));
    expect(textIn(made, 'said', 'ru')).toBe(`Дело ${both('ministry', 'gen')} доверено ${both('ministry', 'dat')}, сказано о ${both('ministry', 'pre')}.`);
    const english = [a, b].map((id) => `the ${profile(id).concluders.ministry?.['en']?.nom ?? '?'}`);
    expect(textIn(made, 'title', 'en')).toContain(`between ${english.join(' and ')} on a Launch-Data Fusion Centre`);
    expect(textIn(made, 'signatures', 'en')).toBe(english.map((name) => `For ${name}`).join('|'));
  });
});

describe('names as they stand', () => {
  it.each([
    ['ch', 'между Министерством обороны Соединённых Штатов Америки и Федеральным департаментом обороны, защиты населения и спорта Швейцарской Конфедерации', 'Швейцарским Федеральным Советом', 'За Федеральный департамент обороны, защиты населения и спорта Швейцарской Конфедерации'],
    ['ua', 'и Министерством обороны Украины', 'и Кабинетом Министров Украины', 'За Министерство обороны Украины'],
    ['in', 'и Министерством обороны Республики Индии', 'и Правительством Республики Индии', 'За Министерство обороны Республики Индии'],
    ['de', 'и Федеральным министерством обороны Федеративной Республики Германия', 'и Правительством Федеративной Республики Германия', 'За Федеральное министерство обороны Федеративной Республики Германия'],
    ['ae', 'и Министерством обороны Объединённых Арабских Эмиратов', 'и Правительством Объединённых Арабских Эмиратов', 'За Министерство обороны Объединённых Арабских Эмиратов'],
    ['nl', 'и Министерством обороны Королевства Нидерландов', 'и Правительством Королевства Нидерландов', 'За Министерство обороны Королевства Нидерландов'],
    ['at', 'и Федеральным министерством обороны Австрийской Республики', 'и Федеральным правительством Австрийской Республики', 'За Федеральное министерство обороны Австрийской Республики'],
  ])('us and %s', async (id, title, cited, signature) => {
    const made = await pair('us', id, 'treaty');
    expect(textIn(made, 'title', 'ru')).toContain(title);
    expect(textIn(made, 'preamble', 'ru')).toContain(cited);
    expect(textIn(made, 'signatures', 'ru')).toContain(signature);
  });

  it('take no article in English where the name is one word, and keep its apostrophe', () => {
    expect(profile('jp').concluders.government?.['en']?.nom).toBe('Government of Japan');
    expect(profile('cn').state['en']?.nom).toBe('People’s Republic of China');
  });
});

describe('the language of a state', () => {
  it.each([
    ['by', 'us', ['ru', 'en'], 'ru'],
    ['in', 'us', ['en', 'ru'], 'en'],
    // The instrument is made in no language of theirs: its original keeps the order of the arrangement, and only the names change places.
    ['fr', 'in', ['en', 'ru'], 'fr'],
    ['ch', 'us', ['en', 'ru'], 'de'],
  ])('leads the original of %s where the instrument is made in it', async (id, other, languages, own) => {
    const made = await pair(other, id, 'treaty', { original: id });
    expect(made.meta.languages).toEqual(languages);
    expect(made.parties.find((party) => party.id === id)?.language).toBe(own);
    expect(textIn(made, 'signatures', 'ru').startsWith(`За ${profile(id).concluders.ministry?.['ru']?.acc ?? '?'}`)).toBe(true);
  });
});
