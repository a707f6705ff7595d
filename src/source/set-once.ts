import type { Finding, Span } from '../model/index.ts';

/** Remembers which overlay set a field; a second one is a conflict that shows both places. */
export class SetOnce {
  readonly #places = new Map<string, { readonly span: Span | undefined; readonly library: string }>();
  readonly #findings: Finding[];
  constructor(findings: Finding[]) {
    this.#findings = findings;
  }

  mark(field: string, span: Span | undefined, library: string): void {
    const first = this.#places.get(field);
    if (first) this.#conflict(field, `“${field}” is set by two overlays, ${first.library} and ${library}`, first, span);
    else this.#places.set(field, { span, library });
  }

  /** Marks a whole: what an overlay below has set in any part of it would be lost. */
  markWhole(whole: string, span: Span | undefined, library: string): void {
    const part = [...this.#places].find(([field]) => field === whole || field.startsWith(`${whole} `));
    if (part) this.#conflict(part[0], `“${whole}” is replaced by ${library}, but ${part[1].library} has set “${part[0]}”`, part[1], span);
    else this.#places.set(whole, { span, library });
  }

  #conflict(field: string, message: string, first: { readonly span: Span | undefined; readonly library: string }, span: Span | undefined): void {
    this.#findings.push({
      rule: 'overlay-conflict', severity: 'error', message, ...(span ? { span } : {}),
      hint: 'keep it in one of them', related: [{ message: `“${field}” set first by ${first.library}`, ...(first.span ? { span: first.span } : {}) }],
    });
  }
}
