import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { CYRILLIC, LATIN } from '../signs.ts';
import { placeOf, viewOf } from '../view.ts';

// Ranges instead of scripts: an engine takes longer to make the classes than to read a text.
const CYRILLIC_BESIDE_LATIN = /[\u0400-\u052F][A-Za-z\u00C0-\u024F]|[A-Za-z\u00C0-\u024F][\u0400-\u052F]/;
const WORD = /[\u0400-\u052FA-Za-z\u00C0-\u024F]+/g;

export const rule: Rule = {
  id: 'latin-in-cyrillic',
  code: 'B08',
  severity: 'warning',
  title: 'A word that mixes Latin and Cyrillic letters',
  why: 'It looks right and is not: a search does not find it, a comparison calls it changed, a marking system reads another word.',
  words: true,
  good: () => ({ title: 'One script in a word', draft: paragraphs([{ ru: 'Степень «Секретно» присваивает Сторона, предоставившая информацию через сеть X-Net.' }]) }),
  bad: () => ({ title: 'The first letter is Latin', draft: paragraphs([{ ru: 'Cтепень секретности присваивает Сторона.' }]) }),
  *check({ draft }) {
    for (const passage of viewOf(draft).passages) {
      if ((passage.signs & (LATIN | CYRILLIC)) !== (LATIN | CYRILLIC) || !CYRILLIC_BESIDE_LATIN.test(passage.text)) continue;
      for (const match of passage.text.matchAll(WORD)) {
        if (!CYRILLIC_BESIDE_LATIN.test(match[0])) continue;
        const latin = match[0].match(/[A-Za-z\u00C0-\u024F]/g) ?? [];
        const cyrillic = match[0].match(/[\u0400-\u052F]/g) ?? [];
        const [few, script] = latin.length <= cyrillic.length ? [latin, 'Latin'] : [cyrillic, 'Cyrillic'];
        yield { message: `“${match[0]}” mixes alphabets: ${few.map((letter) => `“${letter}”`).join(', ')} ${few.length === 1 ? 'is' : 'are'} ${script}`, hint: 'type the word again in one alphabet', ...placeOf(passage) };
      }
    }
  },
};
