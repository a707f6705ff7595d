import type { LinkedFinding } from '../../model/index.ts';
import { provisionsOf } from '../../model/provisions-of.ts';
import type { LibraryCheck } from '../library-world.ts';

export const check: LibraryCheck = {
  id: 'descriptions',
  title: 'A provision without title in some language, guidance, sources or aliases; a variant without its reason',
  *check({ library, languages }) {
    for (const provision of provisionsOf(library)) {
      const { id, title, guidance, sources, aliases, variants, span } = provision;
      const place = span ? { span } : {};
      const lacking = [
        ...languages.flatMap((language) => (title[language] === undefined ? [`no title in “${language}”`] : [])),
        ...(guidance.trim() === '' ? ['no guidance'] : []),
        ...(sources.length === 0 ? ['no sources'] : []),
        ...(aliases.length === 0 ? ['no aliases'] : []),
      ];
      if (lacking.length > 0) yield told(`“${id}” has ${lacking.join(', ')}`, place, 'say why it is here, what the other side asks for, what to fall back to, and what it rests on');
      for (const variant of variants)
        if (variant.rationale.trim() === '') yield told(`“${id}:${variant.id}” has no rationale`, variant.span ? { span: variant.span } : {}, 'say why one chooses it, and its price');
      if (!variants.some(({ rank }) => rank === 'preferred')) yield told(`“${id}” has no preferred variant`, place, 'mark the text that one begins with as preferred');
    }
  },
};

function told(message: string, place: Pick<LinkedFinding, 'span'>, hint: string): LinkedFinding {
  return { rule: 'undescribed', severity: 'warning', message, ...place, hint };
}
