import type { LinkedFinding, Provision, Span, Variant } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import type { LibraryCheck, LibraryWorld } from '../library-world.ts';
import { satisfy } from '../synthesis/satisfy.ts';
import { belongs, factsOf, layoutOf, placesOf, isWorded, type Setting } from '../synthesis/setting.ts';
import { targetsOf } from '../synthesis/cover.ts';

export const check: LibraryCheck = {
  id: 'unreachable',
  title: 'A variant or clause that no arrangement can have, or an instrument that has no room for a provision that names it',
  *check(world) {
    const settings = world.scenes.map(({ setting }) => setting);
    for (const provision of provisionsOf(world.library)) {
      yield* rooms(provision, settings, world);
      for (const variant of provision.variants) yield* variantOf(provision, variant, settings, world);
    }
  },
};

function* rooms(provision: Provision, settings: readonly Setting[], world: LibraryWorld): Iterable<LinkedFinding> {
  for (const name of provision.instruments) {
    const own = settings.filter((setting) => setting.instrument === name || (layoutOf(setting, world.space)?.families.includes(name) === true && belongs(provision, setting, world.space)));
    if (own.length === 0) {
      yield { rule: 'unreachable', severity: 'warning', message: `“${provision.id}” names the instrument “${name}”, for which the vocabulary has no name in every language`, ...at(provision.span), hint: 'give its names under “instruments” of each vocabulary file' };
      continue;
    }
    const roomless = [...new Set(own.filter((setting) => !placesOf(setting, world.space).has(provision.article)).map(({ instrument }) => instrument))].filter((instrument) => !own.some((setting) => setting.instrument === instrument && placesOf(setting, world.space).has(provision.article)));
    if (roomless.length > 0)
      yield { rule: 'unreachable', severity: 'error', message: `“${provision.id}” names “${name}”, but the article “${provision.article}” has no place in ${roomless.join(', ')}`, ...at(provision.span), hint: `place it in templates/${roomless[0] ?? ''}.hbs or forbid it there, or take “${name}” out` };
    else if (!provision.variants.some((variant) => reaching(provision, variant, [], own, world)))
      yield { rule: 'unreachable', severity: 'error', message: `“${provision.id}” names “${name}”, where no variant of it can stand`, ...at(provision.when?.span ?? provision.span), hint: 'no values make its conditions true there, or no variant has a text in a register of that instrument; take the instrument out, or change the condition' };
  }
}

function* variantOf(provision: Provision, variant: Variant, settings: readonly Setting[], world: LibraryWorld): Iterable<LinkedFinding> {
  const name = `${provision.id}:${variant.id}`;
  const own = settings.filter((setting) => belongs(provision, setting, world.space));
  if (!reaching(provision, variant, [], own, world)) {
    yield {
      rule: 'unreachable', severity: 'error', message: `no arrangement can have “${name}”: ${why(provision, variant)}`, ...at(variant.when?.span ?? variant.span),
      hint: 'no values of the parameters, in any instrument and register, make its conditions true together; change them, or take the variant out',
    };
    return;
  }
  const told = new Set<string>();
  for (const { conditions } of targetsOf(provision, variant)) {
    const clause = conditions.at(-1);
    if (clause === undefined || told.has(clause) || reaching(provision, variant, conditions, own, world)) continue;
    told.add(clause);
    yield { rule: 'unreachable', severity: 'error', message: `a clause of “${name}” can never stand: its condition ${clause} is never true where the variant stands`, ...at(placeOf(variant, clause) ?? variant.span), hint: 'change the condition, or take the clause out' };
  }
}

/** A setting in which the conditions hold together for some values. */
function reaching(provision: Provision, variant: Variant, further: readonly string[], settings: readonly Setting[], world: LibraryWorld): boolean {
  const conditions = [provision.when?.source, variant.when?.source, ...further].filter((source) => source !== undefined);
  return settings.some((setting) => {
    return isWorded(provision, variant, setting) && placesOf(setting, world.space).has(provision.article) && satisfy(conditions, new Map(), factsOf(setting, world.space), world.space) !== undefined;
  });
}

function why(provision: Provision, variant: Variant): string {
  const conditions = [provision.when?.source, variant.when?.source].filter((source) => source !== undefined);
  return conditions.length === 0 ? 'no instrument that it names has a place for it in a register that it allows' : `its conditions ${conditions.join(' and ')} are never true together`;
}

function placeOf(variant: Variant, source: string): Span | undefined {
  const down = (clauses: Variant['clauses']): Span | undefined => {
    for (const clause of clauses) {
      if (clause.when?.source === source) return clause.when.span ?? clause.span;
      const found = down(clause.clauses);
      if (found) return found;
    }
    return undefined;
  };
  return down(variant.clauses);
}

function at(span: Span | undefined): { readonly span?: Span } {
  return span ? { span } : {};
}
