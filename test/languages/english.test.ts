import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { toCardinal } from 'n2words/en-GB';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, exponent, language, LANGUAGES, PARTY_WORDS, type ValueContext } from '../../src/languages/index.ts';
import type { Value, ValueForm } from '../../src/model/index.ts';

const en = LANGUAGES['en'];
if (en === undefined) throw new Error('English is missing');

const CONTEXT: ValueContext = {
  partyNames: { us: { en: { nom: 'United States of America' } } },
  choiceLabels: { each: { en: { nom: 'each for itself' } } },
};
const say = (value: Value, form: ValueForm = {}, context = CONTEXT): string | undefined => en.value(value, form, context);

describe('English cardinals', () => {
  it.each([
    [0, 'zero'], [1, 'one'], [12, 'twelve'], [20, 'twenty'], [21, 'twenty-one'], [90, 'ninety'], [100, 'one hundred'],
    [101, 'one hundred and one'], [120, 'one hundred and twenty'], [365, 'three hundred and sixty-five'], [1000, 'one thousand'],
    [1001, 'one thousand and one'], [1100, 'one thousand one hundred'], [20_020, 'twenty thousand and twenty'],
    [1_000_120, 'one million one hundred and twenty'], [38_000_000, 'thirty-eight million'],
    [2_000_000_000, 'two billion'], [1_000_000_000_000, 'one trillion'], [-5, 'minus five'],
  ])('%d', (n, words) => expect(en.cardinal(n, 'nom')).toBe(words));

  it('are read back from their words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(2000), fc.integer({ min: 0, max: 10 ** 15 })), (n) => {
        expect(en.wordFigurePairs(`within ${en.cardinal(n, 'nom')} (${en.integer(n)}) days`)).toMatchObject([{ words: n, figures: n }]);
      }),
    );
  });
});

describe('a second opinion', () => {
  it('says the same words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (n) => {
        expect(en.cardinal(n, 'nom')).toBe(toCardinal(n));
      }),
    );
  });
});

