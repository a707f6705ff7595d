import type { Concluder, Numbering } from './draft.ts';
import type { Span } from './finding.ts';
import type { Forms, Language, Localized, Register } from './language.ts';
import type { Leaf } from './leaf.ts';
import type { Predicate } from './predicate.ts';
import type { ParameterType, Value } from './value.ts';

/** Who may settle a provision: the framework alone, each arrangement, or either (only when chosen or required). */
export type Scope = 'reserved' | 'project' | 'optional';

/** The words of a clause: one leaf per language, or one per register where the languages' grammar differs by it. */
export type ClauseText = Localized<Leaf | Readonly<Partial<Record<Register, Leaf>>>>;

/** A CEL expression over the declared parameters. */
export interface Condition { readonly source: string; readonly span?: Span }

/** Repeats a clause: `in` is a list, table or share parameter, or a list of the assembly: `parties`, `terms`, `cited`. */
export interface Each { readonly in: string }

/** A real table. `in`: a table parameter; `columns`: its columns in order, with their headings. */
export interface TableShape {
  readonly in: string;
  readonly columns: readonly { readonly key: string; readonly heading: Localized<string> }[];
  /** `totals`: only what the rows add up to stands in the text. */
  readonly rows?: 'totals';
  readonly totals?: readonly TotalShape[];
}

/** A row, or one for each group of rows, that says what the rows of a table add up to. */
export interface TotalShape {
  readonly key: string;
  /** Absent where the name of each group says enough. */
  readonly label?: Localized<string>;
  /** The columns that are added up: money or whole numbers. */
  readonly sum: readonly string[];
  /** The column by whose values the rows are grouped; absent: one total of all. */
  readonly by?: string;
  /** `one`: amounts in several currencies are a fault. Absent: each currency has its sum. */
  readonly currency?: 'one';
  /** The parameter of type money that no sum may exceed. */
  readonly within?: string;
}

export interface Clause {
  readonly key: string;
  readonly when?: Condition;
  readonly each?: Each;
  readonly table?: TableShape;
  readonly text?: ClauseText;
  readonly clauses: readonly Clause[];
  /** Words after the clause's points. */
  readonly tail?: ClauseText;
  /** The whole of it in one sentence, where its points repeat over a list that has a single item. */
  readonly single?: ClauseText;
  readonly span?: Span;
  /** Where each leaf begins in its file, for findings inside a leaf. Key: `en`, `ru.treaty`, `tail.en`. */
  readonly leafSpans?: Readonly<Record<string, Span>>;
}

/**
 * For how many parties a text is worded: `any` says the same of three as of two. What does not say so is worded for two, and
 * stands in no text of more.
 */
export type WordedFor = 'two' | 'any';

export type Rank = 'preferred' | 'acceptable' | 'exception';

export interface Variant {
  readonly id: string;
  readonly rank: Rank;
  readonly rationale: string;
  readonly raises: readonly { readonly matter: string; readonly note?: string }[];
  readonly when?: Condition;
  readonly requires: readonly string[];
  readonly conflicts: readonly string[];
  readonly registers?: readonly Register[];
  /** Absent: as the provision. */
  readonly parties?: WordedFor;
  readonly clauses: readonly Clause[];
  /** Ids of the terms that its clauses use, in any language; known without reading the clauses. */
  readonly terms: readonly string[];
  /** Names of the parameters that its clauses put into words, repeat over or add up; known likewise. */
  readonly parameters: readonly string[];
  /** Sources of its clauses' conditions; known likewise. */
  readonly conditions: readonly string[];
  readonly span?: Span;
}

export interface Source {
  readonly cite: string;
  readonly note?: string;
  readonly certainty: 'verified' | 'believed' | 'unverified';
}

