import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { madeFor, textOf } from '../../src/model/index.ts';
import type { Draft, Host, Register } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';
import { compileBuiltIn } from '../../src/operations/read-library.ts';
import { validate } from '../../src/operations/validate.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(HOME, 'test/instruments');
const real = createHost(HOME);
const library = compileBuiltIn(real).value;

interface Facts {
  readonly registers: readonly Register[];
  /** How the title begins: in the treaty register, or in the only one. */
  readonly title: { readonly en: string; readonly ru: string };
  readonly articles: readonly string[];
  readonly signs?: readonly string[];
}

const BOTH: readonly Register[] = ['treaty', 'memorandum'];
const NON_BINDING: readonly Register[] = ['memorandum'];
const GENERAL = ['disputes', 'precedence', 'amendment', 'duration', 'termination'];

const INSTRUMENTS: Readonly<Record<string, Facts>> = {
  'project-arrangement': {
    registers: BOTH, title: { en: 'Project Arrangement between the Department', ru: 'Проектный протокол между Министерством' },
    articles: ['definitions', 'objectives', 'scope', 'schedule', 'management', 'finance', 'security', 'liability', 'bodies', 'application', ...GENERAL, 'survival', 'languages'],
  },
  'equipment-transfer': {
    registers: BOTH, title: { en: 'Equipment and Material Transfer Arrangement between the Department', ru: 'Протокол о предоставлении оборудования и материалов между Министерством' },
    articles: ['definitions', 'objectives', 'items', 'security', 'liability', 'application', ...GENERAL, 'languages'],
  },
  loan: {
    registers: BOTH, title: { en: 'Equipment Loan Arrangement between the Department', ru: 'Протокол о временном предоставлении оборудования между Министерством' },
    articles: ['definitions', 'objectives', 'items', 'cui', 'security', 'visits', 'transfers', 'liability', 'disputes', 'amendment', 'duration', 'termination', 'languages'],
  },
  'personnel-exchange': {
    registers: BOTH, title: { en: 'Personnel Exchange Arrangement between the Department', ru: 'Протокол об обмене персоналом между Министерством' },
    articles: ['definitions', 'objectives', 'personnel', 'host-establishment', 'security', 'liability', 'application', ...GENERAL, 'languages'],
  },
  'information-exchange': {
    registers: BOTH, title: { en: 'Information Exchange Arrangement between the Department', ru: 'Протокол об обмене информацией между Министерством' },
    articles: ['definitions', 'exchange', 'cui', 'security', 'visits', 'transfers', 'disputes', 'amendment', 'duration', 'termination', 'languages'],
  },
  'information-exchange-annex': {
    registers: BOTH, title: { en: 'Information Exchange Annex on Clothing for Cold Regions to the Information Exchange', ru: 'Приложение об обмене информацией об одежде для холодных районов к ' },
    articles: ['definitions', 'objectives', 'exchange', 'security', 'applied', ...GENERAL, 'languages'],
  },
  'interim-security-annex': {
    registers: BOTH, title: { en: 'Interim Security Annex to the Agreement', ru: 'Приложение о временных правилах защиты секретной информации к Соглашению' },
    articles: ['definitions', 'objectives', 'security', 'visits', 'cui', 'transfers', 'precedence', 'effect', 'languages'],
  },
  'security-classification-guide': {
    registers: BOTH, title: { en: 'Security Classification Guide to the Project Arrangement between', ru: 'Руководство по определению степени секретности к Проектному протоколу между' },
    articles: ['definitions', 'objectives', 'classification', 'regrading', 'precedence', 'amendment', 'effect', 'languages'],
  },
  'note-of-offer': {
    registers: BOTH, title: { en: 'Note of the Government of the United States of America to the Government', ru: 'Нота Правительства Соединённых Штатов Америки Правительству' },
    articles: [], signs: ['us'],
  },
  'note-of-acceptance': {
    registers: BOTH, title: { en: 'Note in Reply of the Government of the Russian Federation to the Government', ru: 'Ответная нота Правительства Российской Федерации Правительству' },
    articles: [], signs: ['ru'],
  },
  'working-group-terms': {
    registers: NON_BINDING, title: { en: 'Terms of Reference of the Working Group of the Department', ru: 'Положение о рабочей группе Министерства' },
    articles: ['mandate', 'membership', 'meetings', 'outputs', 'status', 'expiry', 'languages'],
  },
  'letter-of-intent': {
    registers: NON_BINDING, title: { en: 'Letter of Intent between the Department', ru: 'Письмо о намерениях между Министерством' },
    articles: ['intentions', 'status', 'expiry', 'languages'],
  },
  amendment: {
    registers: BOTH, title: { en: 'Amendment No. 1 to the Agreement between the Government', ru: 'Протокол № 1 о внесении изменений в Соглашение между Правительством' },
    articles: ['changes', 'saving', 'effect', 'languages'],
  },
  termination: {
    registers: BOTH, title: { en: 'Protocol on the Termination of the Agreement between the Government', ru: 'Протокол о прекращении действия Соглашения между Правительством' },
    articles: ['ending', 'winding', 'continuing', 'effect', 'languages'],
  },
};

