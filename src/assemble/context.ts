import type { LanguageRules } from '../languages/index.ts';
import type { Answer } from '../expressions/evaluate.ts';
import type { Case, Condition, Definition, DraftParty, Forms, FrameworkArticle, Inline, Language, Layout, Localized, Numbering, Span } from '../model/index.ts';
import type { AssembleInput, Bound, Report } from './input.ts';

/** A party with everything that grammar may ask of its name. */
export interface NamedParty extends DraftParty {
  readonly forms: Localized<Forms>;
}

/** What filling shares over the whole draft. */
export interface FillContext {
  readonly input: AssembleInput;
  readonly layout: Layout;
  readonly numbering: Numbering;
  readonly languages: readonly Language[];
  /** The languages in which the instrument is made, in the order in which its words name them: `languages` may be fewer. */
  readonly made: readonly Language[];
  readonly bound: ReadonlyMap<string, Bound>;
  readonly ask: (condition: Condition) => Answer;
  /** In the order of this original: for the title, the preamble and the signatures. */
  readonly ordered: readonly NamedParty[];
  /** In the arrangement's own order: for everything that is numbered or tabled. */
  readonly parties: readonly NamedParty[];
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The framework's articles that apply and that no provision of its own cites. */
  readonly cited: readonly FrameworkArticle[];
  /** Terms to define here, in the order of the library; known only when everything else is filled. */
  readonly terms: readonly Definition[];
  /** Ids of the terms that texts used, gathered while filling. */
  readonly used: Set<string>;
  /** Ids of the terms that texts define in running text. */
  readonly defined: Set<string>;
  readonly nodeSpans: Map<string, Span>;
  /** Points that run on into the sentence of their paragraph, and that paragraph. */
  readonly merged: Map<string, string>;
  readonly report: Report;
}

/** One item of a repeated clause. */
export interface Item {
  /** Becomes part of the node's id. */
  readonly key: string;
  field(name: string, grammaticalCase: Case, scope: LeafScope): readonly Inline[];
}

/** What one leaf may see. */
export interface LeafScope {
  readonly context: FillContext;
  readonly language: Language;
  readonly rules: LanguageRules;
  readonly provision: string;
  readonly item?: Item;
  /** Where the leaf stands, for findings. */
  readonly span?: Span;
  /** The leaf begins a sentence. */
  readonly opens: boolean;
  /** The framework's article that a citation cites. */
  readonly cited?: string;
}

/** Marks the end of an item of a repeated clause; replaced when its neighbours are known. Never in a finished tree. */
export const END_MARK = '\uE000end\uE000';
