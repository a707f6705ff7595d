import { nearest } from '../../text/nearest.ts';
import { provisionsOf } from '../library-texts.ts';
import type { LibraryCheck } from '../library-world.ts';

export const check: LibraryCheck = {
  id: 'matters',
  title: 'A matter that a variant raises and no party’s file knows',
  *check({ library }) {
    const known = [...new Set(Object.values(library.parties).flatMap(({ matters }) => Object.keys(matters)))].toSorted();
    const told = new Set<string>();
    for (const provision of provisionsOf(library))
      for (const variant of provision.variants)
        for (const { matter } of variant.raises) {
          if (known.includes(matter) || told.has(matter)) continue;
          told.add(matter);
          const near = nearest(matter, known)[0];
          yield {
            // A near name is likely misspelt; else each user supplies the authority.
            rule: 'unknown-matter', severity: near === undefined ? 'info' : 'warning', message: `“${provision.id}:${variant.id}” raises the matter “${matter}”, which no file under parties/ maps to an authority`, ...(variant.span ? { span: variant.span } : {}),
            hint: near === undefined ? 'map it under “matters” of the parties whose rules are known' : `did you mean “${near}”? Else map it under “matters” of the parties whose rules are known`,
          };
        }
  },
};
