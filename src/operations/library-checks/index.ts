import type { LibraryCheck } from '../library-world.ts';
import { check as alike } from './alike.ts';
import { check as assembled } from './assembled.ts';
import { check as coverage } from './coverage.ts';
import { check as descriptions } from './descriptions.ts';
import { check as grounded } from './grounded.ts';
import { check as languages } from './languages.ts';
import { check as parameters } from './parameters.ts';
import { check as reachable } from './reachable.ts';
import { check as terms } from './terms.ts';
import { check as translations } from './translations.ts';
import { check as typography } from './typography.ts';

/** Every check of a library, by name. Adding one is its file and its line here. */
export const CHECKS: readonly LibraryCheck[] = [alike, assembled, coverage, descriptions, grounded, languages, parameters, reachable, terms, translations, typography];
