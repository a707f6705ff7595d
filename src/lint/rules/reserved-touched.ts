import type { Draft, FrameworkArticle, FrameworkMap, Node, Opening, Value } from '../../model/index.ts';
import { article, draftOf, frameworkOf, paragraph } from '../example.ts';
import { relateDurations } from '../relate-durations.ts';
import { frameworkArticle, plainValue } from '../framework-values.ts';
import type { LintContext, Rule, RuleFinding } from '../rule.ts';
import { usesOf, valuesOf } from '../values.ts';
import { provisionOf, viewOf } from '../view.ts';
import { textsOf } from '../texts.ts';

const claims = (text: string) => draftOf({ languages: ['en'], articles: [article('liability', 7, [paragraph('liability.third-party/division', 1, { en: text })])] });

export const rule: Rule = {
  id: 'reserved-touched',
  code: 'S07',
  severity: 'error',
  title: 'An arrangement settles what its framework reserves to itself',
  why: 'The framework’s bargain was made once for all arrangements, usually by a higher authority. A project text that departs from it reopens the bargain.',
  good: () => ({
    title: 'The framework’s text set out in full, as recorded',
    draft: { ...claims('Sums paid shall be divided equally.'), incorporated: [{ provision: 'liability.third-party', article: 'article:liability', mode: 'full' }] },
    context: { framework: frameworkOf() },
  }),
  bad: () => ({ title: 'The arrangement divides claims in its own way', draft: claims('Sums paid shall be borne by the Party at fault.'), context: { framework: frameworkOf() } }),
  *check(context) {
    const { framework } = context;
    if (framework === undefined) return;
    for (const reserved of framework.articles) {
      if (reserved.rule === 'mayNot' && reserved.opening !== 'open') yield* touchedText(context, framework, reserved);
      yield* touchedValues(context.draft, framework, reserved);
    }
  },
};

const IN_OTHER_WORDS = 'sets out in the library’s words, not the framework’s,';

/** Blocks that set the matter out without a record of it, depart from the text that was to be set out, or add to it. */
function* touchedText({ draft, standard }: LintContext, framework: FrameworkMap, reserved: FrameworkArticle): Iterable<RuleFinding> {
  const view = viewOf(draft);
  const ids = new Set(reserved.ids);
  const modes = new Map(draft.incorporated.map(({ provision, mode }) => [provision, mode]));
  const usual = standard === undefined ? undefined : viewOf(standard).byId;
  const told = new Set<string>();
  for (const { node, ancestors, place } of view.entries) {
    if (node.type === 'article' || ancestors.some(({ id }) => told.has(id)) || (place !== 'articles' && place !== 'annexes')) continue;
    const provision = provisionOf(node);
    let how: string | undefined;
    if (provision !== undefined && ids.has(provision)) how = departs(node, draft, modes.get(provision), usual?.get(node.id)?.node, framework.written === true);
    else if (usual !== undefined && !usual.has(node.id) && ancestors.some(({ id }) => id === `article:${reserved.article}`)) how = 'adds to';
    if (how === undefined || (how === IN_OTHER_WORDS && provision !== undefined && told.has(provision))) continue;
    told.add(node.id);
    if (how === IN_OTHER_WORDS && provision !== undefined) told.add(provision);
    yield {
      message: `the text ${how} a matter that ${frameworkArticle(reserved, framework)} (${Object.values(reserved.title)[0] ?? reserved.article}) reserves to the framework`,
      hint: framework.written === true ? 'leave it to the framework and cite its article' : 'leave it to the framework: cite its article, or set it out unchanged with incorporate',
      node,
    };
  }
}

function departs(node: Node, draft: Draft, mode: 'cited' | 'full' | undefined, usual: Node | undefined, written: boolean): string | undefined {
  if (node.provenance?.departure !== undefined) return 'departs from';
  if (mode === undefined) return 'settles';
  // The words of an agreement concluded elsewhere are not known here; those set out are the library's.
  if (mode === 'full' && written) return IN_OTHER_WORDS;
  if (usual === undefined) return undefined;
  return draft.meta.languages.some((language) => textsOf(node, language).join('\n') !== textsOf(usual, language).join('\n')) ? 'departs from' : undefined;
}

function* touchedValues(draft: Draft, framework: FrameworkMap, reserved: FrameworkArticle): Iterable<RuleFinding> {
  if (reserved.rule === 'must' || reserved.opening === 'open') return;
  for (const { parameter, value } of valuesOf(draft)) {
    // An arrangement has its own duration and notice; other rules compare them with the framework's.
    if (!Object.hasOwn(reserved.values, parameter) || /^(?:duration|termination)\./.test(parameter)) continue;
    const settled = reserved.values[parameter];
    if (settled === undefined || same(value, settled) || allowed(value, settled, reserved.opening)) continue;
    const [node] = usesOf(draft, parameter);
    yield {
      message: `“${parameter}” is ${plainValue(value)}, but ${plainValue(settled)} in ${frameworkArticle(reserved, framework)}, ${reserved.opening === 'narrow-only' ? 'which an arrangement may only narrow' : 'which an arrangement may not change'}`,
      hint: `leave “${parameter}” out of the arrangement: the framework’s value applies`,
      parameter, ...(node === undefined ? {} : { node }),
    };
  }
}

/** `fill` lets an arrangement supply what the framework left open, not change what it settled. */
function allowed(value: Value, settled: Value, opening: Opening): boolean {
  if (opening !== 'narrow-only') return false;
  if (value.type === 'duration' && settled.type === 'duration') return relateDurations('>', value.iso, settled.iso) !== true;
  if (value.type === 'integer' && settled.type === 'integer') return value.integer <= settled.integer;
  if (value.type === 'money' && settled.type === 'money') return value.currency === settled.currency && /^\d+$/.test(value.minor + settled.minor) && BigInt(value.minor) <= BigInt(settled.minor);
  if (value.type === 'date' && settled.type === 'date') return value.date <= settled.date;
  if (value.type === 'list' && settled.type === 'list') return value.items.every(({ key }) => settled.items.some((item) => item.key === key));
  return value.type === 'boolean' && !value.boolean;
}

function same(a: Value, b: Value): boolean {
  if (a.type === 'duration' && b.type === 'duration') return relateDurations('==', a.iso, b.iso) === true;
  return JSON.stringify(a) === JSON.stringify(b);
}

