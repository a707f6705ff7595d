import fc from 'fast-check';
import { type Draft, type Inline, type Language, type Localized, type Node, type NodeType, type Value, CASES } from '../../src/model/index.ts';

/** Pieces that have broken a writer or a reader somewhere. */
const HOSTILE = [
  '|', '\\|', '\\\\|', '\\', '`', '``x``', '*', '**', '_', '____', '~~', '#', '# ', '<', '<b>', '</a>', '<!--', '-->', '--', '<!-- t x y -->', '<!--/-->',
  '&', '&amp;', '&#124;', '&nbsp;', '[a](#b)', '[', ']', '](', '![', '{{', '}}', '{{x}}', '$', '$x$', '1. ', '(1) ', '- ', '+ ', '> ', '---', '===',
  'https://a.example/?b=c&d', 'x@y.example', ':smile:', '"', "'", '“', '”', '«', '»', '’', '–', '—', '…', '\u00A0', '\u202F', '\u2003', '\u3000', '\u200B',
  '\u200D', '\u00AD', '\uFEFF', '\u202E', '\u2066', '\u061C', 'עברית', 'العربية', 'й', 'ё', 'e\u0301\u0323', 'g\u0303', '👩‍👩‍👧', '🇺🇸', '漢字', 'ﬁ', '\u0007', '\u0085', '\u2028',
  'Article 9. ', 'Статья 9. ', '(далее – ', '<ins>', '</del>', '%', '%5B', '__proto__', 'constructor', '<!--dtca draft', 'sha256 ', '"hash": "',
];

const WORDS = ['shall', 'Party', 'data', 'Сторона', 'данные', 'the', 'в', '90', 'of', 'the other Party', 'is', 'каждая'];

/** NFC, single-spaced, without NUL or half of a surrogate pair; may begin or end with one space. */
function clean(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\u0000/g, '')
    .normalize('NFC')
    .replace(/[ \t\n\v\f\r]+/g, ' ');
}

/**
 * Makes random drafts from a seed: thousands in seconds, where composed arbitraries take minutes. `size` bounds how
 * much there is of everything, so that a failing draft still shrinks.
 */
class Maker {
  #state: number;
  readonly #size: number;
  readonly #languages: readonly Language[];
  readonly #ids: string[] = [];
  #values: Draft['values'] = [];

  constructor(seed: number, size: number, languages: readonly Language[]) {
    this.#state = seed | 0;
    this.#size = size;
    this.#languages = languages;
  }

