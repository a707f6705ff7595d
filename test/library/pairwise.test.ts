import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { atLeast } from '../../src/model/index.ts';
import { draftOf } from '../../src/operations/library-world.ts';
import { readSources } from '../../src/operations/read-library.ts';
import { settingsOf } from '../../src/operations/synthesis/frameworks.ts';
import { pairwise } from '../../src/operations/synthesis/pairs.ts';
import { spaceOf } from '../../src/operations/synthesis/space.ts';

const HOME = path.resolve(import.meta.dirname, '../..');
const sources = readSources(createHost(HOME), []).value;
const space = sources && spaceOf(sources.library);
const settings = space ? settingsOf(space) : [];
const instruments = [...new Set(settings.map(({ instrument }) => instrument))];

/** Every two choices that an arrangement can make together: variants, registers, cited or set out, orders of languages. */
describe('any two choices', () => {
  it.each(instruments)('stand together in %s', { timeout: 600_000 }, (instrument) => {
    if (!space) throw new Error('the library cannot be read');
    const { scenarios, covered, excluded } = pairwise(settings.filter((setting) => setting.instrument === instrument), space);
    const faults = new Map<string, string>();
    for (const { scenario, reversed } of scenarios) {
      const written = scenario.setting.languages ?? space.languages;
      const languages = reversed ? written.toReversed() : written;
      const made = draftOf(scenario, space, '2026-11-23', languages);
      for (const { rule, severity, message, node } of made?.findings ?? []) {
        if (!atLeast(severity, 'warning')) continue;
        const { register, framework } = scenario.setting;
        const key = `${rule} ${node?.id ?? ''}: ${message}`;
        if (!faults.has(key)) faults.set(key, `${key} [${register} ${framework?.mode ?? 'alone'}: ${[...scenario.choose].map(([id, variant]) => `${id}:${variant.id}`).join(' ')}]`);
      }
    }
    process.stdout.write(`${instrument}: ${covered} pairs in ${scenarios.length} drafts; ${excluded} pairs exclude each other\n`);
    expect([...faults.values()]).toEqual([]);
    expect(covered).toBeGreaterThan(0);
  });
});
