import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { textOf } from '../../src/model/index.ts';
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
    articles: ['definitions', 'objectives', 'personnel', 'security', 'liability', 'application', ...GENERAL, 'languages'],
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
    expect(text.signatures.map(({ party }) => party)).toEqual(['us', 'ru']);
    const closing = text.closing.map(({ content }) => textOf(content?.['en'])).join(' ');
    expect(closing).toContain(register === 'treaty' ? 'In witness of the above' : 'records the understanding');
    if (register === 'memorandum' && facts.registers.length > 1) return;
    for (const language of ['en', 'ru'] as const) expect(textOf(text.title[language]).slice(0, facts.title[language].length)).toBe(facts.title[language]);
  });

  it.each(Object.keys(INSTRUMENTS).filter((id) => INSTRUMENTS[id]?.registers === NON_BINDING))('%s refuses the treaty register', async (instrument) => {
    expect((await errors(instrument, hostFor('treaty'))).some((line) => line.startsWith('register-refused'))).toBe(true);
  });

  it('assembles every variant made only for them', async () => {
    let tried = 0;
    for (const provision of library?.provisions ?? []) {
      if (provision.instruments.some((id) => !Object.hasOwn(INSTRUMENTS, id))) continue;
      for (const instrument of provision.instruments)
        for (const register of INSTRUMENTS[instrument]?.registers ?? [])
          for (const variant of provision.variants) {
            // What a framework settles is not chosen below it.
            if (provision.scope === 'reserved' && instrument === 'information-exchange-annex') continue;
            const choice = `  ${provision.id}: ${variant.id}\n`;
            const host = hostFor(register, (text) => {
              if (!text.includes(`id: ${instrument}\n`)) return text;
              const flow = /^choose: \{ (.*) \}$/mu.exec(text);
              const others = (flow?.[1] ?? '').split(', ').filter((entry) => entry !== '' && !entry.startsWith(`${provision.id}:`));
              return `${text.replace(/^choose:.*\n/mu, '')}choose:\n${choice}${others.map((entry) => `  ${entry}\n`).join('')}`;
            });
            const found = (await draft(host, { file: fileOf(instrument) })).findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'choice-refused').map(({ rule, message }) => `${rule}: ${message}`);
            expect(found, `${instrument}, ${register}: ${provision.id}:${variant.id}`).toEqual([]);
            tried++;
          }
    }
    expect(tried).toBeGreaterThan(100);
  });
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
    expect(await words('amendment', 'treaty', 'en')).toMatch(/acting in accordance with Article \d+ of the Agreement[\s\S]*does not touch remain unchanged/u);
    expect(await words('amendment', 'treaty', 'ru')).toMatch(/согласно статье \d+ Соглашения[\s\S]*остаются без изменений/u);
  });

  it('the loan keeps the waiver of claims from the items lent, and the transfer keeps to the framework’s', async () => {
    expect(await words('loan', 'treaty', 'en')).toMatch(/Article 8 does not apply to such loss or damage/u);
    expect(await words('equipment-transfer', 'treaty', 'en')).toMatch(/The Owner shall bear such loss or damage, unless the Agreement/u);
  });
});