export interface Provision {
  readonly id: string;
  readonly version: string;
  readonly library: string;
  /** Id in `articles.yaml`: which article the provision stands in. */
  readonly article: string;
  readonly scope: Scope;
  readonly instruments: readonly string[];
  readonly registers?: readonly Register[];
  /** Absent: `two`. */
  readonly parties?: WordedFor;
  readonly title: Localized<string>;
  /** Other headings under which such a provision goes; for search. */
  readonly aliases: readonly string[];
  readonly replaces: readonly string[];
  readonly when?: Condition;
  readonly requires: readonly string[];
  readonly conflicts: readonly string[];
  readonly parameters: readonly string[];
  readonly defines: readonly string[];
  /** How an arrangement cites the framework's article on this matter; absent: it stands in the common list. */
  readonly citation?: ClauseText;
  readonly guidance: string;
  readonly sources: readonly Source[];
  readonly variants: readonly Variant[];
  readonly span?: Span;
}

/** What tells whether a provision comes into question at all; of most, an assembly reads no more. */
export type ProvisionBrief = Pick<Provision, 'id' | 'article' | 'scope' | 'instruments' | 'when'>;

export interface Column {
  readonly key: string;
  readonly type: Exclude<ParameterType, 'list' | 'table' | 'share'>;
  readonly label: Localized<string>;
  readonly required?: boolean;
  /** Of a column that holds a party: its rows together name every party. */
  readonly covers?: 'parties';
}

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** For durations in days: what a day is. */
  readonly unit?: 'calendar' | 'working';
  readonly default?: Value;
  /** CEL over `value`: `value >= 1 && value <= 100`. */
  readonly constraint?: Condition;
  /** For `choice`: the options with their labels as they stand in a sentence. */
  readonly options?: readonly { readonly id: string; readonly label: Localized<Forms> }[];
  readonly columns?: readonly Column[];
  /** Filled by hand at signature. */
  readonly signing?: boolean;
  readonly ask: Localized<string>;
  readonly help?: Localized<string>;
  readonly span?: Span;
}

export interface Definition {
  readonly id: string;
  /** The term as it stands in a definition. Where the register changes it ("Receiving Participant"), one per register. */
  readonly name: Localized<string | Readonly<Record<Register, string>>>;
  /** What follows “X” means / Термин «x» означает. Absent: the term is defined in running text by `define`. */
  readonly text?: ClauseText;
  /** Absent: `two`. */
  readonly parties?: WordedFor;
  /** Inflected forms by which use is recognised. */
  readonly forms: Localized<readonly string[]>;
  readonly avoid: Localized<readonly string[]>;
  /** Why the library keeps the term although none of its provisions uses it. */
  readonly kept?: string;
  readonly span?: Span;
  readonly leafSpans?: Readonly<Record<string, Span>>;
}

/** A subject that may need an authority. Variants raise it, profiles of states say whose it is. */
export interface Matter {
  readonly id: string;
  readonly title: Localized<string>;
  readonly span?: Span;
}

/** A marking in the languages of its State, in its own script. */
export interface Marking {
  readonly marking: Localized<string>;
  readonly note?: string;
  readonly certainty: Source['certainty'];
}

/** What the library knows of a state. Assembly reads the names and languages; the rest is for the drafter. */
export interface PartyProfile {
  readonly id: string;
  /** Its official languages in its own order, whether the tool writes them or not. Its original leads with the first in which the instrument is made. */
  readonly languages: readonly Language[];
  readonly currency: string;
  /** Adjectival label: «Российская Сторона». */
  readonly label: Localized<Forms>;
  /** For tables and headings: “India”. */
  readonly short?: Localized<Forms>;
  readonly state: Localized<Forms>;
  /** Full names by who concludes. English names stand without article. */
  readonly concluders: Readonly<Partial<Record<Concluder, Localized<Forms>>>>;
  /** The office at the head of whoever concludes. The State decides who signs, and the arrangement says it. */
  readonly signatories: Readonly<Partial<Record<Concluder, { readonly office: Localized<string>; readonly note?: string; readonly certainty: Source['certainty'] }>>>;
  /** Its levels from the highest down, as far as they are known. No level answers to another State's. */
  readonly classification: readonly (Marking & { readonly level: string })[];
  /** Its marking for restricted information that is not classified. */
  readonly legend?: Marking;
  readonly notes: readonly { readonly on: string; readonly note: string; readonly certainty: Source['certainty'] }[];
  readonly matters: Readonly<Record<string, { readonly authority: string; readonly cite?: string; readonly note?: string; readonly certainty: Source['certainty'] }>>;
  readonly span?: Span;
}

