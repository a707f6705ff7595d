import { describe, expect, it } from 'vitest';
import { frameworkMap } from '../../src/assemble/framework-map.ts';
import { arrange, BARE, clause, inlinesAt, provision, smallLibrary, wordsAt } from '../support/small-library.ts';

const term = (id: string, en: string, ru: string, forms: readonly string[] = []) => ({
  [`definitions/${id}.yaml`]: { id, name: { en: id.toUpperCase(), ru: `термин ${id}` }, text: { en, ru }, ...(forms.length > 0 ? { forms: { ru: forms } } : {}) },
});
const LISTED = provision('definitions.terms', [
  clause('list', 'terms:', { clauses: [{ key: 'term', each: 'terms', en: '{{item "quoted"}} means {{item "meaning"}}{{item "end"}}', ru: 'Термин {{item "quoted"}} означает {{item "meaning"}}{{item "end"}}' }] }),
], { instruments: ['pact', 'umbrella'] });
const FOLDER = {
  ...BARE, ...LISTED,
  ...term('near', 'what is near a {{term "far" "FARS"}}', 'то, что близко к {{term "far" "термину far"}}', ['термина near', 'термином near']),
  ...term('far', 'what is far; a {{term "side" }}', 'то, что далеко; {{term "side"}}'),
  ...term('side', 'what is aside', 'то, что в стороне'),
  ...term('spare', 'what nobody uses', 'то, чем никто не пользуется'),
  'definitions/inline.yaml': { id: 'inline', name: { en: 'INLINE', ru: 'термин inline' } },
};
const definedIn = (made: ReturnType<typeof arrange>) => made.draft.articles.find(({ id }) => id === 'article:definitions')?.children[0]?.children.map(({ id }) => /\[(.*)\]/u.exec(id)?.[1]);

describe('the terms that a draft defines', () => {
  const { library, findings } = smallLibrary({ ...FOLDER, ...provision('alpha.a', [clause('x', 'uses {{term "near" "термином near"}}.')]) });

  it('are those it uses and those that they use, in the order of the library, the same in every language', () => {
    expect(findings).toEqual([]);
    const made = arrange(library);
    expect(definedIn(made)).toEqual(['near', 'far', 'side']);
    expect(made.draft.terms.map(({ id, origin }) => `${id} ${origin}`)).toEqual(['near self', 'far self', 'side self']);
    expect(wordsAt(made.draft, 'definitions.terms/list.term[near]')).toBe('“NEAR” means what is near a FARS;');
    expect(wordsAt(made.draft, 'definitions.terms/list.term[far]', 'ru')).toBe('Термин «термин far» означает то, что далеко; термин side; и');
  });

  it('stand in the form that the sentence asks for, and stay known by their id', () => {
    const made = arrange(library);
    expect(inlinesAt(made.draft, 'alpha.a/x', 'ru')).toContainEqual({ type: 'term', term: 'near', text: 'термином near' });
    expect(made.draft.terms[0]).toEqual({ id: 'near', name: { en: 'NEAR', ru: 'термин near' }, forms: { ru: ['термина near', 'термином near'] }, origin: 'self' });
  });

  it('are none where none is used: the article goes', () => {
    const made = arrange(smallLibrary({ ...FOLDER, ...provision('alpha.a', [clause('x', 'uses nothing.')]) }).library);
    expect(definedIn(made)).toBeUndefined();
    expect(made.draft.terms).toEqual([]);
  });

  it('do not count what a condition left out', () => {
    const made = arrange(smallLibrary({ ...FOLDER, ...provision('alpha.a', [clause('x', 'x.'), clause('y', 'uses {{term "spare"}}.', { when: 'register == "memorandum"' })]) }).library);
    expect(made.draft.terms).toEqual([]);
  });

  it('are not listed where the text itself defines them', () => {
    const made = arrange(smallLibrary({ ...FOLDER, ...provision('alpha.a', [{ key: 'x', en: 'Things ({{define "inline"}}, {{define "side"}}) matter.', ru: 'Вещи (далее – {{define "inline" "термином inline"}}, {{define "side"}}).' }], { defines: ['inline', 'side'] }) }).library);
    expect(definedIn(made)).toBeUndefined();
    expect(made.draft.terms.map(({ id }) => id)).toEqual(['side', 'inline']);
    expect(wordsAt(made.draft, 'alpha.a/x')).toBe('Things (“INLINE”, “SIDE”) matter.');
    expect(wordsAt(made.draft, 'alpha.a/x', 'ru')).toBe('Вещи (далее – термином inline, термин side).');
  });

  it('end where definitions use each other', () => {
    const made = arrange(smallLibrary({ ...FOLDER, ...term('side', 'what is aside a {{term "near"}}', 'то, что в стороне; {{term "near"}}'), ...provision('alpha.a', [clause('x', 'uses {{term "far"}}.')]) }).library);
    expect(definedIn(made)).toEqual(['near', 'far', 'side']);
  });
});

describe('under a framework', () => {
  const { library } = smallLibrary({
    ...FOLDER,
    ...provision('alpha.above', [clause('x', 'uses {{term "far"}}.')], { instruments: ['umbrella'] }),
    ...provision('beta.below', [clause('x', 'uses {{term "near"}}.')]),
  });
  const umbrella = arrange(library, { id: 'above', instrument: 'umbrella' });
  const framework = frameworkMap({ draft: umbrella.draft, library, openings: {}, edition: '1', hash: 'h', file: 'above.yaml' });

  it('the framework defines what the usual texts below it will use', () => {
    expect(definedIn(umbrella)).toEqual(['near', 'far', 'side']);
  });

  it('nothing is defined twice: what the framework defines is inherited', () => {
    const made = arrange(library, { framework: 'above.yaml' }, { framework });
    expect(definedIn(made)).toBeUndefined();
    expect(made.draft.terms.map(({ id, origin }) => `${id} ${origin}`)).toEqual(['near framework']);
  });

  it('what the framework does not define is defined here', () => {
    const made = arrange(library, { framework: 'above.yaml' }, { framework: { ...framework, terms: framework.terms.filter(({ id }) => id !== 'near') } });
    expect(definedIn(made)).toEqual(['near']);
    expect(made.draft.terms.map(({ id, origin }) => `${id} ${origin}`)).toEqual(['near self', 'far framework']);
  });
});
