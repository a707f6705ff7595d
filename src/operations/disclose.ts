import { type BoundValue, type Draft, type DraftTerm, type Inline, type Localized, type Node, type Value } from '../model/index.ts';
import { sha256 } from '../model/hash.ts';

/** What was left out of a file, and how often. */
export interface LeftOut { readonly kind: string; readonly count: number }

export interface Disclosure {
  readonly draft: Draft;
  /** For the drafter, never for the file. Sorted as listed in `KINDS`; nothing with a count of 0. */
  readonly report: readonly LeftOut[];
}

const KINDS = [
  'sources of the text', 'library records', 'ids of blocks', 'names of parameters', 'ids of terms', 'values not in the text',
  'terms not in the text', 'typed values with parts not in the text', 'notes in brackets', 'states of blocks', 'records of departures', 'legal positions of parties',
  'incorporated provisions', 'edition',
] as const;
type Kind = (typeof KINDS)[number];

/**
 * The draft as the other side may have it: the words, and nothing of where they came from. Ids become opaque, the same
 * id always the same within one draft. The salt is the hash of the arrangement file, which the other side does not
 * have, so that nobody can try names against them.
 */
export function disclose(draft: Draft, party: string): Disclosure {
  return new Discloser(draft, party).run();
}

class Discloser {
  readonly #draft: Draft;
  readonly #party: string;
  readonly #salt: string;
  readonly #counts = new Map<Kind, number>();
  readonly #known = new Map<string, string>();
  readonly #usedParameters = new Set<string>();
  readonly #usedTerms = new Set<string>();

  constructor(draft: Draft, party: string) {
    this.#draft = draft;
    this.#party = party;
    const { arrangement } = draft.basis;
    this.#salt = sha256(`${arrangement?.hash ?? JSON.stringify(draft)}\u0000${draft.meta.id}`);
  }