export interface InstrumentName {
  readonly full: Forms;
  readonly short: Forms;
  /** The full title, where it is made otherwise than the vocabulary's `title` says: a text that amends names no parties. */
  readonly title?: Leaf;
}

export interface Vocabulary {
  readonly language: Language;
  /** Instrument id → register → names: "Implementing Arrangement", "Arrangement". */
  readonly instruments: Readonly<Record<string, Readonly<Partial<Record<Register, InstrumentName>>>>>;
  /** Names of languages as they stand in "in English and Russian". */
  readonly languages: Readonly<Record<Language, Forms>>;
  /** The full title: a leaf over `instrument "full"`, `names` and `title`. */
  readonly title: Leaf;
  /** Lines of a signature block: "For {{item "name"}}", and the captions of name and office. */
  readonly signature: { readonly for: Leaf; readonly name: Leaf; readonly office: Leaf };
  readonly span?: Span;
}

export interface ArticleKind {
  readonly id: string;
  readonly kind: 'preamble' | 'article' | 'annex' | 'closing';
  /** The heading, one per register where the wording differs by it. */
  readonly title: Localized<string | Readonly<Record<Register, string>>>;
  readonly aliases: readonly string[];
  readonly span?: Span;
}

/** What a skeleton places, in order. */
export type Step =
  | { readonly kind: 'title' | 'preamble' | 'closing' | 'signatures' }
  | { readonly kind: 'article' | 'annex'; readonly id: string; readonly mandatory: boolean };

export interface Layout {
  readonly kind: 'framework' | 'arrangement';
  /** Names under which a provision may list several instruments at once: `arrangement`, `project`. */
  readonly families: readonly string[];
  readonly concluder: Concluder;
  readonly numbering: Numbering;
  readonly steps: readonly Step[];
  /** Articles that would make another instrument of it, each with the reason. */
  readonly forbidden: Readonly<Record<string, string>>;
  /** Who signs: every party, or only the first that the arrangement lists, as in a note. */
  readonly signedBy: 'all' | 'first';
}

/** An instrument skeleton: a Handlebars template over the placing helpers. */
export interface Skeleton {
  readonly id: string;
  readonly source: string;
  readonly file: string;
}

/** What an instrument looks like in each case that its skeleton can tell apart: with a framework or alone, by register. */
export type Layouts = Readonly<Record<'framework' | 'alone', Readonly<Record<Register, Layout>>>>;

/** Everything an assembly reads. `provision` may read from disk on demand; ids are in library order. */
export interface Library {
  /** Changes with every byte that the library was made of; absent where that is not known. */
  readonly identity?: string;
  readonly names: readonly { readonly name: string; readonly version: string; readonly hash: string }[];
  readonly provisionIds: readonly string[];
  readonly provision: (id: string) => Provision | undefined;
  /** The same, but only what selection asks first. */
  readonly brief: (id: string) => ProvisionBrief | undefined;
  readonly articles: readonly ArticleKind[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The defaults of the parameters by their names, where they are known without reading the parameters. */
  readonly defaults?: Readonly<Record<string, Value>>;
  readonly definitions: readonly Definition[];
  readonly parties: Readonly<Record<string, PartyProfile>>;
  readonly vocabulary: Readonly<Record<Language, Vocabulary>>;
  /** Every matter that may be raised, in the order in which it is shown. */
  readonly matters: readonly Matter[];
  /** Every condition of provisions, variants and clauses, parsed, by its source. */
  readonly predicates: Readonly<Record<string, Predicate>>;
  /** The constraints of parameters, parsed, by the parameter's name. */
  readonly constraints: Readonly<Record<string, Predicate>>;
  /** By instrument. */
  readonly layouts: Readonly<Record<string, Layouts>>;
}
