import type { Provision, Value, Variant } from '../../model/index.ts';
import { satisfy } from './satisfy.ts';
import { belongs, factsOf, isCited, mayStand, placesOf, type Setting } from './setting.ts';
import { ask, type Assignment, type Space } from './space.ts';

/** A variant to see assembled, with the further conditions of one of its clauses where it has such. */
export interface Target {
  readonly provision: Provision;
  readonly variant: Variant;
  readonly conditions: readonly string[];
  /** Targets of one key show the same words. */
  readonly key: string;
}

/** An arrangement that was thought up: what it chooses, leaves out and says. */
export interface Scenario {
  readonly setting: Setting;
  readonly choose: ReadonlyMap<string, Variant>;
  readonly omit: readonly string[];
  /** A value for every parameter, save those filled by hand at signature. */
  readonly values: Assignment;
}

/** Why a target cannot stand in a setting, or beside what is there already. */
export type Refusal = 'elsewhere' | 'another variant' | 'register' | 'conflict' | 'condition' | 'requirement';

const RANKS = ['preferred', 'acceptable', 'exception'] as const;

/** A scenario in the making: takes targets as long as they go together. */
export class ScenarioBuilder {
  readonly #space: Space;
  readonly #setting: Setting;
  readonly #choose = new Map<string, Variant>();
  /** Ids that stand in the text for sure: chosen, or required by what is. */
  readonly #present = new Set<string>();
  readonly #barred = new Set<string>();
  readonly #places: ReadonlySet<string>;
  #conditions: readonly string[] = [];
  #values: Assignment = new Map();

  constructor(setting: Setting, space: Space) {
    this.#setting = setting;
    this.#space = space;
    this.#places = placesOf(setting, space);
  }

  has(provision: string): boolean {
    return this.#choose.has(provision);
  }

  /** Takes the target, or says why not and is as it was. */
  add({ provision, variant, conditions }: Target): Refusal | undefined {
    const setting = this.#setting;
    if (!belongs(provision, setting, this.#space) || !this.#places.has(provision.article) || isCited(provision, setting)) return 'elsewhere';
    const other = this.#choose.get(provision.id);
    if (other && other !== variant) return 'another variant';
    if (!mayStand(provision, variant, setting)) return 'register';
    const joining = this.#joining(provision, variant);
    if (!joining) return 'requirement';
    if (this.#clash(joining.ids, joining.conflicts)) return 'conflict';
    const wanted = [...new Set([...joining.conditions, ...conditions])].filter((source) => !this.#conditions.includes(source));
    const values = wanted.length === 0 ? this.#values : satisfy(wanted, this.#values, factsOf(setting, this.#space), this.#space);
    if (!values) return 'condition';
    if (!this.#leavesRoom(new Set([...this.#present, ...joining.ids]), new Set([...this.#barred, ...joining.conflicts]), values, provision.id)) return 'requirement';
    this.#values = values;
    this.#conditions = [...this.#conditions, ...wanted];
    this.#choose.set(provision.id, variant);
    for (const id of joining.ids) this.#present.add(id);
    for (const id of joining.conflicts) this.#barred.add(id);
    return undefined;
  }

  /** The provision with all that it requires here: their ids, what they exclude, and the conditions that must hold. */
  #joining(provision: Provision, variant: Variant): { readonly ids: readonly string[]; readonly conflicts: readonly string[]; readonly conditions: readonly string[] } | undefined {
    const ids: string[] = [];
    const conflicts: string[] = [];
    const conditions: string[] = [];
    const queue: { readonly provision: Provision; readonly variant: Variant | undefined }[] = [{ provision, variant }];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (ids.includes(next.provision.id)) continue;
      ids.push(next.provision.id);
      conflicts.push(...next.provision.conflicts, ...(next.variant?.conflicts ?? []));
      for (const when of [next.provision.when, next.variant?.when]) if (when) conditions.push(when.source);
      for (const id of [...next.provision.requires, ...(next.variant?.requires ?? [])]) {
        const needed = this.#space.library.provision(id);
        if (!needed) return undefined;
        const settled = this.#setting.framework?.map.articles.some((article) => article.ids.includes(id)) === true;
        if (!belongs(needed, this.#setting, this.#space)) {
          if (!settled) return undefined;
          continue;
        }
        if (isCited(needed, this.#setting)) continue;
        const chosen = this.#choose.get(id);
        const usable = chosen ?? needed.variants.find((candidate) => mayStand(needed, candidate, this.#setting));
        if (!usable) return undefined;
        queue.push({ provision: needed, variant: chosen });
      }
    }
    return { ids, conflicts, conditions };
  }

  #belongs(id: string): boolean {
    const brief = this.#space.library.brief(id);
    return brief !== undefined && belongs(brief, this.#setting, this.#space);
  }

  /** What is required without a variant being asked for still has one that goes with the rest. */
  #leavesRoom(present: ReadonlySet<string>, barred: ReadonlySet<string>, values: Assignment, choosing: string): boolean {
    const facts = factsOf(this.#setting, this.#space);
    return [...present].every((id) => {
      const provision = id === choosing || this.#choose.has(id) ? undefined : this.#space.library.provision(id);
      return !provision || isCited(provision, this.#setting) || provision.variants.some((variant) => {
        if (!mayStand(provision, variant, this.#setting) || variant.requires.some((other) => barred.has(other)) || variant.conflicts.some((other) => present.has(other))) return false;
        const answer = variant.when && ask(this.#space, variant.when.source, values, facts);
        return answer?.kind !== 'answer' || answer.value;
      });
    });
  }

  #clash(ids: readonly string[], conflicts: readonly string[]): boolean {
    return ids.some((id) => this.#barred.has(id)) || conflicts.some((id) => this.#present.has(id) || ids.includes(id));
  }

  /** `single`: lists have one item, where they may. The scenario whole: every value filled in, and whatever would stand against what was asked for left out. */
  build(single = false): Scenario {
    const values = new Map<string, Value>([...this.#space.usual, ...(single ? this.#space.single : []), ...this.#values]);
    const facts = factsOf(this.#setting, this.#space);
    const holds = (source: string | undefined): boolean => {
      if (source === undefined) return true;
      const answer = ask(this.#space, source, values, facts);
      return answer.kind === 'answer' && answer.value;
    };
    const choose = new Map(this.#choose);
    const omit = new Set<string>([...this.#barred].filter((id) => this.#belongs(id)));
    // Whoever draws this up leaves out what has no text here, and takes of the rest what goes with what was asked for.
    for (const id of this.#space.library.provisionIds) {
      const provision = choose.has(id) || omit.has(id) ? undefined : this.#space.library.provision(id);
      if (!provision || !this.#belongs(id) || isCited(provision, this.#setting) || !holds(provision.when?.source)) continue;
      const usable = RANKS.flatMap((rank) => provision.variants.filter((variant) => variant.rank === rank && mayStand(provision, variant, this.#setting) && holds(variant.when?.source)));
      const clashes = (of: Pick<Variant, 'requires' | 'conflicts'>): boolean => of.requires.some((other) => omit.has(other)) || of.conflicts.some((other) => this.#present.has(other));
      const [usual] = usable;
      const fitting = clashes(provision) ? undefined : usable.find((variant) => !clashes(variant));
      if (fitting && fitting !== usual && (provision.scope !== 'optional' || this.#present.has(id))) choose.set(id, fitting);
      else if (!fitting && !this.#present.has(id)) omit.add(id);
    }
    return { setting: this.#setting, choose, omit: [...omit], values };
  }
}
