/** Why something is as it is: a rule, a provision, a party, or an article of a draft. Plain words and facts, no layout. */
export interface Explanation {
  readonly schema: 'dtca/explanation-1';
  readonly kind: 'rule' | 'provision' | 'party' | 'article';
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** Parts with a heading: the variants of a provision, the paragraphs of an article, the examples of a rule. */
  readonly sections: readonly ExplanationSection[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ExplanationSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
}
