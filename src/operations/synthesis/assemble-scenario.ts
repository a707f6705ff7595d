import { assemble } from '../../assemble/assemble.ts';
import type { AssembleInput } from '../../assemble/input.ts';
import type { Arrangement, Language, Span } from '../../model/index.ts';
import type { Scenario } from './scenario.ts';
import type { Space } from './space.ts';

/** Assembles an arrangement that was thought up. What is found lies in the library: at the variant chosen, or at the parameter. */
export function assembleScenario(scenario: Scenario, space: Space, languages: readonly Language[] = scenario.setting.languages ?? space.languages): ReturnType<typeof assemble> {
  const { setting, choose, omit, values } = scenario;
  const arrangement: Arrangement = {
    id: 'library-check', edition: '1', status: 'draft', instrument: setting.instrument, register: setting.register,
    ...(setting.framework ? { framework: setting.framework.map.file } : {}),
    languages, parties: (setting.parties ?? space.parties).map((id) => ({ id })),
    title: Object.fromEntries(languages.map((language) => [language, TITLE[language] ?? TITLE['en'] ?? ''])),
    values: {}, choose: Object.fromEntries([...choose].map(([id, variant]) => [id, variant.id])),
    incorporate: setting.framework?.mode === 'full' ? { '*': 'full' } : {},
    omit: omit.map((provision) => ({ provision, reason: 'it cannot stand here' })),
    add: [], departures: [], waivers: [], openings: {}, hash: '',
  };
  const input: AssembleInput = {
    library: space.library, arrangement, engine: space.engine, stage: 'negotiating', departures: true,
    values: new Map([...values].map(([name, value]) => [name, { value, ...at(space.library.parameters[name]?.span) }])),
    locate: ([field, name]) => (field === 'choose' && typeof name === 'string' ? choose.get(name)?.span : undefined),
    ...(setting.framework ? { framework: setting.framework.map } : {}),
  };
  return assemble(input);
}

const TITLE: Readonly<Record<Language, string>> = { en: 'on the testing of sensors', ru: 'об испытаниях датчиков' };

function at(span: Span | undefined): { readonly span?: Span } {
  return span ? { span } : {};
}
