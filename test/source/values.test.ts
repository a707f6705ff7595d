import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAMETER_TYPES } from '../../src/model/index.ts';
import { typeValue } from '../../src/source/values.ts';

const WORLD = { languages: ['en', 'ru'], parties: ['us', 'ru'] };
const OPTIONS = [{ id: 'joint', label: { en: { nom: 'joint' } } }, { id: 'split', label: { en: { nom: 'split' } } }];
const COLUMNS = [{ key: 'name', type: 'text', label: {}, required: true }, { key: 'cost', type: 'money', label: {} }] as const;
const read = (type: (typeof PARAMETER_TYPES)[number], raw: unknown, world = WORLD) => typeValue({ type, options: OPTIONS, columns: COLUMNS }, raw, world);

describe('a value as written', () => {
  it.each([
    ['integer', 0, { type: 'integer', integer: 0 }],
    ['integer', -7, { type: 'integer', integer: -7 }],
    ['boolean', false, { type: 'boolean', boolean: false }],
    // Minor units: dollars have cents, yen have none, dinars have thousandths.
    ['money', 'USD 38000000', { type: 'money', currency: 'USD', minor: '3800000000' }],
    ['money', 'USD 0.5', { type: 'money', currency: 'USD', minor: '50' }],
    ['money', 'USD 0', { type: 'money', currency: 'USD', minor: '0' }],
    ['money', 'JPY 1000', { type: 'money', currency: 'JPY', minor: '1000' }],
    ['money', 'KWD 1.25', { type: 'money', currency: 'KWD', minor: '1250' }],
    ['money', 'RUB 123456789012345678.99', { type: 'money', currency: 'RUB', minor: '12345678901234567899' }],
    ['duration', 'P90D', { type: 'duration', iso: 'P90D' }],
    ['duration', 'P1Y6M', { type: 'duration', iso: 'P1Y6M' }],
    ['duration', 'PT60S', { type: 'duration', iso: 'PT60S' }],
    ['date', '2028-02-29', { type: 'date', date: '2028-02-29' }],
    ['choice', 'split', { type: 'choice', choice: 'split' }],
    ['party', 'ru', { type: 'party', party: 'ru' }],
    // Ordered as the arrangement names its parties, whatever the file's order; no trailing zeros.
    ['share', { ru: '66.60', us: 33.4 }, { type: 'share', shares: [{ party: 'us', percent: '33.4' }, { party: 'ru', percent: '66.6' }] }],
    ['share', { us: 100, ru: 0 }, { type: 'share', shares: [{ party: 'us', percent: '100' }, { party: 'ru', percent: '0' }] }],
    ['text', { en: '  the   site ', ru: 'объект' }, { type: 'text', text: { en: 'the site', ru: 'объект' } }],
    ['list', [], { type: 'list', items: [] }],
    ['list', [{ key: 'a', en: 'one', ru: 'один' }], { type: 'list', items: [{ key: 'a', text: { en: 'one', ru: 'один' } }] }],
    ['table', [{ key: 'a', name: null }], { type: 'table', rows: [{ key: 'a', cells: {} }] }],
    ['table', [{ key: 'a', name: { en: 'x', ru: 'икс' }, cost: 'USD 1' }], { type: 'table', rows: [{ key: 'a', cells: { name: { type: 'text', text: { en: 'x', ru: 'икс' } }, cost: { type: 'money', currency: 'USD', minor: '100' } } }] }],
  ] as const)('%s %j', (type, raw, value) => {
    expect(read(type, raw)).toEqual({ value, faults: [] });
  });

  it('needs no language where there is one only', () => {
    expect(read('text', 'the site', { ...WORLD, languages: ['en'] }).value).toEqual({ type: 'text', text: { en: 'the site' } });
  });
});

describe('a value that cannot be', () => {
  it.each([
    ['integer', 1.5, 'wrong-type', []],
    ['integer', 2 ** 53, 'wrong-type', []],
    ['integer', '7', 'wrong-type', []],
    ['boolean', 'yes', 'wrong-type', []],
    ['money', 38000000, 'wrong-type', []],
    ['money', 'USD 1,000', 'wrong-type', []],
    ['money', 'usd 1', 'wrong-type', []],
    ['money', 'XQQ 1', 'wrong-type', []],
    ['money', 'USD 1.005', 'wrong-type', []],
    ['money', 'JPY 1.5', 'wrong-type', []],
    ['money', 'USD -1', 'wrong-type', []],
    ['duration', '90 days', 'wrong-type', []],
    ['duration', 'P', 'wrong-type', []],
    ['date', '2027-02-29', 'wrong-type', []],
    ['date', '1900-02-29', 'wrong-type', []],
    ['date', '2026-13-01', 'wrong-type', []],
    ['date', '4 June 2000', 'wrong-type', []],
    ['choice', 'joined', 'wrong-type', []],
    ['party', 'fr', 'wrong-type', []],
    ['share', { us: 50 }, 'missing-key', []],
    ['share', { us: 50, ru: 50, fr: 0 }, 'unknown-party', ['fr']],
    ['share', { us: 101, ru: 0 }, 'wrong-type', ['us']],
    ['share', { us: 1e-7, ru: 0 }, 'wrong-type', ['us']],
    ['share', [50, 50], 'wrong-type', []],
    ['text', { en: 'the site' }, 'missing-translation', []],
    ['text', 'the site', 'missing-translation', []],
    ['text', { en: 'the site', ru: 7 }, 'wrong-type', ['ru']],
    ['list', 'one', 'wrong-type', []],
    ['list', ['one'], 'wrong-type', [0]],
    ['list', [{ en: 'one', ru: 'один' }], 'missing-key', [0]],
    ['list', [{ key: 'A b', en: 'one', ru: 'один' }], 'missing-key', [0]],
    ['list', [{ key: 'a', en: 'one', ru: 'один' }, { key: 'a', en: 'two', ru: 'два' }], 'duplicate-key', [1, 'key']],
    ['list', [{ key: 'a', en: 'one' }], 'missing-translation', [0]],
    ['table', [{ key: 'a' }], 'missing-key', [0]],
    ['table', [{ key: 'a', name: { en: 'x', ru: 'икс' }, cots: 'USD 1' }], 'unknown-key', [0, 'cots']],
    ['table', [{ key: 'a', name: { en: 'x', ru: 'икс' }, cost: 1 }], 'wrong-type', [0, 'cost']],
  ] as const)('%s %j is %s at %j', (type, raw, rule, path) => {
    expect(read(type, raw).faults.map((fault) => [fault.rule, fault.path])).toContainEqual([rule, path]);
  });

  it('names what is near', () => {
    expect(read('choice', 'joimt').faults[0]?.hint).toBe('did you mean “joint”?');
  });

  it.each(['\u202E', '\u200B', '\u0007', '\uFEFF'])('holds no character that is not seen: %j', (hidden) => {
    const typed = read('text', { en: `a${hidden}b`, ru: 'аб' });
    expect(typed.faults).toMatchObject([{ rule: 'control-character', path: ['en'] }]);
    expect(typed.value).toEqual({ type: 'text', text: { en: 'ab', ru: 'аб' } });
  });

  it('never throws, and gives a value or a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARAMETER_TYPES), fc.anything({ withNullPrototype: true }), (type, raw) => {
        const { value, faults } = read(type, raw);
        expect(value !== undefined || faults.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