  /** Mulberry32. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  #chance(oneIn: number): boolean {
    return this.#below(oneIn) === 0;
  }

  #pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  #list<T>(max: number, make: () => T): T[] {
    return Array.from({ length: this.#below(Math.min(max, this.#size) + 1) }, make);
  }

  #maybe<K extends string, T>(key: K, oneIn: number, make: () => T): { readonly [P in K]?: T } {
    const made: { [P in K]?: T } = {};
    if (this.#chance(oneIn)) made[key] = make();
    return made;
  }

  text(): string {
    let made = '';
    for (let n = 1 + this.#below(Math.min(6, this.#size)); n > 0; n -= 1) {
      const kind = this.#below(8);
      made += kind < 4 ? this.#pick(WORDS) : kind < 7 ? this.#pick(HOSTILE) : String.fromCodePoint(this.#below(0x3000));
      if (this.#chance(2)) made += ' ';
    }
    return clean(made).replace(/^ +| +$/g, '') || 'x';
  }

  #key(): string {
    const usual = `${this.#pick(['us', 'ru', 'scope', 'first', 'cost-shares', 'x-1', 'launch'])}${this.#chance(2) ? this.#below(99) : ''}`;
    return this.#chance(8) ? this.text() : usual;
  }

  #local<T>(make: () => T): Localized<T> {
    return Object.fromEntries(this.#languages.map((language) => [language, make()]));
  }

  #value(depth = 1): Value {
    switch (this.#below(depth > 0 ? 11 : 9)) {
      case 0: return { type: 'text', text: this.#local(() => this.text()) };
      case 1: return { type: 'integer', integer: this.#below(1e9) };
      case 2: return { type: 'boolean', boolean: this.#chance(2) };
      case 3: return { type: 'money', currency: this.#pick(['USD', 'RUB', 'EUR']), minor: String(this.#below(1e9)) };
      case 4: return { type: 'duration', iso: `P${this.#below(999)}D` };
      case 5: return { type: 'date', date: this.#pick(['2026-11-23', '2000-02-29']) };
      case 6: return { type: 'share', shares: [{ party: 'us', percent: '60' }, { party: 'ru', percent: '40' }] };
      case 7: return { type: 'choice', choice: this.#key() };
      case 8: return { type: 'party', party: this.#key() };
      case 9: return { type: 'list', items: this.#list(2, () => ({ key: this.#key(), text: this.#local(() => this.text()) })) };
      default:
        return {
          type: 'table',
          rows: this.#list(2, () => ({ key: this.#key(), cells: Object.fromEntries(this.#list(2, () => [this.#pick(['from', 'to', 'id']), this.#value(0)] as const)) })),
        };
    }
  }

  #case(): { readonly case?: (typeof CASES)[number] } {
    return this.#maybe('case', 2, () => this.#pick(CASES));
  }

  #atom(): Inline {
    const text = this.text();
    switch (this.#below(7)) {
      case 0: {
        const bound = this.#values.length > 0 && this.#chance(2) ? this.#pick(this.#values) : { name: `${this.#key()}.x`, value: this.#value() };
        const form = this.#maybe('form', 2, () => ({
          ...this.#maybe('style', 2, () => this.#pick(['figures', 'words'] as const)), ...this.#case(), ...this.#maybe('part', 3, () => this.#key()),
        }));
        return { type: 'value', parameter: bound.name, value: bound.value, ...form, text };
      }
      case 1: return { type: 'term', term: this.#key(), text };
      case 2: return { type: 'definition', term: this.#key(), text };
      case 3: return { type: 'name', of: this.#key(), text };
      case 4: return { type: 'blank', kind: this.#pick(['open', 'signing'] as const), parameter: this.#key(), text: '____' };
      case 5: return { type: 'reference', instrument: 'framework', id: this.#key(), ...this.#maybe('form', 2, () => this.#case()), text };
      default:
        return { type: 'reference', instrument: 'self', id: this.#chance(4) ? this.#key() : this.#pick(this.#ids), ...this.#maybe('form', 2, () => this.#case()), text };
    }
  }

  #nested(depth: number): Inline {
    switch (this.#below(4)) {
      case 0:
        return {
          type: 'bracket',
          options: [1, 2].map(() => ({ ...this.#maybe('party', 2, () => this.#key()), content: this.#inlines(depth - 1) })),
          ...this.#maybe('note', 2, () => this.text()),
        };
      case 1: return { type: 'insertion', content: this.#inlines(depth - 1) };
      case 2: return { type: 'deletion', content: this.#inlines(depth - 1) };
      default: return { type: 'moved', direction: this.#pick(['from', 'to'] as const), id: this.#key(), content: this.#inlines(depth - 1) };
    }
  }

  /** No text beside a text, none empty, no space at the edges. */
  #inlines(depth = 2): readonly Inline[] {
    const made: Inline[] = [];
    const pieces = 1 + this.#below(Math.min(5, this.#size));
    for (let n = 0; n < pieces; n += 1) {
      if (made.at(-1)?.type !== 'text' && this.#chance(2)) {
        const before = n > 0 && this.#chance(2) ? ' ' : '';
        const after = n < pieces - 1 && this.#chance(2) ? ' ' : '';
        made.push({ type: 'text', text: clean(`${before}${this.text()}${after}`) });
      } else made.push(depth > 0 && this.#chance(6) ? this.#nested(depth) : this.#atom());
    }
    const last = made.at(-1);
    if (last?.type === 'text') made[made.length - 1] = { type: 'text', text: last.text.replace(/ $/, '') };
    return made;
  }

  /** Mostly in every language; sometimes one is missing. */
  #words(): Localized<readonly Inline[]> {
    const missing = this.#chance(10) ? 1 + this.#below(9) : 0;
    return Object.fromEntries(this.#languages.filter((_, index) => index === 0 || index !== missing).map((language) => [language, this.#inlines()]));
  }

  #id(): string {
    for (;;) {
      const id = this.#chance(12) ? this.text() : `${this.#key()}/${this.#key()}`;
      if (this.#ids.includes(id)) continue;
      this.#ids.push(id);
      return id;
    }
  }

