import type { Comparison, Explanation, Finding, Host } from '../model/index.ts';
import type { LibraryCheckup } from '../operations/check-library.ts';
import type { ConfirmedTranslations, ConfirmOptions } from '../operations/confirm-translations.ts';
import type { LibraryReport, ReportOptions } from '../operations/library-report.ts';
import type { PartyEntry } from '../operations/describe-party.ts';
import type { LibraryEntry } from '../operations/search.ts';
import type { Assembled, DraftOptions, Result } from '../operations/contracts.ts';
import type { Published, PublishOptions } from '../operations/publish.ts';

export interface LibraryOptions {
  readonly libraries?: readonly string[];
}

/** What the commands call. Handed in, so that a test can put something simpler in its place. */
export interface Operations {
  draft(host: Host, options: DraftOptions): Promise<Result<Assembled>>;
  publish(host: Host, assembled: Assembled, options: PublishOptions): Promise<Result<Published>>;
  formats(): Promise<readonly { readonly id: string; readonly extensions: readonly string[] }[]>;
  validate(host: Host, file: string, options: LibraryOptions & { readonly today?: string }): Promise<Result<readonly Finding[]>>;
  compare(host: Host, before: string, after: string, options: LibraryOptions): Promise<Result<Comparison>>;
  explain(host: Host, what: string, options: LibraryOptions): Promise<Result<Explanation>>;
  listLibrary(host: Host, options: LibraryOptions): Promise<Result<readonly LibraryEntry[]>>;
  listParties(host: Host, options: LibraryOptions): Promise<Result<readonly PartyEntry[]>>;
  searchLibrary(host: Host, words: string, options: LibraryOptions): Promise<Result<readonly LibraryEntry[]>>;
  showProvision(host: Host, id: string, options: LibraryOptions): Promise<Result<Explanation>>;
  checkLibrary(host: Host, options: LibraryOptions): Promise<Result<LibraryCheckup>>;
  reportLibrary(host: Host, options: ReportOptions): Promise<Result<LibraryReport>>;
  confirmTranslations(host: Host, options: ConfirmOptions): Promise<Result<ConfirmedTranslations>>;
}

/** The real ones, each loaded when it is called: no command pays for another's start-up. */
export const OPERATIONS: Operations = {
  draft: async (...args) => (await import('../operations/draft.ts')).draft(...args),
  publish: async (...args) => (await import('../operations/publish.ts')).publish(...args),
  formats: async () => (await import('../operations/publish.ts')).DRAFT_FORMATS,
  validate: async (...args) => (await import('../operations/validate.ts')).validate(...args),
  compare: async (...args) => (await import('../operations/compare.ts')).compare(...args),
  explain: async (...args) => (await import('../operations/explain.ts')).explain(...args),
  listLibrary: async (...args) => (await import('../operations/library.ts')).listLibrary(...args),
  listParties: async (...args) => (await import('../operations/library.ts')).listParties(...args),
  searchLibrary: async (...args) => (await import('../operations/library.ts')).searchLibrary(...args),
  showProvision: async (...args) => (await import('../operations/library.ts')).showProvision(...args),
  checkLibrary: async (...args) => (await import('../operations/check-library.ts')).checkLibrary(...args),
  reportLibrary: async (...args) => (await import('../operations/library-report.ts')).reportLibrary(...args),
  confirmTranslations: async (...args) => (await import('../operations/confirm-translations.ts')).confirmTranslations(...args),
};
