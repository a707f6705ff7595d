import { paragraphs } from '../example.ts';
import type { Rule } from '../rule.ts';
import { openSeverity } from '../severity.ts';
import { placeOf, viewOf } from '../view.ts';
import { excerpt } from '../words.ts';

/** What a template or a program leaves behind when it fails: never words of a text. */
const RESIDUE = /\{\{|\}\}|\$\{|<%|%>|\[object Object\]|(?<![\w-])NaN(?!\w)/g;
/** `undefined` where a value should stand: alone, or beside a unit or mark. */
const UNDEFINED = /(?:^|[([:,]\s?|\b(?:of|is|USD|EUR|RUB|by|at|to|within|Within|after|for|than)\s)undefined(?=$|[)\].,;]|\s(?:days|months|years|per\s?cent|%|calendar))/g;
const MARKS = /\[(?:…|\.\.\.|•|\?+|\*)\]|(?<!\w)(?:TBD|TBC|TBA|TODO|FIXME)(?!\w)|(?<!(?:Article|Section|Chapter|Part|Annex|статья|статьи|раздел)\s)(?<!\w)X{3,}(?!\w)|(?:^|[([:–—]\s?)(?:уточняется|подлежит уточнению|to be (?:determined|confirmed|agreed))(?=\s?[)\].;,]|$)/g;
/** What any of them holds: a quick look before the close one. */
const HINT = /[{}[]|<%|%>|undefined|NaN|TB[DCA]|TODO|FIXME|XXX|уточн|to be /;

export const rule: Rule = {
  id: 'placeholder-text',
  code: 'S02',
  severity: 'warning',
  title: 'A mark that stands for words still to come, or what a template left behind',
  why: 'Marks such as TBD are overlooked in long texts and get signed. A template tag in a text means that a program failed to fill it.',
  words: true,
  good: () => ({ title: 'The words are there', draft: paragraphs([{ en: 'Meetings shall be held in Geneva.', ru: 'Заседания проводятся в Женеве.' }]) }),
  bad: () => ({ title: 'The place is still to come', draft: paragraphs([{ en: 'Meetings shall be held in TBD.', ru: 'Заседания проводятся в {{management.place}}.' }]) }),
  *check({ draft }) {
    const severity = openSeverity(draft);
    for (const passage of viewOf(draft).passages) {
      if (!HINT.test(passage.text)) continue;
      // Names and terms too: residue may sit in any inline.
      for (const pattern of [RESIDUE, UNDEFINED]) {
        const [found] = passage.text.matchAll(pattern);
        if (found === undefined) continue;
        yield {
          message: `a template left “${excerpt(passage.text, found.index, found[0].length)}”`,
          hint: 'write the words or the value that belong there', severity: 'error', ...placeOf(passage),
        };
        break;
      }
      for (const match of passage.own.matchAll(MARKS)) {
        yield {
          message: `“${match[0].replace(/^[:–—\s]+/u, '')}” stands where words are still to come: “${excerpt(passage.text, match.index, match[0].length)}”`,
          hint: 'write the words, or declare a parameter and leave it open', severity, ...placeOf(passage),
        };
      }
    }
  },
};