  run(): Disclosure {
    const { meta, basis, parties, incorporated, values, terms } = this.#draft;
    const title = this.#localized(this.#draft.title);
    const [preamble = [], articles = [], closing = [], signatures = [], annexes = []] = [
      this.#draft.preamble, this.#draft.articles, this.#draft.closing, this.#draft.signatures, this.#draft.annexes,
    ].map((nodes) => nodes.map((node) => this.#node(node)));
    const { edition, notice, ...rest } = meta;
    if (edition !== undefined) this.#count('edition');
    this.#count('library records', basis.libraries.length + (basis.arrangement ? 1 : 0) + (basis.framework ? 1 : 0));
    this.#count('incorporated provisions', incorporated.length);
    this.#count('legal positions of parties', parties.filter((entry) => entry.binding !== undefined).length);
    const draft: Draft = {
      schema: this.#draft.schema,
      meta: {
        ...rest, id: this.#opaque('draft', meta.id), audience: { for: this.#party },
        ...(notice && { notice: this.#shown(notice) }),
      },
      basis: { libraries: [] },
      title,
      parties: parties.map(({ id, concluder, name, language }) => ({ id, concluder, name: this.#shown(name), language })),
      preamble, articles, closing, signatures, annexes,
      terms: this.#terms(terms),
      values: this.#values(values),
      incorporated: [],
    };
    return { draft, report: KINDS.map((kind) => ({ kind, count: this.#counts.get(kind) ?? 0 })).filter(({ count }) => count > 0) };
  }

  #node(node: Node): Node {
    const { id, type, ordinal, label, heading, content, children, tail, provenance, state, annex, total, party } = node;
    if (provenance !== undefined) this.#count('sources of the text');
    if (provenance?.departure !== undefined) this.#count('records of departures');
    this.#count('ids of blocks');
    // Where both sides stand is no secret; what hangs on what in our bargain is.
    if (state === 'package') this.#count('states of blocks');
    return {
      id: this.#opaque('node', id), type,
      ...(ordinal !== undefined && { ordinal }),
      ...(label && { label: this.#shown(label) }),
      ...(heading && { heading: this.#localized(heading) }),
      ...(content && { content: this.#localized(content) }),
      children: children.map((child) => this.#node(child)),
      ...(tail && { tail: this.#localized(tail) }),
      ...(state !== undefined && state !== 'package' && { state }),
      ...(annex && { annex }),
      ...(total && { total }),
      ...(party !== undefined && { party }),
    };
  }

  /** Only the languages that the file shows. */
  #localized(words: Localized<readonly Inline[]>): Localized<readonly Inline[]> {
    return Object.fromEntries(Object.entries(this.#shown(words)).map(([language, inlines]) => [language, this.#inlines(inlines)]));
  }

  #shown<T>(words: Localized<T>): Localized<T> {
    return Object.fromEntries(Object.entries(words).filter(([language]) => this.#draft.meta.languages.includes(language)));
  }

  /** A value that becomes plain text joins the text beside it. */
  #inlines(inlines: readonly Inline[]): readonly Inline[] {
    const made: Inline[] = [];
    for (const inline of inlines.map((entry) => this.#inline(entry))) {
      const last = made.at(-1);
      if (inline.type === 'text' && last?.type === 'text') made[made.length - 1] = { type: 'text', text: last.text + inline.text };
      else made.push(inline);
    }
    return made;
  }

  #inline(inline: Inline): Inline {
    switch (inline.type) {
      case 'text':
        return inline;
      case 'value': {
        const value = this.#value(inline.value, inline.text);
        if (value === undefined) {
          this.#count('typed values with parts not in the text');
          return { type: 'text', text: inline.text };
        }
        this.#usedParameters.add(inline.parameter);
        this.#count('names of parameters');
        const { part: _, ...form } = inline.form ?? {};
        return {
          type: 'value', parameter: this.#opaque('parameter', inline.parameter), value,
          ...(Object.keys(form).length > 0 && { form }), text: inline.text,
        };
      }
      case 'term':
      case 'definition':
        this.#usedTerms.add(inline.term);
        this.#count('ids of terms');
        return { ...inline, term: this.#opaque('term', inline.term) };
      case 'reference':
        return { ...inline, id: this.#opaque('node', inline.id) };
      case 'name':
        return { ...inline, of: this.#opaque('name', inline.of) };
      case 'blank':
        this.#count('names of parameters');
        return { ...inline, parameter: this.#opaque('parameter', inline.parameter) };
      case 'bracket':
        if (inline.note !== undefined) this.#count('notes in brackets');
        return {
          type: 'bracket',
          options: inline.options.map((option) => ({ ...(option.party !== undefined && { party: option.party }), content: this.#inlines(option.content) })),
        };
      case 'insertion':
      case 'deletion':
        return { ...inline, content: this.#inlines(inline.content) };
      case 'moved':
        return { ...inline, id: this.#opaque('node', inline.id), content: this.#inlines(inline.content) };
    }
  }

  /** The value as far as its words show it; undefined where it holds more, or a key of ours that says something. */
  #value(value: Value, text: string): Value | undefined {
    switch (value.type) {
      case 'integer':
      case 'money':
      case 'duration':
      case 'date':
        return value;
      case 'text': {
        const shown = this.#shown(value.text);
        return Object.values(shown).includes(text) ? { type: 'text', text: shown } : undefined;
      }
      case 'share': {
        const every = value.shares.every(({ percent }) => text.replace(',', '.').includes(percent));
        return every ? value : undefined;
      }
      case 'boolean':
      case 'choice':
      case 'party':
      case 'list':
      case 'table':
        return undefined;
    }
  }

  #values(values: readonly BoundValue[]): readonly BoundValue[] {
    const kept = values.flatMap((bound): BoundValue[] => {
      const value = this.#usedParameters.has(bound.name) ? this.#value(bound.value, wordsOf(bound.value)) : undefined;
      // Whether a value is our default is nobody else's business.
      return value === undefined ? [] : [{ name: this.#opaque('parameter', bound.name), value, source: 'arrangement' }];
    });
    this.#count('values not in the text', values.length - kept.length);
    return kept;
  }

  #terms(terms: readonly DraftTerm[]): readonly DraftTerm[] {
    const kept = terms.filter((term) => this.#usedTerms.has(term.id));
    this.#count('terms not in the text', terms.length - kept.length);
    return kept.map((term) => ({
      id: this.#opaque('term', term.id), name: this.#shown(term.name), ...(term.forms && { forms: this.#shown(term.forms) }), origin: term.origin,
    }));
  }

  #opaque(kind: string, id: string): string {
    const key = `${kind}\u0000${id}`;
    const known = this.#known.get(key) ?? `${kind.charAt(0)}${sha256(`${this.#salt}\u0000${key}`).slice(0, 16)}`;
    this.#known.set(key, known);
    return known;
  }

  #count(kind: Kind, by = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + by);
  }
}

/** For the value in the list: it is checked against its own first words, as the inline was against the text. */
function wordsOf(value: Value): string {
  if (value.type === 'text') return Object.values(value.text)[0] ?? '';
  return value.type === 'share' ? value.shares.map(({ percent }) => percent).join(' ') : '';
}
