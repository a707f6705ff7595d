/** The few ways in which text stands out. Without colour each gives the text back, or marks it by signs. */
export interface Paint {
  readonly colour: boolean;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly inserted: (text: string) => string;
  readonly deleted: (text: string) => string;
}

/** Without colour, insertions and deletions are marked as `wdiff` marks them. */
export const PLAIN: Paint = {
  colour: false,
  strong: (text) => text,
  faint: (text) => text,
  error: (text) => text,
  warning: (text) => text,
  info: (text) => text,
  inserted: (text) => `{+${text}+}`,
  deleted: (text) => `[-${text}-]`,
};
