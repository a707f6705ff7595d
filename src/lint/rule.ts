import type { Draft, FrameworkMap, Language, Node, Severity, Waiver } from '../model/index.ts';

/** What a rule may look at: data, never files. */
export interface LintContext {
  readonly draft: Draft;
  /** What the library and the arrangement's own choices produce without departures. */
  readonly standard?: Draft;
  readonly framework?: FrameworkMap;
  /** Articles that the instrument must have, by article id. */
  readonly mandatory?: readonly string[];
  readonly waivers?: readonly Waiver[];
  /**
   * Clause ids (`provision/clause`) that the arrangement records as departed from, left out or added. What they hold may
   * differ from `standard`.
   */
  readonly recorded?: readonly string[];
  /** ISO date on which the check is made; for waivers that expire. */
  readonly today: string;
}

/** A finding before it gets its severity, citation and file position. */
export interface RuleFinding {
  readonly message: string;
  readonly hint?: string;
  readonly node?: Node;
  readonly language?: Language;
  /** The value at fault, where it is one: the position is then that of the value in the arrangement. */
  readonly parameter?: string;
  readonly severity?: Severity;
  readonly related?: readonly { readonly message: string; readonly node?: Node; readonly parameter?: string }[];
  /** For what is not there: the block after which it would stand, whose position it takes. */
  readonly near?: Node;
  /**
   * What the finding is about, where that is not its node: ids of missing blocks, `term:ID`, `parameter:NAME`. Two findings
   * of one subject are one fault if the rule of one `follows` the other's.
   */
  readonly subjects?: readonly string[];
}

/** Words that show what a rule finds. Each is a draft made from Markdown by the rule's test. */
export interface RuleExample {
  readonly title: string;
  readonly draft: Draft;
  readonly context?: Partial<LintContext>;
}

export interface Rule {
  readonly id: string;
  /** Short code of the domain's rule list: `T04`. */
  readonly code?: string;
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly title: string;
  /** Why practice cares. */
  readonly why: string;
  /**
   * Rules whose finding on the same block, or of the same subject, explains this rule's: it is then reported as related to
   * that one, not on its own. `*`: any rule that reads the words of the block.
   */
  readonly follows?: readonly string[];
  /** True for rules that read the words of a block, so that an edit of the words is what they found. */
  readonly words?: boolean;
  /** Examples are made on demand: they are the rule's test and what `dtca explain` prints. */
  readonly good: () => RuleExample;
  readonly bad: () => RuleExample;
  check(context: LintContext): Iterable<RuleFinding>;
}