  #points(depth: number): Node[] {
    return this.#list(3, () => this.#chance(4) ? this.#table() : this.#node('point', depth > 0 ? this.#points(depth - 1) : []));
  }

  #table(): Node {
    return this.#node('table', this.#list(3, () => this.#node('row', this.#list(3, () => this.#node('cell', [])))));
  }

  #paragraphs(): Node[] {
    return this.#list(3, () => this.#chance(6) ? this.#table() : this.#node('paragraph', this.#points(1)));
  }

  #node(type: NodeType, children: readonly Node[]): Node {
    const division = type === 'article' || type === 'annex';
    const numbered = division || type === 'paragraph' || type === 'point';
    const bare = type === 'row' || type === 'cell';
    const provenance = (): NonNullable<Node['provenance']> => ({
      library: this.#pick(['built-in', 'own']), provision: this.#key(), version: this.text(), variant: this.#key(), clause: this.#key(),
      ...this.#maybe('reason', 2, () => this.text()),
      ...this.#maybe('departure', 4, () => ({ by: this.text(), on: '2026-11-23', why: this.text() })),
    });
    return {
      id: this.#id(), type, children,
      ...(numbered && !this.#chance(4) && { ordinal: 1 + this.#below(40) }),
      ...(!bare && this.#maybe('label', 9, () => this.#local(() => this.text()))),
      ...((division ? !this.#chance(8) : !bare && this.#chance(9)) && { heading: this.#words() }),
      ...(type !== 'row' && (division || type === 'table' ? this.#chance(4) : !this.#chance(8)) && { content: this.#words() }),
      ...(!bare && children.length > 0 && this.#maybe('tail', 5, () => this.#words())),
      ...this.#maybe('provenance', 2, provenance),
      ...this.#maybe('state', 6, () => this.#pick(['open', 'ad-referendum', 'agreed', 'reserved', 'package'] as const)),
      ...(type === 'row' && this.#maybe('total', 4, () => true as const)),
      ...(type === 'annex' && this.#maybe('annex', 2, () => ({
        kind: this.#pick(['integral', 'administrative', 'model'] as const), ...this.#maybe('edition', 2, () => this.text()), ...this.#maybe('heldSeparately', 2, () => true),
      }))),
      ...(type === 'signature' && { party: this.#pick(['us', 'ru']) }),
    };
  }

  draft(): Draft {
    this.#values = [...new Map(this.#list(3, () => ({ name: `${this.#key()}.${this.#key()}`, value: this.#value(), source: this.#pick(['arrangement', 'framework', 'default'] as const) }))
      .map((bound) => [bound.name, bound])).values()];
    const [first = 'en'] = this.#languages;
    // The title comes last: its references point to blocks.
    const blocks = {
      preamble: this.#list(2, () => this.#node('recital', [])),
      articles: [this.#node('article', []), ...this.#list(3, () => this.#node('article', this.#paragraphs()))],
      closing: this.#list(2, () => this.#node('paragraph', this.#points(0))),
      signatures: this.#list(2, () => this.#node('signature', [])),
      annexes: this.#list(2, () => this.#node('annex', this.#chance(3) ? [this.#node('article', this.#paragraphs())] : this.#paragraphs())),
    };
    return {
      schema: 'dtca/draft-1',
      meta: {
        id: this.#key(), instrument: this.#key(), stage: this.#pick(['negotiating', 'scrub', 'signature', 'conformed'] as const),
        register: this.#pick(['treaty', 'memorandum'] as const), languages: this.#languages,
        numbering: { article: this.#pick(['arabic', 'roman'] as const), paragraph: 'arabic', point: this.#pick(['arabic', 'latin'] as const) },
        audience: this.#chance(3) ? { for: this.#key() } : 'internal',
        ...this.#maybe('edition', 3, () => this.text()), ...this.#maybe('original', 3, () => 'us'),
        ...this.#maybe('notice', 3, () => this.#local(() => this.text())), ...this.#maybe('marking', 3, () => this.text()),
      },
      basis: {
        libraries: this.#list(2, () => ({ name: this.text(), version: '1.0.0', hash: 'a'.repeat(64) })),
        ...this.#maybe('arrangement', 2, () => ({ id: this.#key(), hash: this.text() })),
        ...this.#maybe('framework', 2, () => ({ id: this.#key(), edition: this.text(), hash: this.text(), ...this.#maybe('file', 2, () => this.text()) })),
      },
      title: this.#words(),
      parties: this.#list(2, () => ({ id: this.#key(), concluder: this.#pick(['state', 'ministry'] as const), name: this.#local(() => this.text()), language: first, ...this.#maybe('binding', 2, () => true) })),
      ...blocks,
      terms: this.#list(2, () => ({
        id: this.#key(), name: this.#local(() => this.text()), origin: this.#pick(['self', 'framework'] as const),
        ...this.#maybe('forms', 2, () => this.#local(() => this.#list(2, () => this.text()))),
      })),
      values: this.#values,
      incorporated: this.#list(2, () => ({ provision: this.#key(), article: this.#key(), mode: this.#pick(['cited', 'full'] as const) })),
    };
  }
}

/** Text of the tree: NFC, trimmed, single-spaced, full of what has broken a writer or a reader somewhere. */
export const treeText: fc.Arbitrary<string> = fc.integer().map((seed) => new Maker(seed, 6, ['en']).text());

/**
 * A random draft in the given languages that keeps the tree's invariants (unique ids; text NFC, trimmed, single-spaced;
 * no empty list of inlines, no two texts in a row), with hostile text, brackets and redlines everywhere.
 */
export function arbitraryDraft(languages: readonly Language[] = ['en', 'ru']): fc.Arbitrary<Draft> {
  return fc.tuple(fc.noShrink(fc.integer()), fc.integer({ min: 1, max: 6 })).map(([seed, size]) => new Maker(seed, size, languages).draft());
}