describe('English values', () => {
  it.each<readonly [string, string, string]>([
    ['P90D', '90 calendar days', 'ninety (90) calendar days'],
    ['P1D', '1 calendar day', 'one (1) calendar day'],
    ['P0D', '0 calendar days', 'zero (0) calendar days'],
    ['PT60S', '60 seconds', 'sixty (60) seconds'],
    ['P1Y6M', '1 year and 6 months', 'one (1) year and six (6) months'],
    ['P2Y1M2W', '2 years, 1 month and 2 weeks', 'two (2) years, one (1) month and two (2) weeks'],
    ['PT1H30M', '1 hour and 30 minutes', 'one (1) hour and thirty (30) minutes'],
    ['P101Y', '101 years', 'one hundred and one (101) years'],
  ])('duration %s', (iso, figures, words) => {
    expect(say({ type: 'duration', iso })).toBe(figures);
    expect(say({ type: 'duration', iso }, { style: 'words' })).toBe(words);
  });

  it('count working days where the parameter does', () => {
    expect(say({ type: 'duration', iso: 'P10D' }, { style: 'words' }, { ...CONTEXT, unit: 'working' })).toBe('ten (10) working days');
  });

  it.each<readonly [string, string, string, string]>([
    ['USD', '3800000000', 'USD 38,000,000', 'thirty-eight million (38,000,000) United States dollars'],
    ['USD', '50', 'USD 0.50', 'zero (0) United States dollars and fifty (50) cents'],
    ['USD', '10101', 'USD 101.01', 'one hundred and one (101) United States dollars and one (1) cent'],
    ['USD', '100', 'USD 1', 'one (1) United States dollar'],
    ['JPY', '38000000', 'JPY 38,000,000', 'thirty-eight million (38,000,000) Japanese yen'],
    ['KWD', '1500', 'KWD 1.500', 'one (1) Kuwaiti dinar and five hundred (500) fils'],
    ['GBP', '201', 'GBP 2.01', 'two (2) pounds sterling and one (1) penny'],
    ['RUB', '200', 'RUB 2', 'two (2) Russian roubles'],
    ['XAF', '7', 'XAF 7', 'seven (7) XAF'],
    ['XXX', '3800000000', 'XXX 38,000,000', 'thirty-eight million (38,000,000) XXX'],
  ])('money %s %s', (currency, minor, figures, words) => {
    expect(say({ type: 'money', currency, minor })).toBe(figures);
    expect(say({ type: 'money', currency, minor }, { style: 'words' })).toBe(words);
  });

  it('share', () => {
    const share: Value = { type: 'share', shares: [{ party: 'us', percent: '33.4' }, { party: 'ru', percent: '50' }] };
    expect(say(share, { part: 'us' })).toBe('33.4 per cent');
    expect(say(share, { part: 'us', style: 'words' })).toBe('thirty-three point four (33.4) per cent');
    expect(say(share, { part: 'ru' })).toBe('50 per cent');
    expect(say(share, { part: 'ru', style: 'words' })).toBe('fifty (50) per cent');
    expect(say(share)).toBeUndefined();
  });

  it('others', () => {
    expect(say({ type: 'date', date: '2000-06-04' })).toBe('4 June 2000');
    expect(say({ type: 'date', date: '2000-02-30' })).toBeUndefined();
    expect(say({ type: 'integer', integer: 2000 })).toBe('2,000');
    expect(say({ type: 'integer', integer: 5 }, { style: 'words' })).toBe('five (5)');
    expect(say({ type: 'boolean', boolean: false })).toBe('no');
    expect(say({ type: 'party', party: 'us' })).toBe('United States of America');
    expect(say({ type: 'choice', choice: 'each' })).toBe('each for itself');
    expect(say({ type: 'choice', choice: 'none' })).toBeUndefined();
    expect(say({ type: 'table', rows: [] })).toBeUndefined();
    const list: Value = { type: 'list', items: [{ key: 'a', text: { en: 'A' } }, { key: 'b', text: { en: 'B' } }] };
    expect([say(list), say(list, { part: 'b' }), say(list, { part: 'c' })]).toEqual(['A and B', 'B', undefined]);
  });

  it('are read back', () => {
    const style = fc.constantFrom<'figures' | 'words'>('figures', 'words');
    const count = fc.integer({ min: 1, max: 400 });
    const value = fc.oneof<fc.Arbitrary<Value>[]>(
      fc.record({
        type: fc.constant('money' as const), currency: fc.constantFrom(...Object.keys(CURRENCIES)), minor: fc.bigInt({ min: 0n, max: 10n ** 14n }).map(String),
      }),
      fc.tuple(count, count, count).map(([y, m, d]) => ({ type: 'duration', iso: `P${y}Y${m}M${d}D` })),
      fc.tuple(count, fc.constantFrom('H', 'M', 'S')).map(([n, unit]) => ({ type: 'duration', iso: `PT${n}${unit}` })),
      fc.nat(10 ** 9).map((integer) => ({ type: 'integer', integer })),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((d) => ({ type: 'date', date: d.toISOString().slice(0, 10) })),
    );
    fc.assert(
      fc.property(value, style, (v, s) => {
        const printed = say(v, { style: s }) ?? '';
        expect(en.parse(v.type, printed), printed).toEqual(v);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<readonly [Value['type'], string, Value | undefined]>([
    ['duration', 'Ninety (60) calendar days', { type: 'duration', iso: 'P60D' }],
    ['duration', '60 days', { type: 'duration', iso: 'P60D' }],
    ['duration', '6 months and 1 year', undefined],
    ['duration', 'some days', undefined],
    ['money', '38,000,000 United States dollars', { type: 'money', currency: 'USD', minor: '3800000000' }],
    ['money', 'USD 38000000', { type: 'money', currency: 'USD', minor: '3800000000' }],
    ['money', 'USD 0.505', undefined],
    ['money', '38 dollars', undefined],
    ['date', 'June 4, 2000', { type: 'date', date: '2000-06-04' }],
    ['date', '04/06/2000', undefined],
    ['integer', '5 days', undefined],
    ['boolean', 'yes', { type: 'boolean', boolean: true }],
    ['list', 'A and B', undefined],
  ])('parse %s %s', (type, text, expected) => {
    expect(en.parse(type, text)).toEqual(expected);
  });
});

describe('English words for the parties', () => {
  it('per register', () => {
    expect(PARTY_WORDS.map((word) => en.party(word, 'treaty', 'nom'))).toEqual([
      'a Party', 'the Party', 'each Party', 'the other Party', 'the other Party', 'the other Party', 'either Party', 'neither Party', 'one Party', 'that Party', 'the Party concerned',
      'the Originating Party', 'the Providing Party', 'the Receiving Party', 'the Host Party', 'the Sending Party',
    ]);
    expect((['other', 'every-other', 'another', 'either', 'neither', 'each'] as const).map((word) => en.party(word, 'treaty', 'nom', 3))).toEqual([
      'the other Party', 'each other Party', 'another Party', 'any Party', 'no Party', 'each Party',
    ]);
    expect(en.party('concerned', 'memorandum', 'gen')).toBe('the Participant concerned');
    expect([en.parties('treaty', 'nom'), en.parties('memorandum', 'ins')]).toEqual(['Parties', 'Participants']);
    expect([en.shall('treaty'), en.shall('memorandum')]).toEqual(['shall', 'will']);
    expect([en.here('treaty', 'nom'), en.here('memorandum', 'gen')]).toEqual(['this Article', 'this Section']);
    expect(en.thisInstrument({ nom: 'Arrangement' }, 'dat')).toBe('this Arrangement');
    expect(en.partyGender('treaty')).toBeUndefined();
    expect(en.duty('sends', 'send', 'memorandum')).toBe('sends');
  });

  it('begin a sentence', () => {
    expect(['each Party', '“launch data”', '(the Parties)', '2 Parties'].map((text) => en.capitalise(text))).toEqual([
      'Each Party', '“Launch data”', '(The Parties)', '2 Parties',
    ]);
  });
});

describe('the index', () => {
  it('has a line for every language file', () => {
    const files = readdirSync(new URL('../../src/languages', import.meta.url)).filter((name) => /^[a-z]{2}\.ts$/.test(name));
    expect(files.map((name) => name.slice(0, 2)).toSorted()).toEqual(Object.keys(LANGUAGES));
  });

  it('knows a language by its tag', () => {
    expect(Object.keys(LANGUAGES)).toEqual(['en', 'ru']);
    for (const [tag, rules] of Object.entries(LANGUAGES)) expect(rules.id).toBe(tag);
    expect(language('ru')?.name).toBe('Русский');
    expect(language('toString')).toBeUndefined();
  });

  it('knows the minor units of ISO 4217', () => {
    expect(['USD', 'JPY', 'KWD', 'EUR', 'XYZ', 'constructor'].map(exponent)).toEqual([2, 0, 3, 2, undefined, undefined]);
  });
});
