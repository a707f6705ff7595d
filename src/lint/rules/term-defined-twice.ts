import { define, paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { foldName } from '../terms.ts';
import { placeOf, viewOf, type Passage } from '../view.ts';

const TYPED: Readonly<Record<string, RegExp>> = {
  en: /“([^“”]{2,80})”,?\s(?:means|shall mean|has the meaning)\b/gu,
  ru: /(?:[Тт]ермин|[Пп]онятие)\s«([^«»]{2,80})»\s(?:означает|обозначает)/gu,
};

export const rule: Rule = {
  id: 'term-defined-twice',
  code: 'T04',
  severity: 'error',
  title: 'A term with two definitions',
  why: 'Each side will read the definition that suits it.',
  words: true,
  good: () => ({ title: 'One definition', draft: paragraphs([{ en: ['“', define('centre', 'Centre'), '” means the joint centre.'] }, { en: ['“', define('crew', 'Crew'), '” means its staff.'] }]) }),
  bad: () => ({ title: 'Two paragraphs define it', draft: paragraphs([{ en: ['“', define('centre', 'Centre'), '” means the joint centre.'] }, { en: ['“', define('centre', 'Centre'), '” means its building.'] }]) }),
  *check({ draft }) {
    const firsts = new Map<string, Passage>();
    for (const passage of viewOf(draft).passages) {
      for (const name of definedIn(passage)) {
        const key = `${passage.language} ${foldName(name)}`;
        const first = firsts.get(key);
        if (first === undefined) firsts.set(key, passage);
        else {
          yield {
            message: `“${name}” is defined here and in another place`,
            hint: 'keep one definition, or give the second its own name', ...placeOf(passage),
            ...(first.entry === undefined ? {} : { related: [{ message: `“${name}” is first defined here`, node: first.entry.node }] }),
          };
        }
      }
    }
  },
};

function definedIn({ pieces, own, language }: Passage): readonly string[] {
  const names = pieces.flatMap(({ inline }) => (inline.type === 'definition' ? [inline.text] : []));
  const pattern = TYPED[language];
  const typed = pattern === undefined || !/ mean|has the meaning|начает/.test(own) ? [] : Array.from(own.matchAll(pattern), (match) => match[1] ?? '');
  return [...names, ...typed.filter((name) => !name.includes('\uFFFC'))];
}
