import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/index.ts';
import type { Draft } from '../../src/model/index.ts';
import { arrange, BARE, blocks, provision, rulesIn, smallLibrary, wordsAt } from '../support/small-library.ts';

const { library } = smallLibrary({
  ...BARE,
  ...provision('preamble.names', [{ key: 'x', en: '{{names}},', ru: '{{names}},' }]),
  ...provision('alpha.a', [{ key: 'x', en: '{{party "each"}} {{shall}} act. {{instrument}} binds {{count "parties"}} {{parties}}.', ru: '{{party "each"}} {{duty "действует" "действовать"}}. {{instrument}} связывает две {{parties case="acc"}}.' }]),
  ...provision('testimonium.done', [{ key: 'x', en: 'Done in {{languages}}.', ru: 'Совершено на {{languages case="pre"}} языках.' }]),
});
const signed = (draft: Draft, language = 'en') => draft.signatures.map((block) => [textOf(block.content?.[language]), ...block.children.map((line) => textOf(line.content?.[language]))]);

describe('a signature block', () => {
  it('is one per party: for whom, the line, name and office', () => {
    const { draft } = arrange(library);
    expect(signed(draft)).toEqual([['For the Government of Utopia', '____', 'Name: ____', 'Title: ____'], ['For the Government of Ruritania', '____', 'Name: ____', 'Title: ____']]);
    expect(signed(draft, 'ru')[1]?.[0]).toBe('За Руританию');
    expect(draft.signatures.flatMap(({ children }) => children.flatMap(({ content }) => content?.['en']?.filter(({ type }) => type === 'blank') ?? [])).every((blank) => blank.type === 'blank' && blank.kind === 'signing')).toBe(true);
  });

  it('has a line for each who signs, with what is known of them', () => {
    const parties = [{ id: 'us', signatories: [{ office: { en: 'Minister', ru: 'Министр' }, name: { en: 'A. Bee', ru: 'А. Би' } }, { office: { en: 'Deputy', ru: 'Заместитель' } }] }, 'ru'];
    const { draft } = arrange(library, { parties });
    expect(signed(draft)[0]).toEqual(['For the Government of Utopia', '____', 'Name: A. Bee', 'Title: Minister', '____', 'Name: ____', 'Title: Deputy']);
    expect([...blocks(draft).keys()].filter((id) => id.startsWith('signature:us/line'))).toEqual(['signature:us/line[1]', 'signature:us/line[2]']);
  });
});

describe('the alternat', () => {
  it('puts the party whose original it is first: title, preamble, languages, signatures; nothing else moves', () => {
    const [us, ru] = ['us', 'ru'].map((original) => arrange(library, {}, { original }).draft);
    if (!us || !ru) throw new Error('no draft');
    expect(textOf(us.title['en'])).toBe('Pact between the Government of Utopia and the Government of Ruritania on trade');
    expect(textOf(ru.title['en'])).toBe('Pact between the Government of Ruritania and the Government of Utopia on trade');
    expect(textOf(ru.title['ru'])).toBe('Пакт между Руританией и Утопией о торговле');
    expect(wordsAt(ru, 'preamble.names/x')).toBe('The Government of Ruritania and the Government of Utopia,');
    expect([us.meta.languages, ru.meta.languages]).toEqual([['en', 'ru'], ['ru', 'en']]);
    expect([wordsAt(us, 'testimonium.done/x'), wordsAt(ru, 'testimonium.done/x')]).toEqual(['Done in English and Russian.', 'Done in Russian and English.']);
    expect(ru.signatures.map(({ party }) => party)).toEqual(['ru', 'us']);
    expect(ru.parties.map(({ id }) => id)).toEqual(['ru', 'us']);
    expect(ru.articles.map((node) => [node.id, textOf(node.children[0]?.content?.['ru'])])).toEqual(us.articles.map((node) => [node.id, textOf(node.children[0]?.content?.['ru'])]));
  });
});

describe('the two registers', () => {
  it.each([
    ['treaty', 'Each Party shall act. This Pact binds two Parties.', 'Каждая из Сторон действует. Настоящий Пакт связывает две Стороны.'],
    ['memorandum', 'Each Participant will act. This Pact binds two Participants.', 'Каждый из Участников будет действовать.'],
  ])('%s', (register, en, ru) => {
    const { draft } = arrange(library, { register });
    expect(wordsAt(draft, 'alpha.a/x')).toBe(en);
    expect(wordsAt(draft, 'alpha.a/x', 'ru')?.startsWith(ru)).toBe(true);
  });

  it('may each have words of their own; a missing one is an error and a visible gap', () => {
    const split = smallLibrary({ ...BARE, ...provision('alpha.a', [{ key: 'x', en: { treaty: 'Bound.', memorandum: 'Minded.' }, ru: { treaty: 'Обязаны.' } }]) });
    expect(wordsAt(arrange(split.library).draft, 'alpha.a/x', 'ru')).toBe('Обязаны.');
    const soft = arrange(split.library, { register: 'memorandum' });
    expect(wordsAt(soft.draft, 'alpha.a/x')).toBe('Minded.');
    expect(wordsAt(soft.draft, 'alpha.a/x', 'ru')).toBe('____');
    expect(rulesIn(soft.findings)).toEqual(['error missing-translation']);
    expect(soft.findings[0]?.message).toBe('“alpha.a” has no text in “ru” in the memorandum register');
  });
});

it('a party without a name for its office, and an instrument without one in the register, are errors', () => {
  expect(rulesIn(arrange(library, { parties: [{ id: 'us', concluder: 'ministry' }, 'ru'] }).findings)).toEqual(['error unknown-party']);
  const poor = smallLibrary({ ...BARE, 'vocabulary/en.yaml': { language: 'en', instruments: {}, languages: {}, title: '{{instrument "full"}} {{title}}', signature: { for: 'For', name: 'Name:', office: 'Title:' } } });
  const made = arrange(poor.library);
  expect(rulesIn(made.findings)).toContain('error missing-translation');
  expect(textOf(made.draft.title['en'])).toBe('____ on trade');
});
