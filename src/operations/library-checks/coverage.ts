import { readCoverage } from '../coverage.ts';
import type { LibraryCheck } from '../library-world.ts';

export const check: LibraryCheck = {
  id: 'coverage',
  title: 'A point of coverage.yaml that nothing answers without a reason, or that names what does not exist',
  check: ({ coverage, library }) => (coverage ? readCoverage(coverage.text, coverage.file, library).findings : []),
};