function fileOf(instrument: string): string {
  return path.join(FOLDER, `${instrument}.yaml`);
}

/** The arrangement as it stands, in another register. The parent of an annex changes with it. */
function hostFor(register: Register, edit: (text: string) => string = (text) => text): Host {
  return {
    ...real,
    read: (file) => {
      const text = real.read(file);
      return file.startsWith(FOLDER) && text !== undefined ? edit(text.replace(/^register: .*$/mu, `register: ${register}`)) : text;
    },
  };
}

async function made(instrument: string, register: Register): Promise<Draft> {
  const { value } = await draft(hostFor(register), { file: fileOf(instrument) });
  if (!value) throw new Error(`${instrument} was not assembled`);
  return value.draft;
}

async function errors(instrument: string, host: Host): Promise<readonly string[]> {
  const { findings } = await validate(host, fileOf(instrument), {});
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
}

/** What an author is told who asks for what the values, the register or the instrument rule out. */
const REFUSALS = new Set(['choice-refused', 'register-refused', 'conflict', 'reserved-touched', 'no-variant', 'requirement-unavailable']);
const CASES = Object.entries(INSTRUMENTS).flatMap(([instrument, facts]) => facts.registers.map((register) => [instrument, register, facts] as const));

describe('the instruments beside framework and implementing arrangement', () => {
  it('have a minimal arrangement each', () => {
    const known = Object.keys(library?.layouts ?? {}).filter((id) => id !== 'framework-agreement' && id !== 'implementing-arrangement');
    expect(known.toSorted()).toEqual(Object.keys(INSTRUMENTS).toSorted());
    for (const id of known) expect(fs.existsSync(fileOf(id)), id).toBe(true);
  });

  it.each(CASES)('%s, %s register: valid, and its articles in order', async (instrument, register, facts) => {
    expect(await errors(instrument, hostFor(register))).toEqual([]);
    const text = await made(instrument, register);
    expect(text.articles.map(({ id }) => id.replace('article:', ''))).toEqual(facts.articles);
    expect(text.signatures.map(({ party }) => party)).toEqual(facts.signs ?? ['us', 'ru']);
    const closing = text.closing.map(({ content }) => textOf(content?.['en'])).join(' ');
    expect(closing).toContain(facts.signs ? 'between the Government of' : register === 'treaty' ? 'In witness of the above' : 'records the understanding');
    if (register === 'memorandum' && facts.registers.length > 1) return;
    for (const language of ['en', 'ru'] as const) expect(textOf(text.title[language]).slice(0, facts.title[language].length)).toBe(facts.title[language]);
  });

  it.each(Object.keys(INSTRUMENTS).filter((id) => INSTRUMENTS[id]?.registers === NON_BINDING))('%s refuses the treaty register', async (instrument) => {
    expect((await errors(instrument, hostFor('treaty'))).some((line) => line.startsWith('register-refused'))).toBe(true);
  });

  const elsewhere = library?.layouts['implementing-arrangement']?.framework.treaty;
  it.each(Object.entries(INSTRUMENTS))('%s assembles every variant made for it, and has a place for what the arrangements share', async (instrument, { registers }) => {
    const layout = library?.layouts[instrument]?.framework.treaty;
    if (!layout || !elsewhere) expect.fail(`${instrument} has no layout`);
    let tried = 0;
    for (const provision of library?.provisions ?? []) {
      if (!madeFor(provision, instrument, layout)) continue;
      // What the implementing arrangement also holds is tried there in full.
      const shared = madeFor(provision, 'implementing-arrangement', elsewhere);
      if (shared && instrument === 'project-arrangement') continue;
      for (const register of shared ? registers.slice(0, 1) : registers)
        for (const variant of shared ? provision.variants.slice(0, 1) : provision.variants) {
          const host = hostFor(register, (text) => {
            if (!text.includes(`id: ${instrument}\n`)) return text;
            const flow = /^choose: \{ (.*) \}$/mu.exec(text);
            const others = (flow?.[1] ?? '').split(', ').filter((entry) => entry !== '' && !entry.startsWith(`${provision.id}:`));
            return `${text.replace(/^choose:.*\n/mu, '')}choose:\n  ${provision.id}: ${variant.id}\n${others.map((entry) => `  ${entry}\n`).join('')}`;
          });
          const found = (await draft(host, { file: fileOf(instrument) })).findings.filter(({ severity, rule }) => severity === 'error' && !REFUSALS.has(rule)).map(({ rule, message }) => `${rule}: ${message}`);
          expect.soft(found, `${register}: ${provision.id}:${variant.id}`).toEqual([]);
          tried++;
        }
    }
    expect(tried).toBeGreaterThan(3);
  });
});

