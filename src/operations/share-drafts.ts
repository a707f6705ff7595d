import type { Finding, Host, LinkedFinding } from '../model/index.ts';
import { openPackedSources } from './library-sources.ts';
import { planScenes, type ScenePlan } from './library-scenes.ts';
import { draftOf, scenesOf, type Scene, type SceneDraft } from './library-world.ts';
import type { LibrarySources } from './read-library.ts';
import { spaceOf, type Space } from './synthesis/space.ts';

/** The name under which the other thread knows its work. */
export const DRAFTS = 'library-drafts';

/** `content`: hash of the sources. The other thread reads none but those. */
interface Input {
  readonly content: string;
  readonly today: string;
}

/** What one draft sends to the other thread; null where none could be made. */
type Sent = { readonly present: readonly string[]; readonly findings: readonly LinkedFinding[] } | null;
type Share = readonly (readonly [index: number, draft: Sent])[];

const LOST: Finding = {
  rule: 'thread-lost', severity: 'info', message: 'the second thread of this check ended before its time; its drafts were assembled in the first',
  hint: 'nothing was left out; with more memory it would be quicker',
};

/** All drafts of a library's checks, made by two threads; undefined where the host has but one, or the sources are not the build's. */
export async function shareDrafts(host: Host, sources: LibrarySources | undefined): Promise<{ readonly scenes: readonly Scene[]; readonly findings: readonly Finding[] } | undefined> {
  if (!host.aside || sources?.content === undefined) return undefined;
  const input: Input = { content: sources.content, today: host.today() };
  const aside = host.aside(DRAFTS, JSON.stringify(input));
  if (!aside) return undefined;
  const space = spaceOf(sources.library);
  const plans = planScenes(space);
  const own = new Map(takeDrafts(plans, space, input.today, () => aside.next()));
  const result = await aside.result();
  const share: Share = result === undefined ? [] : JSON.parse(result);
  const theirs = new Map(share);
  const scenes = scenesOf(plans, (scenario, index): SceneDraft | undefined => {
    if (own.has(index)) return own.get(index);
    const sent = theirs.get(index);
    // What the other thread took and did not send is made here.
    if (sent === undefined) return draftOf(scenario, space, input.today);
    return sent === null ? undefined : { scenario, present: new Set(sent.present), findings: sent.findings };
  });
  return { scenes, findings: result === undefined ? [LOST] : [] };
}

/** The other thread's part: the drafts that it takes, as text. Undefined where its sources are not those. */
export function draftsAside(host: Host, text: string, next: () => number): string | undefined {
  const { content, today }: Input = JSON.parse(text);
  const sources = openPackedSources(host, content);
  if (!sources) return undefined;
  const space = spaceOf(sources.library);
  const share: Share = takeDrafts(planScenes(space), space, today, next).map(([index, draft]) => [index, draft ? { present: [...draft.present], findings: draft.findings } : null]);
  return JSON.stringify(share);
}

function takeDrafts(plans: readonly ScenePlan[], space: Space, today: string, next: () => number): readonly (readonly [number, SceneDraft | undefined])[] {
  const scenarios = plans.flatMap(({ cover }) => cover.scenarios);
  const made: (readonly [number, SceneDraft | undefined])[] = [];
  for (let index = next(); ; index = next()) {
    const scenario = scenarios[index];
    if (!scenario) return made;
    made.push([index, draftOf(scenario, space, today)]);
  }
}
