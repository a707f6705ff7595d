import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { MemoryHost } from '../support/memory-host.ts';
import { project, repository } from '../support/seeded.ts';

const FOLDER = 'examples/framework-map';
const ARRANGEMENT = repository(`${FOLDER}/arrangement.yaml`);

/** The example, which is ready for signature, with one stretch of its arrangement replaced. */
function example(from = '', to = ''): MemoryHost {
  if (from !== '' && ARRANGEMENT.split(from).length !== 2) throw new Error(`“${from}” does not stand once in the example`);
  return project({ 'agreement.yaml': repository(`${FOLDER}/agreement.yaml`), 'arrangement.yaml': ARRANGEMENT.replace(from, () => to) });
}

async function draft(host: MemoryHost, ...argv: readonly string[]): Promise<{ readonly code: number; readonly err: string; readonly written: boolean }> {
  const code = await run(['draft', 'arrangement.yaml', '-o', 'out.md', ...argv], host);
  return { code, err: host.printed.err, written: host.files.has('/project/out.md') };
}

/** Line and column of words that stand once in the text. */
function placeIn(text: string, words: string): string {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const LONG = ['    term: P3Y ', '    term: P13Y '] as const;
const OWN_COSTS = '    shared: false\n    ownCeiling: "USD 4000000" ';
const SHARED = '    shared: true\n    ceiling: "USD 4000000"\n    shares: { us: 60, ru: 30 }\n    sharedItems: [{ key: sonar, en: the sonar, ru: гидролокатор }] ';

describe('drafting for signature', () => {
  it('writes a text that no rule has an error against', async () => {
    expect(await draft(example(), '--stage', 'signature')).toEqual({ code: 0, err: 'wrote out.md\n', written: true });
  });

  it('refuses shares that do not add up, and says where they stand', async () => {
    const { code, err, written } = await draft(example(OWN_COSTS, SHARED), '--stage', 'signature');
    expect({ code, written }).toEqual({ code: 1, written: false });
    expect(err).toContain('error  not-ready-for-signature  the text cannot be made for signature: it has errors; nothing was written\n');
    const place = placeIn(ARRANGEMENT.replace(OWN_COSTS, SHARED), '{ us: 60, ru: 30 }');
    expect(err).toContain(`arrangement.yaml:${place}  error  shares-sum  the shares of “finance.shares” add up to 90 per cent, not to 100: us 60, ru 30\n`);
    expect(err).toMatch(/\n2 errors\n$/);
  });

  it('refuses a term beyond the framework’s', async () => {
    const { code, err, written } = await draft(example(...LONG), '--stage', 'signature');
    expect({ code, written }).toEqual({ code: 1, written: false });
    expect(err).toContain(`arrangement.yaml:${placeIn(ARRANGEMENT, 'P3Y ')}  error  duration-exceeds-framework  Article 14(2): `);
  });

  it('makes a text whose errors are waived, and none once the waiver has ended', async () => {
    const waived = (until: string): MemoryHost => {
      const host = example(...LONG);
      host.files.set('/project/arrangement.yaml', `${ARRANGEMENT.replace(...LONG)}\nwaivers:\n  - { rule: duration-exceeds-framework, at: duration.term/period, by: Legal Office, on: 2026-11-01, reason: agreed by letter, until: ${until} }\n`);
      return host;
    };
    expect(await draft(waived('2026-12-31'), '--stage', 'signature')).toMatchObject({ code: 0, written: true });
    const { code, err, written } = await draft(waived('2026-11-22'), '--stage', 'signature');
    expect({ code, written }).toEqual({ code: 1, written: false });
    expect(err).toContain('  error  duration-exceeds-framework  ');
  });

  it.each(['negotiating', 'scrub', 'conformed'])('is alone in asking the rules: %s does not', async (stage) => {
    expect(await draft(example(OWN_COSTS, SHARED), '--stage', stage)).toEqual({ code: 0, err: 'wrote out.md\n', written: true });
  });
});