it('docs/instruments.md says of each what its template says', () => {
  const rows = fs.readFileSync(path.join(HOME, 'docs/instruments.md'), 'utf8').split('\n').flatMap((line) => {
    const [, , id = '', , , must = '', may = '', not = ''] = line.split('|').map((cell) => cell.trim());
    return /^`[a-z-]+`$/u.test(id) ? [[id.slice(1, -1), must, may, not] as const] : [];
  });
  const words = (ids: Iterable<string>): string => [...new Set(ids)].join(', ') || '–';
  const told = Object.entries(library?.layouts ?? {}).map(([id, { alone, framework }]) => {
    const steps = [alone.treaty, framework.treaty].flatMap((layout) => layout.steps);
    const ids = (kind: 'article' | 'annex', mandatory: boolean): string[] => steps.flatMap((step) => (step.kind === kind && step.mandatory === mandatory ? [step.id] : []));
    const must = ids('article', true);
    const annexes = ids('annex', false);
    const inOrder = framework.treaty.steps.flatMap((step) => (step.kind === 'article' ? [step.id] : []));
    return [id, words(inOrder.filter((name) => must.includes(name))), `${words(inOrder.filter((name) => !must.includes(name)))}${annexes.length > 0 ? `; annexes ${words(annexes)}` : ''}`, words(Object.keys(alone.treaty.forbidden))] as const;
  });
  const byId = (entries: readonly (readonly [string, string, string, string])[]): unknown => Object.fromEntries(entries.map(([id, ...cells]) => [id, cells]));
  expect(byId(rows)).toEqual(byId(told));
});

describe('what a reader looks for', () => {
  const words = async (instrument: string, register: Register, language: string): Promise<string> => {
    const lines: string[] = [];
    const down = (nodes: Draft['articles']): void => {
      for (const node of nodes) {
        lines.push(textOf(node.content?.[language]));
        down(node.children);
      }
    };
    const { preamble, articles } = await made(instrument, register);
    down(preamble);
    down(articles);
    return lines.join('\n');
  };

  it('the working group and the letter of intent commit nobody and lapse', async () => {
    for (const instrument of ['working-group-terms', 'letter-of-intent']) {
      expect(await words(instrument, 'memorandum', 'en')).toMatch(/has legal effect under international law[\s\S]*will lapse without notice/u);
      expect(await words(instrument, 'memorandum', 'ru')).toMatch(/не влечёт правовых последствий[\s\S]*перестаёт применяться без уведомления/u);
    }
    expect(await words('working-group-terms', 'memorandum', 'en')).toContain('These Terms of Reference set out');
  });

  it('the amendment names its parent and what of it changes, and saves the rest', async () => {
    expect(await words('amendment', 'treaty', 'en')).toMatch(/desiring to amend the Agreement between[\s\S]*acting in accordance with Article \d+ of the Agreement[\s\S]*does not touch remain unchanged/u);
    expect(await words('amendment', 'treaty', 'ru')).toMatch(/согласно статье \d+ Соглашения[\s\S]*остаются без изменений/u);
  });

  it('the loan keeps the waiver of claims from the items lent, and the transfer keeps to the framework’s', async () => {
    expect(await words('loan', 'treaty', 'en')).toMatch(/Article 8 does not apply to such loss or harm/u);
    expect(await words('equipment-transfer', 'treaty', 'en')).toMatch(/The Owner shall bear such loss or harm, unless the Agreement/u);
  });

  it('the note of offer has no articles, numbers what it proposes, and is answered by a note that repeats nothing', async () => {
    const offer = await made('note-of-offer', 'treaty');
    expect([offer.articles.length, offer.preamble.flatMap(({ children }) => children.map(({ ordinal }) => ordinal))]).toEqual([0, [1, 2]]);
    expect(await words('note-of-offer', 'treaty', 'en')).toMatch(/^The Government of the United States of America presents its compliments to the Government of the Russian Federation and, with reference/u);
    expect(await words('note-of-acceptance', 'treaty', 'ru')).toMatch(/^Правительство Российской Федерации свидетельствует своё уважение Правительству Соединённых Штатов Америки и имеет честь подтвердить получение Ноты/u);
    const first = hostFor('treaty', (text) => text.replace('until:', 'person: first, until:'));
    const { value } = await draft(first, { file: fileOf('note-of-offer') });
    expect(textOf(value?.draft.preamble[0]?.content?.['en'])).toBe('Excellency,');
    expect(textOf(value?.draft.closing.at(-2)?.content?.['en'])).toBe('Accept, Excellency, the assurances of my highest consideration.');
  });

  it('what an instrument may not contain is refused with the reason', async () => {
    const chosen = hostFor('memorandum', (text) => `${text}choose: { finance.ceiling: each-own }\n`);
    expect((await draft(chosen, { file: fileOf('working-group-terms') })).findings.map(({ message }) => message)).toContain('“finance.ceiling” is not made for working-group-terms: it commits no money');
    const added = hostFor('memorandum', (text) => `${text}add:\n  - { id: own.money, article: finance, clauses: [{ key: a, en: Money., ru: Деньги. }] }\n`);
    expect((await draft(added, { file: fileOf('working-group-terms') })).findings.map(({ message }) => message)).toContain('working-group-terms has no place for the article “finance”, so “own.money/a” would be lost: it commits no money');
  });
});
