import { isLeaf } from '../../text/is-leaf.ts';
import type { LibraryCheck } from '../library-world.ts';
import { registersOf } from '../synthesis/setting.ts';

export const check: LibraryCheck = {
  id: 'languages',
  title: 'A text that lacks a language of the library, or the words of a register that it claims',
  *check({ texts, languages }) {
    for (const text of texts) {
      const registers = text.provision && text.variant ? registersOf(text.provision, text.variant) : (text.provision?.registers ?? (['treaty', 'memorandum'] as const));
      for (const language of languages) {
        const words = text.words[language];
        const lacking = words === undefined ? [''] : isLeaf(words) ? [] : registers.filter((register) => words[register] === undefined).map((register) => ` in the ${register} register`);
        for (const where of lacking) {
          const span = text.at(language);
          yield { rule: 'missing-translation', severity: 'error', message: `“${text.id}” has no text in “${language}”${where}`, ...(span ? { span } : {}), hint: 'write it' };
        }
      }
    }
  },
};
