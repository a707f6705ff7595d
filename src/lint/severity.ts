import type { Draft, Severity } from '../model/index.ts';

/** What is still open is a warning while the text is negotiated and an error once it is to be signed. */
export function openSeverity(draft: Draft): Severity {
  return draft.meta.stage === 'signature' || draft.meta.stage === 'conformed' ? 'error' : 'warning';
}
