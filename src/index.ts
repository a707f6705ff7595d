import { createHost } from './host.ts';
import type { Host } from './model/index.ts';

export * from './model/index.ts';
export type { Assembled, DraftOptions, Result, Selected } from './operations/contracts.ts';
export { checkLibrary, type LibraryCheckup, type LibraryCounts } from './operations/check-library.ts';
export { compare } from './operations/compare.ts';
export { confirmTranslations, type ConfirmedTranslations, type ConfirmOptions } from './operations/confirm-translations.ts';
export { draft } from './operations/draft.ts';
export { explain } from './operations/explain.ts';
export { reportLibrary, type LibraryReport, type ReportOptions } from './operations/library-report.ts';
export { listLibrary, listParties, searchLibrary, showProvision } from './operations/library.ts';
export { DRAFT_FORMATS, publish, type Published, type PublishOptions, type PublishTarget } from './operations/publish.ts';
export type { LibraryEntry } from './operations/search.ts';
export { validate } from './operations/validate.ts';

/** The machine this process runs on. Hand in a `Host` of your own to work without one. */
export function nodeHost(): Host {
  return createHost(new URL('..', import.meta.url));
}
