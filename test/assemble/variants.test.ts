import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { madeFor } from '../../src/model/index.ts';
import type { Host } from '../../src/model/index.ts';
import { draft } from '../../src/operations/draft.ts';
import { compileBuiltIn } from '../../src/operations/read-library.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const real = createHost(HOME);
const EXAMPLE = fs.readFileSync(path.join(HOME, 'examples/fusion-centre/arrangement.yaml'), 'utf8');
const FILE = path.join(HOME, 'examples/fusion-centre/variant.yaml');
const library = compileBuiltIn(real).value;
const layout = library?.layouts['implementing-arrangement']?.framework.treaty;

/** What an author is told who asks for what the values, the register or the framework rule out; anything else is a fault of the library. */
const REFUSALS = new Set(['choice-refused', 'register-refused', 'conflict', 'reserved-touched']);

async function errors(text: string): Promise<readonly string[]> {
  const host: Host = { ...real, read: (file) => (file === FILE ? text : real.read(file)) };
  return (await draft(host, { file: FILE })).findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
}

describe('the library', () => {
  it('loads without a finding', () => {
    expect(compileBuiltIn(real).findings).toEqual([]);
  });

  it('puts no «с» before what may begin with «ст»', () => {
    let leaves = 0;
    const look = (value: unknown): void => {
      if (Array.isArray(value)) {
        // A leaf: words and slots in a row.
        value.forEach((part: unknown, index) => {
          const before: unknown = value[index - 1];
          if (typeof before === 'string') leaves++;
          if (typeof before !== 'string' || !/(?:^|\s)[Сс] $/u.test(before)) return;
          const slot = JSON.stringify(part);
          expect(slot, before).not.toMatch(/"name":"(?:ref|cited|here|parties)"|"args":\["(?:a|the|originating)"\]/u);
        });
        for (const part of value) look(part);
      } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
    };
    look(library?.provisions);
    expect(leaves).toBeGreaterThan(500);
  });

  it('sets every reserved matter out in full in the treaty register', async () => {
    expect(await errors(`${EXAMPLE}\nincorporate: full\n`)).toEqual([]);
  });

  it('sets every reserved matter out in full in the memorandum register, save the status and the exemption that only a treaty gives', async () => {
    const text = EXAMPLE.replace('register: treaty', 'register: memorandum');
    // The framework’s immunities and its exemption from tax; another variant in their place would contradict it.
    const refused = (variant: string, provision: string): string => `register-refused: the framework has “${variant}” for “${provision}”, but it has no text in the memorandum register`;
    expect(await errors(`${text}\nincorporate: full\n`)).toEqual([refused('administrative-technical', 'personnel.status'), refused('exemption', 'customs.relief')]);
    expect(await errors(`${text}\nincorporate: { '*': full, personnel.status: cited, customs.relief: cited }\n`)).toEqual([]);
  });

  it.each(['treaty', 'memorandum'])('assembles every variant in the %s register, or says why not', { timeout: 240_000 }, async (register) => {
    let tried = 0;
    for (const provision of library?.provisions ?? []) {
      if (!layout || !madeFor(provision, 'implementing-arrangement', layout)) continue;
      for (const variant of provision.variants) {
        const text = EXAMPLE.replace('register: treaty', `register: ${register}`)
          .replace(new RegExp(`^ {2}${provision.id.replaceAll('.', '\\.')}:.*\\n`, 'mu'), '')
          .replace('choose:\n', `choose:\n  ${provision.id}: ${variant.id}\n`);
        const found = await errors(provision.scope === 'reserved' ? `${text}\nincorporate: full\n` : text);
        expect(found.filter((line) => !REFUSALS.has(line.split(':')[0] ?? '')), `${provision.id}:${variant.id}`).toEqual([]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(100);
  });
});

describe('selection', () => {
  it('names both places of a contradiction', async () => {
    const host: Host = { ...real, read: (file) => (file === FILE ? EXAMPLE.replace('choose:\n', 'omit: [{ provision: finance.ceiling, reason: none }]\nchoose:\n') : real.read(file)) };
    const finding = (await draft(host, { file: FILE })).findings.find(({ rule }) => rule === 'choice-contradicted');
    expect(finding?.span?.start.line).toBeGreaterThan(1);
    expect(finding?.related?.[0]?.span?.start.line).toBeGreaterThan(finding?.span?.start.line ?? Infinity);
  });

  it('keeps a reason for every provision, in or out', async () => {
    const { value: made } = await draft(real, { file: path.join(HOME, 'examples/fusion-centre/arrangement.yaml') });
    expect(made?.selection.length).toBeGreaterThan(40);
    for (const selected of made?.selection ?? []) {
      expect(selected.reason, selected.provision).not.toBe('');
      expect(selected.variants.filter(({ chosen }) => chosen).length, selected.provision).toBe(selected.state === 'in' ? 1 : 0);
    }
  });
});
